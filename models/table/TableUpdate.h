// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/EntityTableModel.h"

namespace stowage {

/// One update of a table: takes rows away, moves, tells of changes, puts rows in, each in merged ranges.
/// Selections survive: a change in too many places goes through a layout change and one range instead of a
/// reset.
class TableUpdate
{
public:
    /// More separate ranges than this cost the views more than a layout change does.
    static constexpr size_t MaxRanges = 32;

    explicit TableUpdate(EntityTableModel& model)
        : m_model(model), m_keys(model.m_keys), m_order(model.m_order), m_rows(model.m_rows)
    {
    }

    void apply(const Changes<RowId>& changes);
    /// The filter changed: every row is asked anew.
    void refilter();
    /// The order changed, and every key with it.
    void sortAll();

private:
    /// What a change set means for the rows that there are.
    struct Touched
    {
        SlotSet gone;
        SlotSet changed;
        SlotSet moved; ///< of those changed, whose place may be another
        SlotSet fresh;
    };

    Touched take(const Changes<RowId>& changes);
    void touch(RowId id, bool isWhole, Touched& touched);
    void rearrange(const Touched& touched);

    /// Shows those of all rows that pass, in their order, and tells of those that have changed.
    void show(SlotSet passing, const SlotSet& changed);
    void remove(const SlotSet& passing);
    void reorder(const std::vector<Slot>& wanted, const SlotSet& kept);
    void tellChanged(const SlotSet& changed);
    void insert(const std::vector<Slot>& wanted, const SlotSet& kept);
    /// The rows are these from now on, the same ones in another order.
    void relayout(std::vector<Slot> rows);
    QModelIndexList remap(const QModelIndexList& before, const std::vector<Slot>& slots) const;

    EntityTableModel& m_model;
    TableKeys& m_keys;
    RowOrder& m_order;
    std::vector<Slot>& m_rows;
};

} // namespace stowage
