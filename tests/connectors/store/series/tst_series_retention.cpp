// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/store/series/SeriesFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;

namespace {

const SeriesKey Cpu = keyOf(QStringLiteral("n1"));
const SeriesKey Other = keyOf(QStringLiteral("n2"));

constexpr int Day = 1440;     ///< minutes
constexpr int Now = 20 * Day; ///< where newest samples lie in these tests, shortly before the clock
constexpr Millis FiveMinutes = std::chrono::minutes(5);
constexpr Millis Hour = std::chrono::hours(1);

QString pathIn(const QTemporaryDir& folder)
{
    return folder.filePath(QStringLiteral("data"));
}

qint64 number(const QTemporaryDir& folder, const char* sql)
{
    SQLite::Database database(pathIn(folder).toStdString() + "/series.db", SQLite::OPEN_READONLY);
    return database.execAndGet(sql).getInt64();
}

/// How many points stand for how long: "60000:3 300000:7".
QString spansOf(const SeriesData& data)
{
    std::map<qint64, int> spans;
    for (const SeriesPoint& point : data.points) {
        ++spans[(point.span > Millis{0} ? point.span : data.resolution).count()];
    }
    QStringList texts;
    for (const auto& [span, count] : spans) {
        texts << QStringLiteral("%1:%2").arg(span / 60'000).arg(count);
    }
    return texts.join(QLatin1Char(' '));
}

quint64 samplesIn(const SeriesData& data)
{
    quint64 count = 0;
    for (const SeriesPoint& point : data.points) {
        count += point.count;
    }
    return count;
}

} // namespace

class TestSeriesRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void youngStays();
    void oldIsSummedUp();
    void wholeLadder();
    void coarseIsNeverMadeFiner();
    void nothingTwice();
    void sumsAreDecimals();
    void leapingClockCostsNothing();
    void silenceCostsNothing();
    void quarantinedGo();
    void bySize();
    void roomIsGivenBack();
    void comesByItself();
};

void TestSeriesRetention::youngStays()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 7 * Day, 13 * Day)}));
    const SeriesData before = running.read(Cpu);
    running.maintain();
    QVERIFY(running.read(Cpu).points == before.points);
}

void TestSeriesRetention::oldIsSummedUp()
{
    QTemporaryDir folder;
    // What was in chunks and what was in the head alone; and nothing else after a restart.
    for (const int first : {0, 3 * Day}) {
        RunningSeries running(pathIn(folder));
        QVERIFY(running.keep({minutes(Cpu, first + 1, Now - first), minutes(Other, 5 * Day + 1, 7)}));
        running.maintain();
        const SeriesData data = running.read(Cpu);
        // Up to midnight fourteen days before the newest.
        QCOMPARE(spansOf(data), QStringLiteral("1:%1 5:%2").arg(14 * Day).arg(6 * Day / 5));
        QCOMPARE(samplesIn(data), quint64(Now));
        QCOMPARE(gapsOf(data), QString());
        const SeriesPoint first5{minute(5), FiveMinutes, 3, 1, 5, 5};
        QVERIFY(data.points[0] == first5);
        const SeriesPoint last5{minute(6 * Day), FiveMinutes, 6 * Day - 2, 6 * Day - 4, 6 * Day, 5};
        QVERIFY(data.points[6 * Day / 5 - 1] == last5);
        const SeriesPoint raw{minute(6 * Day + 1), Millis{0}, 6 * Day + 1, 6 * Day + 1, 6 * Day + 1, 1};
        QVERIFY(data.points[6 * Day / 5] == raw);
        QCOMPARE(valuesOf(running.read(Other)),
                 QStringLiteral("%1(5) %2(2)").arg(5 * Day + 3).arg(5 * Day + 6.5));
    }
}

void TestSeriesRetention::wholeLadder()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    const int begin = Now - 410 * Day;
    // A day of minutes at each age, and of a hub's ten minutes a long time ago.
    QVERIFY(running.keep({minutes(Cpu, begin + 1, Day), minutes(Cpu, Now - 300 * Day + 1, Day),
                          minutes(Cpu, Now - 50 * Day + 1, Day), minutes(Cpu, Now - Day + 1, Day),
                          coarse(Other, Now - 200 * Day, 144, 10)}));
    running.maintain();
    const SeriesData data = running.read(Cpu);
    QCOMPARE(spansOf(data), QStringLiteral("1:1440 5:288 60:24"));
    QCOMPARE(data.points[0].at, minute(Now - 300 * Day + 60));
    QCOMPARE(data.points[0].mean, Now - 300 * Day + 30.5);
    QCOMPARE(data.points[0].min, Now - 300 * Day + 1.0);
    QCOMPARE(data.points[0].max, Now - 300 * Day + 60.0);
    QCOMPARE(data.points[0].count, 60U);
    const SeriesData hours = running.read(Other);
    QCOMPARE(spansOf(hours), QStringLiteral("60:24"));
    QCOMPARE(hours.points[0].mean, Now - 200 * Day + 35.0);
    QCOMPARE(hours.points[0].max, Now - 200 * Day + 60.5);
    QCOMPARE(hours.points[0].count, 6U);
}

void TestSeriesRetention::coarseIsNeverMadeFiner()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    // Two hours and eight hours are coarser than any tier: they stay as they are until the end.
    QVERIFY(running.keep({coarse(Cpu, Now - 300 * Day, 60, 120), coarse(Cpu, Now - 300 * Day + 7200, 60, 480),
                          minutes(Cpu, Now - 10, 10), coarse(Cpu, Now - 500 * Day, 10, 480)}));
    running.maintain();
    QCOMPARE(spansOf(running.read(Cpu)), QStringLiteral("1:10 120:60 480:60"));
}

/// What is told again after it was summed up changes no sum.
void TestSeriesRetention::nothingTwice()
{
    QTemporaryDir folder;
    {
        RunningSeries running(pathIn(folder));
        QVERIFY(running.keep({minutes(Cpu, 1, Now)}));
        running.maintain();
        const SeriesData before = running.read(Cpu);
        running.maintain();
        QVERIFY(running.read(Cpu).points == before.points);
    }
    RunningSeries later(pathIn(folder), {}, SampleBacklog::MostSamples, std::chrono::days{2});
    QVERIFY(later.keep({minutes(Cpu, 1, 3 * Day), minutes(Cpu, Now + 1, Day)}));
    later.maintain();
    const SeriesData after = later.read(Cpu);
    QCOMPARE(samplesIn(after), quint64(Now + Day));
    QCOMPARE(spansOf(after), QStringLiteral("1:%1 5:%2").arg(14 * Day).arg(7 * Day / 5));
}

void TestSeriesRetention::sumsAreDecimals()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QRandomGenerator random(5);
    SampleBatch batch{Cpu, Millis{60'000}, false, {}, {}};
    qint64 hundredths = 0;
    for (int i = 1; i <= 5; ++i) {
        const int drawn = random.bounded(10'000);
        hundredths += drawn;
        batch.samples.push_back({minute(i), drawn / 100.0, drawn / 100.0});
    }
    QVERIFY(running.keep({batch, minutes(Cpu, Now, 1)}));
    running.maintain();
    const SeriesData data = running.read(Cpu, 0, Day);
    QCOMPARE(data.points.size(), 1U);
    QCOMPARE(data.points[0].mean, double(hundredths) / 100 / 5);
}

void TestSeriesRetention::leapingClockCostsNothing()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder), {}, SampleBacklog::MostSamples, std::chrono::days{1000});
    QVERIFY(running.keep({minutes(Cpu, Now - 5 * Day, 5 * Day)}));
    const SeriesData before = running.read(Cpu);
    running.maintain();
    QVERIFY(running.read(Cpu).points == before.points);
}

void TestSeriesRetention::silenceCostsNothing()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    // The newest of all that is kept lies far back, as after a winter in a drawer.
    QVERIFY(running.keep({minutes(Cpu, Now - 700 * Day, 5 * Day)}));
    running.maintain();
    QCOMPARE(running.read(Cpu).points.size(), size_t(5 * Day));
}

void TestSeriesRetention::quarantinedGo()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    SampleBatch batch = minutes(Cpu, Now, 1);
    batch.quarantined = {{{minute(Now - 200 * Day), 1, 1}, SampleReason::UnitSlip},
                         {{minute(Now - 20 * Day), 2, 2}, SampleReason::UnitSlip}};
    QVERIFY(running.keep({batch}));
    QCOMPARE(running.read(Cpu).quarantined.size(), 2U);
    running.maintain();
    QCOMPARE(running.read(Cpu).quarantined.size(), 1U);
}

void TestSeriesRetention::bySize()
{
    QTemporaryDir folder;
    SeriesRetention retention;
    retention.maxBytes = 400'000;
    RunningSeries running(pathIn(folder), retention);
    QRandomGenerator random(9);
    for (int series = 0; series < 8; ++series) {
        SampleBatch batch = minutes(keyOf(QString::number(series)), Now - 12 * Day + 1, 12 * Day);
        for (Sample& sample : batch.samples) {
            sample.value = random.bounded(1'000'000) / 7.0;
        }
        QVERIFY(running.keep({batch}));
    }
    QVERIFY(!running.read(keyOf(QStringLiteral("0"))).points.empty());
    const auto used = [&] {
        return (number(folder, "PRAGMA page_count") - number(folder, "PRAGMA freelist_count")) *
               number(folder, "PRAGMA page_size");
    };
    QVERIFY(used() > 2 * retention.maxBytes);
    running.maintain();
    QVERIFY2(used() <= retention.maxBytes, qPrintable(QString::number(used())));
    // The newest day is there as it was told, the oldest as far as there is room.
    const SeriesData data = running.read(keyOf(QStringLiteral("0")));
    QCOMPARE(data.points.back().at, minute(Now));
    QCOMPARE(data.points.back().count, 1U);
    QVERIFY(data.points.size() < size_t(12 * Day));
}

void TestSeriesRetention::roomIsGivenBack()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder), {std::chrono::days{1}, std::chrono::days{2}});
    QRandomGenerator random(9);
    for (int series = 0; series < 24; ++series) {
        SampleBatch batch = minutes(keyOf(QString::number(series)), 1, Now);
        for (Sample& sample : batch.samples) {
            sample.value = random.bounded(1'000'000) / 7.0;
        }
        QVERIFY(running.keep({batch}));
    }
    QVERIFY(!running.read(keyOf(QStringLiteral("1"))).points.empty());
    const qint64 before = number(folder, "PRAGMA page_count");
    running.maintain();
    QVERIFY(number(folder, "PRAGMA page_count") < before);
    QVERIFY(number(folder, "PRAGMA freelist_count") <= 300);
    QCOMPARE(SQLite::Database(pathIn(folder).toStdString() + "/series.db", SQLite::OPEN_READONLY)
                 .execAndGet("PRAGMA integrity_check")
                 .getString(),
             std::string("ok"));
}

void TestSeriesRetention::comesByItself()
{
    QTemporaryDir folder;
    RunningSeries running(pathIn(folder));
    QVERIFY(running.keep({minutes(Cpu, 1, Now)}));
    QSignalSpy done(&running.history, &SqliteSeries::maintained);
    for (int i = 1; i <= 2; ++i) {
        running.clock.advance(SqliteSeries::MaintenanceInterval);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), i, SeriesPatience);
    }
    QCOMPARE(running.read(Cpu).points.size(), size_t(14 * Day + 6 * Day / 5));
}

QTEST_GUILESS_MAIN(TestSeriesRetention)
#include "tst_series_retention.moc"
