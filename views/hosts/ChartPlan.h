// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"
#include "models/metrics/MetricInfo.h"
#include "models/metrics/SeriesData.h"

#include <QHash>

#include <span>

namespace stowage {

/// One line of the chart before its data: of which host, which metric, from whom.
struct PlannedSeries
{
    HostId host;
    QString hostName;
    QString metric;
    QString label;
    double factor = 1; ///< what values are multiplied by to be shown
    MetricUnit unit = MetricUnit::Number;
    std::vector<SeriesKey> keys; ///< the source that tells it now first, then others of the same machine
    Millis every{60'000};

    bool operator==(const PlannedSeries&) const = default;
};

/// What a chart of some hosts and groups of metrics is made of.
struct ChartPlan
{
    static constexpr size_t MostHosts = 12;
    static constexpr size_t MostSeries = 24;

    std::vector<PlannedSeries> series;
    std::vector<SeriesKey> errors; ///< not drawn: they tell since when a service answers with errors
    QString title;                 ///< "registry-3 · CPU of limit", "12 hosts · CPU"
    bool isCut = false;            ///< more was chosen than a chart can show

    bool operator==(const ChartPlan&) const = default;

    /// Every key of every series, in order, then those of `errors`.
    std::vector<SeriesKey> keys() const;
};

ChartPlan planChart(std::span<const Host* const> hosts, const QStringList& groups);

/// What several sources tell of one metric of one machine, as one: the first of them tells all that it knows,
/// the others what lies in its gaps, before it and after it. Values multiplied by `factor`.
SeriesData joined(std::span<const SeriesData> sources, double factor);

} // namespace stowage
