// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/MachineFacts.h"

#include "models/hosts/HostBook.h"
#include "models/metrics/MetricInfo.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    State,
    Zone,
    Reason,
    Os,
    Cpu,
    IoWait,
    Steal,
    Load,
    Memory,
    Disk,
    DiskName,
    Inodes,
    DiskBusy,
    Temperature,
    Uptime,
    QuarantinedMetrics,
    QuarantinedRecent,
    QuarantinedWorst
};

FactSchema makeSchema()
{
    return {QStringLiteral("host"),
            SubjectKind::Host,
            {
                {QStringLiteral("state"), FactUnit::Text},
                {QStringLiteral("zone"), FactUnit::Text},
                {QStringLiteral("reason"), FactUnit::Text},
                {QStringLiteral("os"), FactUnit::Text},
                {QStringLiteral("cpu.percent"), FactUnit::Percent},
                {QStringLiteral("cpu.iowait.percent"), FactUnit::Percent},
                {QStringLiteral("cpu.steal.percent"), FactUnit::Percent},
                {QStringLiteral("load.1m"), FactUnit::Number},
                {QStringLiteral("memory.percent"), FactUnit::Percent},
                {QStringLiteral("disk.percent"), FactUnit::Percent},
                {QStringLiteral("disk.device"), FactUnit::Text},
                {QStringLiteral("inodes.percent"), FactUnit::Percent},
                {QStringLiteral("disk.busy.percent"), FactUnit::Percent},
                {QStringLiteral("temperature.celsius"), FactUnit::Number},
                {QStringLiteral("uptime.seconds"), FactUnit::Duration},
                {QStringLiteral("quarantined.metrics"), FactUnit::Count},
                {QStringLiteral("quarantined.recent"), FactUnit::Count},
                {QStringLiteral("quarantined.worst"), FactUnit::Text},
            }};
}

/// Metrics with a column of their own; of several devices the greatest.
std::optional<size_t> columnOf(QStringView base)
{
    static const QHash<QString, size_t> Columns = [] {
        QHash<QString, size_t> columns;
        const FactSchema schema = makeSchema();
        for (const size_t column :
             {Cpu, IoWait, Steal, Load, Memory, Disk, Inodes, DiskBusy, Temperature, Uptime}) {
            columns.insert(schema.fields[column].name, column);
        }
        return columns;
    }();
    const auto found = Columns.constFind(base.toString());
    return found == Columns.cend() ? std::nullopt : std::optional(*found);
}

bool isQuarantined(const Host& host, const QString& metric)
{
    const HostQuarantine* quarantine = host.quarantine(metric);
    return quarantine != nullptr && quarantine->isLatest;
}

void putValues(const Host& host, Timestamp now, FactTable& table, size_t row)
{
    for (const HostValue& value : host.values) {
        const auto column = columnOf(metricBase(value.metric));
        if (!column || value.isStale(now) || isQuarantined(host, value.metric)) {
            continue;
        }
        const double before = table.numbers(*column)[row];
        if (before >= value.value) {
            continue;
        }
        table.set(row, *column, value.value);
        if (*column == Disk) {
            const QStringView device = metricDevice(value.metric);
            table.setText(row, DiskName, device.isEmpty() ? QStringLiteral("/") : device.toString());
        }
    }
}

} // namespace

const FactSchema& MachineFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void MachineFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    const HostBook* hosts = world.hostsNow();
    if (hosts == nullptr) {
        return;
    }
    for (const Host& host : hosts->hosts()) {
        if (!host.isAlive || host.kind != HostKind::Machine || host.isDuplicate) {
            continue;
        }
        const size_t row = table.add(host.name, host.freshness != Freshness::Live);
        table.setText(row, State, hostStateName(host.state));
        table.setText(row, Zone, host.zone);
        table.setText(row, Reason, host.reason);
        table.setText(row, Os, host.facts.os);
        if (host.state == HostState::Up) {
            putValues(host, now, table, row);
        }
        quint32 bad = 0;
        for (const HostQuarantine& quarantine : host.quarantined) {
            if (quarantine.isLatest) {
                ++bad;
                table.setText(row, QuarantinedWorst, metricTitle(quarantine.metric));
            }
        }
        table.set(row, QuarantinedMetrics, static_cast<double>(bad));
        table.set(row, QuarantinedRecent, static_cast<double>(recentlyQuarantined(host, now)));
    }
    table.setKnown();
}

quint64 MachineFacts::recentlyQuarantined(const Host& host, Timestamp now)
{
    constexpr std::chrono::minutes Stretch{5};
    quint64 total = 0;
    for (const HostQuarantine& quarantine : host.quarantined) {
        total += quarantine.count;
    }
    const bool isNew = !m_tallies.contains(host.id);
    Tally& tally = m_tallies[host.id];
    if (isNew || total < tally.atBegin) {
        tally = {now, isNew ? 0 : total, isNew ? 0 : total};
    } else if (now - tally.begun >= Stretch) {
        tally = {now, total, now - tally.begun < 2 * Stretch ? tally.atBegin : total};
    }
    return total - tally.atBefore;
}

} // namespace stowage
