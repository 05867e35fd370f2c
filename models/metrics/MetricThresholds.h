// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/PeerMetrics.h"

namespace stowage {

/// What the figures of a peer over five minutes may be. What is absent is not judged.
struct MetricThresholds
{
    std::optional<double> hitPercentBelow;
    std::optional<double> resolveP95SecondsAbove;
    std::optional<double> latencyP95SecondsAbove;
    std::optional<double> errorPercentAbove;
    double leastRequests = 10; ///< with fewer, chance decides, and nothing is judged

    bool operator==(const MetricThresholds&) const = default;
};

/// What is beyond its limit now, in the order of ThresholdBreach::Kind.
std::vector<ThresholdBreach> breachesOf(const PeerMetrics& metrics, const MetricThresholds& thresholds);

} // namespace stowage
