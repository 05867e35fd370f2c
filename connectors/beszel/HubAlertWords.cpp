// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubAlertWords.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HubAlertWords)
};

constexpr double Mebi = 1024.0 * 1024;
constexpr double FullDisk = 95;

constexpr HubAlertKind Status{
    "Status", MetricUnit::Number, 1, false, QT_TRANSLATE_NOOP("HubAlertWords", "%1 is down"), nullptr};

constexpr std::array Thresholds{
    HubAlertKind{"CPU", MetricUnit::Percent, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "CPU of %1 above %2"), "cpu.percent"},
    HubAlertKind{"Memory", MetricUnit::Percent, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Memory of %1 above %2"), "memory.percent"},
    HubAlertKind{"Disk", MetricUnit::Percent, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "A disk of %1 is fuller than %2"), "disk.percent"},
    HubAlertKind{"Temperature", MetricUnit::Celsius, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Temperature of %1 above %2"), "temperature.celsius"},
    HubAlertKind{"Bandwidth", MetricUnit::BytesPerSecond, Mebi, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Network traffic of %1 above %2"), nullptr},
    HubAlertKind{"GPU", MetricUnit::Percent, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "GPU of %1 above %2"), "gpu.percent"},
    HubAlertKind{"LoadAvg1", MetricUnit::Number, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Load of %1 above %2, mean of 1 min"), "load.1m"},
    HubAlertKind{"LoadAvg5", MetricUnit::Number, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Load of %1 above %2, mean of 5 min"), "load.5m"},
    HubAlertKind{"LoadAvg15", MetricUnit::Number, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Load of %1 above %2, mean of 15 min"), "load.15m"},
    HubAlertKind{"Battery", MetricUnit::Percent, 1, true,
                 QT_TRANSLATE_NOOP("HubAlertWords", "Battery of %1 below %2"), nullptr},
};

constexpr HubAlertKind Unknown{};

/// People choose whole numbers.
QString limitText(MetricUnit unit, double limit)
{
    constexpr double Exact = 1e9;
    if (limit != std::floor(limit) || std::abs(limit) > Exact) {
        return formatMetric(unit, limit);
    }
    if (unit == MetricUnit::Number || unit == MetricUnit::Celsius) {
        const QString whole = QString::number(limit, 'f', 0);
        return unit == MetricUnit::Number ? whole : QStringLiteral("%1 °C").arg(whole);
    }
    return formatMetric(unit, limit);
}

} // namespace

const HubAlertKind& hubAlertKind(QStringView name)
{
    if (name == QLatin1String(Status.name)) {
        return Status;
    }
    for (const HubAlertKind& kind : Thresholds) {
        if (name == QLatin1String(kind.name)) {
            return kind;
        }
    }
    return Unknown;
}

QString hubAlertUnit(const HubAlertKind& kind)
{
    switch (kind.unit) {
    case MetricUnit::Percent:
        return QStringLiteral("%");
    case MetricUnit::Celsius:
        return QStringLiteral("°C");
    case MetricUnit::BytesPerSecond:
        return QStringLiteral("B/s");
    default:
        return {};
    }
}

AlertSeverity hubAlertSeverity(const HubAlertKind& kind, std::optional<double> limit)
{
    const bool isFullDisk = QLatin1String(kind.name) == QLatin1String("Disk") && limit && *limit >= FullDisk;
    return !kind.isThreshold || isFullDisk ? AlertSeverity::Critical : AlertSeverity::Warning;
}

QString hubAlertSummary(const QString& name, const QString& system, std::optional<double> limit,
                        double minutes)
{
    constexpr double MostMinutes = 60 * 24 * 365;
    const HubAlertKind& kind = hubAlertKind(name);
    // In one go, so that a "%2" in a system's name stays one.
    const QString told = limit ? limitText(kind.unit, *limit) : QStringLiteral("?");
    const QString text = !kind.isThreshold       ? Words::tr(kind.words).arg(system)
                         : kind.words != nullptr ? Words::tr(kind.words).arg(system, told)
                         //: an alert of a kind that this program does not know: %1 its name, %2 a system
                         : limit ? Words::tr("%1 of %2 is at its limit of %3").arg(name, system, told)
                                 : Words::tr("%1 of %2").arg(name, system);
    if (!(minutes > 1) || minutes > MostMinutes) {
        return text;
    }
    const Millis lasting{static_cast<qint64>(minutes * 60'000)};
    //: %1 is a sentence like "CPU of n1 above 80 %", %2 how long that has to last
    return Words::tr("%1 for %2").arg(text, formatDuration(lasting));
}

void tellMessages(AlertObservation& told, size_t messages)
{
    const QString name = QStringLiteral("messages"); // sorts before all others that a hub's alerts have
    std::erase_if(told.labels, [&name](const AlertLabel& label) { return label.name == name; });
    if (messages > 1) {
        told.labels.insert(told.labels.begin(), {name, QString::number(messages)});
    }
}

} // namespace stowage
