// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/HistorySchema.h"
#include "connectors/store/SqliteHistory.h"
#include "tests/connectors/store/HistoryFixture.h"
#include "tests/connectors/store/StoreFolder.h"
#include "tests/connectors/store/TightDisk.h"
#include "tests/support/ManualClock.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <optional>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 20'000;

struct Store : StoreFolder
{
    Store() : StoreFolder(QStringLiteral("stowage.db")) {}

    /// Fills it as the program would.
    void fill(const Clock& clock, int images = 1) const
    {
        SqliteHistory history(path(), clock);
        Delta delta = everything();
        for (int i = 0; i < images; ++i) {
            delta.images.push_back(imageOf(QStringLiteral("many"), QString::number(i), {QString::number(i)}));
        }
        history.record(delta);
        history.close();
    }
};

/// A running history and all that it said.
struct Running
{
    Running(const QString& folder, const Clock& clock)
        : history(folder, clock), failed(&history, &History::failed)
    {
        QObject::connect(&history, &History::restored, &history,
                         [this](const std::vector<Delta>& deltas) { restored.push_back(deltas); });
    }

    std::vector<Delta> ask()
    {
        const size_t before = restored.size();
        history.requestLastFleet();
        return QTest::qWaitFor([&] { return restored.size() > before; }, Patience) ? restored.back()
                                                                                   : std::vector<Delta>();
    }

    Error error(qsizetype index = 0) const { return failed.at(index).at(0).value<Error>(); }

    SqliteHistory history;
    QSignalSpy failed;
    std::vector<std::vector<Delta>> restored;
};

/// As a newer program would leave it.
void makeNewer(const Store& store, const Clock& clock)
{
    store.fill(clock);
    store.exec("CREATE TABLE future (x); PRAGMA user_version = 99");
}

} // namespace

class TestHistoryFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouched_data();
    void untouched();
    void newerOnlyInItsLog();
    void corrupt_data();
    void corrupt();
    void corruptWhileRunning();
    void setAsideTwice();
    void emptyFile();
    void unreadableRows();
    void noRoom();
    void folderInTheWay();
    void locked();

private:
    ManualClock m_clock;
};

void TestHistoryFiles::untouched_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("newer schema") << QByteArray("newer") << ErrorKind::NewerSchema;
    QTest::newRow("another program's")
        << QByteArray("PRAGMA application_id = 1; CREATE TABLE mail (x)") << ErrorKind::Storage;
    QTest::newRow("another program's, in WAL")
        << QByteArray("PRAGMA journal_mode = WAL; PRAGMA application_id = 1; CREATE TABLE mail (x)")
        << ErrorKind::Storage;
    QTest::newRow("another program's, newer")
        << QByteArray("PRAGMA application_id = 1; PRAGMA user_version = 7; CREATE TABLE mail (x)")
        << ErrorKind::Storage;
    QTest::newRow("without a mark") << QByteArray("CREATE TABLE mail (x); INSERT INTO mail VALUES ('dear')")
                                    << ErrorKind::Storage;
    QTest::newRow("without a mark, with our table's name")
        << QByteArray("CREATE TABLE source (x)") << ErrorKind::Storage;
}

void TestHistoryFiles::untouched()
{
    QFETCH(QByteArray, sql);
    QFETCH(ErrorKind, kind);
    Store store;
    if (sql == "newer") {
        makeNewer(store, m_clock);
    } else {
        store.exec(sql.constData());
    }
    const QByteArray before = contentOf(store.file());
    const QStringList files = store.files();
    QVERIFY(before.size() > 1000);
    {
        Running running(store.path(), m_clock);
        QVERIFY(running.ask().empty());
        for (int i = 0; i < 3; ++i) {
            running.history.record(everything());
            m_clock.advance(SqliteHistory::RetryInterval);
        }
        QVERIFY(running.ask().empty());
        running.history.close();
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, kind);
        QCOMPARE(running.error().where, store.file());
        QVERIFY(running.error().message.contains(QStringLiteral("untouched")));
        QVERIFY(running.error().todo.contains(QStringLiteral("--data")));
    }
    QVERIFY(contentOf(store.file()) == before);
    QCOMPARE(store.files(), files);
}

/// Killed right after its migration, a newer program leaves the new version in the log alone.
void TestHistoryFiles::newerOnlyInItsLog()
{
    Store newer;
    newer.fill(m_clock);
    Store store;
    {
        SQLite::Database database(newer.file().toStdString(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA wal_autocheckpoint = 0; CREATE TABLE future (x); PRAGMA user_version = 99");
        for (const char* suffix : {"", "-wal"}) {
            QVERIFY(QFile::copy(newer.file() + QLatin1String(suffix), store.file() + QLatin1String(suffix)));
        }
    }
    const QByteArray before = contentOf(store.file());
    const QByteArray log = contentOf(store.file() + QStringLiteral("-wal"));
    {
        Running running(store.path(), m_clock);
        QVERIFY(running.ask().empty());
        running.history.record(everything());
        running.history.close();
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, ErrorKind::NewerSchema);
    }
    QVERIFY(contentOf(store.file()) == before);
    QVERIFY(contentOf(store.file() + QStringLiteral("-wal")) == log);
}

void TestHistoryFiles::corrupt_data()
{
    using Harm = std::function<void(const Store&)>;
    QTest::addColumn<Harm>("harm");
    const auto row = [](const char* name, const std::function<void(QByteArray&)>& change) {
        QTest::newRow(name) << Harm([change](const Store& store) {
            QByteArray content = contentOf(store.file());
            change(content);
            putContent(store.file(), content);
        });
    };
    row("text", [](QByteArray& file) { file = "Dear diary, today was a calm day on the bridge.\n"; });
    row("one byte", [](QByteArray& file) { file = "S"; });
    row("the magic alone", [](QByteArray& file) { file.truncate(16); });
    row("half a header", [](QByteArray& file) { file.truncate(60); });
    row("a header alone", [](QByteArray& file) { file.truncate(100); });
    row("half a page", [](QByteArray& file) { file.truncate(2048); });
    row("one page of many", [](QByteArray& file) { file.truncate(4096); });
    row("half of it", [](QByteArray& file) { file.truncate(file.size() / 2 / 4096 * 4096); });
    row("half of it, in mid-page",
        [](QByteArray& file) { file.truncate(file.size() / 2 / 4096 * 4096 + 1000); });
    row("all zero bytes", [](QByteArray& file) { file.fill('\0'); });
    row("zero bytes after the header",
        [](QByteArray& file) { std::fill(file.begin() + 100, file.end(), '\0'); });
    row("zero bytes after the first page",
        [](QByteArray& file) { std::fill(file.begin() + 4096, file.end(), '\0'); });
    row("ones after the first page",
        [](QByteArray& file) { std::fill(file.begin() + 4096, file.end(), '\xff'); });
    row("magic overwritten", [](QByteArray& file) { file.replace(0, 6, "XXXXXX"); });
    row("HTML", [](QByteArray& file) { file = "<html>" + QByteArray(5000, ' ') + "</html>"; });
    row("page size of three", [](QByteArray& file) { file[16] = 0, file[17] = 3; });
    const auto sql = [](const char* name, const char* statement) {
        QTest::newRow(name) << Harm([statement](const Store& store) { store.exec(statement); });
    };
    sql("a table is missing", "DROP TABLE sighting");
    sql("version of nothing", "PRAGMA user_version = 0");
    sql("negative version", "PRAGMA user_version = -1");
    sql("schema that is not SQL", "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE TABLE "
                                  "image (' WHERE name = 'image'");
    sql("root page beyond the end",
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'node'");
}

void TestHistoryFiles::corrupt()
{
    QFETCH(std::function<void(const Store&)>, harm);
    Store store;
    store.fill(m_clock, 500);
    harm(store);
    const QByteArray harmed = contentOf(store.file());
    {
        Running running(store.path(), m_clock);
        QVERIFY(running.ask().empty());
        running.history.record(everything());
        running.history.close();
        QCoreApplication::processEvents();
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, ErrorKind::Storage);
        QVERIFY2(running.error().message.contains(QStringLiteral("corrupt")),
                 qPrintable(running.error().text()));
        QVERIFY2(running.error().todo.contains(QStringLiteral("stowage.db.corrupt-20261121T22")),
                 qPrintable(running.error().text()));
    }
    const QStringList aside = store.files(QStringLiteral("stowage.db.corrupt-*Z"));
    QCOMPARE(aside.size(), 1);
    QVERIFY(contentOf(store.path() + QLatin1Char('/') + aside[0]) == harmed);
    Running again(store.path(), m_clock);
    QCOMPARE(factsOf(again.ask()), factsOf({everything()}));
    QCOMPARE(again.failed.size(), 0);
}

void TestHistoryFiles::corruptWhileRunning()
{
    Store store;
    store.fill(m_clock, 500);
    Running running(store.path(), m_clock);
    QVERIFY(!running.ask().empty());
    QByteArray content = contentOf(store.file());
    std::fill(content.begin(), content.end(), '\x55');
    QFile file(store.file());
    QVERIFY(file.open(QIODevice::ReadWrite)); // in place: the program has the file open
    QCOMPARE(file.write(content), content.size());
    file.close();
    Delta delta = everything();
    for (int i = 0; i < 500; ++i) {
        delta.images.push_back(imageOf(QStringLiteral("new"), QString::number(i), {}));
    }
    running.history.record(delta);
    m_clock.advance(SqliteHistory::FlushInterval);
    QTRY_COMPARE_WITH_TIMEOUT(running.failed.size(), 1, Patience);
    QVERIFY2(running.error().message.contains(QStringLiteral("corrupt")), qPrintable(running.error().text()));
    QCOMPARE(factsOf(running.ask()), factsOf({delta}));
    QCOMPARE(running.failed.size(), 1);
}

void TestHistoryFiles::setAsideTwice()
{
    Store store;
    for (int i = 1; i <= 2; ++i) {
        putContent(store.file(), "garbage");
        Running running(store.path(), m_clock); // at the same time by the clock
        running.ask();
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(store.files(QStringLiteral("stowage.db.corrupt-*")).size(), i);
    }
}

void TestHistoryFiles::emptyFile()
{
    Store store;
    putContent(store.file(), {});
    Running running(store.path(), m_clock);
    QVERIFY(running.ask().empty());
    running.history.record(everything());
    running.history.close();
    QCOMPARE(running.failed.size(), 0);
    QCOMPARE(store.files(QStringLiteral("*corrupt*")).size(), 0);
}

void TestHistoryFiles::unreadableRows()
{
    Store store;
    store.fill(m_clock, 3);
    store.exec("UPDATE image SET body = '{' WHERE repository = 'many' AND tag = '0'");
    store.exec("UPDATE image SET body = json_set(body, '$.target[0]', 'sha256:short') WHERE repository = "
               "'many' AND tag = '1'");
    store.exec("UPDATE node SET state = 'flying' WHERE name = 'n2'");
    store.exec("UPDATE sighting SET presence = 77 WHERE evidence = 2");
    QByteArray deep = "UPDATE source SET status = '" + QByteArray(100'000, '[') + "'";
    store.exec(deep.constData());
    Running running(store.path(), m_clock);
    const QStringList facts = factsOf(running.ask());
    QCOMPARE(running.failed.size(), 1);
    QVERIFY2(running.error().message.startsWith(QStringLiteral("5 entries")),
             qPrintable(running.error().text()));
    QCOMPARE(facts.filter(QStringLiteral(" image ")).size(), 3);
    QCOMPARE(facts.filter(QStringLiteral(" node ")).size(), 2);
    QCOMPARE(facts.filter(QStringLiteral(" status ")).size(), 0);
}

/// No file may grow beyond 256 KiB for a while: what a full disk looks like to SQLite.
void TestHistoryFiles::noRoom()
{
    Store store;
    Running running(store.path(), m_clock);
    running.ask();
    std::optional<TightDisk> disk(std::in_place, 256 * 1024);
    Delta delta = everything();
    for (int i = 0; i < 2000; ++i) {
        delta.images.push_back(imageOf(QStringLiteral("many"), QString::number(i), {QString::number(i)}));
    }
    running.history.record(delta);
    m_clock.advance(SqliteHistory::FlushInterval);
    const bool isTold = QTest::qWaitFor([&] { return running.failed.size() == 1; }, Patience);
    QVERIFY(QTest::qWaitFor([&] { return m_clock.pending() == 1; }, Patience));
    m_clock.advance(SqliteHistory::RetryInterval); // again in vain, and not told again
    QVERIFY(QTest::qWaitFor([&] { return m_clock.pending() == 1; }, Patience));
    disk.reset();
    QVERIFY(isTold);
    QCOMPARE(running.failed.size(), 1);
    QCOMPARE(running.error().kind, ErrorKind::Storage);
    QVERIFY(!running.error().todo.isEmpty());
    qInfo().noquote() << running.error().text();
    m_clock.advance(SqliteHistory::RetryInterval);
    QTRY_COMPARE_WITH_TIMEOUT(factsOf(running.ask()).size(), factsOf({delta}).size(), Patience);
    QCOMPARE(running.failed.size(), 1);
}

/// Root may write into any folder, so what is in the way here is a file.
void TestHistoryFiles::folderInTheWay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data"));
    putContent(path, "a file");
    Running running(path, m_clock);
    QVERIFY(running.ask().empty());
    running.history.record(everything());
    m_clock.advance(SqliteHistory::FlushInterval);
    QTRY_COMPARE_WITH_TIMEOUT(m_clock.pending(), 1U, Patience);
    QCOMPARE(running.failed.size(), 1);
    QVERIFY2(running.error().todo.contains(QStringLiteral("--data")), qPrintable(running.error().text()));
    QVERIFY(QFile::remove(path));
    m_clock.advance(SqliteHistory::RetryInterval);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path + QStringLiteral("/stowage.db")), Patience);
    QCOMPARE(factsOf(running.ask()), factsOf({everything()}));
    QCOMPARE(running.failed.size(), 1);
}

void TestHistoryFiles::locked()
{
    Store store;
    store.fill(m_clock);
    Running running(store.path(), m_clock);
    running.ask();
    Delta delta = deltaOf(QStringLiteral("registry-1"), seconds(100));
    delta.images = {imageOf(QStringLiteral("late"), QStringLiteral("1"), {})};
    {
        SQLite::Database other(store.file().toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        running.history.record(delta);
        m_clock.advance(SqliteHistory::FlushInterval);
        QTRY_COMPARE_WITH_TIMEOUT(running.failed.size(), 1, Patience);
        QVERIFY2(running.error().todo.contains(QStringLiteral("tried again")),
                 qPrintable(running.error().text()));
        QTRY_COMPARE_WITH_TIMEOUT(m_clock.pending(), 1U, Patience);
    }
    m_clock.advance(SqliteHistory::RetryInterval);
    QTRY_COMPARE_WITH_TIMEOUT(factsOf(running.ask()).filter(QStringLiteral("late:1")).size(), 1, Patience);
    QCOMPARE(running.failed.size(), 1);
}

QTEST_GUILESS_MAIN(TestHistoryFiles)
#include "tst_history_files.moc"
