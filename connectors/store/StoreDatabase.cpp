// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/StoreDatabase.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>

namespace stowage {
namespace {

/// For how long another process may hold the lock within one attempt.
constexpr int BusyTimeoutMs = 1000;
constexpr unsigned long OpenPauseMs = 10;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HistoryDatabase)
};

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(std::string("PRAGMA ") + name).getInt();
}

/// WAL: a kill at any moment loses at most what was not committed, and with NORMAL a power cut the last
/// commits, never the file. Its contents are not trusted to run anything.
void configure(SQLite::Database& database)
{
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = NORMAL");
    database.exec("PRAGMA foreign_keys = ON");
    database.exec("PRAGMA trusted_schema = OFF");
    database.exec("PRAGMA cell_size_check = ON");
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

QString advice(int code)
{
    switch (code) {
    case SQLITE_FULL:
        return Words::tr("Make room on the disk; until then nothing is kept.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Words::tr("Another program holds the database; it is tried again.");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return Words::tr(
            "Make the folder writable, or name another with --data. Until then nothing is kept.");
    default:
        return Words::tr("It is tried again; until then nothing is kept.");
    }
}

} // namespace

StoreDatabase::StoreDatabase(DatabaseFile file) : m_file(std::move(file)) {}

StoreDatabase::~StoreDatabase() = default;

StoreDatabase::Attempt StoreDatabase::open()
{
    close();
    const auto kind = m_file.look();
    if (!kind) {
        return {Outcome::Retry, kind.error()};
    }
    switch (*kind) {
    case DatabaseFile::Kind::Newer:
    case DatabaseFile::Kind::Foreign:
        return {Outcome::Refused, m_file.refusal(*kind)};
    case DatabaseFile::Kind::Broken:
        return corrupt(Words::tr("it is not a SQLite file"));
    case DatabaseFile::Kind::Empty:
    case DatabaseFile::Kind::Ours:
        break;
    }
    if (const auto created = m_file.create(); !created) {
        return {Outcome::Retry, created.error()};
    }
    const QDeadlineTimer deadline(BusyTimeoutMs);
    for (;;) {
        Attempt attempt = attemptToOpen();
        if (attempt.outcome == Outcome::Done) {
            return attempt;
        }
        close();
        if (!attempt.isBusy || deadline.hasExpired()) {
            return attempt;
        }
        // While another process makes the file, SQLite says "busy" at once to keep the two from waiting for
        // each other.
        QThread::msleep(OpenPauseMs);
    }
}

StoreDatabase::Attempt StoreDatabase::attemptToOpen()
{
    Attempt refused;
    const Attempt opened = attempt([&] {
        m_database = std::make_unique<SQLite::Database>(m_file.path().toStdString(), SQLite::OPEN_READWRITE,
                                                        BusyTimeoutMs);
        // A log that its writer left behind may say more than the header did; closing must not write it into
        // the file then.
        sqlite3_db_config(m_database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        refused = lookInside();
        if (refused.outcome == Outcome::Done) {
            sqlite3_db_config(m_database->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
            if (pragma(*m_database, "user_version") == 0) {
                m_database->exec(m_file.schema().preamble);
            }
            configure(*m_database);
            migrate();
        }
    });
    return refused.outcome == Outcome::Done ? opened : refused;
}

/// The same questions as to the header, to the database with its log; all at one moment, for another process
/// may be migrating just now.
StoreDatabase::Attempt StoreDatabase::lookInside()
{
    const SQLite::Transaction moment(*m_database);
    const int application = pragma(*m_database, "application_id");
    const int version = pragma(*m_database, "user_version");
    const bool isBlank = m_database->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
    if (application != m_file.schema().applicationId && !(application == 0 && isBlank)) {
        return {Outcome::Refused, m_file.refusal(DatabaseFile::Kind::Foreign)};
    }
    if (version > m_file.schema().version()) {
        return {Outcome::Refused, m_file.refusal(DatabaseFile::Kind::Newer)};
    }
    if (version < 0 || (version == 0) != isBlank) {
        return corrupt(Words::tr("its tables are not those of its version"));
    }
    return {};
}

void StoreDatabase::close()
{
    m_database.reset();
}

/// Another process may have gone the same step meanwhile: the version is looked at inside of the transaction.
void StoreDatabase::migrate()
{
    if (pragma(*m_database, "user_version") == m_file.schema().version()) {
        return;
    }
    SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto steps = m_file.schema().migrations;
    for (auto version = static_cast<size_t>(pragma(*m_database, "user_version")); version < steps.size();
         ++version) {
        m_database->exec(steps[version]);
    }
    m_database->exec("PRAGMA application_id = " + std::to_string(m_file.schema().applicationId));
    m_database->exec("PRAGMA user_version = " + std::to_string(m_file.schema().version()));
    transaction.commit();
    // So that the header alone tells an older program.
    m_database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

StoreDatabase::Attempt StoreDatabase::attempt(const std::function<void()>& work)
{
    try {
        work();
        return {};
    } catch (const SQLite::Exception& exception) {
        return judge(exception.getErrorCode(), exception.getExtendedErrorCode(),
                     QString::fromUtf8(exception.what()));
    } catch (const std::exception& exception) {
        return judge(SQLITE_ERROR, SQLITE_ERROR, QString::fromUtf8(exception.what()));
    }
}

StoreDatabase::Attempt StoreDatabase::judge(int code, int extendedCode, const QString& words)
{
    // The others may be a corrupt file, or a fault of ours that must not cost anybody's data.
    const bool isSuspect = code == SQLITE_ERROR || code == SQLITE_MISMATCH || code == SQLITE_CONSTRAINT;
    if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || extendedCode == SQLITE_IOERR_SHORT_READ ||
        (isSuspect && !isWhole())) {
        return corrupt(words);
    }
    return {Outcome::Retry,
            {ErrorKind::Storage,
             Words::tr("the database cannot be used: %1").arg(words),
             m_file.path(),
             advice(code),
             {}},
            code == SQLITE_BUSY,
            code == SQLITE_FULL};
}

StoreDatabase::Attempt StoreDatabase::corrupt(const QString& why) const
{
    return {Outcome::Corrupt,
            {ErrorKind::Storage, Words::tr("the database is corrupt: %1").arg(why), m_file.path(), {}, {}}};
}

bool StoreDatabase::isWhole()
{
    try {
        return m_database &&
               std::ranges::all_of(m_file.schema().tables,
                                   [this](const char* table) { return m_database->tableExists(table); }) &&
               m_database->execAndGet("PRAGMA quick_check(1)").getString() == "ok";
    } catch (const SQLite::Exception&) {
        return false;
    }
}

} // namespace stowage
