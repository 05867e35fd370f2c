// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleFacts.h"

namespace stowage {

const FactTable* RuleFacts::find(const QString& kind) const
{
    const auto found = m_tables.find(kind);
    return found == m_tables.end() ? nullptr : &found->second;
}

void RuleFacts::put(FactTable table)
{
    QString kind = table.schema().kind;
    m_held.erase(kind);
    m_tables.insert_or_assign(std::move(kind), std::move(table));
}

} // namespace stowage
