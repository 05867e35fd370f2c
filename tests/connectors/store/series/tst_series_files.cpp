// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/SampleBacklog.h"
#include "connectors/store/series/SeriesSchema.h"
#include "connectors/store/series/SeriesStore.h"
#include "tests/connectors/store/StoreFolder.h"
#include "tests/connectors/store/TightDisk.h"
#include "tests/connectors/store/series/SeriesFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <QDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

const SeriesKey Cpu = keyOf(QStringLiteral("n1"));
const SeriesKey Other = keyOf(QStringLiteral("n2"));

struct Store : StoreFolder
{
    Store() : StoreFolder(QStringLiteral("series.db")) {}

    /// Fills it as the program would.
    void fill() const
    {
        RunningSeries running(path());
        QVERIFY(running.keep({minutes(Cpu, 1, 2000, 0.123456)}));
        QVERIFY(!running.read(Cpu).points.empty()); // it is in chunks by then
        QVERIFY(running.keep({minutes(Other, 1, 100)}));
    }
};

void sealAll(SeriesStore& store)
{
    while (store.seal()) {
    }
}

bool isFull(const std::function<void()>& work)
{
    try {
        work();
    } catch (const SQLite::Exception& exception) {
        return exception.getErrorCode() == SQLITE_FULL;
    }
    return false;
}

} // namespace

class TestSeriesFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouched_data();
    void untouched();
    void corrupt_data();
    void corrupt();
    void corruptWhileRunning();
    void damagedChunk();
    void damagedHead();
    void emptyFile();
    void noRoom();
    void noRoomForLong();
    void fullWithinSqlite();
    void locked();
    void folderInTheWay();
    void backlogJoinsAndDrops();
};

void TestSeriesFiles::untouched_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("newer schema") << QByteArray("newer") << ErrorKind::NewerSchema;
    QTest::newRow("another program's")
        << QByteArray("PRAGMA application_id = 1; CREATE TABLE mail (x)") << ErrorKind::Storage;
    QTest::newRow("the other database of ours")
        << QByteArray("PRAGMA application_id = 0x73746f77; CREATE TABLE source (x)") << ErrorKind::Storage;
    QTest::newRow("without a mark") << QByteArray("CREATE TABLE chunk (x); INSERT INTO chunk VALUES ('dear')")
                                    << ErrorKind::Storage;
}

void TestSeriesFiles::untouched()
{
    QFETCH(QByteArray, sql);
    QFETCH(ErrorKind, kind);
    Store store;
    if (sql == "newer") {
        store.fill();
        store.exec("CREATE TABLE future (x); PRAGMA user_version = 99");
    } else {
        store.exec(sql.constData());
    }
    const QByteArray before = contentOf(store.file());
    const QStringList files = store.files();
    QVERIFY(before.size() > 1000);
    {
        RunningSeries running(store.path());
        running.history.record({minutes(Cpu, 1, 3)});
        const SeriesAnswer answer = running.ask({{Cpu}, {minute(0), minute(9)}, 0});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
        QVERIFY(running.list().empty());
        running.maintain();
        QCOMPARE(running.safe, 0U); // nothing is said to be safe that is not
        QVERIFY(!running.history.state().isWriting);
        QCOMPARE(running.history.state().droppedSamples, 3U);
        QCOMPARE(running.history.state().waitingSamples, 0U);
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, kind);
        QCOMPARE(running.error().where, store.file());
        QVERIFY(running.error().message.contains(QStringLiteral("untouched")));
    }
    QVERIFY(contentOf(store.file()) == before);
    QCOMPARE(store.files(), files);
}

void TestSeriesFiles::corrupt_data()
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
    row("half a header", [](QByteArray& file) { file.truncate(60); });
    row("a header alone", [](QByteArray& file) { file.truncate(100); });
    row("half a page", [](QByteArray& file) { file.truncate(2048); });
    row("one page of many", [](QByteArray& file) { file.truncate(4096); });
    row("all zero bytes", [](QByteArray& file) { file.fill('\0'); });
    row("zero bytes after the header",
        [](QByteArray& file) { std::fill(file.begin() + 100, file.end(), '\0'); });
    row("zero bytes after the first page",
        [](QByteArray& file) { std::fill(file.begin() + 4096, file.end(), '\0'); });
    row("ones after the first page",
        [](QByteArray& file) { std::fill(file.begin() + 4096, file.end(), '\xff'); });
    row("HTML", [](QByteArray& file) { file = "<html>" + QByteArray(5000, ' ') + "</html>"; });
    row("page size of three", [](QByteArray& file) { file[16] = 0, file[17] = 3; });
    const auto sql = [](const char* name, const char* statement) {
        QTest::newRow(name) << Harm([statement](const Store& store) { store.exec(statement); });
    };
    sql("a table is missing", "DROP TABLE quarantine");
    sql("version of nothing", "PRAGMA user_version = 0");
    sql("negative version", "PRAGMA user_version = -1");
    sql("root page beyond the end",
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'chunk'");
}

void TestSeriesFiles::corrupt()
{
    QFETCH(std::function<void(const Store&)>, harm);
    Store store;
    store.fill();
    harm(store);
    const QByteArray harmed = contentOf(store.file());
    {
        RunningSeries running(store.path());
        QVERIFY(running.keep({minutes(Cpu, 5000, 3)}));
        QCOMPARE(valuesOf(running.read(Cpu)), QStringLiteral("5000 5001 5002"));
        QCOMPARE(running.failed.size(), 1);
        QCOMPARE(running.error().kind, ErrorKind::Storage);
        QVERIFY2(running.error().message.contains(QStringLiteral("corrupt")),
                 qPrintable(running.error().text()));
        QVERIFY2(running.error().todo.contains(QStringLiteral("series.db.corrupt-20261121T22")),
                 qPrintable(running.error().text()));
        QVERIFY(running.history.state().isWriting);
    }
    const QStringList aside = store.files(QStringLiteral("series.db.corrupt-*Z"));
    QCOMPARE(aside.size(), 1);
    QVERIFY(contentOf(store.path() + QLatin1Char('/') + aside[0]) == harmed);
    RunningSeries again(store.path());
    QCOMPARE(valuesOf(again.read(Cpu)), QStringLiteral("5000 5001 5002"));
    QCOMPARE(again.failed.size(), 0);
}

void TestSeriesFiles::corruptWhileRunning()
{
    Store store;
    store.fill();
    RunningSeries running(store.path());
    QVERIFY(!running.read(Cpu).points.empty());
    QByteArray content = contentOf(store.file());
    std::fill(content.begin(), content.end(), '\x55');
    QFile file(store.file());
    QVERIFY(file.open(QIODevice::ReadWrite)); // in place: the program has the file open
    QCOMPARE(file.write(content), content.size());
    file.close();
    QVERIFY(running.keep({minutes(keyOf(QStringLiteral("n3")), 1, 3000)}));
    QTRY_COMPARE_WITH_TIMEOUT(running.failed.size(), 1, SeriesPatience);
    QVERIFY2(running.error().message.contains(QStringLiteral("corrupt")), qPrintable(running.error().text()));
    QVERIFY(running.keep({minutes(Other, 7000, 2)}));
    QCOMPARE(valuesOf(running.read(Other)), QStringLiteral("7000 7001"));
    QCOMPARE(running.failed.size(), 1);
}

/// SQLite sees nothing wrong, but a chunk makes no sense: the others are told, and it is said.
void TestSeriesFiles::damagedChunk()
{
    Store store;
    store.fill();
    store.exec(
        "UPDATE chunk SET body = x'0102030405060708' WHERE first_at = (SELECT min(first_at) FROM chunk)");
    RunningSeries running(store.path());
    const SeriesData data = running.read(Cpu);
    QVERIFY(data.isPartial);
    QVERIFY2(data.note.contains(QLatin1Char('1')), qPrintable(data.note));
    QVERIFY2(data.points.size() > 1000 && data.points.size() < 2000,
             qPrintable(QString::number(data.points.size())));
    QVERIFY(!running.read(Cpu, 1500, 2000).isPartial);
    // Writing into it, and summing it up, harms nothing else.
    QVERIFY(running.keep({minutes(Cpu, 1, 2000, 0.123456), minutes(Other, 30'000, 1)}));
    QVERIFY(running.read(Cpu).points.size() >= data.points.size());
    running.maintain();
    QCOMPARE(running.failed.size(), 0);
}

void TestSeriesFiles::damagedHead()
{
    Store store;
    store.fill();
    store.exec(
        "INSERT INTO head (body) VALUES (x''), (x'ff'), (x'01'), (x'0102'), (x'01ffffffffffffffffff'), "
        "(x'010000ffffffffffffffffff01'), (zeroblob(5000))");
    RunningSeries running(store.path());
    QCOMPARE(running.read(Other).points.size(), 100U);
    QVERIFY(running.keep({minutes(Other, 101, 500)}));
    QCOMPARE(running.read(Other).points.size(), 600U);
    QCOMPARE(running.failed.size(), 0);
}

void TestSeriesFiles::emptyFile()
{
    Store store;
    putContent(store.file(), {});
    RunningSeries running(store.path());
    QVERIFY(running.keep({minutes(Cpu, 1, 3)}));
    QCOMPARE(running.failed.size(), 0);
    QCOMPARE(store.files(QStringLiteral("*corrupt*")).size(), 0);
}

void TestSeriesFiles::noRoom()
{
    Store store;
    RunningSeries running(store.path());
    QVERIFY(running.keep({minutes(Cpu, 0, 100)}));
    QSignalSpy changed(&running.history, &SeriesHistory::stateChanged);
    bool isTold = false;
    SeriesData meanwhile;
    SeriesHistoryState state;
    {
        const TightDisk tight(192 * 1024);
        running.history.record({minutes(Cpu, 100, 40'000)});
        isTold = QTest::qWaitFor([&] { return running.failed.size() == 1; }, SeriesPatience) &&
                 QTest::qWaitFor([&] { return !running.history.state().isWriting; }, SeriesPatience);
        running.clock.advance(SqliteSeries::RetryInterval); // again in vain, and not told again
        running.history.record({minutes(Other, 0, 10)});
        meanwhile = running.read(Cpu);
        state = running.history.state();
    }
    QVERIFY(isTold);
    QCOMPARE(meanwhile.points.size(), 40'100U); // collection goes on, and is seen
    QVERIFY(!state.isWriting);
    QVERIFY(state.waitingSamples >= 40'000);
    QCOMPARE(state.droppedSamples, 0U);
    QCOMPARE(state.error.kind, ErrorKind::Storage);
    QVERIFY(!state.error.todo.isEmpty());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(running.failed.size(), 1);
    QCOMPARE(running.safe, 1U);
    // Room again: it catches up by itself.
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteSeries::RetryInterval);
            return running.safe == 3;
        },
        SeriesPatience));
    QVERIFY(running.history.state().isWriting);
    QCOMPARE(running.history.state().waitingSamples, 0U);
    QCOMPARE(running.failed.size(), 1);
    RunningSeries again(store.path());
    QCOMPARE(again.read(Cpu).points.size(), 40'100U);
    QCOMPARE(again.read(Other).points.size(), 10U);
}

void TestSeriesFiles::noRoomForLong()
{
    Store store;
    RunningSeries running(store.path(), {}, 50'000);
    QVERIFY(running.keep({minutes(Cpu, 0, 100)}));
    SeriesHistoryState state;
    {
        const TightDisk tight(192 * 1024);
        for (int i = 0; i < 20; ++i) {
            running.history.record({minutes(Cpu, 100 + i * 8000, 8000)});
        }
        QVERIFY(QTest::qWaitFor(
            [&] {
                running.clock.advance(SqliteSeries::RetryInterval);
                return running.history.state().droppedSamples > 0;
            },
            SeriesPatience));
        state = running.history.state();
    }
    QVERIFY(state.waitingSamples <= 50'000 + SqliteSeries::FlushSamples);
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteSeries::RetryInterval);
            return running.history.state().isWriting;
        },
        SeriesPatience));
    const SeriesData data = running.read(Cpu, 0, 1'000'000);
    QCOMPARE(data.points.back().at, minute(160'099)); // the newest are those that stayed
    QCOMPARE(data.points.size() + running.history.state().droppedSamples, 160'100U);
    QCOMPARE(running.failed.size(), 1);
}

/// SQLITE_FULL itself: what was there stays, in memory as well, and the next attempt begins from it.
void TestSeriesFiles::fullWithinSqlite()
{
    Store store;
    SQLite::Database database(store.file().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(seriesSchema().preamble);
    database.exec(seriesSchema().migrations[0]);
    SeriesStore series(database);
    const std::vector<SampleBatch> first{minutes(Cpu, 1, 10)};
    series.append(first);
    database.exec("PRAGMA max_page_count = " +
                  std::to_string(database.execAndGet("PRAGMA page_count").getInt() + 3));
    const std::vector<SampleBatch> much{minutes(Other, 1, 50'000)};
    for (int i = 0; i < 3; ++i) {
        QVERIFY(isFull([&] { series.append(much); }));
        const TimeRange all{minute(0), minute(1'000'000)};
        QCOMPARE(series.read(Cpu, all, 0, {}).points.size(), 10U);
        QCOMPARE(series.read(Other, all, 0, {}).points.size(), 0U);
        QCOMPARE(series.read(Other, all, 0, much).points.size(), 50'000U);
        QCOMPARE(series.list().size(), 1U);
    }
    // Room for the head, none for the chunks: nothing is lost between.
    database.exec("PRAGMA max_page_count = " +
                  std::to_string(database.execAndGet("PRAGMA page_count").getInt() + 160));
    series.append(much);
    database.exec("PRAGMA max_page_count = " +
                  std::to_string(database.execAndGet("PRAGMA page_count").getInt()));
    QVERIFY(isFull([&] { sealAll(series); }));
    QCOMPARE(series.read(Other, {minute(0), minute(1'000'000)}, 0, {}).points.size(), 50'000U);
    database.exec("PRAGMA max_page_count = 100000");
    sealAll(series);
    QCOMPARE(series.read(Other, {minute(0), minute(1'000'000)}, 0, {}).points.size(), 50'000U);
    QVERIFY(database.execAndGet("SELECT count(*) FROM chunk").getInt() > 100);
}

void TestSeriesFiles::locked()
{
    Store store;
    store.fill();
    RunningSeries running(store.path());
    QVERIFY(!running.read(Cpu).points.empty());
    {
        SQLite::Database other(store.file().toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        running.history.record({minutes(Other, 101, 5)});
        running.clock.advance(SqliteSeries::FlushInterval);
        QTRY_COMPARE_WITH_TIMEOUT(running.failed.size(), 1, SeriesPatience);
        QVERIFY2(running.error().todo.contains(QStringLiteral("tried again")),
                 qPrintable(running.error().text()));
        QCOMPARE(running.read(Other).points.size(), 105U);
    }
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteSeries::RetryInterval);
            return running.safe == 1;
        },
        SeriesPatience));
    QCOMPARE(running.read(Other).points.size(), 105U);
    QCOMPARE(running.failed.size(), 1);
}

void TestSeriesFiles::folderInTheWay()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data"));
    putContent(path, "a file");
    RunningSeries running(path);
    QVERIFY(!running.ask({{Cpu}, {minute(0), minute(9)}, 0}));
    running.history.record({minutes(Cpu, 1, 3)});
    running.clock.advance(SqliteSeries::FlushInterval);
    QTRY_VERIFY_WITH_TIMEOUT(!running.history.state().isWriting, SeriesPatience);
    QCOMPARE(running.failed.size(), 1);
    QVERIFY2(running.error().todo.contains(QStringLiteral("--data")), qPrintable(running.error().text()));
    QVERIFY(QFile::remove(path));
    QVERIFY(QTest::qWaitFor(
        [&] {
            running.clock.advance(SqliteSeries::RetryInterval);
            return running.safe == 1;
        },
        SeriesPatience));
    QCOMPARE(valuesOf(running.read(Cpu)), QStringLiteral("1 2 3"));
    QCOMPARE(running.failed.size(), 1);
}

void TestSeriesFiles::backlogJoinsAndDrops()
{
    SampleBacklog backlog(10'000);
    for (int i = 0; i < 5'000; ++i) {
        backlog.add({minutes(Cpu, i, 1), minutes(Other, i, 1), coarse(Cpu, i, 1, 10)}, quint64(i) + 1);
        backlog.settle();
        QVERIFY(backlog.batches().size() <= 2'010);
        QVERIFY(backlog.samples() <= 10'000);
        QCOMPARE(backlog.samples() + backlog.dropped(), size_t(3 * (i + 1)));
    }
    QCOMPARE(backlog.upTo(), 5'000U);
    QVERIFY(backlog.dropped() > 0);
    qint64 last = 0;
    for (const SampleBatch& batch : backlog.batches()) {
        if (batch.key == Cpu && batch.span == Millis{60'000}) {
            for (const Sample& sample : batch.samples) {
                QVERIFY(sample.at > minute(last) || last == 0);
                last = qint64(sample.value);
            }
        }
    }
    QCOMPARE(last, 4'999);
    while (!backlog.isEmpty()) {
        backlog.remove(backlog.first(100).size());
    }
    QCOMPARE(backlog.samples(), 0U);
}

QTEST_GUILESS_MAIN(TestSeriesFiles)
#include "tst_series_files.moc"
