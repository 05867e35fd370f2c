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
        : m_model(model), m_rows(model.m_rows), m_order(model.order())
    {
    }

    void apply(const Changes<RowId>& changes);
    /// The filter changed: every row is asked anew.
    void refilter();
    /// The order changed: every key is fetched anew.
    void sortAll();

private:
    void remove(const std::vector<int>& rows);
    void insert(const std::vector<RowId>& ids);
    /// Fetches the keys of these rows again and moves those that no longer stand right.
    void resort(const std::vector<RowId>& ids);
    void tellChanged(const std::vector<RowId>& ids);
    template <class Rearrange>
    void relayout(Rearrange rearrange);
    QModelIndexList remap(const QModelIndexList& before, const std::vector<RowId>& ids) const;

    EntityTableModel& m_model;
    std::vector<SortedRow>& m_rows;
    RowOrder m_order;
};

} // namespace stowage
