// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineStrip.h"

#include "views/theme/Theme.h"
#include "views/timeline/TimelineFrame.h"
#include "views/timeline/TimelineWords.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr int Height = 40;
constexpr int Around = 6;
constexpr double Reach = 5; ///< pixels about an end where it is taken hold of
constexpr double LeastWindow = 3;

} // namespace

TimelineStrip::TimelineStrip(const ChartWindow& window, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_window(window), m_theme(theme)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The whole range"));
    setAccessibleDescription(
        tr("How much happened; the marked part is what the lanes show. Their keys move it."));
}

QSize TimelineStrip::sizeHint() const
{
    return {300, Height + 2 * Around};
}

void TimelineStrip::setCounts(const TimelineCounts& counts)
{
    m_counts = counts;
    update();
}

QRectF TimelineStrip::area() const
{
    return {double(TimelineFrame::Heads), double(Around),
            std::max(1.0, double(width()) - TimelineFrame::Heads - TimelineFrame::Right), double(Height)};
}

double TimelineStrip::xOf(Timestamp at) const
{
    const TimeRange all = m_window.bounds();
    const double length = std::max<double>(1, static_cast<double>((all.to - all.from).count()));
    return area().left() + static_cast<double>((at - all.from).count()) / length * area().width();
}

Timestamp TimelineStrip::timeAt(double x) const
{
    const TimeRange all = m_window.bounds();
    const double share = (x - area().left()) / area().width();
    return all.from + Millis{std::llround(share * static_cast<double>((all.to - all.from).count()))};
}

QRectF TimelineStrip::windowRect() const
{
    const double left = std::clamp(xOf(m_window.shown().from), area().left(), area().right());
    const double right = std::clamp(xOf(m_window.shown().to), left, area().right());
    const double wide = std::max(right - left, LeastWindow);
    return {std::min(left, area().right() - wide), area().top(), wide, area().height()};
}

/// A column a pixel or more, all lanes together.
void TimelineStrip::paintCounts(QPainter& painter) const
{
    if (m_counts.width() <= Millis{0}) {
        return;
    }
    std::map<int, TimelineCounts::Cell> columns;
    const double wide = std::max(2.0, xOf(m_window.bounds().from + m_counts.width()) - area().left());
    for (const TimelineLane lane : TimelineLanes) {
        for (const auto& [index, cell] : m_counts.cells(lane)) {
            const double x = xOf(m_counts.from() + m_counts.width() * index);
            TimelineCounts::Cell& sum = columns[static_cast<int>(std::floor((x - area().left()) / wide))];
            sum.events += cell.events;
            sum.worst = std::max(sum.worst, cell.worst);
        }
    }
    quint32 most = 1;
    for (const auto& [column, cell] : columns) {
        most = std::max(most, cell.events);
    }
    for (const auto& [column, cell] : columns) {
        const double share = std::sqrt(static_cast<double>(cell.events) / most);
        const double height = std::max(2.0, share * (area().height() - 4));
        const QRectF bar(area().left() + column * wide, area().bottom() - height, std::max(1.0, wide - 0.5),
                         height);
        painter.fillRect(bar.intersected(area()),
                         m_theme.blend(words::tokenOf(cell.worst), Token::Window, 0.7));
    }
}

void TimelineStrip::paintEvent(QPaintEvent* /*event*/)
{
    if (m_window.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(area(), m_theme.color(Token::Window));
    paintCounts(painter);
    const QRectF window = windowRect();
    QColor color = m_theme.color(Token::Accent);
    constexpr float Tint = 0.16F;
    color.setAlphaF(Tint);
    painter.fillRect(window, color);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1));
    painter.drawRect(window.adjusted(0.5, 0.5, -0.5, -0.5));
}

TimelineStrip::Grip TimelineStrip::gripAt(double x) const
{
    const QRectF window = windowRect();
    const double inner = std::min(Reach, window.width() / 4);
    if (x >= window.left() - Reach && x <= window.left() + inner) {
        return Grip::Begin;
    }
    if (x >= window.right() - inner && x <= window.right() + Reach) {
        return Grip::End;
    }
    return x > window.left() && x < window.right() ? Grip::Middle : Grip::New;
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_window.isEmpty()) {
        event->ignore();
        return;
    }
    m_grip = gripAt(event->position().x());
    m_pressed = timeAt(event->position().x());
    m_before = m_window.shown();
    if (m_grip == Grip::New) {
        // A press beside it brings it there; a drag from there makes a new one.
        const Millis half = (m_before.to - m_before.from) / 2;
        Q_EMIT moved({m_pressed - half, m_pressed + half});
    }
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event)
{
    const Timestamp at = timeAt(event->position().x());
    switch (m_grip) {
    case Grip::None: {
        const Grip grip = gripAt(event->position().x());
        setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor
                  : grip == Grip::Middle                   ? Qt::OpenHandCursor
                                                           : Qt::ArrowCursor);
        break;
    }
    case Grip::Begin:
        Q_EMIT moved({std::min(at, m_before.to - ChartWindow::Least), m_before.to});
        break;
    case Grip::End:
        Q_EMIT moved({m_before.from, std::max(at, m_before.from + ChartWindow::Least)});
        break;
    case Grip::Middle:
        Q_EMIT moved({m_before.from + (at - m_pressed), m_before.to + (at - m_pressed)});
        break;
    case Grip::New:
        if (std::abs(xOf(at) - xOf(m_pressed)) > Reach) {
            Q_EMIT moved({std::min(at, m_pressed), std::max(at, m_pressed)});
        }
        break;
    }
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_grip = Grip::None;
}

} // namespace stowage
