// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/metrics/SampleBatch.h"

#include <QMetaType>

#include <vector>

namespace stowage {

/// From the first moment to the last, both within.
struct TimeRange
{
    Timestamp from{};
    Timestamp to{};

    bool operator==(const TimeRange&) const = default;
};

/// What a series was over a span: one sample, or many summed up.
struct SeriesPoint
{
    Timestamp at{};  ///< the end of the span
    Millis span{0};  ///< 0: one sample, as told
    double mean = 0; ///< the value itself of one sample
    double min = 0;
    double max = 0;
    quint32 count = 1;

    bool operator==(const SeriesPoint&) const = default;
};

/// What is asked of history.
struct SeriesQuery
{
    std::vector<SeriesKey> series;
    TimeRange range;
    size_t points = 0; ///< about so many points a series suffice, each summing up its span; 0: every sample
};

/// What history knows of one series over a range.
struct SeriesData
{
    SeriesKey key;
    std::vector<SeriesPoint> points; ///< ascending in time, without overlap: where tiers overlap, the finest
    std::vector<QuarantinedSample> quarantined; ///< ascending in time
    std::vector<TimeRange> gaps; ///< nothing is known although the series lived before and after
    Millis resolution{0};        ///< the finest span among the points
    bool isPartial = false;      ///< a source could not tell all of it; `note` says what is missing
    QString note{};

    bool operator==(const SeriesData&) const = default;
};

using SeriesAnswer = Result<std::vector<SeriesData>>;

/// A series that exists, with what a list needs of it.
struct SeriesSummary
{
    SeriesKey key;
    TimeRange known;
    quint64 samples = 0;
    quint64 quarantined = 0;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::SeriesAnswer)
