// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/Forecast.h"
#include "models/metrics/forecast/ForecastWords.h"
#include "tests/models/forecast/Trend.h"

#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(stowage::test::Trend)
Q_DECLARE_METATYPE(stowage::ForecastRefusal)
Q_DECLARE_METATYPE(std::function<double(double)>)

namespace {

/// Noise that is the same each time, with a deviation of 1.
double noise(double hours)
{
    std::minstd_rand random(static_cast<unsigned>(std::llround((hours + 1'000) * 3'600)));
    random.discard(3);
    return std::normal_distribution<double>()(random);
}

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

bool isFinite(const Forecast& forecast)
{
    return std::isfinite(forecast.slopePerHour) && std::isfinite(forecast.level);
}

/// 0 … 1
double rest(double turns)
{
    return turns - std::floor(turns);
}

/// Up by 20 in two hours, and down again.
double tooth(double hours)
{
    return 20 * rest(hours / 2);
}

} // namespace

/// When what grows is full, and when nothing is said of it.
class TestForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reaches_data()
    {
        QTest::addColumn<Trend>("trend");
        QTest::addColumn<double>("hours"); ///< after the end
        QTest::addColumn<double>("tolerance");
        const auto row = [](const char* name, const Trend& trend, double hours, double tolerance) {
            QTest::newRow(name) << trend << hours << tolerance;
        };
        row("an exact line",
            {6, 1,
             [](double h) {
                 return 90 + 2 * h;
             }},
            5, 0.01);
        row("with noise",
            {6, 1,
             [](double h) {
                 return 90 + 2 * h + 0.5 * noise(h);
             }},
            5, 0.5);
        row("quantised",
            {24, 1,
             [](double h) {
                 return std::round((90 + 0.5 * h) * 10) / 10;
             }},
            20, 1);
        row("with stray points",
            {6, 1,
             [](double h) {
                 return noise(h) > 1.2 ? 5.0 : 90 + 2 * h;
             }},
            5, 0.05);
        row("with gaps",
            {6, 1, [](double h) { return 90 + 2 * h; },
             [](double h) {
                 return (h > -5 && h < -3.5) || (h > -1 && h < -0.7);
             }},
            5, 0.01);
        row("not numbers among them",
            {6, 1,
             [](double h) {
                 return noise(h) > 1 ? NaN : 90 + 2 * h;
             }},
            5, 0.01);
        row("near 100",
            {3, 1,
             [](double h) {
                 return 99.7 + 0.2 * h + 0.01 * noise(h);
             }},
            1.5, 0.2);
        row("bytes",
            {6, 1,
             [](double h) {
                 return 90 + 2 * h;
             }},
            5, 0.01);
        row("days of hours",
            {14 * 24, 60,
             [](double h) {
                 return 80 + 0.1 * h + 0.3 * noise(h);
             }},
            200, 10);
        row("a year of minutes' worth",
            {30 * 24, 1,
             [](double h) {
                 return 70 + 0.1 * h;
             }},
            300, 0.5);
        row("the hour of the day on it",
            {7 * 24 + 5, 10,
             [](double h) {
                 return 80 + 0.1 * h + 4 * dayWave(h + 7);
             }},
            200, 25);
        row("after a deletion",
            {6, 1,
             [](double h) {
                 return h < -3 ? 95 + h : 60 + 5 * (h + 3);
             }},
            5, 0.1);
        row("after a copy",
            {6, 1,
             [](double h) {
                 return 65 + 2 * h + (h < -2 ? 0 : 20);
             }},
            7.5, 0.3);
        row("it began to run away",
            {6, 1,
             [](double h) {
                 return h < -1 ? 40.0 : 40 + 30 * (h + 1);
             }},
            1, 0.1);
        row("it began a quarter of an hour ago",
            {6, 1,
             [](double h) {
                 return h < -0.25 ? 40.0 : 40 + 100 * (h + 0.25);
             }},
            0.35, 0.1);
    }

    void reaches()
    {
        QFETCH(Trend, trend);
        QFETCH(double, hours);
        QFETCH(double, tolerance);
        const ForecastResult result = forecastReach(trend.points(), 100, Trend::end());
        QVERIFY2(result, result ? "" : qPrintable(forecastRefusalName(result.error())));
        const double reached = hoursAfterEnd(result->reachesAt);
        QVERIFY2(std::abs(reached - hours) <= tolerance, qPrintable(u"in %1 h"_s.arg(reached)));
        QVERIFY(result->earliest <= result->reachesAt && result->reachesAt <= result->latest);
        QVERIFY(result->earliest >= Trend::end());
        QVERIFY(isFinite(*result));
        QCOMPARE(result->limit, 100.0);
    }

    void afterAWeek_data()
    {
        QTest::addColumn<std::function<double(double)>>("value");
        QTest::addColumn<double>("hours"); ///< negative: no forecast
        const auto row = [](const char* name, const std::function<double(double)>& value, double hours) {
            QTest::newRow(name) << value << hours;
        };
        row(
            "flat, and a log runs away since an hour",
            [](double h) { return 40 + 0.05 * noise(h) + 20 * std::max(0.0, h + 1); }, 2);
        row(
            "by day and night, and a log runs away since 40 minutes",
            [](double h) { return 40 + 2 * dayWave(h) + 0.1 * noise(h) + 45 * std::max(0.0, h + 0.667); },
            0.667);
        row(
            "copied three hours ago, and slowly on",
            [](double h) { return (h < -3 ? 40 : 80) + 0.01 * noise(h) + 2 * std::max(0.0, h + 3); }, 7);
        row(
            "copied ten minutes ago", [](double h) { return (h < -0.16 ? 40 : 80) + 0.01 * noise(h); }, -1);
        row(
            "by day and night alone", [](double h) { return 60 + 20 * dayWave(h + 3) + noise(h); }, -1);
        row(
            "filled for a week, emptied an hour ago, and filled on",
            [](double h) { return h < -1 ? 90 + 0.2 * h : 20 + 0.2 * h; }, -1);
        row(
            "swept each day when it is full", [](double h) { return 62 + 38 * rest((h + 19.56) / 23.22); },
            3.67);
        row(
            "swept each day long before", [](double h) { return 42 + 38 * rest((h + 19.56) / 23.22); }, -1);
        row(
            "slowly, by day and night",
            [](double h) { return 85 + 0.15 * h + 3 * dayWave(h) + 0.3 * noise(h); }, 100);
    }

    void afterAWeek()
    {
        QFETCH(std::function<double(double)>, value);
        QFETCH(double, hours);
        const ForecastResult result = forecastReach(weekOf(value), 100, Trend::end());
        const QString told =
            result ? forecastText(*result, Trend::end()) : forecastRefusalName(result.error());
        QVERIFY2(result.has_value() == (hours > 0), qPrintable(told));
        if (result) {
            QVERIFY2(std::abs(hoursAfterEnd(result->reachesAt) - hours) < 0.2 * hours, qPrintable(told));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<Trend>("trend");
        QTest::addColumn<ForecastRefusal>("refusal");
        const auto row = [](const char* name, const Trend& trend, ForecastRefusal refusal) {
            QTest::newRow(name) << trend << refusal;
        };
        using Refusal = ForecastRefusal;
        row("five minutes",
            {5.0 / 60, 1,
             [](double h) {
                 return 90 + 2 * h;
             }},
            Refusal::TooLittle);
        row("five points",
            {5, 60,
             [](double h) {
                 return 90 + 2 * h;
             }},
            Refusal::TooLittle);
        row("nothing but NaN",
            {6, 1,
             [](double) {
                 return NaN;
             }},
            Refusal::TooLittle);
        row("flat",
            {6, 1,
             [](double) {
                 return 40.0;
             }},
            Refusal::NotRising);
        row("noise",
            {6, 1,
             [](double h) {
                 return 40 + noise(h);
             }},
            Refusal::NotRising);
        row("emptied",
            {6, 1,
             [](double h) {
                 return 40 - h;
             }},
            Refusal::NotRising);
        row("quantised noise",
            {6, 1,
             [](double h) {
                 return noise(h) > 1.5 ? 16.7 : 16.6;
             }},
            Refusal::NotRising);
        row("logs that rotate",
            {12, 1,
             [](double h) {
                 return 50 + tooth(h);
             }},
            Refusal::NotRising);
        row("logs that rotate, coarse",
            {48, 10,
             [](double h) {
                 return 50 + tooth(h);
             }},
            Refusal::NotRising);
        row("the hour of the day",
            {7 * 24, 10,
             [](double h) {
                 return 60 + 20 * dayWave(h);
             }},
            Refusal::NotRising);
        row("the hour of the day, upwards",
            {3 * 24, 10,
             [](double h) {
                 return 60 + 20 * dayWave(h + 2);
             }},
            Refusal::NotRising);
        row("it ceased to grow",
            {6, 1,
             [](double h) {
                 return h < -1.5 ? 90 + 4 * (h + 1.5) : 90.0;
             }},
            Refusal::NotRising);
        row("copied four minutes ago",
            {6, 1,
             [](double h) {
                 return 50 + 0.5 * h + (h < -0.07 ? 0 : 20);
             }},
            Refusal::Step);
        row("copied five minutes ago",
            {6, 1,
             [](double h) {
                 return 50 + 0.5 * h + (h < -0.09 ? 0 : 20);
             }},
            Refusal::Step);
        row("deleted eight minutes ago",
            {6, 1,
             [](double h) {
                 return 80 + 2 * h - (h < -0.14 ? 0 : 40);
             }},
            Refusal::Step);
        row("far",
            {6, 1,
             [](double h) {
                 return 50 + 0.1 * h;
             }},
            Refusal::TooFar);
        row("full",
            {6, 1,
             [](double h) {
                 return std::min(100.0, 101 + h);
             }},
            Refusal::Reached);
    }

    void refuses()
    {
        QFETCH(Trend, trend);
        QFETCH(ForecastRefusal, refusal);
        const ForecastResult result = forecastReach(trend.points(), 100, Trend::end());
        QVERIFY2(!result, result ? qPrintable(forecastText(*result, Trend::end())) : "");
        QCOMPARE(forecastRefusalName(result.error()), forecastRefusalName(refusal));
    }

    void ofNothing()
    {
        QCOMPARE(forecastReach({}, 100, Trend::end()).error(), ForecastRefusal::TooLittle);
        const std::vector<SeriesPoint> same(40, {Trend::end(), Millis(0), 5, 5, 5, 1});
        QCOMPARE(forecastReach(same, 100, Trend::end()).error(), ForecastRefusal::TooLittle);
        const Trend line{6, 1, [](double h) {
                             return 90 + 2 * h;
                         }};
        QCOMPARE(forecastReach(line.points(), NaN, Trend::end()).error(), ForecastRefusal::TooLittle);
    }

    void ofOldData()
    {
        const Trend line{6, 1, [](double h) {
                             return 90 + 2 * h;
                         }};
        QCOMPARE(forecastReach(line.points(), 100, Trend::end() + 1h).error(), ForecastRefusal::Stale);
        const ForecastResult late = forecastReach(line.points(), 100, Trend::end() + 10min);
        QVERIFY(late);
        QVERIFY(std::abs(hoursAfterEnd(late->reachesAt) - 5) < 0.01);
        QVERIFY(std::abs(late->level - (90 + 2.0 / 6)) < 0.01);
        const Trend hourly{6 * 24, 60, [](double h) {
                               return 90 + 0.5 * h;
                           }};
        QVERIFY(forecastReach(hourly.points(), 100, Trend::end() + 3h));
    }

    void aLimitOfBytes()
    {
        const Trend line{6, 1, [](double h) {
                             return 9e11 + 2e10 * h;
                         }};
        const ForecastResult result = forecastReach(line.points(), 1e12, Trend::end());
        QVERIFY(result);
        QVERIFY(std::abs(hoursAfterEnd(result->reachesAt) - 5) < 0.01);
    }

    void words()
    {
        Forecast forecast;
        const Timestamp now = Trend::end();
        forecast.reachesAt = now + 3h + 40min;
        forecast.earliest = now + 2h + 7min;
        forecast.latest = now + 8h + 12min;
        QCOMPARE(forecastText(forecast, now), u"fills in 3 h 40 (2 h to 9 h)"_s);
        forecast.earliest = now + 95min + 30s;
        forecast.latest = now + 100h;
        QCOMPARE(forecastText(forecast, now), u"fills in 3 h 40 (95 min to 5 d)"_s);
        QCOMPARE(forecastText(forecast, now + 5h).section(u'(', 0, 0), u"fills in 0 s "_s);
        for (int refusal = 0; refusal <= static_cast<int>(ForecastRefusal::Reached); ++refusal) {
            QVERIFY(!forecastRefusalText(static_cast<ForecastRefusal>(refusal)).isEmpty());
            QVERIFY(!forecastRefusalName(static_cast<ForecastRefusal>(refusal)).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
