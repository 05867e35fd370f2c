// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ChunkTable.h"

namespace stowage {

/// Seals points into chunks, also such as lie between or within what is sealed already. Of two points of one
/// moment the one stays that sums up more samples, and else the one that was there first. Within a
/// transaction of its caller's. Throws SQLite::Exception.
class ChunkMerger
{
public:
    /// Measured: less than this costs room (heads of chunks), more costs memory (open samples) and gains
    /// little.
    static constexpr size_t ChunkPoints = 240;

    explicit ChunkMerger(ChunkTable& table) : m_table(table) {}

    /// Points in order of time, each moment once.
    void merge(TrackId track, std::span<const StoredPoint> points);

private:
    void mergeInto(const ChunkInfo& chunk, std::span<const StoredPoint> points);
    void append(TrackId track, const ChunkInfo* last, std::span<const StoredPoint> points);
    void put(TrackId track, std::span<const StoredPoint> points);

    ChunkTable& m_table;
    StoredPoints m_room;
};

} // namespace stowage
