// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/HistoryWriter.h"
#include "connectors/store/StoreDatabase.h"

namespace stowage {

/// The database of the last known fleet. Lives on one thread. No exception leaves it.
class HistoryDatabase
{
public:
    using Outcome = StoreDatabase::Outcome;
    using Attempt = StoreDatabase::Attempt;

    explicit HistoryDatabase(DatabaseFile file);
    ~HistoryDatabase();

    /// Opens, checks and migrates.
    Attempt open();
    void close();
    bool isOpen() const { return m_database.isOpen(); }

    /// Reads all. `lost` counts the rows that made no sense.
    Attempt read(Timestamp now, std::vector<Delta>& deltas, int& lost);

    /// Writes all of them, or nothing.
    Attempt write(const std::vector<Delta>& deltas);

    const DatabaseFile& file() const { return m_database.file(); }

private:
    StoreDatabase m_database;
    std::unique_ptr<HistoryWriter> m_writer;
};

} // namespace stowage
