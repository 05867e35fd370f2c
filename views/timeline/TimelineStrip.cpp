// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline/TimelineStrip.h"

#include "views/theme/Theme.h"
#include "views/timeline/TimelineFrame.h"
#include "views/timeline/TimelineWords.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr int Height = 40;
constexpr int Around = 6;

} // namespace

TimelineStrip::TimelineStrip(const ChartWindow& window, const Theme& theme, QWidget* parent)
    : WindowStrip(window, theme, parent)
{
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

void TimelineStrip::setTimeWidth(int width)
{
    if (m_timeWidth != width) {
        m_timeWidth = width;
        update();
    }
}

QRectF TimelineStrip::area() const
{
    const int room = std::max(1, width() - TimelineFrame::Heads - TimelineFrame::Right);
    return {double(TimelineFrame::Heads), double(Around),
            double(m_timeWidth > 0 ? std::min(room, m_timeWidth) : room), double(Height)};
}

/// A column a pixel or more, all lanes together.
void TimelineStrip::paintGround(QPainter& painter)
{
    if (m_counts.width() <= Millis{0}) {
        return;
    }
    std::map<int, TimelineCounts::Cell> columns;
    const double wide = std::max(2.0, xOf(chartWindow().bounds().from + m_counts.width()) - area().left());
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
                         theme().blend(words::tokenOf(cell.worst), Token::Window, 0.7));
    }
}

} // namespace stowage
