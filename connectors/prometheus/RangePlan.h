// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <vector>

namespace stowage {

/// A part of a range that one `query_range` asks for: moments from the first to the last, a step apart, both
/// within.
struct RangePiece
{
    qint64 from = 0; ///< ms since the epoch, a multiple of the step
    qint64 to = 0;

    size_t points(Millis step) const { return static_cast<size_t>((to - from) / step.count()) + 1; }

    bool operator==(const RangePiece&) const = default;
};

/// The step that gives about so many points over the range, never below `least`: a round number of seconds,
/// so that readers who look at nearly the same range ask for the same moments. `points` 0: `least` itself.
Millis stepFor(const TimeRange& range, size_t points, Millis least);

/// The moments within the range that are multiples of the step, in pieces of at most `most`. Empty where the
/// range holds none, or ends before it begins.
std::vector<RangePiece> piecesOf(const TimeRange& range, Millis step, size_t most);

/// Two halves; empty for a piece too small to be halved.
std::vector<RangePiece> halved(const RangePiece& piece, Millis step);

/// Where nothing is known between points that are further apart than two steps.
std::vector<TimeRange> gapsIn(const std::vector<SeriesPoint>& points, Millis step);

} // namespace stowage
