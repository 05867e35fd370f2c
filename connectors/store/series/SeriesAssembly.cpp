// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SeriesAssembly.h"

#include "models/metrics/SeriesMerge.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace stowage {
namespace {

constexpr qint64 Never = std::numeric_limits<qint64>::min();
constexpr qint64 NotYet = std::numeric_limits<qint64>::max();

constexpr double MostForeseen = 100'000; ///< points that room is made for

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SeriesAssembly)
};

SeriesPoint toPoint(const StoredPoint& point, qint64 span)
{
    return {toTimestamp(point.at), Millis{span}, point.sum / point.count, point.min, point.max, point.count};
}

SeriesPoint toPoint(const ChunkInfo& chunk)
{
    return {toTimestamp(chunk.last),
            Millis{chunk.last - chunk.first + chunk.track.span},
            chunk.sum / static_cast<double>(chunk.samples),
            chunk.min,
            chunk.max,
            static_cast<quint32>(chunk.samples)};
}

} // namespace

SeriesAssembly::SeriesAssembly(TimeRange range, size_t points)
    : m_range(range), m_from(toNumber(range.from)), m_to(toNumber(range.to)), m_points(points),
      m_width(points > 0 ? std::max<qint64>(1, (m_to - m_from) / static_cast<qint64>(points)) : 0),
      m_lastBefore(Never), m_firstAfter(NotYet)
{
}

void SeriesAssembly::takeOpen(qint64 span, StoredPoints points)
{
    m_levels[span].open = std::move(points);
}

void SeriesAssembly::takeChunk(const ChunkInfo& chunk, const ChunkTable::Points& points)
{
    if (chunk.last < m_from) {
        m_lastBefore = std::max(m_lastBefore, chunk.last);
        return;
    }
    if (chunk.first > m_to) {
        m_firstAfter = std::min(m_firstAfter, chunk.first);
        return;
    }
    Level& level = m_levels[chunk.track.span];
    if (isWithinOnePoint(chunk, level)) {
        add(level, toPoint(chunk));
        return;
    }
    m_room.clear();
    if (!points(m_room)) {
        ++m_unreadable;
        return;
    }
    add(level, chunk.track.span, m_room);
}

bool SeriesAssembly::isWithinOnePoint(const ChunkInfo& chunk, const Level& level) const
{
    if (m_width == 0 || chunk.first < m_from || chunk.last > m_to || chunk.samples <= 0 ||
        chunk.last - chunk.first + chunk.track.span > m_width) {
        return false;
    }
    // What is in no chunk yet may be in this one as well: another program may have sealed it.
    const auto next = std::ranges::lower_bound(level.open, chunk.first, {}, &StoredPoint::at);
    return next == level.open.end() || next->at > chunk.last;
}

void SeriesAssembly::add(Level& level, const SeriesPoint& point)
{
    level.isAscending = level.isAscending && (level.points.empty() || level.points.back().at < point.at);
    level.points.push_back(point);
}

void SeriesAssembly::add(Level& level, qint64 span, std::span<const StoredPoint> points)
{
    if (level.points.capacity() == 0) {
        // Room that is not used costs nothing; to grow into it costs more than all the decoding.
        const double most = (double(m_to) - double(m_from)) / double(span) + 1;
        level.points.reserve(static_cast<size_t>(std::clamp(most, 0.0, MostForeseen)));
    }
    for (const StoredPoint& point : points) {
        if (point.at < m_from) {
            m_lastBefore = std::max(m_lastBefore, point.at);
        } else if (point.at > m_to) {
            m_firstAfter = std::min(m_firstAfter, point.at);
        } else {
            add(level, toPoint(point, span));
        }
    }
}

/// Ascending, each moment once: the one that sums up most.
void SeriesAssembly::tidy(Level& level, qint64 span)
{
    add(level, span, level.open);
    if (level.isAscending) {
        return;
    }
    std::ranges::stable_sort(
        level.points, {}, [](const SeriesPoint& point) { return std::pair(point.at, -qint64{point.count}); });
    const auto repeated = std::unique(level.points.begin(), level.points.end(),
                                      [](const auto& a, const auto& b) { return a.at == b.at; });
    level.points.erase(repeated, level.points.end());
}

SeriesData SeriesAssembly::finish()
{
    std::vector<SeriesData> parts;
    for (auto& [span, level] : m_levels) {
        tidy(level, span);
        if (!level.points.empty()) {
            SeriesData& part = parts.emplace_back();
            part.resolution = Millis{span};
            part.points = std::move(level.points);
        }
    }
    SeriesData data = mergeSeries(std::move(parts));
    data.gaps = gaps(data.points, data.resolution);
    data.points = summedUp(std::move(data.points), m_range, m_points);
    for (SeriesPoint& point : data.points) {
        if (point.count == 1 && point.span == data.resolution) {
            point.span = Millis{0}; // one sample, as told
        }
    }
    if (m_unreadable > 0) {
        data.isPartial = true;
        data.note = Words::tr("%n pieces on disk are damaged and left out", nullptr, m_unreadable);
    }
    return data;
}

/// The holes, and what is missing at the ends although the series lived on.
std::vector<TimeRange> SeriesAssembly::gaps(const std::vector<SeriesPoint>& points, Millis resolution) const
{
    if (points.empty()) {
        const bool isAmidst = m_lastBefore != Never && m_firstAfter != NotYet;
        return isAmidst ? std::vector<TimeRange>{m_range} : std::vector<TimeRange>{};
    }
    std::vector<TimeRange> gaps = holesIn(points, resolution);
    const auto isGap = [&](Timestamp from, Timestamp to, Millis span) {
        return (to - from) * 2 > std::max(span, resolution) * 3;
    };
    const SeriesPoint& first = points.front();
    const SeriesPoint& last = points.back();
    const Timestamp start = first.at - (first.span > Millis{0} ? first.span : resolution);
    if (m_lastBefore != Never && isGap(toTimestamp(m_lastBefore), start, first.span) &&
        start > m_range.from) {
        gaps.insert(gaps.begin(), {m_range.from, start});
    }
    if (m_firstAfter != NotYet && isGap(last.at, toTimestamp(m_firstAfter) - resolution, last.span) &&
        last.at < m_range.to) {
        gaps.push_back({last.at, m_range.to});
    }
    return gaps;
}

} // namespace stowage
