// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ChunkCodec.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>

namespace stowage {

/// What is known of a chunk without its body.
struct ChunkInfo
{
    qint64 id = 0;
    TrackId track;
    qint64 first = 0; ///< ms since the epoch, of its first point
    qint64 last = 0;
    qint64 points = 0;
    qint64 samples = 0; ///< that its points sum up
    double min = 0;
    double max = 0;
    double sum = 0;
};

/// Sealed points on disk, in chunks. Throws SQLite::Exception.
class ChunkTable
{
public:
    explicit ChunkTable(SQLite::Database& database);

    /// Points in order of time, at least one.
    void put(TrackId track, std::span<const StoredPoint> points);
    void remove(qint64 id);

    /// The chunks of the track that reach into the time between, in order, and the one before them.
    std::vector<ChunkInfo> around(TrackId track, qint64 from, qint64 to);

    /// Appends the points of a chunk; false when its bytes make no sense.
    bool points(qint64 id, StoredPoints& points);

    /// All chunks of a series, the finest spans first, in order of time. `points`, called at most once and
    /// within the visit, appends what is in it.
    using Points = std::function<bool(StoredPoints& points)>;
    void visit(qint64 series,
               const std::function<void(const ChunkInfo& chunk, const Points& points)>& visitor);

    /// The series that have a chunk with points up to `at`, of spans from `spanFrom` to below `spanTo`.
    std::vector<qint64> seriesUpTo(qint64 at, qint64 spanFrom, qint64 spanTo);

    /// Of each series when it was first and last told, and by how many samples.
    struct Extent
    {
        qint64 series = 0;
        qint64 first = 0;
        qint64 last = 0;
        quint64 samples = 0;
    };
    std::vector<Extent> extents();

private:
    ChunkCodec m_codec;
    SQLite::Statement m_put;
    SQLite::Statement m_remove;
    SQLite::Statement m_around;
    SQLite::Statement m_body;
    SQLite::Statement m_visit;
    SQLite::Statement m_before;
    SQLite::Statement m_extents;
};

} // namespace stowage
