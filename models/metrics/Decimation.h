// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <span>

namespace stowage {

/// Where a point stands on the axis of time: in the middle of what it sums up.
inline Timestamp middleOf(const SeriesPoint& point)
{
    return point.at - point.span / 2;
}

/// All points of one column of time, boiled down to what a column of pixels can show of them.
struct DecimatedColumn
{
    qint64 index = 0;  ///< steps since the epoch
    Timestamp firstAt; ///< of the first point
    Timestamp lastAt;
    double first = 0;
    double last = 0;
    double min = 0;
    double max = 0;
    double low = 0; ///< the least within the spans that the points sum up
    double high = 0;
    bool isJoined = false; ///< nothing is missing between the last point of the column before and the first

    bool operator==(const DecimatedColumn&) const = default;
};

/// A series boiled down to first, last, least and greatest a column (M4): drawn at one pixel a column, what
/// is left looks as all of it would. The columns are whole multiples of the step since the epoch, so that
/// they stay what they are when time goes on, and what comes is added to the end.
class Decimation
{
public:
    /// The step is at least a millisecond.
    explicit Decimation(Millis step = Millis{1});

    /// Takes points that follow those taken before, ascending; others, and values that are no numbers, are
    /// left out. `gaps`, ascending, are not bridged; those that lie within one column do not show.
    void append(std::span<const SeriesPoint> points, std::span<const TimeRange> gaps);

    /// Forgets the columns before this moment but for the last of them, which the line comes from.
    void dropBefore(Timestamp at);

    Millis step() const { return m_step; }
    std::span<const DecimatedColumn> columns() const { return m_columns; }

private:
    Millis m_step;
    std::vector<DecimatedColumn> m_columns;
};

/// The points that a line through the range needs: those within and one beyond either end.
std::span<const SeriesPoint> pointsAround(std::span<const SeriesPoint> points, const TimeRange& range);

} // namespace stowage
