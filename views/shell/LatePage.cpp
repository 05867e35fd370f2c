// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/LatePage.h"

#include "views/shell/Finder.h"

#include <QVBoxLayout>

#include <utility>

namespace stowage {

LatePage::LatePage(Identity identity, const QString& title, Make make, QWidget* parent)
    : Page(std::move(identity), parent), m_title(title), m_make(std::move(make))
{
}

Page& LatePage::build()
{
    if (m_page == nullptr) {
        m_page = std::exchange(m_make, nullptr)();
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_page);
        m_page->show(); // now, and not in the turn after the one that paints
        setFocusProxy(m_page);
        connect(m_page, &Page::badgeChanged, this, &LatePage::setBadge);
        connect(m_page, &Page::keysChanged, this, &Page::keysChanged);
        connect(m_page, &Page::itemChanged, this, &Page::itemChanged);
        connect(m_page, &Page::linkActivated, this, &Page::linkActivated);
        connect(m_page, &Page::refreshRequested, this, &Page::refreshRequested);
        setBadge(m_page->badge());
        m_page->setFrozen(isFrozen());
        m_page->setActive(isActive());
    }
    return *m_page;
}

std::vector<KeyHelp> LatePage::keysHelp() const
{
    return m_page != nullptr ? m_page->keysHelp() : std::vector<KeyHelp>();
}

void LatePage::focusFilter()
{
    build().focusFilter();
}

bool LatePage::back()
{
    return m_page != nullptr && m_page->back();
}

QString LatePage::item() const
{
    return m_page != nullptr ? m_page->item() : QString();
}

bool LatePage::open(const QString& item)
{
    return build().open(item);
}

std::vector<Destination> LatePage::destinations() const
{
    return m_page != nullptr ? m_page->destinations() : std::vector<Destination>();
}

void LatePage::tick()
{
    if (m_page != nullptr) {
        m_page->tick();
    }
}

void LatePage::activeChanged()
{
    build().setActive(isActive());
}

void LatePage::frozenChanged()
{
    if (m_page != nullptr) {
        m_page->setFrozen(isFrozen());
    }
}

} // namespace stowage
