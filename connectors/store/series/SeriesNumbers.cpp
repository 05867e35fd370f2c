// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SeriesNumbers.h"

#include "connectors/store/SqlStatement.h"

namespace stowage {
namespace {

constexpr const char* Find = "SELECT id FROM series WHERE source = ? AND subject = ? AND metric = ?";
constexpr const char* Put = "INSERT INTO series (source, subject, metric) VALUES (?, ?, ?) RETURNING id";
constexpr const char* All = "SELECT id, source, subject, metric FROM series ORDER BY source, subject, metric";

QString textOf(const SQLite::Column& column)
{
    return QString::fromUtf8(column.getText(), column.getBytes());
}

} // namespace

SeriesNumbers::SeriesNumbers(SQLite::Database& database)
    : m_find(database, Find), m_put(database, Put), m_all(database, All)
{
}

qint64 SeriesNumbers::numberFor(const SeriesKey& key)
{
    if (const auto number = find(key)) {
        return *number;
    }
    const qint64 number = sql::rowOf(m_put, key.subject.source, key.subject.subject, key.metric).value();
    m_numbers.insert(key, number);
    m_fresh.push_back(key);
    return number;
}

std::optional<qint64> SeriesNumbers::find(const SeriesKey& key)
{
    const auto known = m_numbers.constFind(key);
    if (known != m_numbers.cend()) {
        return *known;
    }
    const auto number = sql::rowOf(m_find, key.subject.source, key.subject.subject, key.metric);
    if (number) {
        m_numbers.insert(key, *number);
    }
    return number;
}

void SeriesNumbers::rolledBack()
{
    for (const SeriesKey& key : m_fresh) {
        m_numbers.remove(key);
    }
    m_fresh.clear();
}

std::vector<std::pair<qint64, SeriesKey>> SeriesNumbers::all()
{
    std::vector<std::pair<qint64, SeriesKey>> keys;
    m_all.tryReset();
    while (m_all.executeStep()) {
        keys.emplace_back(
            m_all.getColumn(0).getInt64(),
            SeriesKey{{textOf(m_all.getColumn(1)), textOf(m_all.getColumn(2))}, textOf(m_all.getColumn(3))});
    }
    m_all.reset();
    return keys;
}

} // namespace stowage
