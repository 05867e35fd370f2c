// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/hosts/MetricGroups.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricGroups)
};

constexpr QLatin1String Cores("process.cpu.cores");

QStringList named(std::initializer_list<const char*> metrics)
{
    QStringList names;
    for (const char* metric : metrics) {
        names << QString::fromLatin1(metric);
    }
    return names;
}

std::vector<MetricGroup> makeGroups()
{
    return {
        {QStringLiteral("cpu"), Words::tr("CPU"), named({"cpu.percent", "process.cpu.cores"})},
        {QStringLiteral("memory"), Words::tr("Memory"), named({"memory.percent", "process.memory.bytes"})},
        {QStringLiteral("disk"), Words::tr("Disk"), named({"disk.percent"})},
        //: a chip: what is read from and written to disks
        {QStringLiteral("io"), Words::tr("Disk I/O"),
         named({"disk.read.bytesPerSecond", "disk.write.bytesPerSecond"})},
        {QStringLiteral("network"), Words::tr("Network"),
         named({"net.received.bytesPerSecond", "net.sent.bytesPerSecond"})},
        {QStringLiteral("load"), Words::tr("Load"), named({"load.1m", "load.5m", "load.15m"})},
        {QStringLiteral("requests"), Words::tr("Requests"), named({"requests.perSecond"})},
        {QStringLiteral("latency"), Words::tr("Latency"),
         named({"latency.p50.seconds", "latency.p95.seconds", "latency.p99.seconds"})},
        //: a chip: the share of requests that a server failed to answer, by the class of their HTTP codes
        {QStringLiteral("errors"), Words::tr("5xx"), named({"errors.percent"})},
        {QStringLiteral("storage"), Words::tr("Storage"), named({"storage.p95.seconds"})},
        {QStringLiteral("hits"), Words::tr("Hits"), named({"hits.percent"})},
        {QStringLiteral("swap"), Words::tr("Swap"), named({"swap.used.bytes"})},
        {QStringLiteral("inodes"), Words::tr("Inodes"), named({"inodes.percent"})},
        {QStringLiteral("temperature"), Words::tr("Temperature"), named({"temperature.celsius"})},
        {QStringLiteral("gpu"), Words::tr("GPU"), named({"gpu.percent"})},
    };
}

/// Of some groups the metrics say the same in another way; of the others they are halves of one thing.
bool isAlternative(const MetricGroup& group)
{
    return group.id == u"cpu" || group.id == u"memory";
}

bool isOfLimit(const Host& host, QStringView metric)
{
    return metric == Cores && host.cpuLimit && *host.cpuLimit > 0;
}

} // namespace

const std::vector<MetricGroup>& metricGroups()
{
    // The language is chosen before the first window and stays.
    static const std::vector<MetricGroup> groups = makeGroups();
    return groups;
}

const MetricGroup* metricGroup(QStringView id)
{
    const auto found =
        std::ranges::find_if(metricGroups(), [id](const MetricGroup& group) { return group.id == id; });
    return found == metricGroups().end() ? nullptr : &*found;
}

QStringList groupsOf(std::span<const Host* const> hosts)
{
    QStringList ids;
    for (const MetricGroup& group : metricGroups()) {
        const bool isTold = std::ranges::any_of(
            hosts, [&group](const Host* host) { return !valuesOf(*host, group, false).empty(); });
        if (isTold) {
            ids << group.id;
        }
    }
    return ids;
}

std::vector<const HostValue*> valuesOf(const Host& host, const MetricGroup& group, bool whole)
{
    std::vector<const HostValue*> values;
    for (const QString& metric : group.metrics) {
        const std::vector<const HostValue*> devices = host.devices(metric);
        const auto end = whole || devices.empty() ? devices.end() : devices.begin() + 1;
        values.insert(values.end(), devices.begin(), end);
        if (isAlternative(group) && !values.empty()) {
            break;
        }
    }
    return values;
}

const HostValue* mainValue(const Host& host)
{
    const std::vector<const HostValue*> values = valuesOf(host, metricGroups().front(), false);
    return values.empty() ? nullptr : values.front();
}

Shown shownAs(const Host& host, const QString& metric)
{
    if (isOfLimit(host, metric)) {
        constexpr double Percent = 100;
        return {Percent / *host.cpuLimit, MetricUnit::Percent, Words::tr("CPU of limit")};
    }
    return {1, metricInfo(metric).unit, metricTitle(metric)};
}

double mostOf(const Host& host, const QString& metric)
{
    constexpr double Whole = 100;
    if (isOfLimit(host, metric)) {
        return *host.cpuLimit;
    }
    return metricInfo(metric).unit == MetricUnit::Cores ? host.facts.cores.value_or(1) : Whole;
}

} // namespace stowage
