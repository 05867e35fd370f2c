// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/MetricTable.h"

#include "connectors/prometheus/QueryText.h"
#include "models/metrics/MetricInfo.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricTable)
};

/// The metrics that a query gives.
QStringList metricsOf(const MetricQuery& query)
{
    return query.label.isEmpty() ? QStringList{query.metric} : QStringList(query.metrics.values());
}

} // namespace

Result<MetricTable> MetricTable::builtIn()
{
    QFile file(QStringLiteral(":/metrics/node-exporter.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail({ErrorKind::Defect,
                     Words::tr("the table of node-exporter's metrics is not in the program"),
                     file.fileName(),
                     {},
                     {}});
    }
    return parse(file.readAll());
}

void MetricTable::drop(const QString& metric)
{
    std::erase_if(m_metrics, [&metric](MetricQuery& query) {
        if (query.label.isEmpty()) {
            return query.metric == metric;
        }
        query.metrics.removeIf([&metric](const auto& one) { return one.value() == metric; });
        return query.metrics.isEmpty();
    });
}

void MetricTable::extend(const std::vector<MetricQuery>& queries)
{
    for (const MetricQuery& query : queries) {
        for (const QString& metric : metricsOf(query)) {
            drop(metric);
        }
    }
    m_metrics.insert(m_metrics.end(), queries.begin(), queries.end());
}

std::optional<MetricTable::Source> MetricTable::find(QStringView metric) const
{
    const QString base = metricBase(metric).toString();
    const bool hasDevice = metric.contains(u'[');
    for (const MetricQuery& query : m_metrics) {
        QString pick;
        if (query.label.isEmpty() ? query.metric != base : query.metrics.key(base).isEmpty()) {
            continue;
        }
        if (!query.label.isEmpty()) {
            pick = matcher(query.label, query.metrics.key(base));
        }
        if (!query.device.isEmpty()) {
            const QString device = hasDevice ? metricDevice(metric).toString() : QStringLiteral("/");
            pick += (pick.isEmpty() ? QString() : QStringLiteral(",")) + matcher(query.device, device);
        } else if (hasDevice) {
            continue;
        }
        return Source{&query, pick};
    }
    return std::nullopt;
}

QStringList MetricTable::counters() const
{
    static const QRegularExpression rate(
        QStringLiteral(R"re(\b(?:i?rate|increase)\(([a-zA-Z_:][\w:]*)\{)re"));
    QStringList names;
    for (const MetricQuery& query : m_metrics) {
        auto matches = rate.globalMatch(query.expression);
        while (matches.hasNext()) {
            names << matches.next().captured(1);
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace stowage
