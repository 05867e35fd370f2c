// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/MeshFacts.h"

#include "models/metrics/PeerMetricsSummary.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Nodes,
    Told,
    Hits,
    HitRequests,
    HitsHour,
    Resolve,
    Errors,
    Pulls,
    Gone,
    GonePercent
};

FactSchema makeSchema()
{
    return {QStringLiteral("mesh"),
            SubjectKind::Source,
            {
                {QStringLiteral("nodes"), FactUnit::Count},
                {QStringLiteral("nodes.told"), FactUnit::Count},
                {QStringLiteral("hits.percent"), FactUnit::Percent},
                {QStringLiteral("hits.requests"), FactUnit::Count},
                {QStringLiteral("hits.hour.percent"), FactUnit::Percent},
                {QStringLiteral("resolve.p95.seconds"), FactUnit::Seconds},
                {QStringLiteral("errors.percent"), FactUnit::Percent},
                {QStringLiteral("pulls"), FactUnit::Count},
                {QStringLiteral("nodes.gone"), FactUnit::Count},
                {QStringLiteral("nodes.gone.percent"), FactUnit::Percent},
            }};
}

constexpr double P95 = 0.95;
constexpr double Whole = 100;

void putSum(const PeerMetricsSum& sum, FactTable& table, size_t row)
{
    constexpr auto Minutes = static_cast<size_t>(MetricWindow::FiveMinutes);
    table.set(row, Nodes, static_cast<double>(sum.nodes));
    table.set(row, Told, static_cast<double>(sum.told));
    table.set(row, Hits, sum.hitPercent(MetricWindow::FiveMinutes));
    table.set(row, HitsHour, sum.hitPercent(MetricWindow::Hour));
    table.set(row, HitRequests, sum.cache.at(Minutes).value.requests());
    table.set(row, Errors, sum.errorPercent());
    table.set(row, Pulls, sum.pulls.value);
    const auto resolve = sum.resolveQuantile(P95);
    table.set(row, Resolve, resolve ? std::optional(resolve->value) : std::nullopt);
}

void putNodes(const Fleet& fleet, SourceId source, FactTable& table, size_t row)
{
    quint32 all = 0;
    quint32 gone = 0;
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive && std::ranges::binary_search(node.sources, source)) {
            ++all;
            gone += node.state == NodeState::Gone ? 1 : 0;
        }
    }
    table.set(row, Gone, static_cast<double>(gone));
    table.set(row, GonePercent, all > 0 ? std::optional(Whole * gone / all) : std::nullopt);
}

} // namespace

const FactSchema& MeshFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void MeshFacts::gather(const FactWorld& world, Timestamp /*now*/, FactTable& table)
{
    const Fleet* fleet = world.fleetNow();
    if (fleet == nullptr) {
        return;
    }
    for (const Source& source : fleet->sources()) {
        if (!source.isAlive || !source.status.capabilities.contains(QLatin1String("placement"))) {
            continue;
        }
        const size_t row = table.add(source.status.id, source.status.state != Freshness::Live);
        putSum(summarizePeerMetrics(*fleet, source.id).fleet, table, row);
        putNodes(*fleet, source.id, table, row);
    }
    table.setKnown();
}

} // namespace stowage
