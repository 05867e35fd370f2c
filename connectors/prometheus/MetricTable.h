// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/MetricQuery.h"
#include "models/core/Error.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace stowage {

/// Which queries give which of our metrics: data, of `resources/metrics/` and of the profile
/// (`resources/schemas/metric-table.json`).
class MetricTable
{
public:
    /// That of node-exporter, out of the program's resources.
    static Result<MetricTable> builtIn();

    /// A whole table. Profile for what is none; the message says what and where.
    static Result<MetricTable> parse(const QByteArray& json);

    /// The list under a profile's "hostMetrics".
    static Result<std::vector<MetricQuery>> parseQueries(const QByteArray& json);

    /// Adds queries; those for a metric that is there take its place.
    void extend(const std::vector<MetricQuery>& queries);

    /// The query whose series are there for every host, once: whoever has none is no host.
    const QString& hosts() const { return m_hosts; }
    const std::vector<MetricQuery>& metrics() const { return m_metrics; }
    /// Asked for rarely.
    const std::vector<MetricQuery>& facts() const { return m_facts; }

    /// How one series of ours is asked for.
    struct Source
    {
        const MetricQuery* query = nullptr;
        QString pick; ///< matchers for `$pick`; empty for none
    };

    /// Nothing for a metric, or a device, that the table does not have.
    std::optional<Source> find(QStringView metric) const;

    /// The names of counters that rates are taken of.
    QStringList counters() const;

private:
    void drop(const QString& metric);

    QString m_hosts;
    std::vector<MetricQuery> m_metrics;
    std::vector<MetricQuery> m_facts;
};

} // namespace stowage
