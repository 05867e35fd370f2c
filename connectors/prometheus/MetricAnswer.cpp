// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/MetricAnswer.h"

#include "models/metrics/MetricInfo.h"

#include <QSet>

#include <algorithm>

namespace stowage {
namespace {

using Told = QSet<std::pair<QString, QString>>;

/// The device as our names have it, or nothing where the series names none that can be shown.
std::optional<QString> deviceOf(const QuerySeries& series, const MetricQuery& query)
{
    if (query.device.isEmpty()) {
        return QString();
    }
    const QString device = nameOf(series.label(query.device.toUtf8()));
    if (device.isEmpty()) {
        return std::nullopt;
    }
    return device == QLatin1String("/") ? QString() : device;
}

void readValue(const QuerySeries& series, const MetricQuery& query, const QString& host,
               const QString& device, Told& told, MetricReading& reading)
{
    const QString base = query.label.isEmpty()
                             ? query.metric
                             : query.metrics.value(QString::fromUtf8(series.label(query.label.toUtf8())));
    if (base.isEmpty()) {
        return; // a value of the label that the table does not want
    }
    const QString metric = metricOf(base, device);
    if (const qsizetype before = told.size(); told.insert({host, metric}), told.size() == before) {
        ++reading.doubled;
        return;
    }
    reading.values.push_back({host, metric, series.points.front().value});
}

void readWords(const QuerySeries& series, const MetricQuery& query, const QString& host,
               MetricReading& reading)
{
    for (auto word = query.words.cbegin(); word != query.words.cend(); ++word) {
        if (const QString text = nameOf(series.label(word.key().toUtf8())); !text.isEmpty()) {
            reading.words.push_back({host, word.value(), text});
        }
    }
}

} // namespace

QString nameOf(QByteArrayView label)
{
    constexpr qsizetype Longest = 256;
    if (label.isEmpty() || label.size() > 4 * Longest) {
        return {};
    }
    const QString name = QString::fromUtf8(label);
    const bool isShown =
        std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    return isShown && name.size() <= Longest ? name : QString();
}

Result<MetricReading> readHosts(const HttpAnswer& answer, const MetricQuery& query)
{
    const auto parsed = parseQueryAnswer(answer, QueryShape::Vector, MostSeries);
    if (!parsed) {
        return fail(parsed.error());
    }
    MetricReading reading;
    reading.warnings = parsed->warnings;
    reading.skipped = parsed->skipped;
    Told told;
    for (const QuerySeries& series : parsed->series) {
        const QString host = nameOf(series.label("instance"));
        const auto device = deviceOf(series, query);
        if (host.isEmpty() || !device) {
            ++reading.skipped;
            continue;
        }
        readValue(series, query, host, *device, told, reading);
        if (query.fact) {
            reading.facts.push_back({host, *device, *query.fact, series.points.front().value});
        }
        readWords(series, query, host, reading);
    }
    return reading;
}

Result<TargetReading> readTargets(const HttpAnswer& answer)
{
    const auto parsed = parseQueryAnswer(answer, QueryShape::Vector, MostSeries);
    if (!parsed) {
        return fail(parsed.error());
    }
    TargetReading reading;
    reading.warnings = parsed->warnings;
    for (const QuerySeries& series : parsed->series) {
        const QString host = nameOf(series.label("instance"));
        if (!host.isEmpty()) {
            reading.targets.push_back(
                {host, nameOf(series.label("job")), series.points.front().value, series.points.front().at});
        }
    }
    return reading;
}

} // namespace stowage
