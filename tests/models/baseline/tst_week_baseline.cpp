// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/WeekBaseline.h"
#include "tests/models/baseline/MadeWeeks.h"

#include <QTest>

#include <limits>

using namespace stowage;
using namespace stowage::test;

namespace {

/// The furthest that the baseline is off the truth, as a share of it, over the hours of a week.
double furthestOff(const WeekBaseline& baseline, Timestamp monday)
{
    double furthest = 0;
    for (Timestamp at = monday + 30min; at < monday + Week; at += 1h) {
        const auto usual = baseline.usualAt(at);
        if (!usual) {
            return std::numeric_limits<double>::infinity();
        }
        furthest = std::max(furthest, std::abs(usual->value - usualAt(at)) / usualAt(at));
    }
    return furthest;
}

} // namespace

class TestWeekBaseline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itLearnsEachHourOfTheWeek()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        baseline.learn(weeks.points(Monday, Monday + 5 * Week));
        QVERIFY(furthestOff(baseline, Monday + 5 * Week) < 0.12);
        const auto noon = baseline.usualAt(Monday + 5 * Week + 12h + 30min);
        QCOMPARE(noon->weeks, 5);
        QVERIFY(noon->spread > 0.05 * noon->value);
        QVERIFY(noon->spread < 0.2 * noon->value);
        const auto sunday = baseline.usualAt(Monday + 5 * Week + 6 * 24h + 12h + 30min);
        QVERIFY(sunday->value < noon->value / 2);
    }

    void theHourTierTeachesTheSame()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        baseline.learn(weeks.points(Monday, Monday + 4 * Week, {}, 1h));
        QVERIFY(furthestOff(baseline, Monday + 4 * Week) < 0.25);
    }

    /// Five in a hundred points are anything.
    void outliersDoNotMoveIt()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        baseline.learn(weeks.points(Monday, Monday + 5 * Week, [&weeks](Timestamp, double value) {
            return weeks.isOneIn(20) ? 1e6 : weeks.isOneIn(50) ? 0 : value;
        }));
        QVERIFY(furthestOff(baseline, Monday + 5 * Week) < 0.14);
    }

    void aHolidayDoesNotMoveIt()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        const Timestamp holiday = Monday + 3 * Week + 48h; // a Wednesday, and the day after
        baseline.learn(weeks.points(Monday, Monday + 5 * Week, [holiday](Timestamp at, double value) {
            return at >= holiday && at < holiday + 48h ? 0.002 : value;
        }));
        QVERIFY(furthestOff(baseline, Monday + 5 * Week) < 0.2);
    }

    /// After five of eight weeks the new is the usual.
    void aShiftBecomesTheUsual()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        const auto doubled = [](Timestamp, double value) {
            return value * 2;
        };
        baseline.learn(weeks.points(Monday, Monday + 8 * Week));
        baseline.learn(weeks.points(Monday + 8 * Week, Monday + 10 * Week, doubled));
        const Timestamp noon = Monday + 12h + 30min;
        QVERIFY(baseline.usualAt(noon + 10 * Week)->value < 1.3 * usualAt(noon));
        baseline.learn(weeks.points(Monday + 10 * Week, Monday + 14 * Week, doubled));
        QVERIFY(baseline.usualAt(noon + 14 * Week)->value > 1.7 * usualAt(noon));
    }

    void tooFewWeeksSayNothing()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        const Timestamp noon = Monday + 12h + 30min;
        QVERIFY(!baseline.usualAt(noon));
        baseline.learn(weeks.points(Monday, Monday + 2 * Week));
        QVERIFY(!baseline.usualAt(noon + 2 * Week));
        baseline.learn(weeks.points(Monday + 2 * Week, Monday + 2 * Week + 13h));
        QVERIFY(!baseline.usualAt(noon + 2 * Week)); // this week is what is judged
        QVERIFY(baseline.usualAt(noon + 3 * Week));
        QVERIFY(!baseline.usualAt(noon + 3 * Week + 24h)); // no third Tuesday yet
    }

    void orderAndRepetitionDoNotMatter()
    {
        MadeWeeks weeks;
        std::vector<SeriesPoint> points = weeks.points(Monday, Monday + 4 * Week);
        WeekBaseline inOrder;
        inOrder.learn(points);
        std::mt19937 random(7);
        std::shuffle(points.begin(), points.end(), random);
        WeekBaseline shuffled;
        shuffled.learn(points);
        shuffled.learn(std::span(points).first(points.size() / 3));
        for (Timestamp at = Monday + 4 * Week; at < Monday + 5 * Week; at += 1h) {
            QCOMPARE(shuffled.usualAt(at), inOrder.usualAt(at));
        }
    }

    void onlyTheLastEightWeeksAreKept()
    {
        MadeWeeks weeks;
        WeekBaseline baseline;
        baseline.learn(weeks.points(Monday + 20 * Week, Monday + 28 * Week));
        const auto before = baseline.usualAt(Monday + 28 * Week);
        QCOMPARE(before->weeks, 8);
        baseline.learn(weeks.points(Monday, Monday + 3 * Week, [](Timestamp, double) { return 1e9; }));
        QCOMPARE(baseline.usualAt(Monday + 28 * Week), before);
        QVERIFY(sizeof(WeekBaseline) + 168 * 8 * 56 < 80'000);
    }

    void whatIsNoNumberTeachesNothing()
    {
        WeekBaseline baseline;
        for (const double value : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
            for (int week = 0; week < 5; ++week) {
                baseline.learn(SeriesPoint{Monday + week * Week + 5min, 5min, value, value, value, 1});
            }
        }
        for (int week = 0; week < 5; ++week) {
            baseline.learn(SeriesPoint{Monday + week * Week + 24h, 24h, 1, 1, 1, 1}); // a day is no hour
        }
        QVERIFY(!baseline.usualAt(Monday + 5 * Week));
    }

    void hoursAreThoseOfThePlace()
    {
        WeekBaseline baseline(2h);
        for (int week = 0; week < 4; ++week) {
            baseline.learn(
                SeriesPoint{Monday + week * Week - 1h, 1h, 5, 5, 5, 1}); // 00:00 to 01:00 on Monday there
        }
        QVERIFY(baseline.usualAt(Monday + 4 * Week - 2h));
        QVERIFY(!baseline.usualAt(Monday + 4 * Week));
        QVERIFY(baseline.usualAt(Timestamp{Millis{-1}} + 3'000 * Week).has_value() == false);
        QVERIFY(!WeekBaseline().usualAt(Timestamp{Millis{-5'000'000'000'000}}));
    }
};

QTEST_GUILESS_MAIN(TestWeekBaseline)
#include "tst_week_baseline.moc"
