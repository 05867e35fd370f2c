// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/PeerMetricsSummary.h"

#include "models/core/NaturalOrder.h"

#include <algorithm>

namespace stowage {
namespace {

void addTo(ToldSum<double>& sum, const std::optional<double>& told)
{
    if (told) {
        sum.value += *told;
        ++sum.nodes;
    }
}

void addTo(ToldSum<Histogram>& sum, const std::optional<Histogram>& told)
{
    if (told) {
        sum.value.add(*told);
        ++sum.nodes;
    }
}

void addTo(ToldSum<CacheTraffic>& sum, const std::optional<CacheTraffic>& told)
{
    if (told) {
        sum.value.covered = std::max(sum.value.covered, told->covered);
        sum.value.hits += told->hits;
        sum.value.misses += told->misses;
        ++sum.nodes;
    }
}

PeerMetricsSum& zoneOf(std::vector<ZoneMetrics>& zones, const QString& zone)
{
    const auto found = std::ranges::find(zones, zone, &ZoneMetrics::zone);
    return found != zones.end() ? found->sum : zones.emplace_back(ZoneMetrics{zone, {}}).sum;
}

} // namespace

std::optional<double> PeerMetricsSum::hitPercent(MetricWindow window) const
{
    return cache.at(static_cast<size_t>(window)).value.hitPercent();
}

std::optional<double> PeerMetricsSum::errorPercent() const
{
    return pulls.value > 0 ? std::optional(100 * failedPulls / pulls.value) : std::nullopt;
}

void PeerMetricsSum::add(const PeerMetrics& metrics)
{
    ++told;
    breaches += metrics.breaches.empty() ? 0 : 1;
    for (size_t i = 0; i < cache.size(); ++i) {
        addTo(cache[i], metrics.cache[i]);
    }
    addTo(resolve, metrics.resolve);
    addTo(latency, metrics.latency);
    if (metrics.requests) {
        addTo(pulls, metrics.requests->pulls());
        failedPulls += metrics.requests->failedPulls();
        pullsPerSecond += metrics.requests->pullsPerSecond().value_or(0);
    }
    addTo(advertisedContent, metrics.advertisedContent);
    addTo(cpuCores, metrics.cpuCores);
    addTo(memoryBytes, metrics.memoryBytes);
}

const PeerMetrics* freshMetrics(const Fleet& fleet, NodeId node)
{
    const Observed<PeerMetrics>* seen = fleet.metrics(node);
    const NodeState state = fleet.node(node).state;
    const bool answers = state == NodeState::Live || state == NodeState::Unable || state == NodeState::Stale;
    return seen != nullptr && answers && fleet.metricsFreshness(node) == Freshness::Live ? &seen->value
                                                                                         : nullptr;
}

PeerMetricsSummary summarizePeerMetrics(const Fleet& fleet, std::optional<SourceId> source)
{
    PeerMetricsSummary summary;
    for (const Node& node : fleet.nodes()) {
        if (!node.isAlive || (source && !std::ranges::binary_search(node.sources, *source))) {
            continue;
        }
        PeerMetricsSum& zone = zoneOf(summary.zones, node.seen.zone);
        ++summary.fleet.nodes;
        ++zone.nodes;
        const PeerMetrics* metrics = freshMetrics(fleet, node.id);
        if (metrics != nullptr && (!source || fleet.metrics(node.id)->source == *source)) {
            summary.fleet.add(*metrics);
            zone.add(*metrics);
        }
    }
    std::ranges::sort(summary.zones, [](const ZoneMetrics& a, const ZoneMetrics& b) {
        return compareNatural(a.zone, b.zone) < 0;
    });
    return summary;
}

} // namespace stowage
