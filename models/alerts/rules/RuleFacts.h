// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactTable.h"

#include <map>

namespace stowage {

/// What is known now, by kind.
class RuleFacts
{
public:
    /// Null for a kind that was never put in.
    const FactTable* find(const QString& kind) const;

    /// Takes the place of what was known of the kind.
    void put(FactTable table);

private:
    std::map<QString, FactTable> m_tables;
};

} // namespace stowage
