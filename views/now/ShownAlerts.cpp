// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/ShownAlerts.h"

#include "models/alerts/AlertBook.h"

namespace stowage {

void ShownAlerts::setFrozen(bool frozen)
{
    m_isFrozen = frozen;
    m_held.clear();
    if (!frozen) {
        m_held.squeeze();
        return;
    }
    m_held.reserve(static_cast<qsizetype>(m_book.alerts().size()));
    for (const Alert& alert : m_book.alerts()) {
        if (!alert.key.isEmpty()) {
            m_held.insert(alert.key, alert);
        }
    }
}

const Alert* ShownAlerts::find(const QString& key) const
{
    if (!m_isFrozen) {
        return m_book.find(key);
    }
    const auto found = m_held.constFind(key);
    return found == m_held.cend() ? nullptr : &*found;
}

} // namespace stowage
