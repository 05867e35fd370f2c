// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/TableUpdate.h"

#include "models/table/RowRuns.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace stowage {
namespace {

bool contains(const std::vector<RowId>& sorted, RowId id)
{
    return std::ranges::binary_search(sorted, id);
}

/// Moves the rows at these ascending indexes behind all others; both parts keep their order. The index of the
/// first.
size_t moveToTail(std::vector<SortedRow>& rows, const std::vector<int>& indexes)
{
    std::vector<SortedRow> tail;
    tail.reserve(indexes.size());
    size_t kept = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (tail.size() < indexes.size() && indexes[tail.size()] == static_cast<int>(i)) {
            tail.push_back(std::move(rows[i]));
        } else if (kept++ != i) {
            rows[kept - 1] = std::move(rows[i]);
        }
    }
    std::ranges::move(tail, rows.begin() + static_cast<std::ptrdiff_t>(kept));
    return kept;
}

} // namespace

void TableUpdate::apply(const Changes<RowId>& changes)
{
    // A table made while a change set was pending has what that set says came: it is then a change.
    std::vector<RowId> touched;
    std::ranges::set_union(changes.added, changes.changed, std::back_inserter(touched));
    std::vector<RowId> shown;
    std::vector<int> doomed;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const RowId id = m_rows[i].id;
        const bool isTouched = contains(touched, id);
        if (isTouched) {
            shown.push_back(id);
        }
        if (contains(changes.removed, id) || (isTouched && !m_model.passes(id))) {
            doomed.push_back(static_cast<int>(i));
        }
    }
    std::ranges::sort(shown);
    std::vector<RowId> fresh;
    std::ranges::set_difference(touched, shown, std::back_inserter(fresh));
    std::erase_if(fresh, [this](RowId id) { return !m_model.passes(id); });

    remove(doomed);
    resort(shown);
    tellChanged(shown);
    insert(fresh);
}

void TableUpdate::refilter()
{
    std::vector<int> doomed;
    std::vector<RowId> shown;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        shown.push_back(m_rows[i].id);
        if (!m_model.passes(m_rows[i].id)) {
            doomed.push_back(static_cast<int>(i));
        }
    }
    std::ranges::sort(shown);
    std::vector<RowId> fresh = m_model.allRows();
    std::erase_if(fresh, [&](RowId id) { return contains(shown, id) || !m_model.passes(id); });
    remove(doomed);
    insert(fresh);
}

void TableUpdate::sortAll()
{
    relayout([this] {
        for (SortedRow& row : m_rows) {
            row = m_order.key(row.id);
        }
        m_order.sort(m_rows);
    });
}

void TableUpdate::remove(const std::vector<int>& rows)
{
    std::vector<RowRun> runs = runsOf(rows);
    if (runs.size() > MaxRanges) {
        relayout([&] { moveToTail(m_rows, rows); });
        const int end = static_cast<int>(m_rows.size());
        runs = {{end - static_cast<int>(rows.size()), end - 1}};
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        m_model.beginRemoveRows({}, run->first, run->last);
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
        m_model.endRemoveRows();
    }
}

void TableUpdate::insert(const std::vector<RowId>& ids)
{
    if (ids.empty()) {
        return;
    }
    std::vector<SortedRow> fresh;
    std::ranges::transform(ids, std::back_inserter(fresh), [this](RowId id) { return m_order.key(id); });
    m_order.sort(fresh);
    // Where each would stand in the final table; neighbours there are one range.
    std::vector<int> places;
    for (const SortedRow& row : fresh) {
        const auto at = std::ranges::upper_bound(m_rows, row, m_order);
        places.push_back(static_cast<int>(at - m_rows.begin()) + static_cast<int>(places.size()));
    }
    std::vector<RowRun> runs = runsOf(places);
    const bool isScattered = runs.size() > MaxRanges;
    const size_t before = m_rows.size();
    if (isScattered) {
        runs = {{static_cast<int>(before), static_cast<int>(before + fresh.size()) - 1}};
    }
    auto from = fresh.begin();
    for (const RowRun run : runs) {
        m_model.beginInsertRows({}, run.first, run.last);
        m_rows.insert(m_rows.begin() + run.first, from, from + run.size());
        m_model.endInsertRows();
        from += run.size();
    }
    if (isScattered) {
        relayout([&] { m_order.mergeTail(m_rows, before); });
    }
}

void TableUpdate::resort(const std::vector<RowId>& ids)
{
    std::vector<int> moved;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (contains(ids, m_rows[i].id)) {
            SortedRow key = m_order.key(m_rows[i].id);
            if (key != m_rows[i]) {
                m_rows[i] = std::move(key);
                moved.push_back(static_cast<int>(i));
            }
        }
    }
    if (!moved.empty() && !std::ranges::is_sorted(m_rows, m_order)) {
        relayout([&] { m_order.mergeTail(m_rows, moveToTail(m_rows, moved)); });
    }
}

void TableUpdate::tellChanged(const std::vector<RowId>& ids)
{
    if (ids.empty()) {
        return;
    }
    std::vector<int> rows;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (contains(ids, m_rows[i].id)) {
            rows.push_back(static_cast<int>(i));
        }
    }
    const int last = m_model.columnCount() - 1;
    for (const RowRun run : runsOf(rows)) {
        Q_EMIT m_model.dataChanged(m_model.index(run.first, 0), m_model.index(run.last, last));
    }
}

template <class Rearrange>
void TableUpdate::relayout(Rearrange rearrange)
{
    Q_EMIT m_model.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = m_model.persistentIndexList();
    std::vector<RowId> ids;
    std::ranges::transform(before, std::back_inserter(ids),
                           [this](const QModelIndex& index) { return m_model.rowId(index.row()); });
    rearrange();
    m_model.changePersistentIndexList(before, remap(before, ids));
    Q_EMIT m_model.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QModelIndexList TableUpdate::remap(const QModelIndexList& before, const std::vector<RowId>& ids) const
{
    QHash<RowId, int> rowOf;
    for (const RowId id : ids) {
        rowOf.insert(id, -1);
    }
    for (size_t i = 0; i < m_rows.size() && !rowOf.isEmpty(); ++i) {
        const auto found = rowOf.find(m_rows[i].id);
        if (found != rowOf.end()) {
            *found = static_cast<int>(i);
        }
    }
    QModelIndexList after;
    for (size_t i = 0; i < ids.size(); ++i) {
        after.push_back(m_model.index(rowOf.value(ids[i]), before.at(static_cast<qsizetype>(i)).column()));
    }
    return after;
}

} // namespace stowage
