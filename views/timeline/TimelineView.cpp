// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineView.h"

#include "views/theme/Theme.h"
#include "views/timeline/TimelineAccessible.h"
#include "views/timeline/TimelineWords.h"
#include "views/widgets/Words.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace stowage {

TimelineView::TimelineView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_painter(theme)
{
    TimelineAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
    forgetColumn();
}

QSize TimelineView::sizeHint() const
{
    return {760, 420};
}

TimelineFrame TimelineView::frame() const
{
    return {m_window.shown(), viewport()->size(), verticalScrollBar()->value()};
}

void TimelineView::setWhole(const TimeRange& whole, bool isLive)
{
    m_window.setWhole(whole, isLive);
    m_window.setFirst(whole);
    layOutIfNeeded();
    viewport()->update();
}

void TimelineView::showWhole()
{
    move([](ChartWindow& window) { window.show(window.whole()); });
}

void TimelineView::showRange(const TimeRange& range)
{
    move([&range](ChartWindow& window) { window.show(range); });
}

void TimelineView::move(const std::function<void(ChartWindow&)>& how)
{
    const TimeRange before = m_window.shown();
    how(m_window);
    if (m_window.shown() != before) {
        layOutIfNeeded();
        viewport()->update();
        Q_EMIT windowChanged();
    }
}

void TimelineView::setContent(TimelineContent content)
{
    const auto kept = anchor();
    const bool hadCurrent = current() != nullptr;
    m_content = std::move(content);
    m_places.clear();
    m_places.reserve(static_cast<qsizetype>(m_content.entries.size()));
    for (quint32 i = 0; i < m_content.entries.size(); ++i) {
        m_places.insert(m_content.entries[i].id, i);
    }
    m_painter.forget();
    layOut();
    keepInPlace(kept);
    if (hadCurrent || current() != nullptr) {
        Q_EMIT currentChanged();
    }
}

void TimelineView::setNow(Timestamp now)
{
    m_content.now = now;
    viewport()->update();
}

/// What is looked at, and how high it stands: the chosen entry where it is seen, else the topmost.
std::optional<std::pair<RowId, int>> TimelineView::anchor() const
{
    const TimelineFrame where = frame();
    const auto heightOf = [&](RowId id) -> std::optional<int> {
        const auto index = indexOf(id);
        const auto place = index ? m_layout.find(*index) : std::nullopt;
        if (!place) {
            return std::nullopt;
        }
        return where.top(m_layout.lanes()[place->lane].bands[place->band].top);
    };
    if (const auto y = heightOf(m_current); y && *y >= TimelineFrame::Axis && *y < where.size.height()) {
        return std::pair(m_current, *y);
    }
    if (verticalScrollBar()->value() == 0) {
        return std::nullopt;
    }
    for (const quint32 entry : m_order) {
        const RowId id = m_content.entries[entry].id;
        if (const auto y = heightOf(id); y && *y >= TimelineFrame::Axis) {
            return std::pair(id, *y);
        }
    }
    return std::nullopt;
}

void TimelineView::keepInPlace(const std::optional<std::pair<RowId, int>>& anchor)
{
    const auto index = anchor ? indexOf(anchor->first) : std::nullopt;
    const auto place = index ? m_layout.find(*index) : std::nullopt;
    if (place) {
        const int top = m_layout.lanes()[place->lane].bands[place->band].top;
        verticalScrollBar()->setValue(top + TimelineFrame::Axis - anchor->second);
    }
}

void TimelineView::layOutIfNeeded()
{
    if (!m_layout.isFor(m_window.shown(), frame().timeWidth())) {
        const auto kept = anchor();
        layOut();
        keepInPlace(kept);
    }
}

void TimelineView::layOut()
{
    const TimelineFrame where = frame();
    m_layout.lay(m_content, where.shown, where.timeWidth());
    m_order.clear();
    for (const TimelineLayout::Lane& lane : m_layout.lanes()) {
        for (const TimelineLayout::Band& band : lane.bands) {
            for (const TimelineLayout::Item& item : band.items) {
                m_order.push_back(item.entry);
            }
        }
    }
    const int room = where.lanes().height();
    verticalScrollBar()->setRange(0, std::max(0, m_layout.height() - room));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(TimelineLayout::RowHeight);
    viewport()->update();
    Q_EMIT laidOut();
}

std::optional<quint32> TimelineView::indexOf(RowId id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.cend() ? std::nullopt : std::optional(*found);
}

const TimelineEntry* TimelineView::current() const
{
    const auto index = indexOf(m_current);
    return index ? &m_content.entries[*index] : nullptr;
}

const TimelineEntry* TimelineView::hovered() const
{
    const auto index = indexOf(m_hovered);
    return index ? &m_content.entries[*index] : nullptr;
}

std::optional<Timestamp> TimelineView::cross() const
{
    if (m_pointer) {
        return m_pointer;
    }
    return hasFocus() ? chosenTime() : std::nullopt;
}

std::optional<Timestamp> TimelineView::chosenTime() const
{
    if (const TimelineEntry* chosen = current()) {
        return chosen->from;
    }
    return chosenColumn() != nullptr ? std::optional(m_column->at) : std::nullopt;
}

void TimelineView::setCurrent(RowId id)
{
    const auto index = indexOf(id);
    if (index) {
        reveal(*index);
        choose(*index);
    }
}

void TimelineView::choose(quint32 entry)
{
    forgetColumn();
    m_current = m_content.entries[entry].id;
    viewport()->update();
    tellAccessibility();
    Q_EMIT currentChanged();
}

/// Brings an entry into sight: time moves when it lies elsewhere, and lanes scroll.
void TimelineView::reveal(quint32 index)
{
    const TimelineEntry& entry = m_content.entries[index];
    const TimeRange& shown = m_window.shown();
    const Timestamp end = entry.isStanding() ? m_content.now : entry.to;
    if (entry.from > shown.to || end < shown.from) {
        const Millis half = m_window.length() / 2;
        showRange({entry.from - half, entry.from + half});
    }
    if (const auto place = m_layout.find(index)) {
        const TimelineLayout::Band& band = m_layout.lanes()[place->lane].bands[place->band];
        scrollTo(band.top, band.height);
    }
}

void TimelineView::scrollTo(int top, int height)
{
    constexpr int Around = TimelineLayout::LanePadding;
    QScrollBar& bar = *verticalScrollBar();
    const int room = frame().lanes().height();
    const int most = std::max(top - Around, top + height - room);
    bar.setValue(std::clamp(bar.value(), std::min(top + height + Around - room, most), most));
}

QRectF TimelineView::rectOf(quint32 entry) const
{
    const auto place = m_layout.find(entry);
    return place ? frame().rectOf(m_content.entries[entry], m_layout.lanes()[place->lane].bands[place->band],
                                  m_content.now)
                 : QRectF();
}

std::optional<quint32> TimelineView::entryAt(const QPointF& at) const
{
    const TimelineFrame where = frame();
    const int y = where.layoutY(at.y());
    const TimelineLayout::Lane* lane = where.lanes().contains(at.toPoint()) ? m_layout.laneAt(y) : nullptr;
    const TimelineLayout::Band* band = lane != nullptr ? TimelineLayout::bandAt(*lane, y) : nullptr;
    if (band == nullptr) {
        return std::nullopt;
    }
    const Timestamp time = where.timeAt(at.x());
    // The label belongs to the entry as well.
    const auto item = std::ranges::lower_bound(band->items, time, {}, &TimelineLayout::Item::to);
    return item != band->items.end() && item->from <= time ? std::optional(item->entry) : std::nullopt;
}

const TimelineLayout::Column* TimelineView::columnAt(const QPointF& at, bool* isOlder) const
{
    const TimelineFrame where = frame();
    const int y = where.layoutY(at.y());
    const TimelineLayout::Lane* lane = where.lanes().contains(at.toPoint()) ? m_layout.laneAt(y) : nullptr;
    if (lane == nullptr) {
        return nullptr;
    }
    const Timestamp time = where.timeAt(at.x());
    const TimelineLayout::Band* band = TimelineLayout::bandAt(*lane, y);
    const bool isBefore = time < m_content.coveredFrom;
    const std::vector<TimelineLayout::Column>* columns = isBefore ? &lane->older
                                                         : band   ? &band->columns
                                                                  : nullptr;
    if (columns == nullptr) {
        return nullptr;
    }
    if (isOlder != nullptr) {
        *isOlder = isBefore;
    }
    const auto found = std::ranges::find_if(*columns, [&](const TimelineLayout::Column& column) {
        const Timestamp from = m_layout.columnFrom(column);
        return time >= from && time < from + m_layout.columnLength();
    });
    return found == columns->end() ? nullptr : &*found;
}

QString TimelineView::textAt(const QPointF& at) const
{
    if (const auto entry = entryAt(at)) {
        return words::timelineInWords(m_content.entries[*entry], m_content.now);
    }
    bool isOlder = false;
    const TimelineLayout::Column* column = columnAt(at, &isOlder);
    return column != nullptr ? tr("%1; press to look closer").arg(inWords(*column, isOlder)) : QString();
}

QString TimelineView::inWords(const TimelineLayout::Column& column, bool isOlder) const
{
    const Timestamp from = m_layout.columnFrom(column);
    const QString span = tr("%1 to %2")
                             .arg(words::utcTime(from, m_content.now),
                                  words::utcTime(from + m_layout.columnLength(), m_content.now));
    const int count = static_cast<int>(column.count);
    return isOlder ? tr("%Ln events, %1", nullptr, count).arg(span)
                   : tr("%Ln entries, %1", nullptr, count).arg(span);
}

void TimelineView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    TimelinePainter::Marks marks;
    marks.current = indexOf(m_current);
    marks.hovered = indexOf(m_hovered);
    marks.cross = cross();
    marks.hasFocus = hasFocus();
    if (const TimelineLayout::Column* column = chosenColumn()) {
        const std::vector<Row> all = rows();
        marks.column = rectOf(all[*chosenRow(all)], *column);
    }
    m_painter.paint(painter, frame(), m_layout, m_content, marks);
}

void TimelineView::tellAccessibility()
{
    const auto index = indexOf(m_current);
    const auto place = index ? std::ranges::find(m_order, *index) : m_order.end();
    if (hasFocus() && place != m_order.end() && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(static_cast<int>(place - m_order.begin()));
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace stowage
