// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostForecaster.h"
#include "models/hosts/HostModel.h"
#include "models/hosts/HostSparkFiller.h"
#include "tests/models/hosts/HostFixture.h"
#include "tests/models/hosts/MemorySeries.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// From `first` upwards by `slope` a minute, over six hours.
std::vector<double> rising(double first, double slope)
{
    std::vector<double> values;
    for (int i = 0; i < 360; ++i) {
        values.push_back(first + slope * i + 0.02 * std::sin(i));
    }
    return values;
}

/// builder-2 with a /nix that fills in some hours, a root that stands still.
struct Filling : HostFixture
{
    MemorySeries series;

    Filling()
    {
        tell(u"hub"_s, HostFixture::machine(u"b2"_s, u"builder-2"_s));
        put(u"disk.percent[/nix]"_s, rising(60, 0.06));
        put(u"disk.percent"_s, rising(40, 0));
        put(u"memory.percent"_s, rising(30, 0));
    }

    void put(const QString& metric, const std::vector<double>& values)
    {
        sample(u"hub"_s, u"b2"_s, metric, values.back());
        series.put({{u"hub"_s, u"b2"_s}, metric}, values, clock.now(), 1min);
    }
};

} // namespace

/// What fills up, and what sparklines are made of.
class TestHostForecasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatFills()
    {
        Filling f;
        HostForecasts forecasts;
        HostForecaster forecaster(f.book, f.series, forecasts, f.clock);
        HostModel model(f.book, &forecasts);
        QSignalSpy finished(&forecaster, &HostForecaster::finished);
        forecaster.refresh();
        QTRY_COMPARE(finished.size(), 1);
        const HostId id = f.host(u"hub"_s, u"b2"_s).id;
        QCOMPARE(forecasts.of(id).size(), size_t(1));
        const HostForecast* next = forecasts.nearest(id);
        QVERIFY(next != nullptr);
        QCOMPARE(next->series.metric, u"disk.percent[/nix]"_s);
        const auto minutes =
            std::chrono::duration_cast<std::chrono::minutes>(next->reachesAt - f.clock.now());
        QVERIFY2(std::abs(minutes.count() - 307) < 30, qPrintable(QString::number(minutes.count())));
        QVERIFY(next->earliest <= next->reachesAt && next->reachesAt <= next->latest);
        QVERIFY(forecastText(*next, f.clock.now()).startsWith(u"/nix"_s));
        const QModelIndex cell = model.index(0, model.columnOf(u"fills"_s));
        QVERIFY(!cell.data().toString().isEmpty());
    }

    void newHostsAreLookedAtSoonAndAllNowAndThen()
    {
        Filling f;
        HostForecasts forecasts;
        HostForecaster forecaster(f.book, f.series, forecasts, f.clock);
        QSignalSpy changed(&forecasts, &HostForecasts::changed);
        f.book.flush();
        QVERIFY(f.series.asked.empty());
        f.clock.advance(HostForecaster::AfterNew);
        QTRY_COMPARE(changed.size(), 1);
        const size_t asked = f.series.asked.size();
        f.clock.advance(HostForecaster::Every);
        QTRY_VERIFY(f.series.asked.size() > asked);
    }

    void aHostThatGoesFillsNoMore()
    {
        Filling f;
        HostForecasts forecasts;
        HostForecaster forecaster(f.book, f.series, forecasts, f.clock);
        QSignalSpy finished(&forecaster, &HostForecaster::finished);
        forecaster.refresh();
        QTRY_COMPARE(finished.size(), 1);
        const HostId id = f.host(u"hub"_s, u"b2"_s).id;
        f.book.flush();
        f.remove(u"hub"_s, u"b2"_s);
        f.book.flush();
        QVERIFY(forecasts.of(id).empty());
    }

    void aBrokenHistoryForetellsNothing()
    {
        Filling f;
        f.series.fails = true;
        HostForecasts forecasts;
        HostForecaster forecaster(f.book, f.series, forecasts, f.clock);
        QSignalSpy finished(&forecaster, &HostForecaster::finished);
        forecaster.refresh();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(forecasts.of(f.host(u"hub"_s, u"b2"_s).id).empty());
        // No hosts at all.
        HostFixture none;
        HostForecaster idle(none.book, f.series, forecasts, none.clock);
        QSignalSpy idleFinished(&idle, &HostForecaster::finished);
        idle.refresh();
        QTRY_COMPARE(idleFinished.size(), 1);
    }

    void manyHostsArePutInTurns()
    {
        HostFixture f;
        MemorySeries series;
        for (int i = 0; i < 100; ++i) {
            const QString name = u"n%1"_s.arg(i);
            f.tell(u"hub"_s, HostFixture::machine(name, name));
            f.sample(u"hub"_s, name, u"disk.percent"_s, 99);
            series.put({{u"hub"_s, name}, u"disk.percent"_s}, rising(60, 0.06), f.clock.now(), 1min);
        }
        HostForecasts forecasts;
        HostForecaster forecaster(f.book, series, forecasts, f.clock);
        QSignalSpy finished(&forecaster, &HostForecaster::finished);
        forecaster.refresh();
        QVERIFY(finished.wait(60'000));
        QVERIFY(forecasts.nearest(f.host(u"hub"_s, u"n99"_s).id) != nullptr);
        for (const SeriesQuery& query : series.asked) {
            QVERIFY(query.series.size() <= 8);
        }
    }

    void sparklinesBeginWithThePast()
    {
        HostFixture f;
        MemorySeries series;
        for (int i = 0; i < 150; ++i) {
            const QString name = u"n%1"_s.arg(i);
            series.put({{u"hub"_s, name}, u"cpu.percent"_s}, rising(10, 0.1), f.clock.now(), 1min);
        }
        const HostSparkFiller filler(f.book, series);
        for (int i = 0; i < 150; ++i) {
            const QString name = u"n%1"_s.arg(i);
            f.tell(u"hub"_s, HostFixture::machine(name, name));
        }
        f.book.flush();
        QTRY_VERIFY(!f.book.spark(f.host(u"hub"_s, u"n0"_s).id).empty());
        QCOMPARE(series.asked.size(), size_t(3));
        f.book.flush();
        QCOMPARE(series.asked.size(), size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestHostForecasts)
#include "tst_host_forecasts.moc"
