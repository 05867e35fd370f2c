// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"
#include "views/timeline/TimelineLayout.h"

#include <QRectF>

namespace stowage {

/// What of the layout lies where on the view: heads at the left, the axis of time on top, lanes below it,
/// scrolled.
struct TimelineFrame
{
    static constexpr int Heads = 116;
    static constexpr int Axis = 26;
    static constexpr int Right = 56; ///< behind the end of what is shown: room for marks and names

    TimeRange shown;
    QSize size; ///< of the view
    int scroll = 0;

    QRect lanes() const
    {
        return {Heads, Axis, std::max(1, size.width() - Heads), std::max(0, size.height() - Axis)};
    }
    int timeWidth() const { return std::max(1, lanes().width() - Right); }
    int top(int layoutY) const { return Axis + layoutY - scroll; }
    int layoutY(double y) const { return static_cast<int>(y) - Axis + scroll; }

    double x(Timestamp at) const
    {
        const double length = std::max<double>(1, static_cast<double>((shown.to - shown.from).count()));
        return Heads + static_cast<double>((at - shown.from).count()) / length * timeWidth();
    }
    Timestamp timeAt(double x) const
    {
        const double share = (x - Heads) / timeWidth();
        return shown.from +
               Millis{std::llround(share * static_cast<double>((shown.to - shown.from).count()))};
    }

    /// Where the bar or mark of an entry is drawn, that of a short one at least as wide as its mark.
    QRectF rectOf(const TimelineEntry& entry, const TimelineLayout::Band& band, Timestamp now) const
    {
        const double y = top(band.top) + 1.5;
        const double height = TimelineLayout::RowHeight - 3;
        const double from = x(entry.from);
        if (entry.shape == TimelineEntry::Shape::Moment) {
            return {from - TimelineLayout::MarkRoom / 2.0, y, TimelineLayout::MarkRoom, height};
        }
        const double to = x(entry.isStanding() ? std::max(now, entry.from) : std::max(entry.to, entry.from));
        return {from, y, std::max<double>(to - from, TimelineLayout::MarkRoom), height};
    }
};

} // namespace stowage
