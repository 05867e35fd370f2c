// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QHash>

namespace stowage::bench {

/// The peer: a row a sample, as one would write it first.
class RowTable
{
public:
    explicit RowTable(const QString& path);

    /// In one transaction.
    void append(const std::vector<SampleBatch>& batches);

    std::vector<SeriesPoint> read(const SeriesKey& key, TimeRange range);

    /// All is in the file itself.
    void checkpoint();

private:
    qint64 numberOf(const SeriesKey& key);

    SQLite::Database m_database;
    SQLite::Statement m_put;
    SQLite::Statement m_read;
    QHash<SeriesKey, qint64> m_numbers;
};

} // namespace stowage::bench
