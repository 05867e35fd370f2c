// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/facts/ForecastFacts.h"

#include "models/hosts/HostForecasts.h"
#include "models/metrics/MetricInfo.h"

namespace stowage {
namespace {

/// In the order of the schema's fields.
enum Column : size_t
{
    Metric,
    Device,
    What,
    Zone,
    Left,
    Least,
    Most,
    Limit
};

FactSchema makeSchema()
{
    return {QStringLiteral("forecast"),
            SubjectKind::Host,
            {
                {QStringLiteral("metric"), FactUnit::Text},
                {QStringLiteral("device"), FactUnit::Text},
                {QStringLiteral("what"), FactUnit::Text},
                {QStringLiteral("zone"), FactUnit::Text},
                {QStringLiteral("left"), FactUnit::Duration},
                {QStringLiteral("left.least"), FactUnit::Duration},
                {QStringLiteral("left.most"), FactUnit::Duration},
                {QStringLiteral("limit"), FactUnit::Number},
            }};
}

double secondsUntil(Timestamp then, Timestamp now)
{
    return std::chrono::duration<double>(std::max(Millis{0}, then - now)).count();
}

/// "/nix", "memory": what fills up.
QString whatOf(const QString& metric)
{
    const QStringView device = metricDevice(metric);
    const QStringView base = metricBase(metric);
    if (base != QLatin1String("disk.percent")) {
        return metricTitle(metric);
    }
    return device.isEmpty() ? QStringLiteral("/") : device.toString();
}

/// How far what is told of it can be trusted now, which the screen's book does not know while it is frozen.
Freshness freshnessNow(const FactWorld& world, const Host& host)
{
    const HostBook& live = *world.hostsNow();
    const auto same = host.subjects.empty() ? std::nullopt : live.find(host.subjects.front().key);
    return same ? live.host(*same).freshness : host.freshness;
}

void putForecast(const Host& host, Freshness freshness, const HostForecast& forecast, Timestamp now,
                 FactTable& table)
{
    const QString& metric = forecast.series.metric;
    const size_t row = table.add(host.name + u' ' + metric, freshness != Freshness::Live);
    table.setAbout(row, host.name);
    table.setText(row, Metric, metric);
    table.setText(row, Device, metricDevice(metric).toString());
    table.setText(row, What, whatOf(metric));
    table.setText(row, Zone, host.zone);
    table.set(row, Left, secondsUntil(forecast.reachesAt, now));
    table.set(row, Least, secondsUntil(forecast.earliest, now));
    table.set(row, Most, secondsUntil(forecast.latest, now));
    table.set(row, Limit, forecast.limit);
}

} // namespace

const FactSchema& ForecastFacts::schema() const
{
    static const FactSchema Schema = makeSchema();
    return Schema;
}

void ForecastFacts::gather(const FactWorld& world, Timestamp now, FactTable& table)
{
    if (world.hosts == nullptr || world.forecasts == nullptr) {
        return;
    }
    for (const Host& host : world.hosts->hosts()) {
        if (!host.isAlive) {
            continue;
        }
        for (const HostForecast& forecast : world.forecasts->of(host.id)) {
            putForecast(host, freshnessNow(world, host), forecast, now, table);
        }
    }
    table.setKnown();
}

} // namespace stowage
