// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/metrics/Histogram.h"
#include "models/metrics/ThresholdBreach.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace stowage {

/// The windows over which a hit rate is told.
enum class MetricWindow : quint8
{
    Minute,
    FiveMinutes,
    Hour,
};

constexpr std::array<Millis, 3> MetricWindows{std::chrono::minutes(1), std::chrono::minutes(5),
                                              std::chrono::hours(1)};

/// What a peer fetched for its node from other peers, or could not. Sums of counter differences: they add up
/// over nodes.
struct CacheTraffic
{
    Millis covered{0}; ///< the time in which it happened; shorter than the window while a peer is new
    double hits = 0;
    double misses = 0;

    double requests() const { return hits + misses; }
    /// 0 … 100; nothing while nothing was asked for.
    std::optional<double> hitPercent() const;

    bool operator==(const CacheTraffic&) const = default;
};

/// Answers of one kind that a peer gave within the last five minutes.
struct RequestCount
{
    QString handler; ///< "/v2/*", "/readyz"
    QString method;
    int code = 0;
    double count = 0;

    /// Whether it is about content and not a HEAD: those are mostly Stowage's own sweep.
    bool isPull() const;

    bool operator==(const RequestCount&) const = default;
};

/// What a peer answered within a time.
struct RequestTraffic
{
    Millis covered{0};
    std::vector<RequestCount> counts;

    double pulls() const;
    double failedPulls() const; ///< those answered 5xx
    std::optional<double> pullsPerSecond() const;
    /// 0 … 100; nothing while nothing was pulled.
    std::optional<double> errorPercent() const;

    bool operator==(const RequestTraffic&) const = default;
};

/// What the metrics page of one peer tells, over time. What is not told is absent, which is not zero.
struct PeerMetrics
{
    Millis every{10'000}; ///< how often it is read; after three times that it is stale

    std::array<std::optional<CacheTraffic>, MetricWindows.size()> cache; ///< by MetricWindow
    std::optional<Histogram> resolve;                                    ///< s, five minutes
    std::optional<Histogram> latency;       ///< s, of pulls, see RequestCount; five minutes
    std::optional<RequestTraffic> requests; ///< five minutes
    std::optional<double> inflight;

    std::optional<double> advertisedTags; ///< Spegel 0.7.4 tells them, later ones do not
    std::optional<double> advertisedImages;
    std::optional<double> advertisedContent;
    std::optional<Timestamp> lastSuccess; ///< of a fetch from a peer; the epoch: never

    std::optional<double> cpuCores;
    std::optional<double> memoryBytes;
    std::optional<Timestamp> startedAt;

    std::vector<ThresholdBreach> breaches;

    const std::optional<CacheTraffic>& cacheOver(MetricWindow window) const
    {
        return cache.at(static_cast<size_t>(window));
    }

    bool operator==(const PeerMetrics&) const = default;
};

/// What a source tells of the metrics of a node.
struct PeerMetricsObservation
{
    QString node;
    Timestamp at{}; ///< when the page was read
    PeerMetrics metrics;

    bool operator==(const PeerMetricsObservation&) const = default;
};

} // namespace stowage
