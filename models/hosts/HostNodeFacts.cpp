// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostNodeFacts.h"

#include "models/hosts/HostReading.h"
#include "models/metrics/MetricInfo.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {
namespace {

constexpr double Whole = 100;

/// A value that may be taken for what is now.
std::optional<double> freshValue(const Host& host, const QString& metric, Timestamp now)
{
    const HostValue* value = host.value(metric);
    const HostQuarantine* bad = host.quarantine(metric);
    const bool isGood = value != nullptr && !value->isStale(now) && (bad == nullptr || !bad->isLatest);
    return isGood ? std::optional(value->value) : std::nullopt;
}

std::optional<qint64> freeBytes(const Host& host, Timestamp now)
{
    const QString disk = contentDisk(host);
    const auto of = [&](QLatin1String base) {
        return freshValue(host, metricOf(QString(base), disk), now);
    };
    std::optional<double> total = of(QLatin1String("disk.total.bytes"));
    if (!total && host.facts.diskBytes.contains(disk)) {
        total = host.facts.diskBytes.value(disk);
    }
    const auto used = of(QLatin1String("disk.used.bytes"));
    const auto percent = of(QLatin1String("disk.percent"));
    if (!total || (!used && !percent)) {
        return std::nullopt;
    }
    constexpr double Most = 9e18;
    const double free = used ? *total - *used : *total * (Whole - *percent) / Whole;
    return static_cast<qint64>(std::clamp(free, 0.0, Most));
}

/// Of its processors; the load where their number is known, for a processor that waits is busy too.
std::optional<double> loadOf(const Host& host, Timestamp now)
{
    const auto load = freshValue(host, QStringLiteral("load.5m"), now);
    if (load && host.facts.cores && *host.facts.cores > 0) {
        return std::clamp(*load / *host.facts.cores, 0.0, 1.0);
    }
    const auto percent = freshValue(host, QStringLiteral("cpu.percent"), now);
    return percent ? std::optional(std::clamp(*percent / Whole, 0.0, 1.0)) : std::nullopt;
}

std::optional<Millis> uptimeOf(const Host& host, Timestamp now)
{
    if (const auto seconds = freshValue(host, QStringLiteral("uptime.seconds"), now)) {
        constexpr double Most = 1e10;
        return std::chrono::duration_cast<Millis>(
            std::chrono::duration<double>(std::clamp(*seconds, 0.0, Most)));
    }
    return host.facts.bootedAt ? std::optional(std::max(Millis{0}, now - *host.facts.bootedAt))
                               : std::nullopt;
}

template <class T>
void put(std::optional<T>& to, const std::optional<T>& from)
{
    to = from ? from : to;
}

} // namespace

QString contentDisk(const Host& host)
{
    static const std::array Places{QStringLiteral("/var/lib/containerd"), QStringLiteral("/var/lib/docker"),
                                   QStringLiteral("/var/lib"), QStringLiteral("/var")};
    const auto has = [&host](const QString& place) {
        return host.facts.diskBytes.contains(place) ||
               host.value(metricOf(u"disk.percent", place)) != nullptr;
    };
    const auto found = std::ranges::find_if(Places, has);
    return found == Places.end() ? QString() : *found;
}

void addHostFacts(NodeFacts& facts, const HostBook& book)
{
    const Timestamp now = book.now();
    for (const Host& host : book.hosts()) {
        const bool tells = host.isAlive && host.node.isValid() && host.state == HostState::Up &&
                           host.freshness == Freshness::Live;
        if (!tells) {
            continue;
        }
        NodeWorth& worth = facts[book.fleet().node(host.node).seen.name];
        put(worth.uptime, uptimeOf(host, now));
        put(worth.freeBytes, freeBytes(host, now));
        put(worth.load, loadOf(host, now));
    }
}

} // namespace stowage
