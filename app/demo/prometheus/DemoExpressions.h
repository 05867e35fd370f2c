// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/MetricTable.h"
#include "models/core/Time.h"

#include <QString>

namespace stowage {

/// A query that the simulated Prometheus understands.
struct DemoExpression
{
    enum class Kind : quint8
    {
        Metric, ///< of the table: `query`
        Up,
        ScrapeTime, ///< timestamp(up)
        Hosts,      ///< the table's series of hosts
        Jobs,       ///< which jobs had hosts lately
        CountUp,    ///< count(up)
        CountHosts, ///< how many hosts there are
        Nothing,    ///< a name that no series has
    };

    Kind kind = Kind::Nothing;
    const MetricQuery* query = nullptr;
    QString text;
    QString instance; ///< the only one; empty: all
    QString pick;     ///< the only value of the query's label or device; empty: all
    Millis rate{60'000};
};

/// Knows the queries of the built-in metric table by their text, with whatever stands in place of their
/// placeholders. It evaluates no PromQL.
class DemoExpressions
{
public:
    DemoExpressions();

    const MetricTable& table() const { return m_table; }

    /// Nothing for text that is none of them.
    std::optional<DemoExpression> read(const QString& text) const;

private:
    bool isOf(const MetricQuery& query, DemoExpression& expression) const;

    MetricTable m_table;
};

} // namespace stowage
