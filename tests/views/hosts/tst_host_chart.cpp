// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostForecasts.h"
#include "tests/views/hosts/SampleHosts.h"
#include "views/chart/ChartView.h"
#include "views/hosts/HostChart.h"
#include "views/hosts/MetricChips.h"
#include "views/theme/Theme.h"
#include "views/widgets/RangeChip.h"
#include "views/widgets/StatefulView.h"
#include "views/widgets/TextLabel.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Stage
{
    explicit Stage(bool isPrompt = true)
    {
        reader.setPrompt(isPrompt);
        QObject::connect(&sample.book, &HostBook::changed, &chart,
                         [this](const HostChanges& changes) { chart.take(changes); });
        chart.resize(1'000, 420);
        chart.show();
        sample.tellPicture();
    }

    HostId host(const QString& name) const { return sample.book.find(name).front(); }

    void choose(const QStringList& names)
    {
        std::vector<HostId> hosts;
        for (const QString& name : names) {
            hosts.push_back(host(name));
        }
        chart.setHosts(hosts);
    }

    /// Until nothing more is asked of history by itself.
    void settle()
    {
        sample.clock.advance(200ms);
        QTest::qWait(0);
        QTRY_VERIFY(!chart.isLoading());
        sample.clock.advance(200ms);
        QTest::qWait(0);
    }

    /// A minute later a machine of the hub tells its CPU.
    void tellLater(const QString& subject, double value, Millis after = 60s)
    {
        sample.clock.advance(after);
        sample.sample(u"hub"_s, subject, u"cpu.percent"_s, value);
        sample.book.flush();
    }

    const ChartContent& content() { return chart.view().content(); }
    QString title() const { return chart.accessibleName(); }
    Timestamp now() const { return sample.clock.now(); }

    SampleHosts sample;
    SampleReader reader;
    SampleMemory memory;
    Theme theme = Theme::builtIn(u"dark"_s);
    HostChart chart{{sample.book, reader, nullptr, nullptr, &memory}, sample.clock, theme};
};

} // namespace

class TestHostChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChosenSaysWhatToDo()
    {
        Stage stage;
        const auto* states = stage.chart.findChild<StatefulView*>();
        QVERIFY(states->notice() != nullptr);
        QVERIFY(states->notice()->why.contains(u"12"_s));
        QCOMPARE(stage.reader.asked(), 0);
    }

    void asksForAboutAsManyPointsAsPixels()
    {
        Stage stage(false);
        stage.choose({u"registry-3"_s});
        QCOMPARE(stage.reader.open().size(), size_t(2)); // what is shown, and the strip below
        const SeriesQuery& query = stage.reader.open().front().query;
        QVERIFY2(query.points >= 400 && query.points <= 4'000, qPrintable(QString::number(query.points)));
        QCOMPARE(query.range.to - query.range.from, Millis(9h)); // half as much to pan into
        QCOMPARE(query.range.to, stage.now());
        QVERIFY(stage.chart.isLoading());
        stage.reader.answerAll();
        QCOMPARE(stage.title(), u"registry-3 · CPU of limit"_s);
        QCOMPARE(stage.content().series.size(), size_t(1));
        QCOMPARE(stage.content().limits.size(), size_t(1));
        QVERIFY(!stage.content().series.front().overview.empty());
        QVERIFY(stage.chart.view().isFollowing());
    }

    void theOldStaysUntilTheNewIsThere()
    {
        Stage stage(false);
        stage.choose({u"registry-3"_s});
        stage.reader.answerAll();
        const int before = stage.reader.asked();
        stage.choose({u"db-4"_s});
        QCOMPARE(stage.reader.asked(), before + 2);
        QCOMPARE(stage.title(), u"registry-3 · CPU of limit"_s);
        QVERIFY(!stage.content().series.front().data.points.empty());
        stage.choose({u"eu-a-02"_s}); // before the answer for db-4: not wanted any more
        QCOMPARE(stage.reader.cancelled(), 2);
        stage.reader.answerAll();
        QCOMPARE(stage.title(), u"eu-a-02 · CPU"_s);
    }

    void chipsAreThoseOfTheHosts()
    {
        Stage stage;
        stage.choose({u"registry-3"_s});
        QVERIFY(stage.chart.chips().offered().contains(u"errors"_s));
        stage.chart.chips().choose({u"errors"_s});
        QTRY_COMPARE(stage.title(), u"registry-3 · Errors (5xx)"_s);
        stage.choose({u"db-4"_s}); // has none: its first is shown, what was chosen is kept
        QTRY_COMPARE(stage.title(), u"db-4 · CPU"_s);
        stage.choose({u"registry-3"_s});
        QTRY_COMPARE(stage.title(), u"registry-3 · Errors (5xx)"_s);
        QCOMPARE(stage.memory.values.value(u"hosts.metrics"_s), u"errors"_s);
    }

    void severalHostsOnOneAxis()
    {
        Stage stage;
        QStringList names;
        for (int i = 12; i < 24; ++i) {
            names << u"eu-c-%1"_s.arg(i);
        }
        stage.choose(names);
        QTRY_COMPARE(stage.content().series.size(), size_t(12));
        QCOMPARE(stage.title(), u"12 hosts · CPU"_s);
        QSet<int> colours;
        for (const ChartSeries& series : stage.content().series) {
            colours.insert(series.colour);
        }
        QCOMPARE(colours.size(), 12);
        QCOMPARE(stage.content().series.front().label, u"eu-c-12"_s);
    }

    void liveSamplesAreAppended()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.settle();
        const int asked = stage.reader.asked();
        const size_t before = stage.content().series.front().data.points.size();
        stage.tellLater(u"sys-db-4"_s, 77);
        QCOMPARE(stage.content().series.front().data.points.size(), before + 1);
        QCOMPARE(stage.content().series.front().data.points.back().mean, 77.0);
        QCOMPARE(stage.chart.view().range().to, stage.now());
        QCOMPARE(stage.reader.asked(), asked);
    }

    void historyIsNotAskedOverAndOver()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.settle();
        const int asked = stage.reader.asked();
        for (int i = 0; i < 20; ++i) {
            stage.tellLater(u"sys-db-4"_s, 30 + i);
            stage.chart.tick();
            QTest::qWait(0);
        }
        QCOMPARE(stage.reader.asked(), asked);
        // What comes is as dense as it comes: after a while all is read anew, as dense as it is shown.
        for (int i = 0; i < 30; ++i) {
            stage.tellLater(u"sys-db-4"_s, 30 + i);
            stage.chart.tick();
            QTest::qWait(0);
        }
        QCOMPARE(stage.reader.asked(), asked + 1);
    }

    void ofACpuWithALimitTheShareIsAppended()
    {
        Stage stage;
        stage.choose({u"registry-3"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.sample.clock.advance(60s);
        stage.sample.sample(u"hub"_s, u"10.77.9.3:5001"_s, u"process.cpu.cores"_s, 0.5);
        stage.sample.book.flush();
        QCOMPARE(stage.content().series.front().data.points.back().mean, 50.0);
    }

    void afterASilenceHistoryIsAskedAndOnlyOnce()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.settle();
        const int asked = stage.reader.asked();
        stage.tellLater(u"sys-db-4"_s, 77, 20min);
        QTRY_COMPARE(stage.reader.asked(), asked + 1);
        QTRY_VERIFY(!stage.chart.isLoading());
        QTest::qWait(0);
        QCOMPARE(stage.reader.asked(), asked + 1);
    }

    void whatTheReaderLooksAtDoesNotMove()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        const TimeRange looked{stage.now() - 3h, stage.now() - 2h};
        stage.chart.view().setRange(looked);
        stage.tellLater(u"sys-db-4"_s, 77);
        stage.chart.tick();
        QCOMPARE(stage.chart.view().range(), looked);
        stage.choose({u"eu-a-02"_s}); // another host over the same stretch of time
        QTRY_COMPARE(stage.title(), u"eu-a-02 · CPU"_s);
        QCOMPARE(stage.chart.view().range(), looked);
    }

    void frozenMeansFrozen()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        const TimeRange before = stage.chart.view().range();
        const Timestamp frozenAt = stage.now();
        stage.chart.setFrozen(true);
        stage.sample.clock.advance(2h);
        stage.chart.tick();
        QCOMPARE(stage.chart.view().range(), before);
        stage.choose({u"eu-a-02"_s});
        QTRY_COMPARE(stage.title(), u"eu-a-02 · CPU"_s);
        QCOMPARE(stage.chart.view().range(), before);
        QVERIFY(stage.content().whole.to <= frozenAt);
        const int asked = stage.reader.asked();
        stage.chart.setFrozen(false);
        QTRY_VERIFY(stage.chart.view().range().to > before.to);
        QVERIFY(stage.reader.asked() > asked); // what came meanwhile
    }

    void timeGoesOnWithoutSamples()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.sample.clock.advance(5min);
        stage.chart.tick();
        QCOMPARE(stage.chart.view().range().to, stage.now());
    }

    void aRangeIsChosenAndRemembered()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.chart.range().choose(u"30d"_s);
        QTRY_COMPARE(stage.chart.view().range().to - stage.chart.view().range().from, Millis(720h));
        QCOMPARE(stage.memory.values.value(u"hosts.range"_s), u"30d"_s);
        HostChart other({stage.sample.book, stage.reader, nullptr, nullptr, &stage.memory},
                        stage.sample.clock, stage.theme);
        QCOMPARE(other.range().word(), u"30d"_s);
    }

    void pinsAreRemembered()
    {
        Stage stage;
        stage.memory.values.insert(u"hosts.pins"_s, u"1000-2000"_s);
        HostChart other({stage.sample.book, stage.reader, nullptr, nullptr, &stage.memory},
                        stage.sample.clock, stage.theme);
        QCOMPARE(other.view().pins().size(), size_t(1));
    }

    void aFailureKeepsWhatThereWas()
    {
        Stage stage(false);
        stage.choose({u"db-4"_s});
        stage.reader.answerAll();
        stage.chart.range().choose(u"7d"_s);
        stage.reader.fail({ErrorKind::Storage, u"the disk is gone"_s, {}, {}, {}});
        QCOMPARE(stage.content().state, ChartContent::State::Failed);
        QVERIFY(!stage.content().series.front().data.points.empty());
        const int asked = stage.reader.asked();
        Q_EMIT stage.chart.view().retryRequested();
        QCOMPARE(stage.reader.asked(), asked + 1);
        stage.reader.answerAll();
        QCOMPARE(stage.content().state, ChartContent::State::Ready);
    }

    void aHostThatGoesAwayLeavesTheChart()
    {
        Stage stage;
        stage.choose({u"db-4"_s, u"eu-a-02"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(2));
        stage.sample.remove(u"hub"_s, u"sys-db-4"_s);
        stage.sample.book.flush();
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.sample.remove(u"hub"_s, u"sys-eu-a-02"_s);
        stage.sample.remove(u"prom"_s, u"eu-a-02:9100"_s);
        stage.sample.book.flush();
        QVERIFY(stage.content().series.empty());
    }

    void theTwinIsTheSameAsNumbers()
    {
        Stage stage;
        stage.choose({u"db-4"_s});
        QTRY_COMPARE(stage.content().series.size(), size_t(1));
        stage.chart.toggleTwin();
        QVERIFY(stage.chart.view().isTwinShown());
        stage.chart.toggleTwin();
        QVERIFY(!stage.chart.view().isTwinShown());
    }
};

QTEST_MAIN(TestHostChart)
#include "tst_host_chart.moc"
