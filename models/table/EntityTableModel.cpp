// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/EntityTableModel.h"

#include "models/core/Listed.h"
#include "models/core/NearestName.h"
#include "models/table/TableUpdate.h"

#include <algorithm>

namespace stowage {
namespace {

/// Texts written a turn of the event loop: some milliseconds.
constexpr Slot SliceOfKeys = 4'096;

QVariant sortValue(const Column& column, RowId id)
{
    if (!isNumeric(column.unit)) {
        return column.text(id);
    }
    const auto value = column.number(id);
    return value ? QVariant::fromValue(*value) : QVariant();
}

QVariant alignmentOf(const Column& column)
{
    return QVariant::fromValue(
        Qt::Alignment(Qt::AlignVCenter | (column.isRightAligned() ? Qt::AlignRight : Qt::AlignLeft)));
}

} // namespace

void EntityTableModel::begin(std::vector<Column> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_keys.setColumns(m_columns);
    for (const RowId id : allRows()) {
        if (isMember(id)) {
            m_sorted.push_back(m_keys.rows().add(id));
        }
    }
    m_order.sort(m_sorted);
    m_passing = m_keys.rows().used();
    m_rows = m_sorted;
    endResetModel();
}

int EntityTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntityTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant EntityTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RowId id = rowId(index.row());
    const Column& column = m_columns[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.shown(id);
    case Qt::ToolTipRole:
        return isNumeric(column.unit) ? QVariant() : QVariant(column.whole(id));
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case SortRole:
        return sortValue(column, id);
    case IdRole:
        return QVariant::fromValue(id);
    case StateRole:
        return state(id);
    case AgeRole: {
        const auto known = age(id);
        return known ? QVariant::fromValue<qint64>(known->count()) : QVariant();
    }
    default:
        return {};
    }
}

QVariant EntityTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Column& column = m_columns[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case IdRole:
        return column.id;
    default:
        return {};
    }
}

void EntityTableModel::sort(int column, Qt::SortOrder order)
{
    const bool isNone = column < 0 || column >= columnCount();
    m_order.set(isNone ? -1 : column, order);
    TableUpdate(*this).sortAll();
}

Result<void> EntityTableModel::sortBy(const QString& columnId)
{
    const bool isDescending = columnId.startsWith(QLatin1Char('-'));
    const QString id = isDescending ? columnId.mid(1) : columnId;
    const int column = columnOf(id);
    if (column < 0) {
        QStringList known;
        std::ranges::transform(m_columns, std::back_inserter(known), &Column::id);
        const QString nearest = nearestName(id, known);
        return fail({ErrorKind::Usage,
                     tr("there is no column %1 to sort by").arg(id),
                     {},
                     nearest.isEmpty() ? tr("The columns are %1.").arg(listed(known))
                                       : tr("Did you mean %1?").arg(nearest),
                     {}});
    }
    sort(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    return {};
}

int EntityTableModel::columnOf(const QString& id) const
{
    const auto found = std::ranges::find(m_columns, id, &Column::id);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

Result<FilterExpression> EntityTableModel::parseFilter(QStringView text) const
{
    std::vector<FilterColumn> columns;
    std::ranges::transform(m_columns, std::back_inserter(columns), [](const Column& column) {
        return FilterColumn{column.id, column.unit, column.ranks};
    });
    return FilterExpression::parse(text, columns);
}

void EntityTableModel::setFilter(FilterExpression filter)
{
    m_filter = std::move(filter);
    TableUpdate(*this).refilter();
}

void EntityTableModel::prepareSearch()
{
    if (m_isPreparing) {
        return;
    }
    for (int column = 0; column < columnCount(); ++column) {
        const Column& searched = m_columns[static_cast<size_t>(column)];
        if (!isNumeric(searched.unit) && !searched.seek && m_keys.writeSome(column, SliceOfKeys)) {
            m_isPreparing = true;
            break;
        }
    }
    if (m_isPreparing) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_isPreparing = false;
                prepareSearch();
            },
            Qt::QueuedConnection);
    }
}

int EntityTableModel::rowOf(RowId id) const
{
    const std::optional<Slot> slot = m_keys.rows().find(id);
    if (!slot || !m_passing.contains(*slot)) {
        return -1;
    }
    const auto found = std::ranges::find(m_rows, *slot);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void EntityTableModel::refreshAges()
{
    if (m_filter.dependsOnAge()) {
        TableUpdate(*this).refilter();
    }
    for (size_t i = 0; i < m_columns.size() && !m_rows.empty(); ++i) {
        if (m_columns[i].unit == Unit::Age) {
            const int column = static_cast<int>(i);
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column),
                               {Qt::DisplayRole, SortRole, AgeRole});
        }
    }
}

void EntityTableModel::applyChanges(const Changes<RowId>& changes)
{
    if (!changes.isEmpty()) {
        TableUpdate(*this).apply(changes);
    }
}

} // namespace stowage
