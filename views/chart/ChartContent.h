// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/MetricInfo.h"
#include "models/metrics/SeriesData.h"
#include "views/widgets/Status.h"

#include <optional>

namespace stowage {

/// One line of a chart.
struct ChartSeries
{
    QString label; ///< "registry-3 · CPU"
    MetricUnit unit = MetricUnit::Number;
    SeriesData data;                     ///< over ChartContent::loaded
    int colour = 0;                      ///< which of the chart's colours and marks; lasting for the reader
    std::vector<SeriesPoint> overview{}; ///< coarse, over the whole history, for the strip; empty: `data`
    QString host{};                      ///< as documents name it; empty: the subject of `data`
};

/// A value that should not be passed, drawn as a dashed line.
struct ChartLimit
{
    double value = 0;
    MetricUnit unit = MetricUnit::Number;
    QString label; ///< "limit 1.00 core"
    Status status = Status::Warning;

    bool operator==(const ChartLimit&) const = default;
};

/// Something that happened, drawn as a vertical line.
struct ChartMark
{
    enum class Kind : quint8
    {
        Alert,
        Change
    };

    Timestamp at{};
    QString label; ///< short: "first 5xx"; the time is put before it
    Kind kind = Kind::Alert;
    Status status = Status::Critical; ///< of an alert
    std::optional<Timestamp> until{}; ///< shaded up to here; nothing: a moment

    bool operator==(const ChartMark&) const = default;
};

/// A stretch of time that the reader holds on to.
struct PinnedRange
{
    TimeRange range;
    QString label; ///< empty: its times

    bool operator==(const PinnedRange&) const = default;
};

/// What a chart shows, as plain values: it knows no host and no source.
struct ChartContent
{
    enum class State : quint8
    {
        Ready,
        Loading, ///< what is there stays while more comes
        Failed,  ///< what is there is of earlier; `error` says why no more
    };

    std::vector<ChartSeries> series;
    std::vector<ChartLimit> limits{};
    std::vector<ChartMark> marks{};
    TimeRange range{};   ///< shown at first, and again by the key 0; its length also while time goes on
    TimeRange loaded{};  ///< what the series' data cover
    TimeRange whole{};   ///< all that is known of; ends now
    QString wholeNote{}; ///< "30 days, from the hub and from history kept here"
    bool isLive = true;  ///< false: frozen, nothing moves
    State state = State::Ready;
    QString note{}; ///< what is missing, in words, where it is shown only in part
    Error error{};
};

} // namespace stowage
