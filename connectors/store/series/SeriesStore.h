// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ChunkMerger.h"
#include "connectors/store/series/HeadCodec.h"
#include "connectors/store/series/SeriesNumbers.h"
#include "models/metrics/SampleBatch.h"
#include "models/metrics/SeriesData.h"

namespace stowage {

/// The history of samples in an open database: what came in lies in the head table until there is enough of a
/// series for a chunk. Several programs may use one file: each reads what others put into the head, and what
/// two have sealed is one. Throws SQLite::Exception; what was committed before stays, on disk and here.
class SeriesStore
{
public:
    /// So many samples in the head at most, over all series; beyond, chunks are sealed before their time.
    static constexpr size_t MostOpenSamples = 1'500'000;
    static constexpr qint64 MostHeadRows = 50'000;
    static constexpr size_t TracksAtOnce = 200; ///< that one call of seal() seals

    /// Reads the head.
    explicit SeriesStore(SQLite::Database& database);

    /// In one transaction; after it they survive a kill. What is no number goes to the quarantine.
    void append(std::span<const SampleBatch> batches);

    /// Moves some of what is enough for chunks out of the head; false when there is no more to do.
    bool seal();

    /// Moves all samples up to `at` that are in the head into chunks, with what is newer of their series.
    void sealUpTo(qint64 at);

    /// `unsaved`: batches that are not on disk yet.
    SeriesData read(const SeriesKey& key, TimeRange range, size_t points,
                    std::span<const SampleBatch> unsaved);

    std::vector<SeriesSummary> list();

    /// The newest moment of which there is a sample; 0 without any.
    qint64 newest() const { return m_newest; }

    ChunkTable& chunks() { return m_chunks; }
    ChunkMerger& merger() { return m_merger; }
    SQLite::Database& database() { return m_database; }

    /// Quarantined samples from before `at` go.
    void forgetQuarantined(qint64 at);

private:
    void catchUp();
    void seal(const std::vector<TrackId>& tracks);
    std::vector<TrackId> due();
    std::vector<HeadEntry> entriesOf(std::span<const SampleBatch> batches);
    void quarantine(qint64 series, const QuarantinedSample& sample);
    std::vector<QuarantinedSample> quarantined(qint64 series, TimeRange range);

    SQLite::Database& m_database;
    SeriesNumbers m_series;
    ChunkTable m_chunks;
    ChunkMerger m_merger{m_chunks};
    OpenTracks m_open;
    SQLite::Statement m_putHead;
    SQLite::Statement m_newHeads;
    SQLite::Statement m_dropHead;
    SQLite::Statement m_putQuarantined;
    SQLite::Statement m_quarantined;
    SQLite::Statement m_dropQuarantined;
    qint64 m_lastHead = 0; ///< the newest row of the head that is in m_open
    qint64 m_newest = 0;
    size_t m_fresh = 0; ///< samples since due() was last looked for in vain
};

} // namespace stowage
