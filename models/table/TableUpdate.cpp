// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/TableUpdate.h"

#include "models/table/FilterScan.h"
#include "models/table/RowRuns.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace stowage {
namespace {

/// Where the rows that fulfil a question stand.
template <class Question>
std::vector<int> placesWhere(const std::vector<Slot>& rows, Question question)
{
    std::vector<int> places;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (question(rows[i])) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

} // namespace

void TableUpdate::apply(const Changes<RowId>& changes)
{
    const Touched touched = take(changes);
    rearrange(touched);
    SlotSet asked = touched.changed;
    asked |= touched.fresh;
    SlotSet passing = m_model.m_passing;
    passing -= touched.gone;
    passing -= asked;
    passing |= FilterScan(m_model.m_filter, m_keys).among(asked);
    show(std::move(passing), touched.changed);
    touched.gone.forEach([this](Slot slot) { m_keys.rows().remove(slot); });
}

TableUpdate::Touched TableUpdate::take(const Changes<RowId>& changes)
{
    Touched touched;
    for (const RowId id : changes.removed) {
        if (const auto slot = m_keys.rows().find(id)) {
            touched.gone.insert(*slot);
        }
    }
    for (const RowId id : changes.added) {
        touch(id, true, touched);
    }
    for (const RowId id : changes.changed) {
        touch(id, false, touched);
    }
    return touched;
}

/// What is told as having come may be there already (a table made while a change set was pending has what
/// that set says came), and what is told as changed may be a row only now.
void TableUpdate::touch(RowId id, bool isWhole, Touched& touched)
{
    const bool isMember = m_model.isMember(id);
    const std::optional<Slot> known = m_keys.rows().find(id);
    if (!isMember) {
        if (known) {
            touched.gone.insert(*known);
        }
        return;
    }
    const Slot slot = known ? *known : m_keys.rows().add(id);
    const bool differs = m_order.refresh(slot, isWhole || !known);
    if (!known) {
        touched.fresh.insert(slot);
    } else if (!touched.gone.contains(slot) && !touched.fresh.contains(slot)) {
        touched.changed.insert(slot);
        if (differs) {
            touched.moved.insert(slot);
        }
    }
}

void TableUpdate::rearrange(const Touched& touched)
{
    std::vector<Slot>& sorted = m_model.m_sorted;
    if (!touched.gone.isEmpty() || !touched.moved.isEmpty()) {
        std::erase_if(sorted, [&touched](Slot slot) {
            return touched.gone.contains(slot) || touched.moved.contains(slot);
        });
    }
    std::vector<Slot> homeless;
    for (const SlotSet* slots : {&touched.fresh, &touched.moved}) {
        slots->forEach([&homeless](Slot slot) { homeless.push_back(slot); });
    }
    if (!homeless.empty()) {
        m_order.merge(sorted, std::move(homeless));
    }
}

void TableUpdate::refilter()
{
    show(FilterScan(m_model.m_filter, m_keys).among(m_keys.rows().used()), {});
}

void TableUpdate::sortAll()
{
    m_order.sort(m_model.m_sorted);
    show(m_model.m_passing, {});
}

void TableUpdate::show(SlotSet passing, const SlotSet& changed)
{
    remove(passing);
    SlotSet kept;
    for (const Slot slot : m_rows) {
        kept.insert(slot);
    }
    m_model.m_passing = std::move(passing);
    std::vector<Slot> wanted;
    wanted.reserve(m_model.m_sorted.size());
    std::ranges::copy_if(m_model.m_sorted, std::back_inserter(wanted),
                         [this](Slot slot) { return m_model.m_passing.contains(slot); });
    reorder(wanted, kept);
    tellChanged(changed);
    insert(wanted, kept);
}

void TableUpdate::remove(const SlotSet& passing)
{
    const std::vector<int> places =
        placesWhere(m_rows, [&passing](Slot slot) { return !passing.contains(slot); });
    std::vector<RowRun> runs = runsOf(places);
    if (runs.size() > MaxRanges) {
        std::vector<Slot> rows = m_rows;
        std::stable_partition(rows.begin(), rows.end(),
                              [&passing](Slot slot) { return passing.contains(slot); });
        relayout(std::move(rows));
        const int end = static_cast<int>(m_rows.size());
        runs = {{end - static_cast<int>(places.size()), end - 1}};
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        m_model.beginRemoveRows({}, run->first, run->last);
        m_rows.erase(m_rows.begin() + run->first, m_rows.begin() + run->last + 1);
        m_model.endRemoveRows();
    }
}

void TableUpdate::reorder(const std::vector<Slot>& wanted, const SlotSet& kept)
{
    std::vector<Slot> rows;
    rows.reserve(m_rows.size());
    std::ranges::copy_if(wanted, std::back_inserter(rows),
                         [&kept](Slot slot) { return kept.contains(slot); });
    if (rows != m_rows) {
        relayout(std::move(rows));
    }
}

void TableUpdate::tellChanged(const SlotSet& changed)
{
    if (changed.isEmpty()) {
        return;
    }
    std::vector<RowRun> runs =
        runsOf(placesWhere(m_rows, [&changed](Slot slot) { return changed.contains(slot); }));
    if (runs.size() > MaxRanges) {
        runs = {{runs.front().first, runs.back().last}};
    }
    const int last = m_model.columnCount() - 1;
    for (const RowRun run : runs) {
        Q_EMIT m_model.dataChanged(m_model.index(run.first, 0), m_model.index(run.last, last));
    }
}

void TableUpdate::insert(const std::vector<Slot>& wanted, const SlotSet& kept)
{
    const auto isFresh = [&kept](Slot slot) {
        return !kept.contains(slot);
    };
    const std::vector<RowRun> runs = runsOf(placesWhere(wanted, isFresh));
    if (runs.size() > MaxRanges) {
        const int before = static_cast<int>(m_rows.size());
        m_model.beginInsertRows({}, before, static_cast<int>(wanted.size()) - 1);
        std::ranges::copy_if(wanted, std::back_inserter(m_rows), isFresh);
        m_model.endInsertRows();
        relayout(wanted);
        return;
    }
    for (const RowRun run : runs) {
        m_model.beginInsertRows({}, run.first, run.last);
        m_rows.insert(m_rows.begin() + run.first, wanted.begin() + run.first, wanted.begin() + run.last + 1);
        m_model.endInsertRows();
    }
}

void TableUpdate::relayout(std::vector<Slot> rows)
{
    Q_EMIT m_model.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = m_model.persistentIndexList();
    std::vector<Slot> slots;
    std::ranges::transform(before, std::back_inserter(slots), [this](const QModelIndex& index) {
        return m_rows[static_cast<size_t>(index.row())];
    });
    m_rows = std::move(rows);
    m_model.changePersistentIndexList(before, remap(before, slots));
    Q_EMIT m_model.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

QModelIndexList TableUpdate::remap(const QModelIndexList& before, const std::vector<Slot>& slots) const
{
    QHash<Slot, int> places;
    SlotSet wanted;
    for (const Slot slot : slots) {
        wanted.insert(slot);
    }
    for (const int place : placesWhere(m_rows, [&wanted](Slot slot) { return wanted.contains(slot); })) {
        places.insert(m_rows[static_cast<size_t>(place)], place);
    }
    QModelIndexList after;
    for (size_t i = 0; i < slots.size(); ++i) {
        after.push_back(
            m_model.index(places.value(slots[i], -1), before.at(static_cast<qsizetype>(i)).column()));
    }
    return after;
}

} // namespace stowage
