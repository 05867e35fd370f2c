// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

namespace stowage {

/// The spans between points in which nothing is known: more than one and a half of what the longer-lived
/// neighbour stands for. `resolution` is what a point without a span stands for.
std::vector<TimeRange> holesIn(const std::vector<SeriesPoint>& points, Millis resolution);

/// What several readers know of one series as one. The finest wins; of two that are as fine the first does. A
/// coarser point counts where at least half of what it stands for is told by nobody finer, and is cut to
/// that: nothing is told twice. Quarantined samples of one moment and reason are one.
SeriesData mergeSeries(std::vector<SeriesData> parts);

/// Points so far apart that about `points` of them fill the range, each summing up its span; as they are when
/// they are no more than that. The spans lie at the same moments whatever the range begins with, so that a
/// chart that moves does not tremble.
std::vector<SeriesPoint> summedUp(std::vector<SeriesPoint> all, TimeRange range, size_t points);

} // namespace stowage
