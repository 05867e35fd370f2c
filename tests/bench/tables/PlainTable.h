// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QVariant>

#include <vector>

namespace stowage::bench {

/// The same cells ready made, as the source of a proxy that so has nothing to wait for. Numbers come last, so
/// that a proxy can be kept from searching them.
class PlainTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Copies these columns of a model, whole texts and numbers.
    PlainTable(const QAbstractItemModel& from, const std::vector<int>& columns);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void set(int row, int column, const QVariant& value);

private:
    std::vector<std::vector<QVariant>> m_rows;
    int m_columns = 0;
};

} // namespace stowage::bench
