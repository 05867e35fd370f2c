// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ChunkTable.h"
#include "models/metrics/SeriesData.h"

#include <map>

namespace stowage {

/// Puts together what a series was over a range. Chunks that lie within one of the wanted points are told by
/// their statistics; the others are decoded.
class SeriesAssembly
{
public:
    /// `points`: see SeriesQuery.
    SeriesAssembly(TimeRange range, size_t points);

    /// What is in no chunk yet: ascending, each moment once. All of these come before the first chunk.
    void takeOpen(qint64 span, StoredPoints points);

    void takeChunk(const ChunkInfo& chunk, const ChunkTable::Points& points);

    /// Points, gaps and resolution; neither key nor quarantined samples.
    SeriesData finish();

private:
    /// The points of one span.
    struct Level
    {
        StoredPoints open;
        std::vector<SeriesPoint> points;
        bool isAscending = true;
    };

    bool isWithinOnePoint(const ChunkInfo& chunk, const Level& level) const;
    void add(Level& level, const SeriesPoint& point);
    void add(Level& level, qint64 span, std::span<const StoredPoint> points);
    void tidy(Level& level, qint64 span);
    std::vector<TimeRange> gaps(const std::vector<SeriesPoint>& points, Millis resolution) const;

    const TimeRange m_range;
    const qint64 m_from; ///< the range, ms since the epoch
    const qint64 m_to;
    const size_t m_points;
    const qint64 m_width; ///< ms a wanted point; 0: every sample is wanted
    std::map<qint64, Level> m_levels;
    StoredPoints m_room;
    qint64 m_lastBefore; ///< the newest point before the range
    qint64 m_firstAfter;
    int m_unreadable = 0; ///< chunks
};

} // namespace stowage
