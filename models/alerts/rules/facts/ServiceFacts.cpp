// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/ServiceFacts.h"

#include "models/hosts/HostBook.h"
#include "models/metrics/MetricInfo.h"
#include "models/metrics/baseline/BaselineBook.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    State,
    Reason,
    Zone,
    Registry,
    Requests,
    Errors,
    P50,
    P95,
    P99,
    Storage,
    Inflight,
    CpuCores,
    Memory,
    Files,
    FileLimit,
    Hits,
    CpuLimit,
    CpuPercent,
    FilesPercent,
    P95Usual,
    P95Factor,
    P95Drift,
    ErrorsUsual,
    ErrorsAbove,
    ErrorsDrift,
    HitsUsual,
    HitsBelow,
    HitsDrift,
    RequestsUsual,
    RequestsFactor,
    RequestsDrift,
    Knee,
    KneePercent
};

FactSchema makeSchema()
{
    return {QStringLiteral("service"),
            SubjectKind::Service,
            {
                {QStringLiteral("state"), FactUnit::Text},
                {QStringLiteral("reason"), FactUnit::Text},
                {QStringLiteral("zone"), FactUnit::Text},
                {QStringLiteral("registry"), FactUnit::Text},
                {QStringLiteral("requests.perSecond"), FactUnit::PerSecond},
                {QStringLiteral("errors.percent"), FactUnit::Percent},
                {QStringLiteral("latency.p50.seconds"), FactUnit::Seconds},
                {QStringLiteral("latency.p95.seconds"), FactUnit::Seconds},
                {QStringLiteral("latency.p99.seconds"), FactUnit::Seconds},
                {QStringLiteral("storage.p95.seconds"), FactUnit::Seconds},
                {QStringLiteral("inflight.requests"), FactUnit::Count},
                {QStringLiteral("process.cpu.cores"), FactUnit::Cores},
                {QStringLiteral("process.memory.bytes"), FactUnit::Bytes},
                {QStringLiteral("process.files"), FactUnit::Count},
                {QStringLiteral("process.files.limit"), FactUnit::Count},
                {QStringLiteral("hits.percent"), FactUnit::Percent},
                {QStringLiteral("cpu.limit"), FactUnit::Cores},
                {QStringLiteral("cpu.percent"), FactUnit::Percent},
                {QStringLiteral("process.files.percent"), FactUnit::Percent},
                {QStringLiteral("latency.p95.usual"), FactUnit::Seconds},
                {QStringLiteral("latency.p95.factor"), FactUnit::Factor},
                {QStringLiteral("latency.p95.drift"), FactUnit::Duration},
                {QStringLiteral("errors.usual"), FactUnit::Percent},
                {QStringLiteral("errors.above"), FactUnit::Percent},
                {QStringLiteral("errors.drift"), FactUnit::Duration},
                {QStringLiteral("hits.usual"), FactUnit::Percent},
                {QStringLiteral("hits.below"), FactUnit::Percent},
                {QStringLiteral("hits.drift"), FactUnit::Duration},
                {QStringLiteral("requests.usual"), FactUnit::PerSecond},
                {QStringLiteral("requests.factor"), FactUnit::Factor},
                {QStringLiteral("requests.drift"), FactUnit::Duration},
                {QStringLiteral("load.knee"), FactUnit::PerSecond},
                {QStringLiteral("load.percent"), FactUnit::Percent},
            }};
}

constexpr double Whole = 100;

/// A value of now that can be true.
std::optional<double> valueOf(const Host& host, const QString& metric, Timestamp now)
{
    const HostValue* value = host.value(metric);
    const HostQuarantine* bad = host.quarantine(metric);
    const bool isUsable = value != nullptr && !value->isStale(now) && (bad == nullptr || !bad->isLatest);
    return isUsable ? std::optional(value->value) : std::nullopt;
}

void putValues(const Host& host, Timestamp now, FactTable& table, size_t row)
{
    for (const size_t column :
         {Requests, Errors, P50, P95, P99, Storage, Inflight, CpuCores, Memory, Files, FileLimit, Hits}) {
        table.set(row, column, valueOf(host, table.schema().fields[column].name, now));
    }
    const double cores = table.numbers(CpuCores)[row];
    if (host.cpuLimit && *host.cpuLimit > 0) {
        table.set(row, CpuLimit, *host.cpuLimit);
        table.set(row, CpuPercent, Whole * cores / *host.cpuLimit);
    }
    const double files = table.numbers(FileLimit)[row];
    if (files > 0) {
        table.set(row, FilesPercent, Whole * table.numbers(Files)[row] / files);
    }
}

/// Where the columns of what is usual are.
struct UsualColumns
{
    size_t value;
    size_t usual;
    size_t off; ///< how far off the usual it is
    size_t drift;
};

/// How many times its usual, or by how much off it, and for how long; a figure that does not drift is as
/// usual.
void putUsual(const FactWorld& world, const Host& host, const UsualColumns& columns, Timestamp now,
              FactTable& table, size_t row)
{
    const HostValue* value = host.value(table.schema().fields[columns.value].name);
    const BaselineStanding* standing =
        world.baselines != nullptr && value != nullptr ? world.baselines->of(value->key()) : nullptr;
    if (standing == nullptr || !standing->usual) {
        return;
    }
    const double usual = standing->usual->value;
    const double current = table.numbers(columns.value)[row];
    table.set(row, columns.usual, usual);
    const FactUnit unit = table.schema().fields[columns.off].unit;
    if (unit == FactUnit::Factor) {
        table.set(row, columns.off, usual > 0 ? std::optional(current / usual) : std::nullopt);
    } else {
        table.set(row, columns.off, columns.value == Hits ? usual - current : current - usual);
    }
    const auto& drift = standing->drift.drift;
    table.set(row, columns.drift,
              drift ? std::chrono::duration<double>(std::max(Millis{0}, now - drift->since)).count() : 0);
}

void putLoad(const FactWorld& world, const Host& host, FactTable& table, size_t row)
{
    const HostValue* requests = host.value(QStringLiteral("requests.perSecond"));
    const LoadStanding* load =
        world.baselines != nullptr && requests != nullptr ? world.baselines->loadOf(requests->from) : nullptr;
    if (load != nullptr && load->model.knee && load->model.knee->perSecond > 0) {
        const double knee = load->model.knee->perSecond;
        table.set(row, Knee, knee);
        table.set(row, KneePercent, Whole * table.numbers(Requests)[row] / knee);
    }
}

} // namespace

const FactSchema& ServiceFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void ServiceFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    const HostBook* hosts = world.hostsNow();
    if (hosts == nullptr) {
        return;
    }
    for (const Host& host : hosts->hosts()) {
        if (!host.isAlive || host.kind != HostKind::Service || host.isDuplicate) {
            continue;
        }
        const size_t row = table.add(host.name, host.freshness != Freshness::Live);
        table.setText(row, State, hostStateName(host.state));
        table.setText(row, Reason, host.reason);
        table.setText(row, Zone, host.zone);
        table.setText(row, Registry, host.subjects.empty() ? QString() : host.subjects.front().key.source);
        putValues(host, now, table, row);
        putUsual(world, host, {P95, P95Usual, P95Factor, P95Drift}, now, table, row);
        putUsual(world, host, {Errors, ErrorsUsual, ErrorsAbove, ErrorsDrift}, now, table, row);
        putUsual(world, host, {Hits, HitsUsual, HitsBelow, HitsDrift}, now, table, row);
        putUsual(world, host, {Requests, RequestsUsual, RequestsFactor, RequestsDrift}, now, table, row);
        putLoad(world, host, table, row);
    }
    table.setKnown();
}

} // namespace stowage
