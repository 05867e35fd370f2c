// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DatabaseFile.h"
#include "connectors/store/HistoryWriter.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

namespace stowage {

/// The database of the last known fleet, open and of the newest schema. Lives on one thread. No exception
/// leaves it.
class HistoryDatabase
{
public:
    /// How an attempt ended.
    enum class Outcome : quint8
    {
        Done,
        Retry,   ///< full, locked, read-only: may be better later
        Corrupt, ///< the file is to be set aside
        Refused, ///< newer or somebody else's: never to be touched
    };

    struct Attempt
    {
        Outcome outcome = Outcome::Done;
        Error error;         ///< unless Done
        bool isBusy = false; ///< another process holds it just now
    };

    explicit HistoryDatabase(DatabaseFile file);
    ~HistoryDatabase();

    /// Opens, checks and migrates.
    Attempt open();
    void close();
    bool isOpen() const { return m_database != nullptr; }

    /// Reads all. `lost` counts the rows that made no sense.
    Attempt read(Timestamp now, std::vector<Delta>& deltas, int& lost);

    /// Writes all of them, or nothing.
    Attempt write(const std::vector<Delta>& deltas);

    const DatabaseFile& file() const { return m_file; }

private:
    template <class Work>
    Attempt attempt(const Work& work);
    Attempt attemptToOpen();
    Attempt lookInside();
    Attempt corrupt(const QString& why) const;
    Attempt judge(int code, int extendedCode, const QString& words);
    bool isWhole();
    void migrate();

    DatabaseFile m_file;
    std::unique_ptr<SQLite::Database> m_database;
    std::unique_ptr<HistoryWriter> m_writer;
};

} // namespace stowage
