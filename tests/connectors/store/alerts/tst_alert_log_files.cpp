// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/StoreFolder.h"
#include "tests/connectors/store/TightDisk.h"
#include "tests/connectors/store/alerts/AlertLogFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

struct Data : StoreFolder
{
    Data() : StoreFolder(QStringLiteral("alerts.db")) {}

    void fill() const
    {
        RunningAlertLog running(path());
        QVERIFY(running.keep(logEvents(QStringLiteral("old"), 2'000)));
        running.log.keepCheckpoint({1'500, QByteArray("state")});
    }
};

} // namespace

class TestAlertLogFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouched_data();
    void untouched();
    void corrupt_data();
    void corrupt();
    void corruptWhileRunning();
    void noRoom();
    void noRoomForLong();
    void locked();
    void folderInTheWay();
    void whatCannotBeReadIsSaid();
};

void TestAlertLogFiles::untouched_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("newer schema") << QByteArray("newer") << ErrorKind::NewerSchema;
    QTest::newRow("another program's")
        << QByteArray("PRAGMA application_id = 1; CREATE TABLE mail (x)") << ErrorKind::Storage;
    QTest::newRow("another database of ours")
        << QByteArray("PRAGMA application_id = 0x73746f77; CREATE TABLE source (x)") << ErrorKind::Storage;
    QTest::newRow("without a mark") << QByteArray("CREATE TABLE event (x); INSERT INTO event VALUES ('dear')")
                                    << ErrorKind::Storage;
}

/// The program goes on without a log: events are told, each once, without numbers.
void TestAlertLogFiles::untouched()
{
    QFETCH(QByteArray, sql);
    QFETCH(ErrorKind, kind);
    Data data;
    if (sql == "newer") {
        data.fill();
        data.exec("CREATE TABLE future (x); PRAGMA user_version = 99");
    } else {
        data.exec(sql.constData());
    }
    const QByteArray before = contentOf(data.file());
    const QStringList files = data.files();
    {
        RunningAlertLog running(data.path());
        QVERIFY(running.restore());
        QVERIFY(running.replay.empty());
        QVERIFY(running.keep(logEvents(QStringLiteral("a"), 3)));
        QCOMPARE(running.told.back().number, 0U);
        QVERIFY(running.keep({logEvent(QStringLiteral("a1"), 1), logEvent(QStringLiteral("b"), 4)}, 1));
        QCOMPARE(uidsOf(running.told), QStringLiteral("a1 a2 a3 b"));
        running.log.keepCheckpoint({3, QByteArray("x")});
        QVERIFY(running.ask(asking()).events.empty());
        QVERIFY(running.count(asking(), 10).stretches.empty());
        QVERIFY(running.maintain());
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, kind);
        QCOMPARE(running.error().where, data.file());
        QVERIFY(running.error().message.contains(QStringLiteral("untouched")));
        QVERIFY(!running.log.state().isWriting);
    }
    QVERIFY(contentOf(data.file()) == before);
    QCOMPARE(data.files(), files);
}

void TestAlertLogFiles::corrupt_data()
{
    using Harm = std::function<void(const Data&)>;
    QTest::addColumn<Harm>("harm");
    const auto row = [](const char* name, const std::function<void(QByteArray&)>& change) {
        QTest::newRow(name) << Harm([change](const Data& data) {
            QByteArray content = contentOf(data.file());
            change(content);
            putContent(data.file(), content);
        });
    };
    row("text", [](QByteArray& file) { file = "Dear diary, today was a calm day on the bridge.\n"; });
    row("one byte", [](QByteArray& file) { file = "S"; });
    row("a header alone", [](QByteArray& file) { file.truncate(100); });
    row("one page of many", [](QByteArray& file) { file.truncate(4096); });
    row("all zero bytes", [](QByteArray& file) { file.fill('\0'); });
    row("zero bytes after the header",
        [](QByteArray& file) { std::fill(file.begin() + 100, file.end(), '\0'); });
    row("zero bytes after the first page",
        [](QByteArray& file) { std::fill(file.begin() + 4096, file.end(), '\0'); });
    const auto sql = [](const char* name, const char* statement) {
        QTest::newRow(name) << Harm([statement](const Data& data) { data.exec(statement); });
    };
    sql("no events", "DROP TABLE event");
    sql("no words", "DROP TABLE words");
    sql("no marks", "DROP TABLE uid");
    sql("other columns", "DROP TABLE checkpoint; DROP TABLE hour; CREATE TABLE other (x)");
    sql("version nought", "PRAGMA user_version = 0");
}

/// Set aside whole, and begun anew; what comes is kept.
void TestAlertLogFiles::corrupt()
{
    using Harm = std::function<void(const Data&)>;
    QFETCH(Harm, harm);
    Data data;
    data.fill();
    harm(data);
    const QByteArray broken = contentOf(data.file());
    {
        RunningAlertLog running(data.path());
        QVERIFY(running.restore());
        QVERIFY(running.keep(logEvents(QStringLiteral("a"), 3)));
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, ErrorKind::Storage);
        QVERIFY(running.error().todo.contains(QStringLiteral("corrupt-")));
        QCOMPARE(uidsOf(running.ask(asking()).events), QStringLiteral("a3 a2 a1"));
    }
    const QStringList aside = data.files(QStringLiteral("alerts.db.corrupt-*"));
    QVERIFY(!aside.isEmpty());
    QVERIFY(contentOf(data.path() + QLatin1Char('/') + aside.front()) == broken);
    RunningAlertLog again(data.path());
    QCOMPARE(uidsOf(again.ask(asking()).events), QStringLiteral("a3 a2 a1"));
    QVERIFY(again.failed.isEmpty());
}

/// Numbers go on, so that whoever counts by them is not led astray.
void TestAlertLogFiles::corruptWhileRunning()
{
    Data data;
    data.fill();
    RunningAlertLog running(data.path());
    QVERIFY(running.restore());
    QCOMPARE(running.replay.back().number, 2'000U);
    // Another connection does what no program should.
    data.exec("DROP TABLE event");
    QVERIFY(running.keep(logEvents(QStringLiteral("a"), 2)));
    QCOMPARE(running.failed.size(), 1);
    QCOMPARE(running.told.back().number, 2'002U);
    QCOMPARE(uidsOf(running.ask(asking()).events), QStringLiteral("a2 a1"));
}

void TestAlertLogFiles::noRoom()
{
    Data data;
    data.fill();
    RunningAlertLog running(data.path());
    QVERIFY(running.restore());
    {
        const TightDisk disk(1'000);
        QVERIFY(running.keep(logEvents(QStringLiteral("a"), 3, 5'000)));
        QCOMPARE(running.told.back().number, 0U); // told from memory
        QVERIFY(!running.failed.isEmpty());
        QVERIFY(!running.error().todo.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!running.log.state().isWriting, AlertPatience);
        QCOMPARE(running.log.state().waiting, 3U);
        // What was known before the trouble, or is waiting, is not told again.
        running.log.append(logEvents(QStringLiteral("a"), 3, 5'000));
        running.log.append(logEvents(QStringLiteral("b"), 1, 6'000));
        running.clock.advance(SqliteAlertLog::PatientInterval);
        QVERIFY(QTest::qWaitFor([&] { return running.told.size() == 4; }, AlertPatience));
        QCOMPARE(uidsOf(running.told), QStringLiteral("a1 a2 a3 b1"));
    }
    // There is room again: written, and told with their numbers.
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteAlertLog::RetryInterval);
            return running.told.size() == 8;
        },
        AlertPatience));
    QCOMPARE(uidsOf(running.told), QStringLiteral("a1 a2 a3 b1 a1 a2 a3 b1"));
    QCOMPARE(running.told.back().number, 2'004U);
    QTRY_VERIFY_WITH_TIMEOUT(running.log.state().isWriting, AlertPatience);
    QCOMPARE(running.log.state().waiting, 0U);
    AlertLogQuery query;
    query.limit = 4;
    QCOMPARE(uidsOf(running.ask(query).events), QStringLiteral("b1 a3 a2 a1"));
}

/// Within a bound: the oldest are dropped, and that is told.
void TestAlertLogFiles::noRoomForLong()
{
    Data data;
    data.fill();
    RunningAlertLog running(data.path(), {}, 500'000);
    {
        const TightDisk disk(1'000);
        for (int i = 0; i < 20; ++i) {
            running.log.append(logEvents(QStringLiteral("%1/").arg(i), 200, 10'000 + 1'000 * i));
            running.clock.advance(SqliteAlertLog::PatientInterval);
        }
        QVERIFY(QTest::qWaitFor(
            [&] {
                running.clock.advance(SqliteAlertLog::RetryInterval);
                return running.told.size() == 4'000;
            },
            AlertPatience));
        QTRY_VERIFY_WITH_TIMEOUT(running.log.state().dropped > 1'000, AlertPatience);
    }
    const quint64 dropped = running.log.state().dropped;
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteAlertLog::RetryInterval);
            return running.log.state().isWriting;
        },
        AlertPatience));
    AlertLogQuery query;
    query.from = logSecond(9'999);
    query.limit = 10'000;
    const AlertLogPage page = running.ask(query);
    QCOMPARE(page.events.size() + dropped, 4'000U);
    QCOMPARE(page.events.front().uid, QStringLiteral("19/200"));
}

void TestAlertLogFiles::locked()
{
    Data data;
    data.fill();
    RunningAlertLog running(data.path());
    QVERIFY(running.restore());
    {
        SQLite::Database other(data.file().toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        running.log.append(logEvents(QStringLiteral("a"), 3, 5'000));
        QVERIFY(QTest::qWaitFor(
            [&] {
                running.clock.advance(SqliteAlertLog::RetryInterval);
                return running.told.size() == 3; // held for long: told from memory
            },
            AlertPatience));
        QCOMPARE(running.failed.size(), 1);
    }
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteAlertLog::RetryInterval);
            return running.told.size() == 6;
        },
        AlertPatience));
    QCOMPARE(running.told.back().number, 2'003U);
    QCOMPARE(running.failed.size(), 1);
}

void TestAlertLogFiles::folderInTheWay()
{
    Data data;
    QVERIFY(QDir().mkpath(data.file()));
    RunningAlertLog running(data.path());
    QVERIFY(running.restore());
    QVERIFY(running.keep(logEvents(QStringLiteral("a"), 3)));
    QCOMPARE(running.failed.size(), 1);
    QVERIFY(QDir().rmdir(data.file()));
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteAlertLog::RetryInterval);
            return running.told.size() == 6;
        },
        AlertPatience));
    QCOMPARE(uidsOf(running.ask(asking()).events), QStringLiteral("a3 a2 a1"));
}

/// An answer that is cut short is not taken for all that there is.
void TestAlertLogFiles::whatCannotBeReadIsSaid()
{
    Data data;
    data.fill();
    QVERIFY(QFile::rename(data.file(), data.path() + QStringLiteral("/elsewhere")));
    QVERIFY(QDir().mkpath(data.file()));
    RunningAlertLog running(data.path());
    AlertLogQuery query;
    query.limit = 10'000;
    query.beforeNumber = 1'001;
    const AlertLogPage broken = running.ask(query);
    QVERIFY(broken.isBroken && !broken.isLast && broken.events.empty());
    QCOMPARE(broken.next, query.beforeNumber); // whoever goes on begins there again
    QVERIFY(running.restore());
    QVERIFY(!running.isRead);
    QCOMPARE(running.failed.size(), 1);

    QVERIFY(QDir().rmdir(data.file()));
    QVERIFY(QFile::rename(data.path() + QStringLiteral("/elsewhere"), data.file()));
    const AlertLogPage page = running.ask(query);
    QVERIFY(!page.isBroken && page.isLast);
    QCOMPARE(page.events.size(), 1'000U);
    QVERIFY(running.restore());
    QVERIFY(running.isRead);
    QCOMPARE(running.checkpoint.upTo, 1'500U);
    QCOMPARE(running.replay.size(), 500U);
}

QTEST_GUILESS_MAIN(TestAlertLogFiles)
#include "tst_alert_log_files.moc"
