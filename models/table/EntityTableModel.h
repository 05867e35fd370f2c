// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/filter/FilterExpression.h"
#include "models/fleet/ChangeSet.h"
#include "models/table/RowOrder.h"

#include <QAbstractTableModel>

#include <span>
#include <vector>

namespace stowage {

/// A table of entities that live elsewhere: columns as objects, sorted and filtered by itself, updated in
/// merged ranges. Cells are fetched and formatted when they are asked for; what rows are searched and sorted
/// by is kept beside as UTF-8 (TableKeys), so that 100,000 of them are filtered while one types.
///
/// Between a change of an entity and the change set that tells of it, cells already show the new value.
class EntityTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        SortRole = Qt::UserRole + 1, ///< the whole value: qlonglong, QString, or nothing when it is not known
        IdRole,                      ///< RowId; in headers the column's id
        StateRole,                   ///< the row's status as a stable word, for shape and colour
        AgeRole,                     ///< how old what the row says is, in ms; nothing when it was never seen
    };

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// By a column; -1 for the entities' own order. What is not known stands last in both directions.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_order.column(); }
    Qt::SortOrder sortOrder() const { return m_order.direction(); }

    /// `--sort bytes`, `--sort -bytes` (descending). A Usage error names the nearest column.
    Result<void> sortBy(const QString& columnId);

    std::span<const Column> columns() const { return m_columns; }
    int columnOf(const QString& id) const; ///< -1 when there is none

    /// A filter over this table's columns, to give to setFilter().
    Result<FilterExpression> parseFilter(QStringView text) const;
    void setFilter(FilterExpression filter);
    const FilterExpression& filter() const { return m_filter; }
    int unfilteredCount() const { return static_cast<int>(m_keys.rows().count()); }

    /// Somebody is about to filter: writes what is searched, in slices between which the event loop has its
    /// turn. Without it the first filter does so at once.
    void prepareSearch();

    RowId rowId(int row) const { return m_keys.rows().at(m_rows.at(static_cast<size_t>(row))); }
    int rowOf(RowId id) const; ///< -1 when it is filtered away or gone; looks at every row

    /// Ages are a second older: their cells are told as changed, and a filter that asks for them is applied
    /// anew.
    void refreshAges();

protected:
    using QAbstractTableModel::QAbstractTableModel;

    /// Once, in the constructor of the table, when all that its accessors need is there.
    void begin(std::vector<Column> columns);

    /// Takes what came, changed and went; each sorted. What is there already and told as having come was made
    /// anew: its fixed texts are read again too.
    void applyChanges(const Changes<RowId>& changes);

    /// The ids of all entities that may be rows.
    virtual std::vector<RowId> allRows() const = 0;
    /// Whether an entity is a row as it stands now, filters aside.
    virtual bool isMember(RowId) const { return true; }
    virtual QString state(RowId) const { return {}; }
    virtual std::optional<Millis> age(RowId) const { return std::nullopt; }

private:
    friend class TableUpdate;

    std::vector<Column> m_columns;
    TableKeys m_keys;
    RowOrder m_order{m_keys};
    std::vector<Slot> m_sorted; ///< every row, in order
    SlotSet m_passing;          ///< those that pass the filter
    std::vector<Slot> m_rows;   ///< the same, in order: what is shown
    FilterExpression m_filter;
    bool m_isPreparing = false;
};

} // namespace stowage
