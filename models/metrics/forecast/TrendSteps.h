// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/forecast/TrendPoints.h"

namespace stowage {

/// A jump from one level to another that stays.
struct TrendStep
{
    size_t after = 0; ///< the last point of the old level
    double height = 0;

    bool operator==(const TrendStep&) const = default;
};

/// The jumps, ascending in time. `least`: what is lower is none. A slope, however steep, is no jump, and a
/// single stray point neither.
std::vector<TrendStep> trendSteps(std::span<const TrendPoint> points, double least);

/// Whether the jumps are a habit: several downwards of about one height, as of logs that rotate.
bool isHabit(std::span<const TrendStep> steps);

} // namespace stowage
