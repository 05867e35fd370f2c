// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/StoredPoint.h"

#include <map>
#include <span>

namespace stowage {

/// A sample that is in no chunk yet.
struct OpenSample
{
    qint64 at = 0; ///< ms since the epoch
    double value = 0;
    double peak = 0;

    StoredPoint point() const { return {at, value, value, peak, 1}; }
    bool operator==(const OpenSample&) const = default;
};

/// In memory what lies in the head table on disk: the samples of each track that wait until they are enough
/// for a chunk.
class OpenTracks
{
public:
    struct Track
    {
        std::vector<OpenSample> samples;
        qint64 sinceHead = 0; ///< the head's row with the oldest of them
        bool isSorted = true; ///< ascending, each moment once
    };
    using Tracks = std::map<TrackId, Track>;

    void add(TrackId id, std::span<const OpenSample> samples, qint64 head);

    /// Those that hold at least so many samples, each moment counted once.
    std::vector<TrackId> withAtLeast(size_t samples);

    /// Those that keep a row of the head from before `head`.
    std::vector<TrackId> heldSinceBefore(qint64 head) const;

    /// Those with a sample of `at` or before.
    std::vector<TrackId> withSampleUpTo(qint64 at) const;

    /// Ascending, each moment once; of two samples of one moment the one that was told first.
    StoredPoints points(TrackId id);

    /// The same for one series, by span.
    std::vector<std::pair<TrackId, StoredPoints>> pointsOf(qint64 series);

    void close(TrackId id);

    /// The oldest row of the head that one of them keeps; `none` without any. Those in `but` do not count,
    /// which are in order.
    qint64 oldestHead(qint64 none, std::span<const TrackId> but) const;

    size_t samples() const { return m_samples; }
    const Tracks& tracks() const { return m_tracks; }

private:
    void sort(Track& track);

    Tracks m_tracks;
    size_t m_samples = 0;
};

} // namespace stowage
