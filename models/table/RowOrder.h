// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Column.h"

#include <QtGlobal>
#include <qnamespace.h>

#include <vector>

namespace stowage {

/// A row with the value it is sorted by, so that sorting asks no accessor.
struct SortedRow
{
    RowId id = 0;
    std::optional<qint64> number;
    QString text;

    bool operator==(const SortedRow&) const = default;
};

/// How a table is sorted: by a column, what is not known last, equals by id; without a column by id alone. A
/// total order, so that the same rows always stand the same way.
class RowOrder
{
public:
    RowOrder() = default;
    /// The column must outlive the order.
    RowOrder(const Column& column, Qt::SortOrder direction) : m_column(&column), m_direction(direction) {}

    SortedRow key(RowId id) const;
    bool operator()(const SortedRow& a, const SortedRow& b) const;

    void sort(std::vector<SortedRow>& rows) const;
    /// Sorts rows all of which from `middle` on may be out of order; those before are sorted.
    void mergeTail(std::vector<SortedRow>& rows, size_t middle) const;

private:
    const Column* m_column = nullptr;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace stowage
