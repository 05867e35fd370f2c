// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <tl/expected.hpp>

#include <span>

namespace stowage {

/// When a series reaches a limit if it goes on as it did.
struct Forecast
{
    Timestamp reachesAt{};
    Timestamp earliest{}; ///< the true moment lies between them in nine of ten cases or more
    Timestamp latest{};   ///< at most ten years ahead
    double limit = 0;
    double slopePerHour = 0; ///< in the metric's unit
    double level = 0;        ///< what it is now, without the noise
    Millis basis{0};         ///< how long a past it is drawn from

    bool operator==(const Forecast&) const = default;
};

/// Why there is none.
enum class ForecastRefusal : quint8
{
    TooLittle, ///< data, in number or in time
    Step,      ///< it jumped, and has not gone on for long enough since
    NotRising, ///< or not surely
    TooFar,    ///< ahead, for so short a past
    Stale,     ///< nothing is known of late
    Reached,   ///< it is there
};

using ForecastResult = tl::expected<Forecast, ForecastRefusal>;

/// What is asked of the data before anything is foretold.
struct ForecastLimits
{
    size_t fewest = 12; ///< points
    Millis shortest = std::chrono::minutes(10);
    double farthest = 5;                     ///< times the length of the data
    Millis stale = std::chrono::minutes(15); ///< or five of the data's own steps, if that is longer

    bool operator==(const ForecastLimits&) const = default;
};

/// Draws a robust line (Theil–Sen over at most 120 points) through what the series was since its last step,
/// and follows it to the limit. Repeated drops of one size (logs that rotate) are a habit, no steps, unless
/// they come at the limit. Of two days and more whole days are taken, so that the hour of the day does not
/// tilt the line; where the end leaves the line, the shorter past is asked.
///
/// `points` ascend in time; what is not a number is left out, as are their quarantined siblings by the
/// caller. `now` by the clock of the source. Any thread; a millisecond or a few: slice it when hundreds are
/// asked at once.
ForecastResult forecastReach(std::span<const SeriesPoint> points, double limit, Timestamp now,
                             const ForecastLimits& limits = {});

} // namespace stowage
