// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <optional>
#include <span>
#include <vector>

namespace stowage {

/// How a service did at one moment under one load.
struct LoadPoint
{
    double perSecond = 0; ///< requests
    double p95Seconds = 0;
    std::optional<double> cores; ///< that its process used

    bool operator==(const LoadPoint&) const = default;
};

/// Brings together what three series tell of the same moments: requests.perSecond, latency.p95.seconds and
/// process.cpu.cores, each ascending in time. Moments without a rate or a latency are left out.
std::vector<LoadPoint> loadPoints(std::span<const SeriesPoint> requests, std::span<const SeriesPoint> p95,
                                  std::span<const SeriesPoint> cores);

} // namespace stowage
