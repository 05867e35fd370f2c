// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/ChunkMerger.h"
#include "tests/connectors/store/series/SeriesFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Chunk = int(ChunkMerger::ChunkPoints);

const SeriesKey Cpu = keyOf(QStringLiteral("n1"));
const SeriesKey Disk = keyOf(QStringLiteral("n1"), QStringLiteral("disk.percent[/data]"));
const SeriesKey Other = keyOf(QStringLiteral("n2"));

QString pathIn(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("data"));
}

qint64 count(const QTemporaryDir& folder, const char* what)
{
    SQLite::Database database(pathIn(folder).toStdString() + "/series.db", SQLite::OPEN_READONLY);
    return database.execAndGet(std::string("SELECT ") + what).getInt64();
}

/// "first-last": what a run of whole minutes says.
QString runs(const SeriesData& data)
{
    QStringList runs;
    for (size_t i = 0, begin = 0; i < data.points.size(); ++i) {
        const bool isEnd = i + 1 == data.points.size() || data.points[i + 1].mean != data.points[i].mean + 1;
        if (isEnd) {
            runs << QStringLiteral("%1-%2").arg(data.points[begin].mean).arg(data.points[i].mean);
            begin = i + 1;
        }
    }
    return runs.join(QLatin1Char(' '));
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYet();
    void roundTrip();
    void answersInOrder();
    void filesArePrivate();
    void readIncludesWhatWaits();
    void acknowledgedInOrder();
    void gathersByTheClock();
    void survivesRestart_data();
    void survivesRestart();
    void headIsEmptied();
    void keptOnce_data();
    void keptOnce();
    void anyOrder();
    void clockGoesBack();
    void peaks();
    void quarantine();
    void whatIsNoNumber();
    void gaps();
    void backfillFillsGaps();
    void finerStays();
    void fewPoints();
    void statisticsTellTheTruth();
    void wholeYear();
    void listing();
    void twoProgramsAtOnce();
    void readsWhileWriting();
    void cancelled();
    void afterClose();
};

void TestSeries::nothingYet()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    const SeriesData data = running.read(Cpu);
    QCOMPARE(data.key, Cpu);
    QVERIFY(data.points.empty() && data.gaps.empty() && data.quarantined.empty() && !data.isPartial);
    QVERIFY(running.list().empty());
    QVERIFY(running.ask({{}, {minute(0), minute(1)}, 0})->empty());
    QCOMPARE(running.failed.size(), 0);
}

void TestSeries::roundTrip()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1, 5, 0.25), minutes(Disk, 1, 3)}));
    const SeriesData data = running.read(Cpu);
    QCOMPARE(valuesOf(data), QStringLiteral("1.25 2.25 3.25 4.25 5.25"));
    QCOMPARE(data.resolution, Millis{60'000});
    const SeriesPoint first{minute(1), Millis{0}, 1.25, 1.25, 1.25, 1};
    QVERIFY(data.points[0] == first);
    QCOMPARE(gapsOf(data), QString());
    // Both ends are within the range.
    QCOMPARE(valuesOf(running.read(Cpu, 2, 4)), QStringLiteral("2.25 3.25 4.25"));
    QCOMPARE(valuesOf(running.read(Disk)), QStringLiteral("1 2 3"));
    QCOMPARE(valuesOf(running.read(Other)), QString());
}

void TestSeries::answersInOrder()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1, 2), minutes(Disk, 5, 1)}));
    const SeriesAnswer answer = running.ask({{Disk, Other, Cpu, Disk}, {minute(0), minute(9)}, 0});
    QStringList values;
    for (const SeriesData& data : answer.value()) {
        values << data.key.subject.subject + QLatin1Char(' ') + data.key.metric + QLatin1Char(' ') +
                      valuesOf(data);
    }
    QCOMPARE(values.join(QStringLiteral(", ")),
             QStringLiteral("n1 disk.percent[/data] 5, n2 cpu.percent , n1 cpu.percent 1 2, n1 "
                            "disk.percent[/data] 5"));
}

void TestSeries::filesArePrivate()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1, 1)}));
    const auto mode = [](const QString& path) {
        return QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    };
    QCOMPARE(mode(pathIn(folder)), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const char* name : {"/series.db", "/series.db-wal"}) {
        QCOMPARE(mode(pathIn(folder) + QLatin1String(name)), QFile::ReadOwner | QFile::WriteOwner);
    }
}

void TestSeries::readIncludesWhatWaits()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    running.history.record({minutes(Cpu, 1, 2)});
    running.history.record({minutes(Cpu, 3, 2)});
    QCOMPARE(running.history.state().waitingSamples, 4U);
    QCOMPARE(valuesOf(running.read(Cpu)), QStringLiteral("1 2 3 4"));
    running.history.record({minutes(Other, 3, 2)});
    QCOMPARE(running.list().size(), 2U);
}

void TestSeries::acknowledgedInOrder()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QSignalSpy acknowledged(&running.history, &SeriesHistory::acknowledged);
    const quint64 first = running.history.record({minutes(Cpu, 1, 1)});
    QCOMPARE(running.history.record({}), first + 1);
    QCOMPARE(running.history.record({minutes(Cpu, 2, 1)}), first + 2);
    running.clock.advance(SqliteSeries::FlushInterval);
    QTRY_COMPARE_WITH_TIMEOUT(running.safe, first + 2, SeriesPatience);
    // Nothing but an empty call is acknowledged as well.
    QVERIFY(running.keep({}));
    quint64 last = 0;
    for (const auto& call : acknowledged) {
        QVERIFY(call.at(0).toULongLong() > last);
        last = call.at(0).toULongLong();
    }
    QVERIFY(running.history.state().bytesOnDisk > 0);
    QVERIFY(running.history.state().isWriting);
    QCOMPARE(running.history.state().waitingSamples, 0U);
}

void TestSeries::gathersByTheClock()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    running.history.record({minutes(Cpu, 1, 1)});
    running.history.record({minutes(Cpu, 2, 1)});
    QCOMPARE(running.history.state().waitingSamples, 2U);
    // Much is written at once.
    running.history.record({minutes(Other, 1, int(SqliteSeries::FlushSamples))});
    QCOMPARE(running.history.state().waitingSamples, 0U);
    QTRY_COMPARE_WITH_TIMEOUT(running.safe, 3U, SeriesPatience);
}

void TestSeries::survivesRestart_data()
{
    QTest::addColumn<int>("samples");
    for (const int samples : {1, Chunk - 1, Chunk, Chunk + 1, 3 * Chunk, 10 * Chunk + 7}) {
        QTest::addRow("%d samples", samples) << samples;
    }
}

void TestSeries::survivesRestart()
{
    QFETCH(int, samples);
    QTemporaryDir folder;
    for (int i = 1; i <= samples;) {
        RunningSeries running(pathIn(folder));
        const int count = std::min(samples / 3 + 1, samples - i + 1);
        QVERIFY(running.keep({minutes(Cpu, i, count), minutes(Other, i, count, 0.5)}));
        i += count;
        QCOMPARE(runs(running.read(Cpu)), QStringLiteral("1-%1").arg(i - 1));
    }
    RunningSeries again(pathIn(folder));
    QCOMPARE(runs(again.read(Cpu)), QStringLiteral("1-%1").arg(samples));
    QCOMPARE(runs(again.read(Other)), QStringLiteral("1.5-%1.5").arg(samples));
    QCOMPARE(again.failed.size(), 0);
}

/// What is sealed leaves the head, and a series that tells seldom does not keep it for ever.
void TestSeries::headIsEmptied()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(running.keep({minutes(Cpu, i * Chunk, Chunk)}));
    }
    QVERIFY(!running.read(Cpu).points.empty()); // sealing is over by then
    QCOMPARE(count(folder, "count(*) FROM head"), 0);
    QCOMPARE(count(folder, "count(*) FROM chunk"), 5);
    QVERIFY(running.keep({minutes(Other, 0, 1)}));
    QVERIFY(running.keep({minutes(Cpu, 5 * Chunk, Chunk)}));
    QVERIFY(!running.read(Cpu).points.empty());
    QVERIFY(count(folder, "count(*) FROM head") >= 1);
    QCOMPARE(count(folder, "count(*) FROM chunk"), 6);
}

void TestSeries::keptOnce_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("samples");
    QTest::newRow("in the head") << 1 << 10;
    QTest::newRow("sealed") << 1 << 3 * Chunk;
    QTest::newRow("sealed and in the head") << 1 << 3 * Chunk + 50;
    QTest::newRow("before what is there") << -500 << 700;
    QTest::newRow("all around") << -3 * Chunk << 9 * Chunk;
}

void TestSeries::keptOnce()
{
    QFETCH(int, first);
    QFETCH(int, samples);
    QTemporaryDir folder;
    const int last = std::max(first + samples - 1, 3 * Chunk + 50);
    for (int life = 0; life < 2; ++life) {
        RunningSeries running(pathIn(folder));
        QVERIFY(running.keep({minutes(Cpu, 1, 3 * Chunk + 50)}));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(running.keep({minutes(Cpu, first, samples), minutes(Cpu, first, samples)}));
        }
        const SeriesData data = running.read(Cpu);
        QCOMPARE(runs(data), QStringLiteral("%1-%2").arg(first).arg(last));
        QCOMPARE(data.points.size(), size_t(last - first + 1));
        // Of two that differ the one that was told first stays.
        QVERIFY(running.keep({minutes(Cpu, first, samples, 1000)}));
        QCOMPARE(runs(running.read(Cpu)), QStringLiteral("%1-%2").arg(first).arg(last));
    }
}

void TestSeries::anyOrder()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QRandomGenerator random(3);
    std::vector<int> order(4 * Chunk);
    std::iota(order.begin(), order.end(), 1);
    std::shuffle(order.begin(), order.end(), random);
    for (size_t i = 0; i < order.size();) {
        std::vector<SampleBatch> batches;
        for (int n = 0; n < 97 && i < order.size(); ++n, ++i) {
            batches.push_back(minutes(Cpu, order[i], 1));
        }
        QVERIFY(running.keep(std::move(batches)));
        const SeriesData data = running.read(Cpu);
        QCOMPARE(data.points.size(), i);
        QVERIFY(std::ranges::is_sorted(data.points, std::ranges::less_equal(), &SeriesPoint::at) || i < 2);
    }
    QCOMPARE(runs(running.read(Cpu)), QStringLiteral("1-%1").arg(4 * Chunk));
}

void TestSeries::clockGoesBack()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1000, 2 * Chunk)}));
    QVERIFY(running.keep({minutes(Cpu, 0, 2 * Chunk)}));
    QVERIFY(running.keep({minutes(Cpu, 1000 + 2 * Chunk, 5)}));
    QCOMPARE(runs(running.read(Cpu)),
             QStringLiteral("0-%1 1000-%2").arg(2 * Chunk - 1).arg(1000 + 2 * Chunk + 4));
    QCOMPARE(gapsOf(running.read(Cpu)), QStringLiteral("[%1 999]").arg(2 * Chunk - 1));
    // Stamps that no clock should give are told apart, and nothing else suffers.
    SampleBatch odd{Other, Millis{60'000}, false, {}, {}};
    odd.samples = {{Timestamp{Millis{-5}}, 1, 1},
                   {Timestamp{Millis{std::numeric_limits<qint64>::max()}}, 2, 2},
                   {Timestamp{Millis{std::numeric_limits<qint64>::min()}}, 3, 3},
                   {minute(1), 4, 4}};
    QVERIFY(running.keep({odd}));
    const SeriesAnswer all = running.ask({{Other}, {Timestamp::min(), Timestamp::max()}, 0});
    QCOMPARE(valuesOf(all->at(0)), QStringLiteral("4"));
    QCOMPARE(all->at(0).quarantined.size(), 3U);
}

void TestSeries::peaks()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    SampleBatch batch = minutes(Cpu, 1, Chunk + 3);
    for (Sample& sample : batch.samples) {
        sample.peak = sample.value * 2;
    }
    batch.samples[0].peak = 0; // a source that tells none
    QVERIFY(running.keep({batch}));
    const SeriesData data = running.read(Cpu);
    QCOMPARE(data.points[0].max, 1.0);
    QCOMPARE(data.points[1].max, 4.0);
    QCOMPARE(data.points[1].min, 2.0);
    QCOMPARE(data.points.back().max, 2.0 * (Chunk + 3));
    RunningSeries again(pathIn(folder));
    QVERIFY(again.read(Cpu).points == data.points);
}

void TestSeries::quarantine()
{
    QTemporaryDir folder;
    SampleBatch batch = minutes(Cpu, 1, 3);
    batch.quarantined = {{{minute(2), 559e12, 559e12}, SampleReason::AboveDevice},
                         {{minute(4), -1, -1}, SampleReason::Negative}};
    for (int i = 0; i < 2; ++i) {
        RunningSeries running(pathIn(folder));
        QVERIFY(running.keep({batch, batch}));
        const SeriesData data = running.read(Cpu);
        QCOMPARE(valuesOf(data), QStringLiteral("1 2 3"));
        QVERIFY(data.quarantined == batch.quarantined);
        QCOMPARE(running.read(Cpu, 3, 9).quarantined.size(), 1U);
        QCOMPARE(running.list().at(0).quarantined, 2U);
        QCOMPARE(running.list().at(0).samples, 3U);
    }
}

void TestSeries::whatIsNoNumber()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    SampleBatch batch = minutes(Cpu, 1, 3);
    batch.samples[0].value = std::nan("");
    batch.samples[1].value = std::numeric_limits<double>::infinity();
    QVERIFY(running.keep({batch}));
    const SeriesData data = running.read(Cpu);
    QCOMPARE(valuesOf(data), QStringLiteral("3"));
    QCOMPARE(data.quarantined.size(), 2U);
    QCOMPARE(data.quarantined[0].reason, SampleReason::NotANumber);
    QVERIFY(std::isnan(data.quarantined[0].sample.value));
    QVERIFY(std::isinf(data.quarantined[1].sample.value));
}

void TestSeries::gaps()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    // One missed sample is no gap, two are; and a long silence between chunks.
    QVERIFY(running.keep({minutes(Cpu, 0, 10), minutes(Cpu, 11, 9), minutes(Cpu, 22, 3 * Chunk),
                          minutes(Cpu, 5000, 2 * Chunk)}));
    const int end = 21 + 3 * Chunk;
    QCOMPARE(gapsOf(running.read(Cpu)), QStringLiteral("[19 21] [%1 4999]").arg(end));
    // What a range cuts is a gap in it too: the series lived before and after.
    QCOMPARE(gapsOf(running.read(Cpu, 4000, 5100)), QStringLiteral("[4000 4999]"));
    QCOMPARE(gapsOf(running.read(Cpu, end - 10, 4000)), QStringLiteral("[%1 4000]").arg(end));
    QCOMPARE(gapsOf(running.read(Cpu, 2000, 4000)), QStringLiteral("[2000 4000]"));
    // Before its birth and after its end there is none.
    QCOMPARE(gapsOf(running.read(Cpu, -100, 5)), QString());
    QCOMPARE(gapsOf(running.read(Cpu, 5300, 9000)), QString());
    QCOMPARE(gapsOf(running.read(Cpu, 90'000, 99'000)), QString());
    // The same when statistics answer.
    QCOMPARE(gapsOf(running.read(Cpu, -1000, 19'000, 10)), QStringLiteral("[%1 4999]").arg(end));
}

void TestSeries::backfillFillsGaps()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1, 20), minutes(Cpu, 61, 20)}));
    QCOMPARE(gapsOf(running.read(Cpu)), QStringLiteral("[20 60]"));
    // A hub's ten-minute tier over all of it.
    QVERIFY(running.keep({coarse(Cpu, 0, 8, 10)}));
    const SeriesData data = running.read(Cpu);
    QCOMPARE(gapsOf(data), QString());
    QCOMPARE(runs(data), QStringLiteral("1-20 30-30 40-40 50-50 60-80"));
    const SeriesPoint filled{minute(30), std::chrono::minutes(10), 30, 30, 30.5, 1};
    QVERIFY(data.points[20] == filled);
    QCOMPARE(data.points[19].span, Millis{0});
    QCOMPARE(data.resolution, Millis{60'000});
}

void TestSeries::finerStays()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({coarse(Cpu, 0, 100, 120), coarse(Cpu, 0, 400, 20)}));
    QVERIFY(running.keep({minutes(Cpu, 1, 3 * Chunk)}));
    const SeriesData data = running.read(Cpu, 0, 3 * Chunk);
    QCOMPARE(data.points.size(), size_t(3 * Chunk));
    QCOMPARE(runs(data), QStringLiteral("1-%1").arg(3 * Chunk));
    // Behind it the twenty minutes, then the two hours.
    const SeriesData all = running.read(Cpu);
    for (size_t i = 1; i < all.points.size(); ++i) {
        const SeriesPoint& point = all.points[i];
        QVERIFY(point.at - (point.span > Millis{0} ? point.span : Millis{60'000}) >= all.points[i - 1].at);
    }
    QCOMPARE(all.points.back().at, minute(12'000));
    QCOMPARE(all.points.back().span, std::chrono::minutes(120));
    QCOMPARE(gapsOf(all), QString());
}

void TestSeries::fewPoints()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1, 1440)}));
    const SeriesData data = running.read(Cpu, 0, 1440, 24);
    QVERIFY(data.points.size() >= 24 && data.points.size() <= 26);
    const SeriesPoint& first = data.points[0];
    QCOMPARE(first.at, minute(60));
    QCOMPARE(first.span, std::chrono::hours(1));
    QCOMPARE(first.mean, 30.5);
    QCOMPARE(first.min, 1.0);
    QCOMPARE(first.max, 60.0);
    QCOMPARE(first.count, 60U);
    // More than there is changes nothing.
    QVERIFY(running.read(Cpu, 0, 1440, 5000).points == running.read(Cpu, 0, 1440).points);
}

/// Whatever way a range is answered, its sums are those of the samples.
void TestSeries::statisticsTellTheTruth()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QRandomGenerator random(11);
    SampleBatch batch{Cpu, Millis{60'000}, false, {}, {}};
    for (int i = 0; i < 40 * Chunk; ++i) {
        const double value = random.bounded(10'000) / 100.0;
        batch.samples.push_back({minute(i), value, value + random.bounded(3)});
    }
    QVERIFY(running.keep({batch}));
    for (const size_t points : {1, 2, 7, 40, 100, 1000}) {
        for (const int from : {0, 100, 5 * Chunk + 17}) {
            const SeriesData data = running.read(Cpu, from, 40 * Chunk, points);
            QVERIFY(data.points.size() <= 2 * points + 2);
            double sum = 0;
            double max = 0;
            quint64 samples = 0;
            for (const SeriesPoint& point : data.points) {
                sum += point.mean * point.count;
                max = std::max(max, point.max);
                samples += point.count;
                QVERIFY(point.min <= point.mean && point.mean <= point.max);
            }
            double wanted = 0;
            double wantedMax = 0;
            for (size_t i = size_t(from); i < batch.samples.size(); ++i) {
                wanted += batch.samples[i].value;
                wantedMax = std::max(wantedMax, batch.samples[i].peak);
            }
            QCOMPARE(samples, quint64(40 * Chunk - from));
            QCOMPARE(max, wantedMax);
            QVERIFY(std::abs(sum - wanted) < 1e-6 * wanted);
        }
    }
}

void TestSeries::wholeYear()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    constexpr int Hours = 365 * 24;
    QVERIFY(running.keep({coarse(Cpu, -Hours * 60, Hours, 60), minutes(Cpu, 1, 5 * Chunk)}));
    const SeriesData data = running.read(Cpu, -Hours * 60, 5 * Chunk, 800);
    QVERIFY(data.points.size() <= 1700 && data.points.size() >= 300);
    QCOMPARE(gapsOf(data), QString());
    quint64 samples = 0;
    for (const SeriesPoint& point : data.points) {
        samples += point.count;
    }
    QCOMPARE(samples, quint64(Hours + 5 * Chunk));
    QCOMPARE(running.read(Cpu).points.size(), size_t(Hours + 5 * Chunk));
}

void TestSeries::listing()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Other, 7, 3), minutes(Cpu, 1, 2 * Chunk), minutes(Disk, 4, 1)}));
    QVERIFY(running.keep({minutes(Cpu, 2 * Chunk + 1, 1)}));
    QStringList lines;
    for (const SeriesSummary& series : running.list()) {
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(series.key.subject.subject, series.key.metric)
                     .arg((series.known.from - minute(0)).count() / 60'000)
                     .arg((series.known.to - minute(0)).count() / 60'000)
                     .arg(series.samples);
    }
    QCOMPARE(lines.join(QStringLiteral(", ")),
             QStringLiteral("n1 cpu.percent 1 %1 %1, n1 disk.percent[/data] 4 4 1, n2 cpu.percent 7 9 3")
                 .arg(2 * Chunk + 1));
}

void TestSeries::twoProgramsAtOnce()
{
    QTemporaryDir folder;
    RunningSeries left(pathIn(folder));
    RunningSeries right(pathIn(folder));
    for (int i = 0; i < 30; ++i) {
        QVERIFY(left.keep({minutes(Cpu, i * 50, 50)}));
        // The second hears of some of the same and of more, and each knows at once what the other wrote.
        QVERIFY(right.keep({minutes(Cpu, i * 50 + 20, 50), minutes(Other, i * 50, 50)}));
        QCOMPARE(runs(left.read(Other)), QStringLiteral("0-%1").arg(i * 50 + 49));
        QCOMPARE(runs(right.read(Cpu)), QStringLiteral("0-%1").arg(i * 50 + 69));
    }
    QCOMPARE(runs(left.read(Cpu)), QStringLiteral("0-1519"));
    RunningSeries third(pathIn(folder));
    QCOMPARE(runs(third.read(Cpu)), QStringLiteral("0-1519"));
    QCOMPARE(runs(third.read(Other)), QStringLiteral("0-1499"));
    QCOMPARE(left.failed.size() + right.failed.size() + third.failed.size(), 0);
}

void TestSeries::readsWhileWriting()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    std::vector<quint64> tickets;
    tickets.reserve(40);
    std::map<quint64, QString> answers;
    connect(&running.history, &SeriesReader::answered, this,
            [&](quint64 ticket, const SeriesAnswer& answer) { answers[ticket] = runs(answer->at(0)); });
    for (int i = 0; i < 40; ++i) {
        running.history.record({minutes(Cpu, i * 100, 100), minutes(Other, i * 100, 100)});
        running.clock.advance(SqliteSeries::FlushInterval);
        tickets.push_back(running.history.read({{Cpu, Other}, {minute(0), minute(100'000)}, 0}));
        QVERIFY(answers.find(tickets.back()) == answers.end()); // never from within the call
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), tickets.size(), SeriesPatience);
    for (size_t i = 0; i < tickets.size(); ++i) {
        // All that was recorded before; perhaps more.
        QVERIFY(answers[tickets[i]].split(QLatin1Char('-')).at(1).toInt() >= int(i) * 100 + 99);
    }
}

void TestSeries::cancelled()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 0, 20 * Chunk)}));
    std::vector<quint64> answered;
    connect(&running.history, &SeriesReader::answered, this,
            [&](quint64 ticket, const SeriesAnswer&) { answered.push_back(ticket); });
    const std::vector<SeriesKey> many(5000, Cpu);
    const quint64 unwanted = running.history.read({many, {minute(0), minute(100'000)}, 0});
    const quint64 wanted = running.history.read({{Cpu}, {minute(0), minute(1)}, 0});
    running.history.cancel(unwanted);
    running.history.cancel(987'654);
    QTRY_VERIFY_WITH_TIMEOUT(!answered.empty(), SeriesPatience);
    QCOMPARE(answered, std::vector<quint64>{wanted});
}

void TestSeries::afterClose()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    running.history.record({minutes(Cpu, 1, 3)});
    running.history.close();
    running.history.close();
    running.history.record({minutes(Cpu, 4, 3)});
    running.history.maintain();
    running.history.cancel(1);
    QVERIFY(running.list().empty());
    const SeriesAnswer answer = running.ask({{Cpu}, {minute(0), minute(9)}, 0});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    RunningSeries again(pathIn(folder));
    QCOMPARE(valuesOf(again.read(Cpu)), QStringLiteral("1 2 3"));
}

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
