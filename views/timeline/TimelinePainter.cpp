// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelinePainter.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/timeline/TimelineWords.h"
#include "views/widgets/Status.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr double MarkSize = 10;
constexpr double Fade = 28; ///< how far what has no known end fades
constexpr int LeastLabel = 18;
constexpr double ColumnHead = 13; ///< where a column's count stands

QColor faint(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

} // namespace

QRectF TimelinePainter::clip() const
{
    return m_frame->lanes();
}

void TimelinePainter::paint(QPainter& painter, const TimelineFrame& frame, const TimelineLayout& layout,
                            const TimelineContent& content, const Marks& marks)
{
    m_painter = &painter;
    m_frame = &frame;
    m_layout = &layout;
    m_content = &content;
    m_marks = marks;
    painter.fillRect(QRect(QPoint(), frame.size), m_theme.color(Token::Panel));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipRect(clip());
    bool isOdd = false;
    for (const TimelineLayout::Lane& lane : layout.lanes()) {
        const int top = frame.top(lane.top);
        if (isOdd) {
            painter.fillRect(QRectF(0, top, frame.size.width(), lane.height),
                             m_theme.blend(Token::Raised, Token::Panel, 0.55));
        }
        isOdd = !isOdd;
    }
    paintTicks();
    for (const TimelineLayout::Lane& lane : layout.lanes()) {
        paintLane(lane);
    }
    if (m_marks.column) {
        paintRing(*m_marks.column, true);
    }
    paintNow();
    painter.restore();
    paintHeads();
    paintAxis();
    paintCross();
}

void TimelinePainter::paintLane(const TimelineLayout::Lane& lane)
{
    const int top = m_frame->top(lane.top);
    const QRect area = m_frame->lanes();
    if (top > area.bottom() || top + lane.height < area.top()) {
        return;
    }
    m_painter->setPen(QPen(m_theme.color(Token::Line), 1));
    m_painter->drawLine(QPointF(area.left(), top + lane.height - 0.5),
                        QPointF(area.right() + 1, top + lane.height - 0.5));
    if (m_content->coveredFrom > m_frame->shown.from && !m_content->isCounted) {
        const double end = std::min<double>(m_frame->x(m_content->coveredFrom), area.right());
        hatch({double(area.left()), double(top), end - area.left(), double(lane.height)}, Token::Line, 0.7);
    }
    paintColumns(lane.older, m_frame->top(lane.top + TimelineLayout::LanePadding), true);
    for (const TimelineLayout::Band& band : lane.bands) {
        const int y = m_frame->top(band.top);
        if (y <= area.bottom() && y + band.height >= area.top()) {
            paintBand(band);
        }
    }
}

void TimelinePainter::paintBand(const TimelineLayout::Band& band)
{
    if (band.isOfStorm) {
        // Below its storm, told apart by its ground.
        m_painter->fillRect(
            QRectF(m_frame->lanes().left(), m_frame->top(band.top), m_frame->lanes().width(), band.height),
            faint(m_theme.color(Token::Accent), 0.08));
    }
    paintColumns(band.columns, m_frame->top(band.top), false);
    const Timestamp end = m_frame->timeAt(clip().right());
    const auto first =
        std::ranges::lower_bound(band.items, m_frame->shown.from, {}, &TimelineLayout::Item::to);
    for (auto item = first; item != band.items.end() && item->from <= end; ++item) {
        paintItem(*item, band);
    }
}

void TimelinePainter::paintItem(const TimelineLayout::Item& item, const TimelineLayout::Band& band)
{
    const TimelineEntry& entry = m_content->entries[item.entry];
    const QRectF bar = m_frame->rectOf(entry, band, m_content->now);
    const QRectF seen =
        bar.intersected(clip().adjusted(-1, -m_frame->size.height(), 0, m_frame->size.height()));
    const bool isSpan = entry.shape == TimelineEntry::Shape::Span;
    if (isSpan && !seen.isEmpty()) {
        paintBar(entry, bar, seen);
    }
    // A bar that began before stays named as long as it is seen.
    double left = bar.left();
    if (isSpan) {
        left = std::max(left, clip().left());
        if (left + TimelineLayout::MarkRoom > std::max(bar.right(), bar.left() + TimelineLayout::MarkRoom)) {
            left = bar.right() - TimelineLayout::MarkRoom;
        }
    }
    const QPointF middle(left + TimelineLayout::MarkRoom / 2.0, bar.center().y());
    double text = left + TimelineLayout::MarkRoom + 2;
    if (entry.isStorm) {
        m_painter->setPen(QPen(m_theme.color(Token::Text), 1.6));
        const bool isOpen = m_content->opened.contains(entry.incident);
        const QPointF at(text + 4, middle.y());
        const QPointF a = isOpen ? QPointF(-3.5, -1.8) : QPointF(-1.8, -3.5);
        const QPointF tip = isOpen ? QPointF(0, 1.8) : QPointF(1.8, 0);
        const QPointF b = isOpen ? QPointF(3.5, -1.8) : QPointF(-1.8, 3.5);
        m_painter->drawPolyline(QPolygonF({at + a, at + tip, at + b}));
        text += 12;
    }
    paintMark(entry, middle);
    const double end = std::min(m_frame->x(item.to) - 2, clip().right());
    if (end - text >= LeastLabel) {
        paintLabel(item.entry, QRectF(text, bar.top(), end - text, bar.height()));
    }
    if (m_marks.current == item.entry || m_marks.hovered == item.entry) {
        paintRing(isSpan ? seen : bar, m_marks.current == item.entry);
    }
}

void TimelinePainter::paintBar(const TimelineEntry& entry, const QRectF& bar, const QRectF& seen)
{
    const Token token = words::tokenOf(entry.severity);
    const QColor fill = m_theme.blend(token, Token::Panel, 0.26);
    const QColor edge = m_theme.blend(token, Token::Panel, 0.75);
    const bool fadesIn = entry.isBeginUnknown;
    const bool fadesOut = entry.end == TimelineEntry::End::NotTold;
    if ((fadesIn || fadesOut) && bar.width() > TimelineLayout::MarkRoom) {
        const double share = std::min(0.45, Fade / bar.width());
        QLinearGradient ground(bar.topLeft(), bar.topRight());
        const QColor none = faint(fill, 0);
        ground.setColorAt(0, fadesIn ? none : fill);
        ground.setColorAt(share, fill);
        ground.setColorAt(1 - share, fill);
        ground.setColorAt(1, fadesOut ? none : fill);
        m_painter->fillRect(seen, ground);
    } else {
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(fill);
        m_painter->drawRoundedRect(seen, 2.5, 2.5);
    }
    paintUnknown(entry, bar);
    m_painter->setPen(QPen(edge, 1.5));
    if (!fadesIn && bar.left() >= clip().left()) {
        m_painter->drawLine(QPointF(bar.left() + 0.75, bar.top() + 1),
                            QPointF(bar.left() + 0.75, bar.bottom() - 1));
    }
    if (!entry.isStanding() && !fadesOut && bar.right() <= clip().right() + 1) {
        m_painter->drawLine(QPointF(bar.right() - 0.75, bar.top() + 1),
                            QPointF(bar.right() - 0.75, bar.bottom() - 1));
    }
}

void TimelinePainter::paintUnknown(const TimelineEntry& entry, const QRectF& bar)
{
    if (entry.end != TimelineEntry::End::Unknown) {
        return;
    }
    const double from = std::clamp(m_frame->x(entry.unknownSince), bar.left(), bar.right());
    const QRectF part(from, bar.top(), bar.right() - from, bar.height());
    m_painter->fillRect(part, m_theme.color(Token::Panel));
    hatch(part, Token::Unknown, 0.8);
}

/// Slanting lines, the same on each screen.
void TimelinePainter::hatch(const QRectF& area, Token token, double opacity)
{
    const QRectF seen = area.intersected(clip());
    if (seen.isEmpty()) {
        return;
    }
    constexpr double Step = 6;
    m_painter->save();
    m_painter->setClipRect(seen, Qt::IntersectClip);
    m_painter->setPen(QPen(faint(m_theme.color(token), opacity), 1));
    const double height = seen.height();
    QList<QLineF> lines;
    for (double x = std::floor((seen.left() - height) / Step) * Step; x < seen.right(); x += Step) {
        lines << QLineF(x, seen.bottom(), x + height, seen.top());
    }
    m_painter->drawLines(lines);
    m_painter->restore();
}

void TimelinePainter::paintMark(const TimelineEntry& entry, const QPointF& middle)
{
    const QRectF box(middle.x() - MarkSize / 2, middle.y() - MarkSize / 2, MarkSize, MarkSize);
    const Status status = words::statusOf(entry);
    if (status == Status::NotSeen) {
        drawStatusMark(*m_painter, box, status, m_theme);
        return;
    }
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_theme.color(words::tokenOf(entry)));
    m_painter->drawPath(statusShape(status, box));
}

void TimelinePainter::paintLabel(quint32 index, const QRectF& room)
{
    constexpr int Step = 8;
    const int width = static_cast<int>(room.width()) / Step * Step;
    Text& text = m_texts[index];
    if (text.room != width) {
        const QFontMetrics metrics(fonts::secondary());
        text.room = width;
        text.text.setTextFormat(Qt::PlainText);
        text.text.setText(
            metrics.elidedText(words::timelineLabel(m_content->entries[index]), Qt::ElideRight, width));
        text.text.setPerformanceHint(QStaticText::AggressiveCaching);
        text.text.prepare({}, fonts::secondary());
    }
    m_painter->setFont(fonts::secondary());
    m_painter->setPen(m_theme.color(Token::Text));
    m_painter->drawStaticText(QPointF(room.left(), room.center().y() - text.text.size().height() / 2),
                              text.text);
}

void TimelinePainter::paintRing(const QRectF& rect, bool isCurrent)
{
    const double width = isCurrent && m_marks.hasFocus ? 2 : 1;
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(QPen(m_theme.color(isCurrent ? Token::Accent : Token::Text2), width));
    m_painter->drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3);
}

void TimelinePainter::paintColumns(const std::vector<TimelineLayout::Column>& columns, int top, bool isOlder)
{
    quint64 most = 1;
    for (const TimelineLayout::Column& column : columns) {
        most = std::max(most, column.count);
    }
    m_painter->setFont(fonts::label());
    const double room = TimelineLayout::ColumnsHeight - ColumnHead - 2;
    for (const TimelineLayout::Column& column : columns) {
        const Timestamp from = m_layout->columnFrom(column);
        const double left = m_frame->x(from);
        double right = m_frame->x(from + m_layout->columnLength());
        if (isOlder) {
            right = std::min(right, m_frame->x(m_content->coveredFrom));
        }
        if (right < clip().left() || left > clip().right() || right - left < 1) {
            continue;
        }
        // One of a thousand can be seen, and a thousand do not hide that there are more elsewhere.
        const double share = std::sqrt(static_cast<double>(column.count) / static_cast<double>(most));
        const double height = std::max(3.0, share * room);
        const double bottom = top + TimelineLayout::ColumnsHeight - 1;
        const Token token = words::tokenOf(column.worst);
        const QRectF bar(left + 1, bottom - height, right - left - 2, height);
        m_painter->fillRect(bar, m_theme.blend(token, Token::Panel, 0.45));
        m_painter->fillRect(QRectF(bar.left(), bar.top(), bar.width(), 1.5), m_theme.color(token));
        if (right - left >= LeastLabel) {
            m_painter->setPen(m_theme.color(Token::Text2));
            m_painter->drawText(QRectF(left, bar.top() - ColumnHead, right - left, ColumnHead),
                                Qt::AlignHCenter | Qt::AlignBottom, words::shortCount(column.count));
        }
    }
}

} // namespace stowage
