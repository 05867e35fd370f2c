// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SeriesStore.h"

#include "connectors/store/SqlStatement.h"
#include "connectors/store/series/SeriesAssembly.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr const char* PutHead = "INSERT INTO head (body) VALUES (?) RETURNING id";
constexpr const char* NewHeads = "SELECT id, body FROM head WHERE id > ? ORDER BY id";
constexpr const char* DropHead = "DELETE FROM head WHERE id < ?";
constexpr const char* PutQuarantined =
    "INSERT INTO quarantine (series, at, reason, value, peak) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr const char* Quarantined = "SELECT at, reason, value, peak FROM quarantine "
                                    "WHERE series = ? AND at >= ? AND at <= ? ORDER BY at, reason LIMIT ?";
constexpr const char* DropQuarantined = "DELETE FROM quarantine WHERE at < ?";
constexpr const char* CountQuarantined =
    "SELECT series, count(*), min(at), max(at) FROM quarantine GROUP BY series";

constexpr qint64 MostQuarantinedTold = 10'000; ///< a series and range; a chart cannot show more
constexpr size_t LeastEarly = 60;              ///< samples of a track that is sealed before its time

/// The year 10000: stamps beyond make no sense, and sums with them would overflow.
constexpr qint64 LastMoment = 253'402'300'800'000;

/// Why a sample cannot be kept among the others; None when it can.
SampleReason objection(const Sample& sample)
{
    if (!std::isfinite(sample.value)) {
        return SampleReason::NotANumber;
    }
    if (sample.at < Timestamp{}) {
        return SampleReason::Ancient;
    }
    return toNumber(sample.at) >= LastMoment ? SampleReason::FromTheFuture : SampleReason::None;
}

/// No peak below its mean: a source that does not tell one leaves nought there.
OpenSample toOpen(const Sample& sample)
{
    const bool hasPeak = std::isfinite(sample.peak) && sample.peak > sample.value;
    return {toNumber(sample.at), sample.value, hasPeak ? sample.peak : sample.value};
}

qint64 spanOf(const SampleBatch& batch)
{
    constexpr Millis Usual{60'000};
    return (batch.span > Millis{0} ? batch.span : Usual).count();
}

double realOf(const SQLite::Column& column)
{
    return column.isNull() ? std::nan("") : column.getDouble();
}

} // namespace

SeriesStore::SeriesStore(SQLite::Database& database)
    : m_database(database), m_series(database), m_chunks(database), m_putHead(database, PutHead),
      m_newHeads(database, NewHeads), m_dropHead(database, DropHead),
      m_putQuarantined(database, PutQuarantined), m_quarantined(database, Quarantined),
      m_dropQuarantined(database, DropQuarantined)
{
    database.exec("PRAGMA journal_size_limit = 4194304"); // a log that grew once is cut again
    m_newest = database.execAndGet("SELECT coalesce(max(last_at), 0) FROM chunk").getInt64();
    catchUp();
}

/// What other programs wrote, or this one before it was started anew.
void SeriesStore::catchUp()
{
    sql::bind(m_newHeads, m_lastHead);
    while (m_newHeads.executeStep()) {
        const SQLite::Column body = m_newHeads.getColumn(1);
        std::vector<HeadEntry> entries;
        headFromBytes({static_cast<const char*>(body.getBlob()), body.getBytes()}, entries);
        m_lastHead = m_newHeads.getColumn(0).getInt64();
        for (const HeadEntry& entry : entries) {
            m_open.add(entry.track, entry.samples, m_lastHead);
            for (const OpenSample& sample : entry.samples) {
                m_newest = std::max(m_newest, sample.at);
            }
            m_fresh += entry.samples.size();
        }
    }
    m_newHeads.reset();
}

void SeriesStore::append(std::span<const SampleBatch> batches)
{
    try {
        SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
        catchUp(); // with the lock held nobody writes between
        const std::vector<HeadEntry> entries = entriesOf(batches);
        qint64 head = m_lastHead;
        if (!entries.empty()) {
            const QByteArray body = headToBytes(entries);
            head = sql::rowOf(m_putHead, QByteArrayView(body)).value();
        }
        transaction.commit();
        m_series.committed();
        m_lastHead = head;
        for (const HeadEntry& entry : entries) {
            m_open.add(entry.track, entry.samples, head);
            for (const OpenSample& sample : entry.samples) {
                m_newest = std::max(m_newest, sample.at);
            }
            m_fresh += entry.samples.size();
        }
    } catch (...) {
        m_series.rolledBack();
        throw;
    }
}

std::vector<HeadEntry> SeriesStore::entriesOf(std::span<const SampleBatch> batches)
{
    std::vector<HeadEntry> entries;
    for (const SampleBatch& batch : batches) {
        const qint64 series = m_series.numberFor(batch.key);
        HeadEntry entry{{series, spanOf(batch)}, {}};
        entry.samples.reserve(batch.samples.size());
        for (const Sample& sample : batch.samples) {
            if (const SampleReason reason = objection(sample); reason == SampleReason::None) {
                entry.samples.push_back(toOpen(sample));
            } else {
                quarantine(series, {sample, reason});
            }
        }
        for (const QuarantinedSample& sample : batch.quarantined) {
            quarantine(series, sample);
        }
        if (!entry.samples.empty()) {
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

std::vector<TrackId> SeriesStore::due()
{
    auto tracks = m_open.withAtLeast(ChunkMerger::ChunkPoints);
    if (tracks.empty() && m_open.samples() > MostOpenSamples) {
        tracks = m_open.withAtLeast(LeastEarly);
    }
    if (tracks.empty()) {
        const qint64 oldest = m_open.oldestHead(m_lastHead, {});
        if (m_lastHead - oldest > MostHeadRows) {
            tracks = m_open.heldSinceBefore(m_lastHead - MostHeadRows / 2);
        }
    }
    return tracks;
}

bool SeriesStore::seal()
{
    if (m_fresh == 0) {
        return false;
    }
    auto tracks = due();
    const bool isMore = tracks.size() > TracksAtOnce;
    tracks.resize(std::min(tracks.size(), TracksAtOnce));
    seal(tracks);
    m_fresh = isMore ? m_fresh : 0;
    return isMore;
}

void SeriesStore::sealUpTo(qint64 at)
{
    seal(m_open.withSampleUpTo(at));
}

void SeriesStore::seal(const std::vector<TrackId>& tracks)
{
    if (tracks.empty()) {
        return;
    }
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const TrackId& track : tracks) {
        m_merger.merge(track, m_open.points(track));
    }
    sql::run(m_dropHead, m_open.oldestHead(m_lastHead + 1, tracks));
    transaction.commit();
    for (const TrackId& track : tracks) {
        m_open.close(track);
    }
}

SeriesData SeriesStore::read(const SeriesKey& key, TimeRange range, size_t points,
                             std::span<const SampleBatch> unsaved)
{
    SeriesAssembly reading(range, points);
    OpenTracks waiting; // what is on its way to the disk, as if it were there
    std::vector<QuarantinedSample> doubtful;
    const SQLite::Transaction moment(m_database);
    catchUp();
    const auto series = m_series.find(key);
    if (series) {
        for (auto& [track, open] : m_open.pointsOf(*series)) {
            std::vector<OpenSample> samples;
            samples.reserve(open.size());
            for (const StoredPoint& point : open) {
                samples.push_back({point.at, point.sum, point.max});
            }
            waiting.add({0, track.span}, samples, 0);
        }
        doubtful = quarantined(*series, range);
    }
    for (const SampleBatch& batch : unsaved) {
        if (batch.key == key) {
            std::ranges::copy_if(batch.quarantined, std::back_inserter(doubtful), [&](const auto& sample) {
                return sample.sample.at >= range.from && sample.sample.at <= range.to;
            });
            for (const Sample& sample : batch.samples) {
                if (objection(sample) == SampleReason::None) {
                    const OpenSample open = toOpen(sample);
                    waiting.add({0, spanOf(batch)}, {&open, 1}, 0);
                }
            }
        }
    }
    for (auto& [track, open] : waiting.pointsOf(0)) {
        reading.takeOpen(track.span, std::move(open));
    }
    if (series) {
        m_chunks.visit(*series, [&](const ChunkInfo& chunk, const ChunkTable::Points& take) {
            reading.takeChunk(chunk, take);
        });
    }
    SeriesData data = reading.finish();
    data.key = key;
    data.quarantined = std::move(doubtful);
    return data;
}

std::vector<SeriesSummary> SeriesStore::list()
{
    const SQLite::Transaction moment(m_database);
    catchUp();
    QHash<qint64, SeriesSummary> known;
    const auto extend = [&known](qint64 series, qint64 first, qint64 last) -> SeriesSummary& {
        const bool isNew = !known.contains(series);
        SeriesSummary& summary = known[series];
        TimeRange& range = summary.known;
        range.from = isNew ? toTimestamp(first) : std::min(range.from, toTimestamp(first));
        range.to = std::max(range.to, toTimestamp(last));
        return summary;
    };
    for (const ChunkTable::Extent& extent : m_chunks.extents()) {
        extend(extent.series, extent.first, extent.last).samples += extent.samples;
    }
    for (const auto& [id, track] : m_open.tracks()) {
        const auto [first, last] = std::ranges::minmax(track.samples, {}, &OpenSample::at);
        extend(id.series, first.at, last.at).samples += track.samples.size();
    }
    SQLite::Statement counts(m_database, CountQuarantined);
    while (counts.executeStep()) {
        const auto number = [&counts](int column) {
            return qint64{counts.getColumn(column).getInt64()};
        };
        extend(number(0), number(2), number(3)).quarantined = static_cast<quint64>(number(1));
    }
    std::vector<SeriesSummary> all;
    for (auto& [series, key] : m_series.all()) {
        if (const auto found = known.constFind(series); found != known.cend()) {
            all.push_back(*found);
            all.back().key = key;
        }
    }
    return all;
}

void SeriesStore::quarantine(qint64 series, const QuarantinedSample& sample)
{
    sql::run(m_putQuarantined, series, toNumber(sample.sample.at), static_cast<qint64>(sample.reason),
             sample.sample.value, sample.sample.peak);
}

std::vector<QuarantinedSample> SeriesStore::quarantined(qint64 series, TimeRange range)
{
    std::vector<QuarantinedSample> samples;
    sql::bind(m_quarantined, series, toNumber(range.from), toNumber(range.to), MostQuarantinedTold);
    while (m_quarantined.executeStep()) {
        const auto column = [this](int index) {
            return m_quarantined.getColumn(index);
        };
        samples.push_back({{toTimestamp(column(0).getInt64()), realOf(column(2)), realOf(column(3))},
                           static_cast<SampleReason>(column(1).getInt())});
    }
    m_quarantined.reset();
    return samples;
}

void SeriesStore::forgetQuarantined(qint64 at)
{
    sql::run(m_dropQuarantined, at);
}

} // namespace stowage
