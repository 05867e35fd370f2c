// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/LoadPoints.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

/// The value at that moment; nothing where there is none.
std::optional<double> valueAt(std::span<const SeriesPoint> points, Timestamp at)
{
    const auto found = std::ranges::lower_bound(points, at, {}, &SeriesPoint::at);
    const bool isThere = found != points.end() && found->at == at && std::isfinite(found->mean);
    return isThere ? std::optional(found->mean) : std::nullopt;
}

} // namespace

std::vector<LoadPoint> loadPoints(std::span<const SeriesPoint> requests, std::span<const SeriesPoint> p95,
                                  std::span<const SeriesPoint> cores)
{
    std::vector<LoadPoint> points;
    for (const SeriesPoint& request : requests) {
        const auto latency = valueAt(p95, request.at);
        if (latency && *latency > 0 && std::isfinite(request.mean) && request.mean > 0) {
            points.push_back({request.mean, *latency, valueAt(cores, request.at)});
        }
    }
    return points;
}

} // namespace stowage
