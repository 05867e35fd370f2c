// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/series/RowTable.h"

namespace stowage::bench {
namespace {

SQLite::Database opened(const QString& path)
{
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    database.exec("CREATE TABLE sample (series INTEGER NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL, "
                  "PRIMARY KEY (series, at)) STRICT, WITHOUT ROWID");
    return database;
}

} // namespace

RowTable::RowTable(const QString& path)
    : m_database(opened(path)), m_put(m_database, "INSERT OR IGNORE INTO sample VALUES (?, ?, ?)"),
      m_read(m_database, "SELECT at, value FROM sample WHERE series = ? AND at >= ? AND at <= ? ORDER BY at")
{
}

qint64 RowTable::numberOf(const SeriesKey& key)
{
    const auto known = m_numbers.constFind(key);
    return known != m_numbers.cend() ? *known : *m_numbers.insert(key, m_numbers.size() + 1);
}

void RowTable::append(const std::vector<SampleBatch>& batches)
{
    SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const SampleBatch& batch : batches) {
        const qint64 series = numberOf(batch.key);
        for (const Sample& sample : batch.samples) {
            m_put.bind(1, static_cast<int64_t>(series));
            m_put.bind(2, static_cast<int64_t>(sample.at.time_since_epoch().count()));
            m_put.bind(3, sample.value);
            m_put.exec();
            m_put.reset();
        }
    }
    transaction.commit();
}

std::vector<SeriesPoint> RowTable::read(const SeriesKey& key, TimeRange range)
{
    std::vector<SeriesPoint> points;
    m_read.bind(1, static_cast<int64_t>(numberOf(key)));
    m_read.bind(2, static_cast<int64_t>(range.from.time_since_epoch().count()));
    m_read.bind(3, static_cast<int64_t>(range.to.time_since_epoch().count()));
    while (m_read.executeStep()) {
        const double value = m_read.getColumn(1).getDouble();
        points.push_back(
            {Timestamp{Millis{m_read.getColumn(0).getInt64()}}, Millis{0}, value, value, value, 1});
    }
    m_read.reset();
    return points;
}

void RowTable::checkpoint()
{
    m_database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace stowage::bench
