// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/DatabaseFile.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>

namespace stowage {

/// A database of ours, open and of the newest schema. Lives on one thread. No exception leaves it.
class StoreDatabase
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
        bool isFull = false; ///< no room; the database is as it was, and can be read
    };

    explicit StoreDatabase(DatabaseFile file);
    ~StoreDatabase();

    /// Opens, checks and migrates.
    Attempt open();
    void close();
    bool isOpen() const { return m_database != nullptr; }

    /// Runs what may throw; whatever it throws comes out as an outcome.
    Attempt attempt(const std::function<void()>& work);

    /// Only while it is open, and within attempt().
    SQLite::Database& sqlite() { return *m_database; }

    const DatabaseFile& file() const { return m_file; }

private:
    Attempt attemptToOpen();
    Attempt lookInside();
    Attempt corrupt(const QString& why) const;
    Attempt judge(int code, int extendedCode, const QString& words);
    bool isWhole();
    void migrate();

    DatabaseFile m_file;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace stowage
