// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/ChunkMerger.h"

#include <algorithm>

namespace stowage {
namespace {

/// Both in order; `changed` when there is anything of `fresh` in the result.
StoredPoints unionOf(std::span<const StoredPoint> known, std::span<const StoredPoint> fresh, bool& changed)
{
    StoredPoints all;
    all.reserve(known.size() + fresh.size());
    size_t k = 0;
    for (const StoredPoint& point : fresh) {
        for (; k < known.size() && known[k].at < point.at; ++k) {
            all.push_back(known[k]);
        }
        if (k < known.size() && known[k].at == point.at) {
            if (known[k].count >= point.count) {
                continue;
            }
            ++k;
        }
        all.push_back(point);
        changed = true;
    }
    all.insert(all.end(), known.begin() + static_cast<std::ptrdiff_t>(k), known.end());
    return all;
}

} // namespace

void ChunkMerger::merge(TrackId track, std::span<const StoredPoint> points)
{
    if (points.empty()) {
        return;
    }
    const auto before = [&points](qint64 at) {
        return std::ranges::lower_bound(points, at, {}, &StoredPoint::at) - points.begin();
    };
    const auto chunks = m_table.around(track, points.front().at, points.back().at);
    for (const ChunkInfo& chunk : chunks) {
        const auto first = static_cast<size_t>(before(chunk.first));
        put(track, points.first(first));
        points = points.subspan(first);
        if (points.empty()) {
            return;
        }
        const auto within = static_cast<size_t>(before(chunk.last + 1));
        if (within > 0) {
            mergeInto(chunk, points.first(within));
            points = points.subspan(within);
        }
    }
    append(track, chunks.empty() ? nullptr : &chunks.back(), points);
}

void ChunkMerger::mergeInto(const ChunkInfo& chunk, std::span<const StoredPoint> points)
{
    m_room.clear();
    if (!m_table.points(chunk.id, m_room)) {
        put(chunk.track, points); // what cannot be read is left alone, beside it what is new
        return;
    }
    bool changed = false;
    const StoredPoints all = unionOf(m_room, points, changed);
    if (changed) {
        m_table.remove(chunk.id);
        put(chunk.track, all);
    }
}

/// Behind all that is there: a short last chunk is filled up first.
void ChunkMerger::append(TrackId track, const ChunkInfo* last, std::span<const StoredPoint> points)
{
    const bool isShort = last != nullptr && static_cast<size_t>(last->points) + points.size() <= ChunkPoints;
    m_room.clear();
    if (points.empty() || !isShort || !m_table.points(last->id, m_room) || m_room.back().at >= points[0].at) {
        put(track, points);
        return;
    }
    m_room.insert(m_room.end(), points.begin(), points.end());
    m_table.remove(last->id);
    const StoredPoints all = std::move(m_room);
    m_room = {};
    put(track, all);
}

/// As chunks of equal size, about.
void ChunkMerger::put(TrackId track, std::span<const StoredPoint> points)
{
    size_t parts = std::max<size_t>(1, (points.size() + ChunkPoints / 2) / ChunkPoints);
    while (!points.empty()) {
        const size_t size = points.size() / parts--;
        m_table.put(track, points.first(size));
        points = points.subspan(size);
    }
}

} // namespace stowage
