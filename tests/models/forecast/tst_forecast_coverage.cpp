// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/Forecast.h"
#include "tests/models/forecast/Trend.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

/// A line of known slope with errors that partly go on from point to point.
struct RandomLine
{
    double hours = 0;
    double minutesApart = 0;
    double level = 0; ///< at the end
    double slope = 0; ///< a hour
    double deviation = 0;
    double togetherness = 0; ///< how much of an error goes on to the next point

    /// When the line itself is at 100.
    double truth() const { return (100 - level) / slope; }
};

RandomLine randomLine(std::mt19937& random, double togetherness)
{
    const auto between = [&random](double least, double most) {
        return std::uniform_real_distribution<double>(least, most)(random);
    };
    RandomLine line;
    line.hours = between(2, 40);
    line.minutesApart = std::max(1.0, line.hours * 60 / between(30, 400));
    line.level = between(50, 95);
    line.slope = (100 - line.level) / (line.hours * between(0.2, 5));
    line.deviation = line.slope * line.hours * between(0.02, 0.5);
    line.togetherness = togetherness;
    return line;
}

std::vector<SeriesPoint> pointsOf(const RandomLine& line, std::mt19937& random)
{
    std::normal_distribution<double> normal(0, line.deviation);
    double error = 0;
    const double fresh = std::sqrt(1 - line.togetherness * line.togetherness);
    return Trend{line.hours, line.minutesApart,
                 [&](double h) {
                     error = line.togetherness * error + fresh * normal(random);
                     return line.level + line.slope * h + error;
                 }}
        .points();
}

} // namespace

/// Whether the true moment lies within the interval as often as the interval promises.
class TestForecastCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverage_data()
    {
        QTest::addColumn<double>("togetherness");
        QTest::newRow("independent errors") << 0.0;
        QTest::newRow("errors that go on") << 0.5;
        QTest::newRow("errors that linger") << 0.8;
    }

    void coverage()
    {
        QFETCH(double, togetherness);
        constexpr int Lines = 400;
        std::mt19937 random(20261122);
        int told = 0;
        int within = 0;
        for (int i = 0; i < Lines; ++i) {
            const RandomLine line = randomLine(random, togetherness);
            const ForecastResult result = forecastReach(pointsOf(line, random), 100, Trend::end());
            if (!result) {
                continue;
            }
            ++told;
            const double truth = line.truth();
            within += hoursAfterEnd(result->earliest) <= truth && truth <= hoursAfterEnd(result->latest);
        }
        const double coverage = 100.0 * within / told;
        qInfo("%s: %d of %d lines foretold; the truth lies within in %.1f %%", QTest::currentDataTag(), told,
              Lines, coverage);
        QVERIFY(told > Lines / 2);
        QVERIFY(coverage >= 90);
    }

    /// What only goes up and down for a while must not look like a disk that fills.
    void falseAlarms_data()
    {
        QTest::addColumn<double>("togetherness");
        QTest::newRow("independent errors") << 0.0;
        QTest::newRow("errors that go on") << 0.5;
        QTest::newRow("errors that linger") << 0.8;
    }

    void falseAlarms()
    {
        QFETCH(double, togetherness);
        constexpr int Series = 400;
        std::mt19937 random(20261123);
        int told = 0;
        for (int i = 0; i < Series; ++i) {
            RandomLine line = randomLine(random, togetherness);
            line.slope = 0;
            line.deviation = std::uniform_real_distribution<double>(0.01, 5)(random);
            told += forecastReach(pointsOf(line, random), 100, Trend::end()).has_value();
        }
        qInfo("%s: %d of %d level series are told to fill", QTest::currentDataTag(), told, Series);
        QVERIFY(told <= Series / 20);
    }

    /// A memory that swings by the day, by three hours and by minutes at once.
    void wavesAreNoTrend()
    {
        constexpr int Series = 200;
        std::mt19937 random(20261124);
        const auto between = [&random](double least, double most) {
            return std::uniform_real_distribution<double>(least, most)(random);
        };
        int told = 0;
        for (int i = 0; i < Series; ++i) {
            const double middle = between(36, 74);
            const double phase = between(0, 1'000);
            const double swing = between(2, 12);
            told += forecastReach(weekOf([=](double h) {
                                      return middle + swing * (0.4 * dayWave(h + phase) +
                                                               0.3 * dayWave(h * 7.5 + phase) +
                                                               0.2 * dayWave(h * 37 + 3 * phase) +
                                                               0.1 * dayWave(h * 217 + 5 * phase));
                                  }),
                                  100, Trend::end())
                        .has_value();
        }
        qInfo("%d of %d waves are told to fill", told, Series);
        QVERIFY(told <= Series / 20);
    }
};

QTEST_GUILESS_MAIN(TestForecastCoverage)
#include "tst_forecast_coverage.moc"
