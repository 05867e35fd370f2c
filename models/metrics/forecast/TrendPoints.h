// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <span>
#include <vector>

namespace stowage {

/// A point of a trend. Both are finite.
struct TrendPoint
{
    double hours = 0; ///< 0 at the newest point of the series, below it before
    double value = 0;

    bool operator==(const TrendPoint&) const = default;
};

using TrendPoints = std::vector<TrendPoint>;

/// What of the series can be reckoned with: finite and ascending.
TrendPoints trendPoints(std::span<const SeriesPoint> points);

/// Those of the last `hours`.
std::span<const TrendPoint> lastOf(std::span<const TrendPoint> points, double hours);

/// At most `most` points, each the middle one of a stretch of equal length.
TrendPoints thinned(std::span<const TrendPoint> points, size_t most);

/// From the first to the last; 0 for none.
double lengthOf(std::span<const TrendPoint> points);

/// The median; 0 for none.
double middleOf(std::vector<double> values);

} // namespace stowage
