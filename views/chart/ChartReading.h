// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"

namespace stowage {

/// What a series says of a moment.
struct ChartReading
{
    enum class Kind : quint8
    {
        Nothing,     ///< the series has no points at all
        Value,       ///< of the nearest point
        NoData,      ///< the moment lies within a gap
        Quarantined, ///< a sample that cannot be true lies there
    };

    Kind kind = Kind::Nothing;
    SeriesPoint point{};     ///< of a value
    QuarantinedSample bad{}; ///< of a quarantined sample
    Millis gap{0};           ///< how long nothing was known
    Millis away{0};          ///< how far the point lies from the moment; negative: before it
    bool isOutside = false;  ///< the moment lies before the first or after the last point

    bool operator==(const ChartReading&) const = default;
};

/// Reads a series at a moment. A quarantined sample counts where it is at most `reach` away, and nearer than
/// any point.
ChartReading readSeries(const ChartSeries& series, Timestamp at, Millis reach);

/// The time of the next sample of any series, quarantined or not, after the moment or before it; the moment
/// itself where there is none.
Timestamp nextSample(const ChartContent& content, Timestamp at, bool forward);

namespace words {

/// "62 %", "no data 16 min", "quarantined".
QString readingValue(const ChartReading& reading, MetricUnit unit);

/// What else is to be said: "41 to 90 %, 5 min", "3 min earlier", "above what any disk can write: 90 TiB/s".
QString readingDetail(const ChartReading& reading, MetricUnit unit);

} // namespace words

} // namespace stowage
