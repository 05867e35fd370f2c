// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/MetricInfo.h"

#include "models/core/Time.h"
#include "models/metrics/MetricWords.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricInfo)
};

struct Known
{
    const char* name;
    MetricUnit unit;
    bool isRate;
    bool onlyGrows;
    const char* title;
};

constexpr std::array Metrics{
    Known{"cpu.percent", MetricUnit::Percent, false, false, QT_TRANSLATE_NOOP("MetricInfo", "CPU")},
    Known{"cpu.user.percent", MetricUnit::Percent, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "CPU, user")},
    Known{"cpu.system.percent", MetricUnit::Percent, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "CPU, system")},
    Known{"cpu.iowait.percent", MetricUnit::Percent, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "CPU, waiting for I/O")},
    Known{"cpu.steal.percent", MetricUnit::Percent, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "CPU, stolen")},
    Known{"load.1m", MetricUnit::Number, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Load, 1 min")},
    Known{"load.5m", MetricUnit::Number, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Load, 5 min")},
    Known{"load.15m", MetricUnit::Number, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Load, 15 min")},
    Known{"memory.percent", MetricUnit::Percent, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Memory")},
    Known{"memory.used.bytes", MetricUnit::Bytes, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Memory, used")},
    Known{"memory.total.bytes", MetricUnit::Bytes, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Memory, in all")},
    Known{"swap.used.bytes", MetricUnit::Bytes, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Swap, used")},
    Known{"swap.total.bytes", MetricUnit::Bytes, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Swap, in all")},
    Known{"disk.percent", MetricUnit::Percent, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Disk")},
    Known{"disk.used.bytes", MetricUnit::Bytes, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Disk, used")},
    Known{"disk.total.bytes", MetricUnit::Bytes, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Disk, in all")},
    Known{"disk.read.bytesPerSecond", MetricUnit::BytesPerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Disk, read")},
    Known{"disk.write.bytesPerSecond", MetricUnit::BytesPerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Disk, written")},
    Known{"disk.busy.percent", MetricUnit::Percent, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Disk, busy")},
    Known{"inodes.percent", MetricUnit::Percent, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Inodes")},
    Known{"net.received.bytesPerSecond", MetricUnit::BytesPerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Network, received")},
    Known{"net.sent.bytesPerSecond", MetricUnit::BytesPerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Network, sent")},
    Known{"temperature.celsius", MetricUnit::Celsius, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Temperature")},
    Known{"container.cpu.percent", MetricUnit::Percent, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Container, CPU")},
    Known{"container.memory.bytes", MetricUnit::Bytes, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Container, memory")},
    Known{"container.net.received.bytesPerSecond", MetricUnit::BytesPerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Container, received")},
    Known{"container.net.sent.bytesPerSecond", MetricUnit::BytesPerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Container, sent")},
    Known{"gpu.percent", MetricUnit::Percent, false, false, QT_TRANSLATE_NOOP("MetricInfo", "GPU")},
    Known{"uptime.seconds", MetricUnit::Seconds, false, true, QT_TRANSLATE_NOOP("MetricInfo", "Uptime")},
    Known{"requests.perSecond", MetricUnit::PerSecond, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Requests")},
    Known{"errors.percent", MetricUnit::Percent, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Errors (5xx)")},
    Known{"latency.p50.seconds", MetricUnit::Seconds, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Latency, p50")},
    Known{"latency.p95.seconds", MetricUnit::Seconds, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Latency, p95")},
    Known{"latency.p99.seconds", MetricUnit::Seconds, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Latency, p99")},
    Known{"storage.p95.seconds", MetricUnit::Seconds, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Storage, p95")},
    Known{"inflight.requests", MetricUnit::Number, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Requests under way")},
    Known{"process.cpu.cores", MetricUnit::Cores, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "CPU, process")},
    Known{"process.memory.bytes", MetricUnit::Bytes, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Memory, process")},
    Known{"process.files", MetricUnit::Number, false, false, QT_TRANSLATE_NOOP("MetricInfo", "Open files")},
    Known{"process.files.limit", MetricUnit::Number, false, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Open files, limit")},
    Known{"hits.percent", MetricUnit::Percent, true, false, QT_TRANSLATE_NOOP("MetricInfo", "Hits")},
    Known{"resolve.p95.seconds", MetricUnit::Seconds, true, false,
          QT_TRANSLATE_NOOP("MetricInfo", "Resolve, p95")},
};

const Known* find(QStringView base)
{
    for (const Known& known : Metrics) {
        if (base == QLatin1String(known.name)) {
            return &known;
        }
    }
    return nullptr;
}

MetricUnit unitByName(QStringView base)
{
    struct Ending
    {
        QLatin1String text;
        MetricUnit unit;
    };
    static constexpr std::array Endings{
        Ending{QLatin1String(".percent"), MetricUnit::Percent},
        Ending{QLatin1String(".bytes"), MetricUnit::Bytes},
        Ending{QLatin1String(".bytesPerSecond"), MetricUnit::BytesPerSecond},
        Ending{QLatin1String(".seconds"), MetricUnit::Seconds},
        Ending{QLatin1String(".celsius"), MetricUnit::Celsius},
        Ending{QLatin1String(".cores"), MetricUnit::Cores},
        Ending{QLatin1String(".perSecond"), MetricUnit::PerSecond},
    };
    for (const Ending& ending : Endings) {
        if (base.endsWith(ending.text)) {
            return ending.unit;
        }
    }
    return MetricUnit::Number;
}

QString symbolOf(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Number:
        return {};
    case MetricUnit::Percent:
        return QStringLiteral("%");
    case MetricUnit::Bytes:
        return QStringLiteral("B");
    case MetricUnit::BytesPerSecond:
        return QStringLiteral("B/s");
    case MetricUnit::Seconds:
        return QStringLiteral("s");
    case MetricUnit::Celsius:
        return QStringLiteral("°C");
    case MetricUnit::Cores:
        return QStringLiteral("cores");
    case MetricUnit::PerSecond:
        return QStringLiteral("1/s");
    }
    return {};
}

/// Bytes beyond what an integer holds are a defect of the sample, not of the words.
QString bytes(double value)
{
    constexpr double Most = 9e18;
    return formatBytes(static_cast<qint64>(std::clamp(value, -Most, Most)));
}

QString number(double value)
{
    const double size = std::abs(value);
    return QString::number(value, 'f', size < 10 ? 2 : size < 100 ? 1 : 0);
}

} // namespace

QStringView metricBase(QStringView metric)
{
    const qsizetype open = metric.indexOf(u'[');
    return open < 0 ? metric : metric.first(open);
}

QStringView metricDevice(QStringView metric)
{
    const qsizetype open = metric.indexOf(u'[');
    if (open < 0 || !metric.endsWith(u']')) {
        return {};
    }
    return metric.sliced(open + 1).chopped(1);
}

QString metricOf(QStringView base, QStringView device)
{
    return device.isEmpty() ? base.toString() : base.toString() + u'[' + device.toString() + u']';
}

MetricInfo metricInfo(QStringView metric)
{
    const QStringView base = metricBase(metric);
    const Known* known = find(base);
    const MetricUnit unit = known != nullptr ? known->unit : unitByName(base);
    return {base.toString(),
            unit,
            symbolOf(unit),
            known != nullptr && known->isRate,
            known != nullptr && known->onlyGrows,
            known != nullptr};
}

QString metricTitle(QStringView metric)
{
    const QStringView base = metricBase(metric);
    const QStringView device = metricDevice(metric);
    const Known* known = find(base);
    const QString title = known != nullptr ? Words::tr(known->title) : base.toString();
    //: a metric and the device that it is of: "Disk, written (/data)"
    return device.isEmpty() ? title : Words::tr("%1 (%2)").arg(title, device.toString());
}

QString formatMetric(MetricUnit unit, double value)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    switch (unit) {
    case MetricUnit::Number:
        return number(value);
    case MetricUnit::Percent:
        return formatPercent(value);
    case MetricUnit::Bytes:
        return bytes(value);
    //: an amount of bytes each second
    case MetricUnit::BytesPerSecond:
        return Words::tr("%1/s").arg(bytes(value));
    case MetricUnit::Seconds:
        return value < 120 ? formatSeconds(value)
                           : formatDuration(std::chrono::duration_cast<Millis>(
                                 std::chrono::duration<double>(std::min(value, 1e12))));
    case MetricUnit::Celsius:
        return QStringLiteral("%1 °C").arg(number(value));
    //: processor cores
    case MetricUnit::Cores:
        return Words::tr("%1 cores").arg(number(value));
    case MetricUnit::PerSecond:
        return Words::tr("%1/s").arg(number(value));
    }
    return {};
}

} // namespace stowage
