// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartReading.h"

#include "models/metrics/Decimation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace stowage {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ChartReading)
};

/// The element whose time is nearest; the end where there is none.
template <class Range, class Time>
auto nearestTo(const Range& range, Timestamp at, Time time)
{
    auto found = std::ranges::lower_bound(range, at, {}, time);
    if (found != range.begin() &&
        (found == range.end() || at - time(*std::prev(found)) <= time(*found) - at)) {
        --found;
    }
    return found;
}

Timestamp timeOfBad(const QuarantinedSample& bad)
{
    return bad.sample.at;
}

const TimeRange* gapAt(const std::vector<TimeRange>& gaps, Timestamp at)
{
    const auto found = std::ranges::upper_bound(gaps, at, {}, &TimeRange::from);
    if (found == gaps.begin() || std::prev(found)->to <= at || std::prev(found)->from >= at) {
        return nullptr;
    }
    return &*std::prev(found);
}

/// Half the span of a point lies on either side of its middle.
bool isWithinSpan(const SeriesPoint& point, Millis away)
{
    return std::chrono::abs(away) <= point.span / 2;
}

} // namespace

ChartReading readSeries(const ChartSeries& series, Timestamp at, Millis reach)
{
    ChartReading reading;
    const SeriesData& data = series.data;
    const auto point = nearestTo(data.points, at, middleOf);
    if (point != data.points.end()) {
        reading.kind = ChartReading::Kind::Value;
        reading.point = *point;
        reading.away = middleOf(*point) - at;
        reading.isOutside = at < middleOf(data.points.front()) || at > middleOf(data.points.back());
    }
    const auto bad = nearestTo(data.quarantined, at, timeOfBad);
    if (bad != data.quarantined.end()) {
        const Millis away = bad->sample.at - at;
        if (std::chrono::abs(away) <= reach && (reading.kind == ChartReading::Kind::Nothing ||
                                                std::chrono::abs(away) <= std::chrono::abs(reading.away))) {
            reading.kind = ChartReading::Kind::Quarantined;
            reading.bad = *bad;
            reading.away = away;
            return reading;
        }
    }
    if (const TimeRange* gap = gapAt(data.gaps, at)) {
        reading.kind = ChartReading::Kind::NoData;
        reading.gap = gap->to - gap->from;
    }
    return reading;
}

Timestamp nextSample(const ChartContent& content, Timestamp at, bool forward)
{
    Timestamp best = forward ? Timestamp::max() : Timestamp::min();
    const auto offer = [&](const auto& range, auto time) {
        const auto above = std::ranges::upper_bound(range, at, {}, time);
        const auto below = std::ranges::lower_bound(range, at, {}, time);
        if (forward && above != range.end()) {
            best = std::min(best, time(*above));
        } else if (!forward && below != range.begin()) {
            best = std::max(best, time(*std::prev(below)));
        }
    };
    for (const ChartSeries& series : content.series) {
        offer(series.data.points, middleOf);
        offer(series.data.quarantined, timeOfBad);
    }
    return best == Timestamp::max() || best == Timestamp::min() ? at : best;
}

namespace words {

QString readingValue(const ChartReading& reading, MetricUnit unit)
{
    switch (reading.kind) {
    case ChartReading::Kind::Value:
        return formatMetric(unit, reading.point.mean);
    case ChartReading::Kind::NoData:
        return Words::tr("no data %1").arg(formatDuration(reading.gap));
    case ChartReading::Kind::Quarantined:
        return Words::tr("quarantined");
    case ChartReading::Kind::Nothing:
        break;
    }
    return Words::tr("nothing known");
}

QString readingDetail(const ChartReading& reading, MetricUnit unit)
{
    if (reading.kind == ChartReading::Kind::Quarantined) {
        //: why a sample cannot be true, and what it said: "above what any disk can write: 90 TiB/s"
        return Words::tr("%1: %2").arg(sampleReasonText(reading.bad.reason),
                                       formatMetric(unit, reading.bad.sample.value));
    }
    if (reading.kind != ChartReading::Kind::Value) {
        return {};
    }
    QStringList parts;
    if (reading.point.min < reading.point.mean || reading.point.max > reading.point.mean) {
        //: the least and the greatest value within a span of time
        parts << Words::tr("%1 to %2")
                     .arg(formatMetric(unit, reading.point.min), formatMetric(unit, reading.point.max));
    }
    if (reading.point.span > Millis{0} && isWithinSpan(reading.point, reading.away)) {
        //: a value that stands for a span of time
        parts << Words::tr("over %1").arg(formatDuration(reading.point.span));
    } else if (std::chrono::abs(reading.away) >= Millis{1000}) {
        parts << (reading.away < Millis{0} ? Words::tr("%1 earlier").arg(formatDuration(-reading.away))
                                           : Words::tr("%1 later").arg(formatDuration(reading.away)));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace words

} // namespace stowage
