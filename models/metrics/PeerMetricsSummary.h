// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

namespace stowage {

/// A sum over nodes, and how many of them told it.
template <class T>
struct ToldSum
{
    T value{};
    quint32 nodes = 0;

    bool operator==(const ToldSum&) const = default;
};

/// What the peers of several nodes tell together: sums of what each counted, histograms merged, never means
/// of means. Only what is fresh is in it.
struct PeerMetricsSum
{
    quint32 nodes = 0;    ///< all there are
    quint32 told = 0;     ///< of which metrics are known and fresh
    quint32 breaches = 0; ///< of which something is beyond a threshold

    std::array<ToldSum<CacheTraffic>, MetricWindows.size()> cache; ///< by MetricWindow; covered: the longest
    ToldSum<Histogram> resolve;
    ToldSum<Histogram> latency;
    ToldSum<double> pulls; ///< five minutes
    double failedPulls = 0;
    double pullsPerSecond = 0;
    ToldSum<double> advertisedContent;
    ToldSum<double> cpuCores;
    ToldSum<double> memoryBytes;

    std::optional<double> hitPercent(MetricWindow window) const;
    std::optional<Quantile> resolveQuantile(double q) const { return resolve.value.quantile(q); }
    std::optional<double> errorPercent() const;

    void add(const PeerMetrics& metrics);

    bool operator==(const PeerMetricsSum&) const = default;
};

struct ZoneMetrics
{
    QString zone;
    PeerMetricsSum sum;
};

struct PeerMetricsSummary
{
    PeerMetricsSum fleet;
    std::vector<ZoneMetrics> zones; ///< by name; those without a zone under an empty one
};

/// Goes over the nodes once. `source`: only what this one tells, and only its nodes.
PeerMetricsSummary summarizePeerMetrics(const Fleet& fleet, std::optional<SourceId> source = std::nullopt);

/// What the node's peer tells, when it is fresh enough to be shown as a fact of now; else null.
const PeerMetrics* freshMetrics(const Fleet& fleet, NodeId node);

} // namespace stowage
