// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/FactTable.h"

#include <map>
#include <set>

namespace stowage {

/// What is known now, by kind.
class RuleFacts
{
public:
    /// Null for a kind that was never put in.
    const FactTable* find(const QString& kind) const;

    /// Takes the place of what was known of the kind.
    void put(FactTable table);

    /// Nothing can be said of how the kind is now, until it is put in again: what stands by it stands.
    void hold(const QString& kind) { m_held.insert(kind); }
    bool isHeld(const QString& kind) const { return m_held.contains(kind); }

    /// Whether all who tell of anything have been heard: only then is one that no table has a row for no
    /// more. Until then what was recalled of it may still stand.
    bool isComplete() const { return m_isComplete; }
    void setComplete(bool isComplete) { m_isComplete = isComplete; }

private:
    std::map<QString, FactTable> m_tables;
    std::set<QString> m_held;
    bool m_isComplete = true;
};

} // namespace stowage
