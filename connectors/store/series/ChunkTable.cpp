// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/ChunkTable.h"

#include "connectors/store/SqlStatement.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr const char* Put =
    "INSERT INTO chunk (series, span, first_at, last_at, points, samples, min, max, sum, body) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* Remove = "DELETE FROM chunk WHERE id = ?";
constexpr const char* Around =
    "SELECT id, series, span, first_at, last_at, points, samples, min, max, sum FROM chunk "
    "WHERE series = ?1 AND span = ?2 AND first_at <= ?4 AND first_at >= coalesce((SELECT max(first_at) "
    "FROM chunk WHERE series = ?1 AND span = ?2 AND first_at <= ?3), ?3) ORDER BY first_at";
constexpr const char* Body = "SELECT body FROM chunk WHERE id = ?";
constexpr const char* Visit =
    "SELECT id, series, span, first_at, last_at, points, samples, min, max, sum, body FROM chunk "
    "WHERE series = ? ORDER BY span, first_at";
constexpr int BodyColumn = 10;
constexpr const char* Before =
    "SELECT DISTINCT series FROM chunk WHERE span >= ? AND span < ? AND first_at <= ?";
constexpr const char* Extents =
    "SELECT series, min(first_at), max(last_at), sum(samples) FROM chunk GROUP BY series";

ChunkInfo infoOf(const SQLite::Statement& row)
{
    const auto number = [&row](int column) {
        return qint64{row.getColumn(column).getInt64()};
    };
    const auto value = [&row](int column) {
        return row.getColumn(column).getDouble();
    };
    return {number(0), {number(1), number(2)}, number(3), number(4), number(5), number(6), value(7), value(8),
            value(9)};
}

QByteArrayView bytesOf(const SQLite::Column& column)
{
    return {static_cast<const char*>(column.getBlob()), column.getBytes()};
}

} // namespace

ChunkTable::ChunkTable(SQLite::Database& database)
    : m_put(database, Put), m_remove(database, Remove), m_around(database, Around), m_body(database, Body),
      m_visit(database, Visit), m_before(database, Before), m_extents(database, Extents)
{
}

void ChunkTable::put(TrackId track, std::span<const StoredPoint> points)
{
    qint64 samples = 0;
    double min = points[0].min;
    double max = points[0].max;
    double sum = 0;
    for (const StoredPoint& point : points) {
        samples += point.count;
        min = std::min(min, point.min);
        max = std::max(max, point.max);
        sum += point.sum;
    }
    const QByteArray body = m_codec.encode(points);
    sql::run(m_put, track.series, track.span, points.front().at, points.back().at,
             static_cast<qint64>(points.size()), samples, min, max, sum, QByteArrayView(body));
}

void ChunkTable::remove(qint64 id)
{
    sql::run(m_remove, id);
}

std::vector<ChunkInfo> ChunkTable::around(TrackId track, qint64 from, qint64 to)
{
    std::vector<ChunkInfo> chunks;
    sql::bind(m_around, track.series, track.span, from, to);
    while (m_around.executeStep()) {
        chunks.push_back(infoOf(m_around));
    }
    m_around.reset();
    return chunks;
}

bool ChunkTable::points(qint64 id, StoredPoints& points)
{
    sql::bind(m_body, id);
    const bool isThere = m_body.executeStep() && m_codec.decode(bytesOf(m_body.getColumn(0)), points);
    m_body.reset();
    return isThere;
}

void ChunkTable::visit(qint64 series,
                       const std::function<void(const ChunkInfo& chunk, const Points& points)>& visitor)
{
    sql::bind(m_visit, series);
    while (m_visit.executeStep()) {
        visitor(infoOf(m_visit), [this](StoredPoints& points) {
            return m_codec.decode(bytesOf(m_visit.getColumn(BodyColumn)), points).has_value();
        });
    }
    m_visit.reset();
}

std::vector<qint64> ChunkTable::seriesUpTo(qint64 at, qint64 spanFrom, qint64 spanTo)
{
    std::vector<qint64> series;
    sql::bind(m_before, spanFrom, spanTo, at);
    while (m_before.executeStep()) {
        series.push_back(m_before.getColumn(0).getInt64());
    }
    m_before.reset();
    return series;
}

std::vector<ChunkTable::Extent> ChunkTable::extents()
{
    std::vector<Extent> extents;
    m_extents.tryReset();
    while (m_extents.executeStep()) {
        extents.push_back({m_extents.getColumn(0).getInt64(), m_extents.getColumn(1).getInt64(),
                           m_extents.getColumn(2).getInt64(),
                           static_cast<quint64>(m_extents.getColumn(3).getInt64())});
    }
    m_extents.reset();
    return extents;
}

} // namespace stowage
