// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/MetricInfo.h"
#include "models/metrics/SeriesData.h"

#include <vector>

namespace stowage {

/// A place on an axis and what is written there.
struct ChartTick
{
    double at = 0; ///< a value, or milliseconds since the epoch
    QString text;

    bool operator==(const ChartTick&) const = default;
};

/// Round moments of UTC within the range, at most so many: each second to each year. Days are written where
/// they begin: "23:00", "22 Nov", "01:00".
std::vector<ChartTick> timeTicks(const TimeRange& range, int most);

/// An axis of values: where it begins and ends, and its ticks.
struct ValueScale
{
    MetricUnit unit = MetricUnit::Number;
    double lowest = 0;
    double highest = 1;
    std::vector<ChartTick> ticks{};

    bool operator==(const ValueScale&) const = default;
};

/// A scale that holds `least` and `most`, with round ends and about so many steps. It begins at zero, but for
/// temperatures and what is negative; percents that come near the whole show all of it. Bytes step by powers
/// of two, seconds by minutes and hours.
ValueScale valueScale(MetricUnit unit, double least, double most, int steps);

} // namespace stowage
