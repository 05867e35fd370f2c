// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesKey.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QHash>

#include <optional>
#include <vector>

namespace stowage {

/// Which number a series has on disk. Throws SQLite::Exception.
class SeriesNumbers
{
public:
    explicit SeriesNumbers(SQLite::Database& database);

    /// Made when there is none; only within a transaction that ends with committed() or rolledBack().
    qint64 numberFor(const SeriesKey& key);

    std::optional<qint64> find(const SeriesKey& key);

    void committed() { m_fresh.clear(); }
    void rolledBack();

    /// All of them, with their numbers.
    std::vector<std::pair<qint64, SeriesKey>> all();

private:
    SQLite::Statement m_find;
    SQLite::Statement m_put;
    SQLite::Statement m_all;
    QHash<SeriesKey, qint64> m_numbers;
    std::vector<SeriesKey> m_fresh; ///< of this transaction
};

} // namespace stowage
