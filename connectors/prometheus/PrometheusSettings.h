// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "connectors/prometheus/MetricQuery.h"

#include <QMap>

#include <optional>
#include <vector>

namespace stowage {

/// A Prometheus server, or what speaks its query API, as the profile describes it.
struct PrometheusSettings
{
    QString id;
    Endpoint endpoint; ///< with the prefix that the API may have: "https://mimir.example.test/prometheus"
    QMap<QString, QString> labels;    ///< only series with these labels are of this fleet's hosts
    std::vector<MetricQuery> metrics; ///< beside and in place of node-exporter's
    std::optional<Millis> rate;       ///< the window of rates; none: four scrapes, a minute at least

    Millis pollInterval{15'000};
    Millis slowInterval{300'000}; ///< between two readings of what hardly changes: facts, targets, rules
    Millis deadline{30'000};      ///< of one query; engines end theirs after two minutes by default
    qint64 bodyLimit = 32 * 1024 * 1024;

    size_t pointsAPiece = 11'000;    ///< of a series in one answer; Prometheus refuses more
    size_t pointsAtOnce = 1'000'000; ///< of all series that are asked for together; more is refused here
};

} // namespace stowage
