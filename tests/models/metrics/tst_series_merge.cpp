// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/SeriesMerge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace stowage;

namespace {

Timestamp minute(double count)
{
    return *fromRfc3339(u"2026-11-01T00:00:00.000Z") + Millis{qint64(count * 60'000)};
}

double minuteOf(Timestamp at)
{
    return double((at - minute(0)).count()) / 60'000;
}

/// Points of `step` minutes each, the first one ending at `first`; the value is the end's minute.
SeriesData part(double first, int count, int step, bool isTold = true)
{
    SeriesData data;
    data.key = {{QStringLiteral("hub"), QStringLiteral("n1")}, QStringLiteral("cpu.percent")};
    data.resolution = std::chrono::minutes(step);
    for (int i = 0; i < count; ++i) {
        const double at = first + i * step;
        data.points.push_back({minute(at), isTold ? Millis{0} : Millis{data.resolution}, at, at, at,
                               isTold ? 1U : quint32(step)});
    }
    return data;
}

SeriesData joined(SeriesData data, const SeriesData& more)
{
    data.points.insert(data.points.end(), more.points.begin(), more.points.end());
    for (SeriesPoint& point : data.points) {
        point.span = point.span > Millis{0} ? point.span : data.resolution;
    }
    return data;
}

/// "(0 1] (1 2]": what the points stand for, in minutes.
QString spansOf(const SeriesData& data)
{
    QStringList spans;
    for (const SeriesPoint& point : data.points) {
        const Millis span = point.span > Millis{0} ? point.span : data.resolution;
        spans << QStringLiteral("(%1 %2]").arg(minuteOf(point.at - span)).arg(minuteOf(point.at));
    }
    return spans.join(QLatin1Char(' '));
}

QString gapsOf(const SeriesData& data)
{
    QStringList gaps;
    for (const TimeRange& gap : data.gaps) {
        gaps << QStringLiteral("[%1 %2]").arg(minuteOf(gap.from)).arg(minuteOf(gap.to));
    }
    return gaps.join(QLatin1Char(' '));
}

} // namespace

class TestSeriesMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void few();
    void finestWins_data();
    void finestWins();
    void equalsAreOne();
    void spansAreKept();
    void withoutResolution();
    void gaps();
    void quarantined();
    void notes();
    void neverOverlaps();
    void holes();
    void summing();
    void sumsDoNotTremble();
    void large();
};

void TestSeriesMerge::few()
{
    QVERIFY(mergeSeries({}).points.empty());
    const SeriesData one = part(1, 5, 1);
    QVERIFY(mergeSeries({one}) == one);
    SeriesData none = part(0, 0, 1);
    none.resolution = Millis{0};
    QVERIFY(mergeSeries({none, one}) == one);
    QVERIFY(mergeSeries({one, none}) == one);
    QVERIFY(mergeSeries({none, none}) == none);
}

void TestSeriesMerge::finestWins_data()
{
    QTest::addColumn<SeriesData>("fine");
    QTest::addColumn<SeriesData>("coarse");
    QTest::addColumn<QString>("spans");
    QTest::newRow("side by side") << part(1, 2, 1) << part(12, 2, 10)
                                  << QStringLiteral("(0 1] (1 2] (2 12] (12 22]");
    QTest::newRow("the coarse before")
        << part(21, 2, 1) << part(10, 2, 10) << QStringLiteral("(0 10] (10 20] (20 21] (21 22]");
    QTest::newRow("covered") << part(1, 5, 1) << part(5, 1, 5)
                             << QStringLiteral("(0 1] (1 2] (2 3] (3 4] (4 5]");
    QTest::newRow("reaches out behind, less than half")
        << part(1, 6, 1) << part(10, 1, 10) << QStringLiteral("(0 1] (1 2] (2 3] (3 4] (4 5] (5 6]");
    QTest::newRow("reaches out behind, more than half")
        << part(1, 2, 1) << part(10, 1, 10) << QStringLiteral("(0 1] (1 2] (2 10]");
    QTest::newRow("reaches out before")
        << part(9, 2, 1) << part(10, 1, 10) << QStringLiteral("(0 8] (8 9] (9 10]");
    QTest::newRow("around a fine point early")
        << part(2, 1, 1) << part(10, 1, 10) << QStringLiteral("(1 2] (2 10]");
    QTest::newRow("a hole in the fine") << joined(part(1, 2, 1), part(13, 2, 1)) << part(14, 1, 14)
                                        << QStringLiteral("(0 1] (1 2] (2 12] (12 13] (13 14]");
}

void TestSeriesMerge::finestWins()
{
    QFETCH(SeriesData, fine);
    QFETCH(SeriesData, coarse);
    QFETCH(QString, spans);
    QCOMPARE(spansOf(mergeSeries({fine, coarse})), spans);
    QCOMPARE(spansOf(mergeSeries({coarse, fine})), spans);
    QCOMPARE(mergeSeries({coarse, fine}).resolution, Millis{60'000});
}

/// Two that are as fine: the first counts, where the second is shifted as well.
void TestSeriesMerge::equalsAreOne()
{
    const SeriesData one = part(1, 100, 1);
    QVERIFY(mergeSeries({one, one}).points == one.points);
    SeriesData other = part(1.5, 120, 1);
    for (SeriesPoint& point : other.points) {
        point.mean = -1;
    }
    const SeriesData data = mergeSeries({one, other});
    QVERIFY(data.points.size() >= 119 && data.points.size() <= 121);
    for (size_t i = 0; i < 100; ++i) {
        QVERIFY(data.points[i] == one.points[i]);
    }
    QCOMPARE(data.points.back().mean, -1.0);
}

void TestSeriesMerge::spansAreKept()
{
    // One sample of a coarser source stands for more than the finest: it is told so.
    const SeriesData data = mergeSeries({part(1, 2, 1), part(7, 2, 5)});
    QCOMPARE(data.points[1].span, Millis{0});
    QCOMPARE(data.points[2].span, std::chrono::minutes(5));
    // Sums keep theirs even when nothing is finer.
    const SeriesData sums = mergeSeries({part(5, 2, 5, false), part(70, 1, 60, false)});
    QCOMPARE(sums.points[0].span, std::chrono::minutes(5));
    QCOMPARE(sums.resolution, std::chrono::minutes(5));
}

void TestSeriesMerge::withoutResolution()
{
    SeriesData fine = part(1, 10, 1);
    fine.resolution = Millis{0};
    const SeriesData data = mergeSeries({fine, part(10, 3, 10)});
    QCOMPARE(data.resolution, Millis{60'000});
    QCOMPARE(data.points.size(), 12U);
    SeriesData single = part(3, 1, 1);
    single.resolution = Millis{0};
    QCOMPARE(mergeSeries({single, part(10, 1, 10)}).points.size(), 2U);
}

void TestSeriesMerge::gaps()
{
    SeriesData left = joined(part(1, 5, 1), part(21, 5, 1));
    left.gaps = {{minute(5), minute(20)}};
    SeriesData right = joined(part(9, 3, 1), part(61, 3, 1));
    right.gaps = {{minute(11), minute(60)}};
    QCOMPARE(gapsOf(mergeSeries({left, right})), QStringLiteral("[5 8] [11 20] [25 60]"));
    QCOMPARE(gapsOf(mergeSeries({left, part(20, 2, 20)})), QString());
    // A gap that a part tells of within its sums stays, unless another part knows better.
    SeriesData sums = part(60, 3, 60, false);
    sums.gaps = {{minute(70), minute(90)}};
    QCOMPARE(gapsOf(mergeSeries({sums, part(240, 1, 60, false)})), QStringLiteral("[70 90]"));
    QCOMPARE(gapsOf(mergeSeries({sums, part(71, 20, 1)})), QString());
    // The same where one knows nothing.
    QCOMPARE(gapsOf(mergeSeries({sums, part(0, 0, 1)})), QStringLiteral("[70 90]"));
}

void TestSeriesMerge::quarantined()
{
    SeriesData left = part(1, 1, 1);
    left.quarantined = {{{minute(5), 9, 9}, SampleReason::Negative},
                        {{minute(7), 9, 9}, SampleReason::UnitSlip}};
    SeriesData right = part(2, 1, 1);
    right.quarantined = {{{minute(4), 9, 9}, SampleReason::Negative},
                         {{minute(5), 9, 9}, SampleReason::Negative}};
    const SeriesData data = mergeSeries({left, right});
    QCOMPARE(data.quarantined.size(), 3U);
    QVERIFY(std::ranges::is_sorted(data.quarantined, {},
                                   [](const QuarantinedSample& sample) { return sample.sample.at; }));
}

void TestSeriesMerge::notes()
{
    SeriesData left = part(1, 1, 1);
    left.isPartial = true;
    left.note = QStringLiteral("one");
    SeriesData right = part(2, 1, 1);
    right.note = QStringLiteral("two");
    const SeriesData data = mergeSeries({left, right, left});
    QVERIFY(data.isPartial);
    QCOMPARE(data.note, QStringLiteral("one; two"));
    QVERIFY(!mergeSeries({right, right}).isPartial);
}

/// Whatever comes together: ascending, nothing twice, and the finest is all there.
void TestSeriesMerge::neverOverlaps()
{
    QRandomGenerator random(4);
    for (int round = 0; round < 300; ++round) {
        std::vector<SeriesData> parts;
        for (int i = 0; i < 2 + round % 4; ++i) {
            const int step = 1 << random.bounded(10);
            SeriesData one = part(random.bounded(500), 1 + random.bounded(60), step, random.bounded(2) == 0);
            std::erase_if(one.points, [&](const SeriesPoint&) { return random.bounded(4) == 0; });
            parts.push_back(one);
        }
        const auto finest = std::ranges::min(parts, {}, &SeriesData::resolution);
        const SeriesData data = mergeSeries(parts);
        for (size_t i = 1; i < data.points.size(); ++i) {
            const SeriesPoint& point = data.points[i];
            const Millis span = point.span > Millis{0} ? point.span : data.resolution;
            QVERIFY(span > Millis{0});
            QVERIFY(point.at - span >= data.points[i - 1].at);
        }
        for (const SeriesPoint& point : finest.points) {
            QVERIFY(std::ranges::any_of(data.points, [&](const SeriesPoint& p) { return p.at == point.at; }));
        }
    }
}

void TestSeriesMerge::holes()
{
    QVERIFY(holesIn({}, Millis{60'000}).empty());
    QVERIFY(holesIn(part(1, 1, 1).points, Millis{60'000}).empty());
    const auto all = joined(joined(part(1, 3, 1), part(5, 3, 1)), part(10, 1, 1));
    const auto found = holesIn(all.points, Millis{60'000}); // one missing is none, two are
    QCOMPARE(found.size(), 1U);
    QVERIFY((found[0] == TimeRange{minute(7), minute(9)}));
}

void TestSeriesMerge::summing()
{
    const SeriesData data = part(1, 60, 1);
    const TimeRange range{minute(0), minute(60)};
    const auto sums = summedUp(data.points, range, 6);
    QCOMPARE(sums.size(), 6U);
    for (size_t i = 0; i < 6; ++i) {
        QCOMPARE(sums[i].count, 10U);
        QCOMPARE(sums[i].min, double(10 * i + 1));
        QCOMPARE(sums[i].max, double(10 * i + 10));
        QVERIFY(std::abs(sums[i].mean - (double(10 * i) + 5.5)) < 1e-9);
    }
    QVERIFY(summedUp(data.points, range, 0) == data.points);
    QVERIFY(summedUp(data.points, range, 60) == data.points);
    QVERIFY(summedUp(data.points, {minute(0), minute(0)}, 6) == data.points);
    QVERIFY(summedUp({}, range, 6).empty());
}

void TestSeriesMerge::sumsDoNotTremble()
{
    const SeriesData data = part(1, 600, 1);
    const auto before = summedUp(data.points, {minute(0), minute(300)}, 30);
    const auto after = summedUp(data.points, {minute(3), minute(303)}, 30);
    QVERIFY(before == after);
    // Before 1970 as after it.
    std::vector<SeriesPoint> old{{Timestamp{Millis{-90'000}}, Millis{60'000}, 1, 1, 1, 1},
                                 {Timestamp{Millis{-30'000}}, Millis{60'000}, 2, 2, 2, 1},
                                 {Timestamp{Millis{30'000}}, Millis{60'000}, 3, 3, 3, 1}};
    QCOMPARE(summedUp(old, {Timestamp{Millis{-120'000}}, Timestamp{Millis{60'000}}}, 2).size(), 3U);
}

void TestSeriesMerge::large()
{
    const SeriesData year = part(60, 365 * 24, 60, false);
    const SeriesData month = part(1, 43'200, 1);
    QElapsedTimer timer;
    timer.start();
    const SeriesData data = mergeSeries({year, month});
    qInfo("a year of hours and a month of minutes: %lld ms", timer.elapsed());
    QCOMPARE(data.points.size(), size_t(43'200 + 365 * 24 - 720));
}

QTEST_GUILESS_MAIN(TestSeriesMerge)
#include "tst_series_merge.moc"
