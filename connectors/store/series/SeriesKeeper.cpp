// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SeriesKeeper.h"

#include "connectors/store/series/DecimalColumn.h"
#include "models/metrics/SeriesMerge.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace stowage {
namespace {

constexpr qint64 Day = Millis{std::chrono::days{1}}.count();
constexpr qint64 FiveMinutes = Millis{std::chrono::minutes{5}}.count();
constexpr qint64 Hour = Millis{std::chrono::hours{1}}.count();
constexpr qint64 Longest = std::numeric_limits<qint64>::max();

constexpr qint64 PagesAtOnce = 128;
constexpr qint64 PagesKept = 256; ///< free ones, for what comes next
constexpr double Cut = 0.8;       ///< of the ages in each pass that finds the file too large
constexpr double LeastShare = 0.01;

struct Usage
{
    qint64 used = 0; ///< bytes
    qint64 freePages = 0;
};

Usage usageOf(SQLite::Database& database)
{
    const auto pragma = [&database](const char* name) {
        return qint64{database.execAndGet(std::string("PRAGMA ") + name).getInt64()};
    };
    const qint64 freePages = pragma("freelist_count");
    return {(pragma("page_count") - freePages) * pragma("page_size"), freePages};
}

/// What a track holds from before the cutoff, and where that lies.
struct Due
{
    std::vector<SeriesData> parts;                      ///< by span
    std::vector<qint64> whole;                          ///< chunks that go
    std::vector<std::pair<TrackId, StoredPoints>> rest; ///< of chunks that go as well, what stays of them
};

SeriesPoint toPoint(const StoredPoint& point, qint64 span)
{
    return {toTimestamp(point.at), Millis{span}, point.sum / point.count, point.min, point.max, point.count};
}

void takeDue(Due& due, const ChunkInfo& chunk, const StoredPoints& points, qint64 cutoff)
{
    if (due.parts.empty() || due.parts.back().resolution != Millis{chunk.track.span}) {
        due.parts.emplace_back().resolution = Millis{chunk.track.span};
    }
    StoredPoints rest;
    for (const StoredPoint& point : points) {
        if (point.at <= cutoff) {
            due.parts.back().points.push_back(toPoint(point, chunk.track.span));
        } else {
            rest.push_back(point);
        }
    }
    due.whole.push_back(chunk.id);
    if (!rest.empty()) {
        due.rest.emplace_back(chunk.track, std::move(rest));
    }
}

/// Sums of decimals are decimals of as many places, but for the errors of adding doubles.
double tidied(double sum, int decimals)
{
    const double power = std::pow(10, decimals);
    const double number = std::rint(sum * power);
    return std::fabs(number) < 9e15 ? number / power : sum;
}

/// Points as sums over spans that end at whole multiples of `width`.
StoredPoints summed(const std::vector<SeriesPoint>& points, qint64 width)
{
    StoredPoints sums;
    int decimals = 0;
    bool isDecimal = true;
    for (const SeriesPoint& point : points) {
        const qint64 end = (toNumber(point.at) + width - 1) / width * width;
        const double sum = point.count == 1 ? point.mean : point.mean * point.count;
        const auto places = decimalsOf(point.min, decimals);
        isDecimal = isDecimal && places.has_value();
        decimals = places.value_or(decimals);
        if (!sums.empty() && sums.back().at == end) {
            StoredPoint& last = sums.back();
            last.sum += sum;
            last.min = std::min(last.min, point.min);
            last.max = std::max(last.max, point.max);
            last.count += point.count;
        } else {
            sums.push_back({end, sum, point.min, point.max, point.count});
        }
    }
    for (StoredPoint& sum : sums) {
        sum.sum = isDecimal ? tidied(sum.sum, decimals) : sum.sum;
    }
    return sums;
}

} // namespace

bool SeriesKeeper::step(SeriesStore& store, Timestamp now)
{
    if (!m_work.empty()) {
        const auto [series, tier] = m_work.back();
        sumUp(store, series, tier);
        m_work.pop_back();
        return true;
    }
    if (m_next < Tiers) {
        plan(store, now);
        return true;
    }
    if (vacuum(store.database())) {
        return true;
    }
    m_next = 0;
    if (usageOf(store.database()).used > m_retention.maxBytes && m_share > LeastShare) {
        m_share *= Cut;
        return true;
    }
    return false;
}

SeriesKeeper::Tier SeriesKeeper::tier(size_t number, const SeriesStore& store, Timestamp now) const
{
    const qint64 newest = std::min(toNumber(now), store.newest());
    const auto cutoff = [&](Millis age, qint64 leastDays) {
        const auto kept = static_cast<qint64>(static_cast<double>(age.count()) * m_share);
        return (newest - std::max(kept, leastDays * Day)) / Day * Day;
    };
    switch (number) {
    case 0:
        return {0, FiveMinutes, FiveMinutes, cutoff(m_retention.raw, 1)};
    case 1:
        return {FiveMinutes, Hour, Hour, cutoff(m_retention.fiveMinutes, 2)};
    default:
        return {Hour, Longest, 0, cutoff(m_retention.hours, 3)};
    }
}

void SeriesKeeper::plan(SeriesStore& store, Timestamp now)
{
    const size_t number = m_next++;
    const Tier due = tier(number, store, now);
    if (due.cutoff == m_done[number]) {
        return;
    }
    if (number == 0) {
        store.sealUpTo(due.cutoff);
        store.forgetQuarantined(tier(1, store, now).cutoff);
    }
    for (const qint64 series : store.chunks().seriesUpTo(due.cutoff, due.from, due.to)) {
        m_work.emplace_back(series, due);
    }
    m_done[number] = due.cutoff;
}

/// One series' share of a tier, in one transaction: a kill leaves it undone or done.
void SeriesKeeper::sumUp(SeriesStore& store, qint64 series, const Tier& tier) const
{
    SQLite::Transaction transaction(store.database(), SQLite::TransactionBehavior::IMMEDIATE);
    Due due;
    store.chunks().visit(series, [&](const ChunkInfo& chunk, const ChunkTable::Points& take) {
        const qint64 span = chunk.track.span;
        if (span < tier.from || span >= tier.to || chunk.first > tier.cutoff) {
            return;
        }
        const bool isWhole = chunk.last <= tier.cutoff;
        StoredPoints points;
        if ((!isWhole || tier.target != 0) && take(points)) {
            takeDue(due, chunk, points, tier.cutoff);
        } else if (isWhole) {
            due.whole.push_back(chunk.id); // its time is over, or nobody could read it any more
        }
    });
    for (const qint64 chunk : due.whole) {
        store.chunks().remove(chunk);
    }
    for (const auto& [track, points] : due.rest) {
        store.merger().merge(track, points);
    }
    if (tier.target != 0) {
        const SeriesData merged = mergeSeries(std::move(due.parts));
        store.merger().merge({series, tier.target}, summed(merged.points, tier.target));
    }
    transaction.commit();
}

/// Gives a few pages back; false when no more than enough are free.
bool SeriesKeeper::vacuum(SQLite::Database& database)
{
    const qint64 freePages = usageOf(database).freePages;
    if (freePages <= PagesKept) {
        return false;
    }
    database.exec("PRAGMA incremental_vacuum(" +
                  std::to_string(std::min(PagesAtOnce, freePages - PagesKept)) + ")");
    return true;
}

} // namespace stowage
