// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/forecast/RobustLine.h"

#include <array>

namespace stowage {

/// What a series does: a line, and over three days and more what the hour of the day adds to it.
struct TrendModel
{
    static constexpr size_t Bins = 24;

    RobustLine line;
    std::array<double, Bins> wave{}; ///< by the hours since the end, modulo a day

    double at(double hours) const;
};

/// Of few hundred points at most, see robustLine().
TrendModel trendModel(TrendPoints points);

/// Whether the newest points have left the model for good: it began to rise, or ceased to, or jumped. What is
/// closer than `least` has not.
bool hasLeft(std::span<const TrendPoint> points, const TrendModel& model, double least);

} // namespace stowage
