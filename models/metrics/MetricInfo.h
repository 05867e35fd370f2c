// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace stowage {

/// What the values of a metric are.
enum class MetricUnit : quint8
{
    Number, ///< a plain number: a load, a count
    Percent,
    Bytes,
    BytesPerSecond,
    Seconds,
    Celsius,
    Cores,
    PerSecond,
};

/// What is known of a metric before any sample.
struct MetricInfo
{
    QString name; ///< without a device: "disk.percent"
    MetricUnit unit = MetricUnit::Number;
    QString symbol;         ///< as documents print it: "B/s", "%", "" for a plain number
    bool isRate = false;    ///< made of a counter's differences
    bool onlyGrows = false; ///< between two starts: an uptime
    bool isKnown = true;    ///< false: no metric of ours; only its unit is read from its name

    bool operator==(const MetricInfo&) const = default;
};

/// The name without its device: "disk.percent" of "disk.percent[/data]".
QStringView metricBase(QStringView metric);

/// "/data" of "disk.percent[/data]"; empty where there is none.
QStringView metricDevice(QStringView metric);

/// "disk.percent[/data]"; the base alone for an empty device.
QString metricOf(QStringView base, QStringView device);

/// What the metric is; the unit by the name's end where it is not one of ours.
MetricInfo metricInfo(QStringView metric);

/// "CPU", "Disk /data, written": short words for a heading, translated.
QString metricTitle(QStringView metric);

/// A value with its unit, for a person: "9.0 KiB/s", "62 %", "1.20 cores", "480 µs".
QString formatMetric(MetricUnit unit, double value);

} // namespace stowage
