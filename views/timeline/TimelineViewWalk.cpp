// SPDX-License-Identifier: GPL-3.0-or-later
// How one walks through TimelineView by keys: from entry to entry, and through columns that count them.
#include "views/timeline/TimelineView.h"

#include <algorithm>

namespace stowage {
namespace {

/// How far a stretch lies from a place; nothing when it is out of sight.
std::optional<double> distance(double left, double right, double x, const QRect& seen)
{
    if (right < seen.left() || left > seen.right()) {
        return std::nullopt;
    }
    return x < left ? left - x : x > right ? x - right : 0;
}

} // namespace

std::vector<TimelineView::Row> TimelineView::rows() const
{
    std::vector<Row> rows;
    for (size_t lane = 0; lane < m_layout.lanes().size(); ++lane) {
        if (!m_layout.lanes()[lane].older.empty()) {
            rows.push_back({lane, Row::Older});
        }
        for (size_t band = 0; band < m_layout.lanes()[lane].bands.size(); ++band) {
            rows.push_back({lane, static_cast<int>(band)});
        }
    }
    return rows;
}

const std::vector<TimelineLayout::Column>& TimelineView::columnsOf(const Row& row) const
{
    const TimelineLayout::Lane& lane = m_layout.lanes()[row.lane];
    return row.band == Row::Older ? lane.older : lane.bands[static_cast<size_t>(row.band)].columns;
}

/// Of the entry or column that is chosen.
std::optional<size_t> TimelineView::chosenRow(const std::vector<Row>& rows) const
{
    const auto index = indexOf(m_current);
    const auto place = index ? m_layout.find(*index) : std::nullopt;
    const auto found = std::ranges::find_if(rows, [&](const Row& row) {
        if (m_column) {
            return row.band == m_column->band && m_layout.lanes()[row.lane].lane == m_column->lane;
        }
        return place && row.lane == place->lane && row.band == static_cast<int>(place->band);
    });
    return found == rows.end() ? std::nullopt : std::optional(static_cast<size_t>(found - rows.begin()));
}

const TimelineLayout::Column* TimelineView::chosenColumn() const
{
    if (!m_column) {
        return nullptr;
    }
    const std::vector<Row> all = rows();
    const auto row = chosenRow(all);
    if (!row) {
        return nullptr;
    }
    const std::vector<TimelineLayout::Column>& columns = columnsOf(all[*row]);
    const auto found = std::ranges::find_if(columns, [this](const TimelineLayout::Column& column) {
        const Timestamp from = m_layout.columnFrom(column);
        return m_column->at >= from && m_column->at < from + m_layout.columnLength();
    });
    return found == columns.end() ? nullptr : &*found;
}

QString TimelineView::columnInWords() const
{
    const TimelineLayout::Column* column = chosenColumn();
    return column != nullptr ? inWords(*column, m_column->band == Row::Older) : QString();
}

QRectF TimelineView::rectOf(const Row& row, const TimelineLayout::Column& column) const
{
    const TimelineFrame where = frame();
    const TimelineLayout::Lane& lane = m_layout.lanes()[row.lane];
    const bool isOlder = row.band == Row::Older;
    const int top =
        isOlder ? lane.top + TimelineLayout::LanePadding : lane.bands[static_cast<size_t>(row.band)].top;
    const Timestamp from = m_layout.columnFrom(column);
    Timestamp to = from + m_layout.columnLength();
    if (isOlder) {
        to = std::min(to, m_content.coveredFrom);
    }
    return {QPointF(where.x(from), where.top(top)),
            QPointF(where.x(to), where.top(top) + TimelineLayout::ColumnsHeight - 1)};
}

void TimelineView::choose(const Row& row, const TimelineLayout::Column& column)
{
    m_current = 0;
    m_column = ColumnSpot{m_layout.lanes()[row.lane].lane, row.band,
                          m_layout.columnFrom(column) + m_layout.columnLength() / 2};
    scrollTo(frame().layoutY(rectOf(row, column).top()), TimelineLayout::ColumnsHeight);
    setAccessibleDescription(tr("%1; Enter looks closer").arg(columnInWords()));
    viewport()->update();
    Q_EMIT currentChanged();
}

void TimelineView::forgetColumn()
{
    if (!m_column && !accessibleDescription().isEmpty()) {
        return;
    }
    m_column.reset();
    setAccessibleDescription(
        tr("What happened, in lanes by time. Arrow keys up and down go from entry to entry, "
           "left and right move in time; v shows a table."));
}

void TimelineView::lookCloser(const TimelineLayout::Column& column)
{
    const Timestamp from = m_layout.columnFrom(column);
    const Millis length = m_layout.columnLength();
    forgetColumn(); // there are others when one looks closer
    showRange({from - length / 2, from + length + length / 2});
}

/// To the entry of the same row before or after; from an end to the neighbouring row.
void TimelineView::step(bool forward)
{
    if (stepColumn(forward)) {
        return;
    }
    const auto index = indexOf(m_current);
    const auto at = index ? std::ranges::find(m_order, *index) : m_order.end();
    if (at == m_order.end()) {
        stepRow(true);
    } else if (forward ? at + 1 != m_order.end() : at != m_order.begin()) {
        const quint32 next = forward ? *(at + 1) : *(at - 1);
        reveal(next);
        choose(next);
    }
}

/// False when no column is chosen.
bool TimelineView::stepColumn(bool forward)
{
    const TimelineLayout::Column* column = chosenColumn();
    if (column == nullptr) {
        return false;
    }
    const std::vector<Row> all = rows();
    const Row row = all[*chosenRow(all)];
    const std::vector<TimelineLayout::Column>& columns = columnsOf(row);
    const auto place = column - columns.data() + (forward ? 1 : -1);
    if (place >= 0 && place < std::ssize(columns)) {
        const TimelineLayout::Column& next = columns[static_cast<size_t>(place)];
        const Timestamp from = m_layout.columnFrom(next);
        if (from < m_window.shown().from || from + m_layout.columnLength() > m_window.shown().to) {
            const Millis half = m_window.length() / 2;
            showRange({from - half, from + half}); // of the same length: the columns stay what they are
        }
        if (const TimelineLayout::Column* there =
                nearestColumn(row, frame().x(from + m_layout.columnLength() / 2))) {
            choose(row, *there);
        }
    }
    return true;
}

std::optional<quint32> TimelineView::nearestEntry(const Row& row, double x) const
{
    if (row.band == Row::Older) {
        return std::nullopt;
    }
    const TimelineFrame where = frame();
    std::optional<quint32> nearest;
    double least = 0;
    for (const TimelineLayout::Item& item :
         m_layout.lanes()[row.lane].bands[static_cast<size_t>(row.band)].items) {
        const auto off = distance(where.x(item.from), where.x(item.to), x, where.lanes());
        if (off && (!nearest || *off < least)) {
            nearest = item.entry;
            least = *off;
        }
    }
    return nearest;
}

const TimelineLayout::Column* TimelineView::nearestColumn(const Row& row, double x) const
{
    const TimelineLayout::Column* nearest = nullptr;
    double least = 0;
    for (const TimelineLayout::Column& column : columnsOf(row)) {
        const QRectF rect = rectOf(row, column);
        const auto off = distance(rect.left() + 1, rect.right() - 1, x, frame().lanes());
        if (off && (nearest == nullptr || *off < least)) {
            nearest = &column;
            least = *off;
        }
    }
    return nearest;
}

/// To what lies nearest in time in the row above or below that has anything to be seen; at first to the
/// first.
void TimelineView::stepRow(bool down)
{
    const TimelineFrame where = frame();
    const std::optional<Timestamp> chosen = chosenTime();
    const double x = chosen
                         ? std::clamp<double>(where.x(*chosen), where.lanes().left(), where.lanes().right())
                         : where.lanes().left();
    const std::vector<Row> all = rows();
    const std::optional<size_t> from = chosenRow(all);
    for (size_t i = from ? (down ? *from + 1 : *from - 1) : 0; i < all.size(); down ? ++i : --i) {
        if (const auto entry = nearestEntry(all[i], x)) {
            reveal(*entry);
            choose(*entry);
            return;
        }
        if (const TimelineLayout::Column* column = nearestColumn(all[i], x)) {
            choose(all[i], *column);
            return;
        }
    }
}

void TimelineView::activate()
{
    if (const TimelineLayout::Column* column = chosenColumn()) {
        lookCloser(*column);
        return;
    }
    const TimelineEntry* entry = current();
    if (entry == nullptr) {
        return;
    }
    if (entry->isStorm) {
        Q_EMIT stormToggled(entry->incident);
    } else {
        Q_EMIT activated();
    }
}

} // namespace stowage
