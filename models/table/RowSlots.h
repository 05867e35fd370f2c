// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Column.h"
#include "models/table/SlotSet.h"

#include <QHash>

#include <optional>

namespace stowage {

/// The rows that a table has, filtered away or not, each in a slot.
class RowSlots
{
public:
    /// A new row's slot; that of one which has gone, where there is such.
    Slot add(RowId row)
    {
        Slot slot = static_cast<Slot>(m_rows.size());
        if (m_free.empty()) {
            m_rows.push_back(row);
        } else {
            slot = m_free.back();
            m_free.pop_back();
            m_rows[slot] = row;
        }
        m_slots.insert(row, slot);
        m_used.insert(slot);
        return slot;
    }

    void remove(Slot slot)
    {
        m_slots.remove(m_rows[slot]);
        m_used.remove(slot);
        m_free.push_back(slot);
    }

    std::optional<Slot> find(RowId row) const
    {
        const auto found = m_slots.constFind(row);
        return found == m_slots.cend() ? std::nullopt : std::optional(*found);
    }

    RowId at(Slot slot) const { return m_rows[slot]; }
    const SlotSet& used() const { return m_used; }
    qsizetype count() const { return m_slots.size(); }
    Slot bound() const { return static_cast<Slot>(m_rows.size()); } ///< slots are below it, free ones too

private:
    std::vector<RowId> m_rows;
    std::vector<Slot> m_free;
    SlotSet m_used;
    QHash<RowId, Slot> m_slots;
};

} // namespace stowage
