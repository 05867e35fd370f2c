// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/Drift.h"
#include "tests/models/baseline/MadeWeeks.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr Timestamp Now = Monday + 5 * Week + 27h; // Tuesday, 03:00

} // namespace

/// Since when a series is not what it usually is.
class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_baseline.learn(m_weeks.points(Monday, Monday + 5 * Week)); }

    void thriceTheUsualIsToldWithItsBeginning()
    {
        const Timestamp since = Now - 2h;
        const auto points = m_weeks.points(
            Now - 6h, Now, [since](Timestamp at, double value) { return at >= since ? 3 * value : value; });
        const auto found = findDrift(m_baseline, points);
        QVERIFY(found.drift);
        QVERIFY(std::chrono::abs(found.drift->since - since) <= 5min);
        QVERIFY(std::abs(*found.drift->factor - 3) < 0.4);
        QVERIFY(found.drift->isAbove);
        QVERIFY(found.drift->now > 2 * found.drift->usual);
        QCOMPARE(driftText(QStringLiteral("Latency, p95"), {since, 1, 3.1, 3.1, true}),
                 QStringLiteral("Latency, p95 is 3.1 times its usual since 01:00"));
        QCOMPARE(driftText(QStringLiteral("Requests"), {since, 1, 0, std::nullopt, false}, 2h),
                 QStringLiteral("Requests is below its usual since 03:00"));
    }

    /// A sample each minute shows it to the minute.
    void finePointsTellItFinely()
    {
        const Timestamp since = Now - 37min;
        auto points = m_weeks.points(
            Now - 3h, Now, [since](Timestamp at, double v) { return at >= since ? 3 * v : v; }, 1min);
        for (SeriesPoint& point : points) {
            point.span = Millis{0}; // single samples
        }
        const auto found = findDrift(m_baseline, points);
        QVERIFY(found.drift);
        QVERIFY(std::chrono::abs(found.drift->since - since) <= 1min);
    }

    void itIsFoundWhenTheBaselineHasLearnedItToo()
    {
        WeekBaseline baseline = m_baseline;
        const auto points = m_weeks.points(Now - 3h, Now, [](Timestamp, double value) { return 3 * value; });
        baseline.learn(points);
        QVERIFY(findDrift(baseline, points).drift);
    }

    void halfTheUsualIsADriftBelow()
    {
        const auto found = findDrift(
            m_baseline, m_weeks.points(Now - 4h, Now, [](Timestamp, double value) { return value / 4; }));
        QVERIFY(found.drift);
        QVERIFY(!found.drift->isAbove);
        QVERIFY(std::abs(*found.drift->factor - 0.25) < 0.05);
    }

    void aFewUsualPointsBetweenDoNotEndIt()
    {
        const Timestamp since = Now - 3h;
        int i = 0;
        const auto points = m_weeks.points(Now - 5h, Now - 1min, [&](Timestamp at, double value) {
            return at >= since && ++i % 7 != 0 ? 3 * value : value;
        });
        const auto found = findDrift(m_baseline, points);
        QVERIFY(found.drift);
        QVERIFY(std::chrono::abs(found.drift->since - since) <= 5min);
    }

    void whatIsNoDrift_data()
    {
        QTest::addColumn<std::vector<SeriesPoint>>("points");
        QTest::addColumn<NoDrift>("reason");
        using Change = MadeWeeks::Change;
        const auto row = [this](const char* name, NoDrift reason, const Change& change,
                                Timestamp from = Now - 6h) {
            QTest::newRow(name) << m_weeks.points(from, Now, change) << reason;
        };
        row("an ordinary night", NoDrift::Usual, {});
        row("an ordinary week", NoDrift::Usual, {}, Now - Week);
        row("one spike", NoDrift::Usual,
            [](Timestamp at, double v) { return at > Now - 70min && at < Now - 65min ? 50 * v : v; });
        row("ten minutes", NoDrift::Usual,
            [](Timestamp at, double v) { return at > Now - 10min ? 5 * v : v; });
        row("a little more", NoDrift::Usual, [](Timestamp, double v) { return 1.3 * v; });
        row("over an hour ago", NoDrift::Usual,
            [](Timestamp at, double v) { return at < Now - 1h && at > Now - 4h ? 5 * v : v; });
        row("spikes now and then", NoDrift::Usual,
            [this](Timestamp, double v) { return m_weeks.isOneIn(4) ? 5 * v : v; });
        row("five minutes are too little", NoDrift::TooLittle, {}, Now - 5min);
        QTest::newRow("nothing") << std::vector<SeriesPoint>{} << NoDrift::TooLittle;
        row("no numbers", NoDrift::TooLittle, [](Timestamp, double) { return std::nan(""); });
    }
    void whatIsNoDrift()
    {
        QFETCH(std::vector<SeriesPoint>, points);
        QFETCH(NoDrift, reason);
        const auto found = findDrift(m_baseline, points);
        QVERIFY2(!found.drift, found.drift ? qPrintable(driftText(QStringLiteral("It"), *found.drift)) : "");
        QCOMPARE(found.reason, reason);
    }

    void withoutABaselineNothingIsSaid()
    {
        const auto found = findDrift(WeekBaseline(), m_weeks.points(Now - 6h, Now));
        QVERIFY(!found.drift);
        QCOMPARE(found.reason, NoDrift::TooLittle);
    }

    /// Errors are usually none: then only a difference that matters is one.
    void whereNoughtIsUsualADifferenceIsAskedFor()
    {
        const auto none = [](Timestamp, double) {
            return 0.0;
        };
        WeekBaseline errors;
        errors.learn(m_weeks.points(Monday, Monday + 5 * Week, none));
        DriftLimits limits;
        limits.leastDifference = 1; // percent
        const auto few = [](Timestamp, double) {
            return 0.4;
        };
        const auto many = [](Timestamp, double) {
            return 8.0;
        };
        QVERIFY(!findDrift(errors, m_weeks.points(Now - 2h, Now, few), limits).drift);
        const auto found = findDrift(errors, m_weeks.points(Now - 2h, Now, many), limits);
        QVERIFY(found.drift);
        QVERIFY(!found.drift->factor);
        QCOMPARE(driftText(QStringLiteral("Errors"), *found.drift),
                 QStringLiteral("Errors is above its usual since 01:00"));
    }

    /// Nothing is told over a whole ordinary month, however often one asks.
    void noFalseAlarmInAMonth()
    {
        WeekBaseline baseline = m_baseline;
        const Timestamp from = Monday + 5 * Week;
        const auto points = m_weeks.points(from, from + 4 * Week);
        int alarms = 0;
        for (size_t end = 72; end < points.size(); end += 6) {
            alarms += findDrift(baseline, std::span(points).subspan(end - 72, 72)).drift ? 1 : 0;
            baseline.learn(std::span(points).subspan(end - 6, 6));
        }
        QCOMPARE(alarms, 0);
    }

private:
    MadeWeeks m_weeks;
    WeekBaseline m_baseline;
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
