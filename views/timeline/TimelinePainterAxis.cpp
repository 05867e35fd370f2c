// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TimelinePainter about time and names: axis, heads of lanes, now, cross hair.
#include "views/chart/ChartTicks.h"
#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/theme/Theme.h"
#include "views/timeline/TimelinePainter.h"
#include "views/timeline/TimelineWords.h"
#include "views/widgets/Words.h"

#include <QPainter>

#include <algorithm>

namespace stowage {
namespace {

constexpr int TickRoom = 84; ///< pixels that a tick takes

std::vector<ChartTick> ticksOf(const TimelineFrame& frame)
{
    return timeTicks(frame.shown, std::max(2, frame.lanes().width() / TickRoom));
}

double xOf(const TimelineFrame& frame, const ChartTick& tick)
{
    return frame.x(Timestamp{Millis{static_cast<qint64>(tick.at)}});
}

} // namespace

void TimelinePainter::paintTicks()
{
    const QRect area = m_frame->lanes();
    m_painter->setPen(QPen(m_theme.blend(Token::Line, Token::Panel, 0.6), 1));
    for (const ChartTick& tick : ticksOf(*m_frame)) {
        const double x = std::round(xOf(*m_frame, tick)) + 0.5;
        m_painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 1));
    }
    // What is to come.
    const double now = m_frame->x(m_content->now);
    if (now < area.right()) {
        m_painter->fillRect(QRectF(now, area.top(), area.right() + 1 - now, area.height()),
                            m_theme.color(Token::Window));
    }
}

void TimelinePainter::paintAxis()
{
    m_painter->fillRect(QRect(0, 0, m_frame->size.width(), TimelineFrame::Axis), m_theme.color(Token::Panel));
    m_painter->setPen(QPen(m_theme.color(Token::Line), 1));
    m_painter->drawLine(QPointF(0, TimelineFrame::Axis - 0.5),
                        QPointF(m_frame->size.width(), TimelineFrame::Axis - 0.5));
    m_painter->setFont(fonts::label());
    m_painter->setPen(m_theme.color(Token::Text2));
    // Where the cross hair says its time, a tick's would be cut.
    const bool hasCross = m_marks.cross && *m_marks.cross >= m_frame->shown.from;
    const double cross = hasCross ? m_frame->x(*m_marks.cross) : -TickRoom;
    double end = TimelineFrame::Heads - 30;
    for (const ChartTick& tick : ticksOf(*m_frame)) {
        const double wide = QFontMetricsF(fonts::label()).horizontalAdvance(tick.text);
        const double left = xOf(*m_frame, tick) - wide / 2;
        const bool isClear = std::abs(xOf(*m_frame, tick) - cross) > (wide + TickRoom) / 2;
        if (isClear && left > end && left + wide <= m_frame->size.width()) {
            m_painter->drawText(QRectF(left, 0, wide + 2, TimelineFrame::Axis),
                                Qt::AlignLeft | Qt::AlignVCenter, tick.text);
            end = left + wide + metrics::Gap;
        }
    }
    m_painter->setPen(m_theme.color(Token::Text3));
    m_painter->drawText(QRectF(metrics::Margin, 0, TimelineFrame::Heads, TimelineFrame::Axis),
                        Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("UTC"));
}

void TimelinePainter::paintHeads()
{
    const QRect area = m_frame->lanes();
    m_painter->save();
    m_painter->setClipRect(QRect(0, area.top(), TimelineFrame::Heads, area.height()));
    for (const TimelineLayout::Lane& lane : m_layout->lanes()) {
        const int top = m_frame->top(lane.top);
        const QRectF head(0, top, TimelineFrame::Heads, lane.height);
        // Of a lane higher than the view its name stays in sight.
        const double y = std::clamp<double>(area.top(), top, top + std::max(0, lane.height - 32));
        m_painter->setPen(QPen(m_theme.color(Token::Line), 1));
        m_painter->drawLine(head.bottomLeft() - QPointF(0, 0.5), head.bottomRight() - QPointF(0, 0.5));
        m_painter->drawLine(head.topRight() - QPointF(0.5, 0), head.bottomRight() - QPointF(0.5, 0));
        const QRectF name(metrics::Margin, y + TimelineLayout::LanePadding,
                          TimelineFrame::Heads - 2 * metrics::Grid - metrics::Margin,
                          TimelineLayout::RowHeight);
        m_painter->setFont(fonts::secondary());
        m_painter->setPen(m_theme.color(Token::Text));
        m_painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                            QFontMetricsF(fonts::secondary())
                                .elidedText(timelineLaneText(lane.lane), Qt::ElideRight, name.width()));
    }
    m_painter->restore();
}

void TimelinePainter::paintNow()
{
    const double x = m_frame->x(m_content->now);
    const QRect area = m_frame->lanes();
    if (x >= area.left() && x <= area.right() - 1) {
        m_painter->setPen(QPen(m_theme.color(Token::Accent), 1));
        m_painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 1));
    }
}

void TimelinePainter::paintCross()
{
    if (!m_marks.cross || *m_marks.cross < m_frame->shown.from || *m_marks.cross > m_frame->shown.to) {
        return;
    }
    const QRect area = m_frame->lanes();
    const double x = std::round(m_frame->x(*m_marks.cross)) + 0.5;
    m_painter->setPen(QPen(m_theme.color(Token::Text2), 1, Qt::DotLine));
    m_painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 1));
    writeTime(*m_marks.cross, Token::Text, Token::Hover);
}

void TimelinePainter::writeTime(Timestamp at, Token ink, Token ground)
{
    const QString text = words::utcTime(at, m_content->now);
    const QFontMetricsF metrics(fonts::label());
    const double wide = metrics.horizontalAdvance(text) + 2 * metrics::Grid;
    const double left = std::clamp(m_frame->x(at) - wide / 2, double(TimelineFrame::Heads),
                                   std::max<double>(TimelineFrame::Heads, m_frame->size.width() - wide));
    const QRectF box(left, 4, wide, TimelineFrame::Axis - 8);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_theme.color(ground));
    m_painter->drawRoundedRect(box, 3, 3);
    m_painter->setFont(fonts::label());
    m_painter->setPen(m_theme.color(ink));
    m_painter->drawText(box, Qt::AlignCenter, text);
}

} // namespace stowage
