// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/tables/PlainTable.h"

#include "models/table/EntityTableModel.h"

namespace stowage::bench {

PlainTable::PlainTable(const QAbstractItemModel& from, const std::vector<int>& columns)
    : m_columns(static_cast<int>(columns.size()))
{
    for (int row = 0; row < from.rowCount(); ++row) {
        std::vector<QVariant> cells;
        for (const int column : columns) {
            cells.push_back(from.index(row, column).data(EntityTableModel::SortRole));
        }
        m_rows.push_back(std::move(cells));
    }
}

int PlainTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlainTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant PlainTable::data(const QModelIndex& index, int role) const
{
    return role == Qt::DisplayRole
               ? m_rows[static_cast<size_t>(index.row())][static_cast<size_t>(index.column())]
               : QVariant();
}

void PlainTable::set(int row, int column, const QVariant& value)
{
    m_rows[static_cast<size_t>(row)][static_cast<size_t>(column)] = value;
    const QModelIndex at = index(row, column);
    Q_EMIT dataChanged(at, at);
}

} // namespace stowage::bench
