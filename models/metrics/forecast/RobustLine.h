// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/forecast/TrendPoints.h"

namespace stowage {

/// A line through points of which up to a quarter may be anywhere (Theil–Sen), and how sure it is.
struct RobustLine
{
    double slope = 0; ///< a hour
    double slopeLeast = 0;
    double slopeMost = 0;  ///< it lies between them in 19 of 20 cases (Kendall's variance of the signs)
    double hours = 0;      ///< of the point that it turns about
    double value = 0;      ///< there
    double valueError = 0; ///< half of the interval of `value`
    double scatter = 0;    ///< robust standard deviation of the points about it

    double at(double when) const { return value + slope * (when - hours); }
};

/// At least three points; all pairs are looked at, so give few hundred. Points whose errors go together (a
/// wave, a tooth) count as the fewer that they are worth.
RobustLine robustLine(std::span<const TrendPoint> points);

} // namespace stowage
