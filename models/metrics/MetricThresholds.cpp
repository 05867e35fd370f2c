// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/MetricThresholds.h"

namespace stowage {
namespace {

constexpr double P95 = 0.95;

std::optional<double> p95(const std::optional<Histogram>& histogram, double least)
{
    const auto found = histogram && histogram->total >= least ? histogram->quantile(P95) : std::nullopt;
    return found ? std::optional(found->value) : std::nullopt;
}

} // namespace

std::vector<ThresholdBreach> breachesOf(const PeerMetrics& metrics, const MetricThresholds& thresholds)
{
    using Kind = ThresholdBreach::Kind;
    std::vector<ThresholdBreach> breaches;
    const auto above = [&](Kind kind, std::optional<double> value, std::optional<double> limit) {
        if (value && limit && *value > *limit) {
            breaches.push_back({kind, *value, *limit});
        }
    };
    const auto& cache = metrics.cacheOver(MetricWindow::FiveMinutes);
    if (cache && thresholds.hitPercentBelow && cache->requests() >= thresholds.leastRequests &&
        cache->requests() > 0 && *cache->hitPercent() < *thresholds.hitPercentBelow) {
        breaches.push_back({Kind::HitPercent, *cache->hitPercent(), *thresholds.hitPercentBelow});
    }
    above(Kind::ResolveP95, p95(metrics.resolve, thresholds.leastRequests),
          thresholds.resolveP95SecondsAbove);
    above(Kind::LatencyP95, p95(metrics.latency, thresholds.leastRequests),
          thresholds.latencyP95SecondsAbove);
    if (metrics.requests && metrics.requests->pulls() >= thresholds.leastRequests) {
        above(Kind::ErrorPercent, metrics.requests->errorPercent(), thresholds.errorPercentAbove);
    }
    return breaches;
}

} // namespace stowage
