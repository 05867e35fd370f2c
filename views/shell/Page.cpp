// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/Page.h"

#include "views/shell/Finder.h"

namespace stowage {

Page::Page(Identity identity, QWidget* parent) : QWidget(parent), m_identity(std::move(identity))
{
    setObjectName(m_identity.id);
}

bool Page::open(const QString& item)
{
    return item.isEmpty();
}

std::vector<Destination> Page::destinations() const
{
    return {};
}

void Page::setActive(bool active)
{
    if (m_active != active) {
        m_active = active;
        activeChanged();
    }
}

void Page::setFrozen(bool frozen)
{
    if (m_frozen != frozen) {
        m_frozen = frozen;
        frozenChanged();
    }
}

void Page::setBadge(int count)
{
    if (m_badge != count) {
        m_badge = count;
        Q_EMIT badgeChanged(count);
    }
}

} // namespace stowage
