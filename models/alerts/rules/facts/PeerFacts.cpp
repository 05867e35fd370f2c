// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/PeerFacts.h"

#include "models/fleet/Fleet.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Zone,
    Hits,
    HitRequests,
    Resolve,
    Latency,
    Errors,
    Pulls,
    CpuCores,
    Memory,
    Breaches,
    BreachText
};

FactSchema makeSchema()
{
    return {QStringLiteral("peer"),
            SubjectKind::Host,
            {
                {QStringLiteral("zone"), FactUnit::Text},
                {QStringLiteral("hits.percent"), FactUnit::Percent},
                {QStringLiteral("hits.requests"), FactUnit::Count},
                {QStringLiteral("resolve.p95.seconds"), FactUnit::Seconds},
                {QStringLiteral("latency.p95.seconds"), FactUnit::Seconds},
                {QStringLiteral("errors.percent"), FactUnit::Percent},
                {QStringLiteral("pulls.perSecond"), FactUnit::PerSecond},
                {QStringLiteral("process.cpu.cores"), FactUnit::Cores},
                {QStringLiteral("process.memory.bytes"), FactUnit::Bytes},
                {QStringLiteral("limits.broken"), FactUnit::Count},
                {QStringLiteral("limits.text"), FactUnit::Text},
            }};
}

std::optional<double> p95Of(const std::optional<Histogram>& histogram)
{
    constexpr double P95 = 0.95;
    const auto quantile = histogram ? histogram->quantile(P95) : std::nullopt;
    return quantile ? std::optional(quantile->value) : std::nullopt;
}

void putMetrics(const PeerMetrics& metrics, FactTable& table, size_t row)
{
    if (const auto& cache = metrics.cacheOver(MetricWindow::FiveMinutes)) {
        table.set(row, Hits, cache->hitPercent());
        table.set(row, HitRequests, cache->requests());
    }
    table.set(row, Resolve, p95Of(metrics.resolve));
    table.set(row, Latency, p95Of(metrics.latency));
    if (metrics.requests) {
        table.set(row, Errors, metrics.requests->errorPercent());
        table.set(row, Pulls, metrics.requests->pullsPerSecond());
    }
    table.set(row, CpuCores, metrics.cpuCores);
    table.set(row, Memory, metrics.memoryBytes);
    QStringList texts;
    for (const ThresholdBreach& breach : metrics.breaches) {
        texts << breach.text();
    }
    table.set(row, Breaches, static_cast<double>(metrics.breaches.size()));
    table.setText(row, BreachText, texts.join(QStringLiteral("; ")));
}

} // namespace

const FactSchema& PeerFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void PeerFacts::gather(const FactWorld& world, Timestamp /*now*/, FactTable& table)
{
    const Fleet* fleet = world.fleetNow();
    if (fleet == nullptr) {
        return;
    }
    for (const Node& node : fleet->nodes()) {
        const Observed<PeerMetrics>* metrics = node.isAlive ? fleet->metrics(node.id) : nullptr;
        if (metrics == nullptr) {
            continue;
        }
        const bool isNow =
            node.state == NodeState::Live && fleet->metricsFreshness(node.id) == Freshness::Live;
        const size_t row = table.add(node.seen.name, !isNow);
        table.setText(row, Zone, node.seen.zone);
        putMetrics(metrics->value, table, row);
    }
    table.setKnown();
}

} // namespace stowage
