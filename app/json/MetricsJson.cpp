// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/MetricsJson.h"

#include "models/metrics/PeerMetricsSummary.h"

#include <cmath>

namespace stowage {
namespace {

constexpr double P50 = 0.5;
constexpr double P95 = 0.95;

void add(Json& object, const char* name, const std::optional<double>& value)
{
    if (value && std::isfinite(*value)) {
        object[name] = *value;
    }
}

void add(Json& object, const char* name, const std::optional<Quantile>& value)
{
    add(object, name, value ? std::optional(value->value) : std::nullopt);
}

Json jsonSum(const PeerMetricsSum& sum)
{
    Json object = Json::object();
    object["nodes"] = sum.nodes;
    object["told"] = sum.told;
    add(object, "hits.percent", sum.hitPercent(MetricWindow::FiveMinutes));
    add(object, "hits.1m.percent", sum.hitPercent(MetricWindow::Minute));
    add(object, "hits.1h.percent", sum.hitPercent(MetricWindow::Hour));
    add(object, "resolve.p50.seconds", sum.resolveQuantile(P50));
    add(object, "resolve.p95.seconds", sum.resolveQuantile(P95));
    if (sum.pulls.nodes > 0) {
        object["requests.perSecond"] = sum.pullsPerSecond;
        add(object, "errors.percent", sum.errorPercent());
    }
    add(object, "latency.p95.seconds", sum.latency.value.quantile(P95));
    if (sum.advertisedContent.nodes > 0) {
        object["advertised.content"] = sum.advertisedContent.value;
    }
    if (sum.cpuCores.nodes > 0) {
        object["process.cpu.cores"] = sum.cpuCores.value;
    }
    if (sum.memoryBytes.nodes > 0) {
        object["process.memory.bytes"] = sum.memoryBytes.value;
    }
    return object;
}

} // namespace

Json jsonMetrics(const Fleet& fleet, NodeId node)
{
    Json object = Json::object();
    const PeerMetrics* metrics = freshMetrics(fleet, node);
    if (metrics == nullptr) {
        return object;
    }
    const auto hits = [metrics](MetricWindow window) {
        const auto& cache = metrics->cacheOver(window);
        return cache ? cache->hitPercent() : std::nullopt;
    };
    const auto quantile = [](const std::optional<Histogram>& histogram, double q) {
        return histogram ? histogram->quantile(q) : std::nullopt;
    };
    add(object, "hits.percent", hits(MetricWindow::FiveMinutes));
    add(object, "hits.1m.percent", hits(MetricWindow::Minute));
    add(object, "hits.1h.percent", hits(MetricWindow::Hour));
    add(object, "resolve.p50.seconds", quantile(metrics->resolve, P50));
    add(object, "resolve.p95.seconds", quantile(metrics->resolve, P95));
    if (metrics->requests) {
        add(object, "requests.perSecond", metrics->requests->pullsPerSecond());
        add(object, "errors.percent", metrics->requests->errorPercent());
    }
    add(object, "latency.p95.seconds", quantile(metrics->latency, P95));
    add(object, "inflight.requests", metrics->inflight);
    add(object, "advertised.content", metrics->advertisedContent);
    add(object, "advertised.images", metrics->advertisedImages);
    add(object, "advertised.tags", metrics->advertisedTags);
    add(object, "process.cpu.cores", metrics->cpuCores);
    add(object, "process.memory.bytes", metrics->memoryBytes);
    return object;
}

Json jsonMetricsAge(const Fleet& fleet, NodeId node)
{
    const Observed<PeerMetrics>* seen = fleet.metrics(node);
    return seen == nullptr ? Json(nullptr) : Json(seen->age(fleet.now()).count());
}

Json jsonBreaches(const Fleet& fleet, NodeId node)
{
    Json texts = Json::array();
    if (const PeerMetrics* metrics = freshMetrics(fleet, node)) {
        for (const ThresholdBreach& breach : metrics->breaches) {
            texts.push_back(jsonText(breach.text()));
        }
    }
    return texts;
}

Json jsonMetricsSummary(const Fleet& fleet, SourceId source)
{
    const PeerMetricsSummary summary = summarizePeerMetrics(fleet, source);
    if (summary.fleet.told == 0) {
        return nullptr;
    }
    Json zones = Json::array();
    for (const ZoneMetrics& zone : summary.zones) {
        Json object{{"zone", jsonText(zone.zone)}};
        object.update(jsonSum(zone.sum));
        zones.push_back(std::move(object));
    }
    return {{"fleet", jsonSum(summary.fleet)}, {"zones", std::move(zones)}};
}

} // namespace stowage
