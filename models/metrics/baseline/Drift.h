// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/baseline/WeekBaseline.h"

#include <QString>

namespace stowage {

/// From when on a value is not usual.
struct DriftLimits
{
    double spreads = 4;          ///< further off than so many common distances
    double leastFactor = 1.5;    ///< and so many times as much, or as little
    double leastDifference = 0;  ///< and by so much, in the metric's unit: the measure where nought is usual
    Millis lasting{15 * 60'000}; ///< for so long
};

/// A series that is not what it usually is at this time of the week.
struct Drift
{
    Timestamp since{};            ///< the beginning of the first span that it was so in
    double usual = 0;             ///< in the middle of that time
    double now = 0;               ///< the middle of its latest values
    std::optional<double> factor; ///< how many times its usual; nothing where nought is usual
    bool isAbove = true;

    bool operator==(const Drift&) const = default;
};

/// Why there is none.
enum class NoDrift : quint8
{
    None,      ///< there is
    TooLittle, ///< too few weeks, or too little of now, to say
    Usual,     ///< it is as usual, or is again
};

struct DriftResult
{
    std::optional<Drift> drift;
    NoDrift reason = NoDrift::None;

    bool operator==(const DriftResult&) const = default;
};

/// Looks back from the last of the points, which ascend in time, for how long they have not been usual. A
/// few usual ones between do not end it; the last of them do. The baseline may have learned them already.
DriftResult findDrift(const WeekBaseline& baseline, std::span<const SeriesPoint> recent,
                      const DriftLimits& limits = {});

/// "Latency, p95 is 3.1 times its usual since 02:58", translated; the hour as `fromUtc` counts it.
QString driftText(const QString& metricTitle, const Drift& drift, Millis fromUtc = Millis{0});

} // namespace stowage
