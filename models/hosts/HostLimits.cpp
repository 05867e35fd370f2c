// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostLimits.h"

#include "models/core/Time.h"
#include "models/metrics/MetricInfo.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HostLimits)
};

constexpr double Whole = 100;
constexpr double BitsInByte = 8;

/// Errors that are this far apart are of two troubles.
constexpr Millis WellAgain{10 * 60'000};

std::optional<double> told(const Host& host, const char* base, QStringView device = {})
{
    const HostValue* value = host.value(metricOf(QString::fromLatin1(base), device));
    return value != nullptr && value->value > 0 ? std::optional(value->value) : std::nullopt;
}

std::optional<double> found(const QHash<QString, double>& facts, QStringView device)
{
    const auto fact = facts.constFind(device.toString());
    return fact != facts.cend() && *fact > 0 ? std::optional(*fact) : std::nullopt;
}

QString coresText(double cores)
{
    const QString number = QString::number(cores, 'f', 2);
    //: the most processor cores that a process may use, two decimals: "limit 1.00 core"
    return cores == 1 ? Words::tr("limit %1 core").arg(number)
                      //: the same for all other numbers: "limit 2.50 cores"
                      : Words::tr("limit %1 cores").arg(number);
}

QString bytesText(double bytes)
{
    constexpr double Most = 9e18;
    //: the size of a memory or disk: "64 GiB in all"
    return Words::tr("%1 in all").arg(formatBytes(static_cast<qint64>(std::min(bytes, Most))));
}

/// A limit with words of its own kind; nothing while the value is not known.
template <class Text>
std::optional<HostLimit> limit(QStringView metric, std::optional<double> value, Text text)
{
    return value ? std::optional(HostLimit{metric.toString(), *value, text(*value)}) : std::nullopt;
}

/// Shares of a whole.
std::optional<HostLimit> limitOfPercent(const Host& host, QStringView metric, QStringView base)
{
    if (base == QLatin1String("cpu.percent")) {
        const auto cores = host.cpuLimit ? host.cpuLimit : host.facts.cores;
        const QString text = host.cpuLimit ? coresText(*host.cpuLimit) : Words::tr("all cores");
        return cores || host.kind == HostKind::Machine
                   ? std::optional(HostLimit{metric.toString(), Whole, text})
                   : std::nullopt;
    }
    const bool fills = base == QLatin1String("memory.percent") || base == QLatin1String("disk.percent") ||
                       base == QLatin1String("inodes.percent");
    return fills ? std::optional(HostLimit{metric.toString(), Whole, Words::tr("full")}) : std::nullopt;
}

} // namespace

std::optional<HostLimit> limitOf(const Host& host, QStringView metric)
{
    const QStringView base = metricBase(metric);
    const QStringView device = metricDevice(metric);
    const auto either = [](std::optional<double> first, std::optional<double> second) {
        return first ? first : second;
    };
    if (base.endsWith(QLatin1String(".percent"))) {
        return limitOfPercent(host, metric, base);
    }
    if (base == QLatin1String("process.cpu.cores")) {
        return limit(metric, either(host.cpuLimit, host.facts.cores), coresText);
    }
    if (base == QLatin1String("process.files")) {
        return limit(metric, told(host, "process.files.limit"),
                     //: how many files a process may have open
                     [](double files) { return Words::tr("limit %1 files").arg(files, 0, 'f', 0); });
    }
    if (base == QLatin1String("memory.used.bytes")) {
        return limit(metric, either(host.facts.memoryBytes, told(host, "memory.total.bytes")), bytesText);
    }
    if (base == QLatin1String("swap.used.bytes")) {
        return limit(metric, either(host.facts.swapBytes, told(host, "swap.total.bytes")), bytesText);
    }
    if (base == QLatin1String("disk.used.bytes")) {
        return limit(metric,
                     either(found(host.facts.diskBytes, device), told(host, "disk.total.bytes", device)),
                     bytesText);
    }
    if (base == QLatin1String("net.received.bytesPerSecond") ||
        base == QLatin1String("net.sent.bytesPerSecond")) {
        const auto bits = found(host.facts.linkBitsPerSecond, device);
        return limit(metric, bits ? std::optional(*bits / BitsInByte) : std::nullopt, [](double bytes) {
            return Words::tr("link %1").arg(formatMetric(MetricUnit::BytesPerSecond, bytes));
        });
    }
    if (base.startsWith(QLatin1String("load."))) {
        return limit(metric, host.facts.cores,
                     //: the number of processor cores of a machine
                     [](double cores) { return Words::tr("%1 cores").arg(cores, 0, 'f', 0); });
    }
    return std::nullopt;
}

std::optional<HostMark> firstErrors(const SeriesData& errors)
{
    std::optional<Timestamp> first;
    std::optional<Timestamp> wellSince;
    for (const SeriesPoint& point : errors.points) {
        if (point.max <= 0) {
            wellSince = wellSince.value_or(point.at - point.span);
            continue;
        }
        // Where many samples make a point, the first error lies somewhere within its span.
        if (wellSince && (!first || point.at - point.span - *wellSince >= WellAgain)) {
            first = point.at - point.span;
        }
        wellSince.reset();
    }
    return first ? std::optional(HostMark{*first, Words::tr("first 5xx"), true}) : std::nullopt;
}

} // namespace stowage
