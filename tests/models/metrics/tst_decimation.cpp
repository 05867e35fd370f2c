// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/Decimation.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
#include <map>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp Begin{Millis{1'763'000'000'000}};

SeriesPoint one(Millis after, double value)
{
    return {Begin + after, 0ms, value, value, value, 1};
}

bool isBetween(const std::vector<TimeRange>& gaps, Timestamp before, Timestamp after)
{
    return std::ranges::any_of(gaps,
                               [&](const TimeRange& gap) { return gap.to > before && gap.from < after; });
}

/// What the columns are by their definition, point by point.
std::vector<DecimatedColumn> bruteForce(const std::vector<SeriesPoint>& points,
                                        const std::vector<TimeRange>& gaps, Millis step)
{
    std::map<qint64, std::vector<SeriesPoint>> columns;
    for (const SeriesPoint& point : points) {
        columns[middleOf(point).time_since_epoch().count() / step.count()].push_back(point);
    }
    std::vector<DecimatedColumn> result;
    for (const auto& [index, of] : columns) {
        DecimatedColumn column;
        column.index = index;
        column.firstAt = middleOf(of.front());
        column.lastAt = middleOf(of.back());
        column.first = of.front().mean;
        column.last = of.back().mean;
        column.min = std::ranges::min_element(of, {}, &SeriesPoint::mean)->mean;
        column.max = std::ranges::max_element(of, {}, &SeriesPoint::mean)->mean;
        column.low = std::ranges::min_element(of, {}, &SeriesPoint::min)->min;
        column.high = std::ranges::max_element(of, {}, &SeriesPoint::max)->max;
        column.isJoined = !result.empty() && !isBetween(gaps, result.back().lastAt, column.firstAt);
        result.push_back(column);
    }
    return result;
}

struct RandomSeries
{
    std::vector<SeriesPoint> points;
    std::vector<TimeRange> gaps;

    explicit RandomSeries(quint32 seed)
    {
        QRandomGenerator random(seed);
        Timestamp at = Begin;
        const Millis span{random.bounded(2) == 0 ? 0 : 1000};
        for (int i = 0; i < 2000; ++i) {
            const Timestamp before = at;
            const bool isGap = random.bounded(50) == 0;
            at += Millis{1000 + random.bounded(500) + (isGap ? random.bounded(200'000) : 0)};
            if (isGap) {
                gaps.push_back({before, at - span});
            }
            const double mean = random.generateDouble() * 100;
            points.push_back(
                {at, span, mean, mean - random.generateDouble(), mean + random.generateDouble(), 3});
        }
    }
};

} // namespace

class TestDecimation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatItsDefinitionSays_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("step");
        for (quint32 seed = 1; seed <= 6; ++seed) {
            for (const int step : {1, 700, 5'000, 60'000, 10'000'000}) {
                QTest::addRow("seed %u, step %d ms", seed, step) << seed << step;
            }
        }
    }

    void isWhatItsDefinitionSays()
    {
        QFETCH(const quint32, seed);
        QFETCH(const int, step);
        const RandomSeries series(seed);
        const std::vector<DecimatedColumn> expected = bruteForce(series.points, series.gaps, Millis{step});

        Decimation whole{Millis{step}};
        whole.append(series.points, series.gaps);
        QVERIFY(std::ranges::equal(whole.columns(), expected));

        Decimation piecemeal{Millis{step}};
        QRandomGenerator random(seed + 100);
        for (size_t done = 0; done < series.points.size();) {
            const size_t count = std::min<size_t>(random.bounded(90U), series.points.size() - done);
            piecemeal.append(std::span(series.points).subspan(done, count), series.gaps);
            done += count;
        }
        QVERIFY(std::ranges::equal(piecemeal.columns(), expected));
    }

    void whatIsNotNewerOrNoNumberIsLeftOut()
    {
        Decimation decimation{1s};
        decimation.append(std::vector{one(0s, 1), one(5s, 2), one(5s, 9), one(3s, 9),
                                      one(6s, std::numeric_limits<double>::quiet_NaN()),
                                      one(7s, std::numeric_limits<double>::infinity()), one(8s, 3)},
                          {});
        QCOMPARE(decimation.columns().size(), size_t{3});
        QCOMPARE(decimation.columns()[1].last, 2.0);
        QCOMPARE(decimation.columns()[2].last, 3.0);
        QVERIFY(decimation.columns()[2].isJoined);
    }

    void endsThatAreNoNumbersAreTheMean()
    {
        SeriesPoint odd = one(0s, 4);
        odd.min = -std::numeric_limits<double>::infinity();
        odd.max = std::numeric_limits<double>::quiet_NaN();
        Decimation decimation{1s};
        decimation.append(std::vector{odd}, {});
        QCOMPARE(decimation.columns()[0].low, 4.0);
        QCOMPARE(decimation.columns()[0].high, 4.0);
    }

    void gapsAreNotBridged()
    {
        const std::vector points{one(0s, 1), one(10s, 1), one(100s, 1), one(110s, 1)};
        const std::vector<TimeRange> gaps{{Begin + 10s, Begin + 100s}};
        Decimation decimation{1s};
        decimation.append(points, gaps);
        QCOMPARE(decimation.columns()[1].isJoined, true);
        QCOMPARE(decimation.columns()[2].isJoined, false);
        QCOMPARE(decimation.columns()[3].isJoined, true);
    }

    void forgettingKeepsWhatTheLineComesFrom()
    {
        Decimation decimation{10s};
        std::vector<SeriesPoint> points;
        for (int i = 0; i < 100; ++i) {
            points.push_back(one(i * 10s, i));
        }
        decimation.append(points, {});
        decimation.dropBefore(Begin + 500s);
        QCOMPARE(decimation.columns().size(), size_t{51});
        QCOMPARE(decimation.columns().front().last, 49.0);
        decimation.dropBefore(Begin + 500s);
        QCOMPARE(decimation.columns().size(), size_t{51});
        decimation.dropBefore(Begin + 5000s);
        QCOMPARE(decimation.columns().size(), size_t{1});
    }

    void pointsAroundReachOneBeyondEitherEnd()
    {
        const std::vector points{one(0s, 0), one(10s, 1), one(20s, 2), one(30s, 3), one(40s, 4)};
        const auto values = [&](Millis from, Millis to) {
            QList<double> means;
            for (const SeriesPoint& point : pointsAround(points, {Begin + from, Begin + to})) {
                means << point.mean;
            }
            return means;
        };
        QCOMPARE(values(15s, 25s), (QList<double>{1, 2, 3}));
        QCOMPARE(values(12s, 18s), (QList<double>{1, 2}));
        QCOMPARE(values(0s, 40s), (QList<double>{0, 1, 2, 3, 4}));
        QCOMPARE(values(50s, 60s), (QList<double>{4}));
        QVERIFY(pointsAround({}, {Begin, Begin + 1s}).empty());
    }
};

QTEST_GUILESS_MAIN(TestDecimation)
#include "tst_decimation.moc"
