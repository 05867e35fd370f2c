// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/CounterHistory.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

using Continuity = CounterHistory::Continuity;

constexpr Millis Every{10'000};
constexpr Timestamp Noon{Millis{1'795'300'000'000}};
constexpr quint32 Hits = 0;
constexpr quint32 Slow = 5; ///< a sum that is known over five minutes only

/// A peer whose page is read every ten seconds.
struct Peer
{
    Continuity read(std::vector<CounterValue> values, Millis later = Every)
    {
        at += later;
        return history.take({at, Noon + at, startedAt, identity, isWhole, std::move(values)});
    }

    Continuity read(double hits, Millis later = Every) { return read({{0, Hits, hits}}, later); }

    Continuity readNothing() { return read(std::vector<CounterValue>()); }

    std::optional<double> gain(MetricWindow window = MetricWindow::Minute) const
    {
        return history.gain(window, Hits);
    }

    CounterHistory history{Every, 3};
    Millis at{3'600'000};
    std::optional<Timestamp> startedAt = Noon;
    QString identity = QStringLiteral("12D3A");
    bool isWhole = true;
};

} // namespace

/// What counters gained, through everything that happens to counters.
class TestCounterHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneReadingTellsNothing()
    {
        Peer peer;
        QCOMPARE(peer.read(1'000), Continuity::First);
        QVERIFY(!peer.gain());
        QVERIFY(!peer.history.covered(MetricWindow::Hour));
        QVERIFY(peer.history.isTold(Hits));
    }

    void twoReadingsTellTheirDifference()
    {
        Peer peer;
        peer.read(1'000);
        QCOMPARE(peer.read(1'007), Continuity::Same);
        QCOMPARE(peer.gain(), std::optional(7.0));
        QCOMPARE(peer.history.covered(MetricWindow::Minute), std::optional(Every));
        QCOMPARE(peer.gain(MetricWindow::Hour), std::optional(7.0));
    }

    void windowsForgetWhatIsOlder()
    {
        Peer peer;
        for (int i = 0; i <= 720; ++i) { // two hours, one hit a second
            peer.read(i * 10.0);
        }
        QCOMPARE(peer.history.covered(MetricWindow::Minute), std::optional<Millis>(60s));
        QCOMPARE(peer.gain(MetricWindow::Minute), std::optional(60.0));
        const Millis five = *peer.history.covered(MetricWindow::FiveMinutes);
        QVERIFY(five >= 300s && five <= 330s);
        QCOMPARE(peer.gain(MetricWindow::FiveMinutes), std::optional(five.count() / 1000.0));
        const Millis hour = *peer.history.covered(MetricWindow::Hour);
        QVERIFY(hour >= 3'600s && hour <= 3'720s);
        QCOMPARE(peer.gain(MetricWindow::Hour), std::optional(hour.count() / 1000.0));
    }

    void readingsWaver()
    {
        std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp)
        Peer peer;
        for (int i = 0; i < 400; ++i) {
            peer.read(static_cast<double>(peer.at.count()),
                      Every + Millis(static_cast<int>(random() % 2'000) - 1'000));
            if (i > 10) {
                const Millis minute = *peer.history.covered(MetricWindow::Minute);
                QVERIFY2(minute >= 60s && minute < 75s, qPrintable(QString::number(minute.count())));
                QVERIFY(*peer.gain() <= static_cast<double>(minute.count()) + 2'000);
            }
        }
    }

    void aGapIsNotSpread()
    {
        Peer peer;
        peer.read(0);
        peer.read(10);
        peer.read(5'000, 20min);
        QVERIFY(!peer.gain(MetricWindow::Minute));
        QVERIFY(!peer.gain(MetricWindow::FiveMinutes));
        QCOMPARE(peer.gain(MetricWindow::Hour), std::optional(5'000.0));
        peer.read(5'003);
        QCOMPARE(peer.gain(MetricWindow::Minute), std::optional(3.0));
    }

    void aCounterThatFallsBeganAnew()
    {
        Peer peer;
        peer.startedAt.reset();
        peer.read(1'000);
        peer.read(1'010);
        QCOMPARE(peer.read(4), Continuity::Same);
        QCOMPARE(peer.gain(), std::optional(14.0));
    }

    void aRestartCountsFromNought()
    {
        Peer peer;
        peer.read(1'000);
        peer.read(1'010);
        peer.startedAt = Noon + peer.at + 5s;
        peer.identity = QStringLiteral("12D3B");
        // Larger than before: only the start tells that it began anew.
        QCOMPARE(peer.read(2'000), Continuity::Restarted);
        QCOMPARE(peer.gain(), std::optional(2'010.0));
        QCOMPARE(peer.read(2'001), Continuity::Same);
        QCOMPARE(peer.gain(), std::optional(2'011.0));
    }

    void aRestartForgetsWhatIsNotCountedYet()
    {
        Peer peer;
        peer.read({{0, Hits, 100}, {1, 1, 50}});
        peer.startedAt = Noon + peer.at + 5s;
        peer.read({{0, Hits, 3}});
        QVERIFY(!peer.history.gain(MetricWindow::Minute, 1));
        peer.read({{0, Hits, 4}, {1, 1, 60}});
        QCOMPARE(peer.history.gain(MetricWindow::Minute, 1), std::optional(60.0));
    }

    void anotherProcessBeginsAnew_data()
    {
        QTest::addColumn<qint64>("startedSecondsAfterNoon");
        QTest::newRow("started long before the last reading") << qint64{600};
        QTest::newRow("started before the one we knew") << qint64{-86'400};
    }

    /// Two peers behind one address: what one counted since it began is no gain.
    void anotherProcessBeginsAnew()
    {
        QFETCH(qint64, startedSecondsAfterNoon);
        Peer peer;
        peer.read(1'000);
        peer.read(1'010);
        peer.startedAt = Noon + std::chrono::seconds(startedSecondsAfterNoon);
        QCOMPARE(peer.read(900'000), Continuity::Another);
        QVERIFY(!peer.gain(MetricWindow::Hour));
        QCOMPARE(peer.read(900'002), Continuity::Same);
        QCOMPARE(peer.gain(MetricWindow::Hour), std::optional(2.0));
    }

    void anotherIdentityWithoutAStart()
    {
        Peer peer;
        peer.startedAt.reset();
        peer.read(1'000);
        peer.identity = QStringLiteral("12D3B");
        QCOMPARE(peer.read(1'010), Continuity::Another);
        QVERIFY(!peer.gain());
    }

    void theStartMayWaverAndBeMissing()
    {
        Peer peer;
        peer.read(1'000);
        peer.startedAt = Noon + 900ms;
        QCOMPARE(peer.read(1'001), Continuity::Same);
        peer.startedAt.reset();
        QCOMPARE(peer.read(1'002), Continuity::Same);
        peer.startedAt = Noon;
        QCOMPARE(peer.read(1'003), Continuity::Same);
        QCOMPARE(peer.gain(), std::optional(3.0));
    }

    void absentIsNotNought()
    {
        Peer peer;
        peer.readNothing();
        peer.readNothing();
        QVERIFY(peer.history.covered(MetricWindow::Minute).has_value());
        QVERIFY(!peer.gain());
        QVERIFY(!peer.history.isTold(Hits));
    }

    void aCounterThatAppearsBeganAtNought()
    {
        Peer peer;
        peer.readNothing();
        peer.read(5);
        QCOMPARE(peer.gain(), std::optional(5.0));
    }

    void aCounterThatAppearsAfterHalfAPageMayBeOld()
    {
        Peer peer;
        peer.isWhole = false;
        peer.readNothing();
        peer.isWhole = true;
        peer.read(5'000);
        QCOMPARE(peer.gain(), std::optional(0.0));
        peer.read(5'001);
        QCOMPARE(peer.gain(), std::optional(1.0));
    }

    void aCounterThatVanishesIsNotTold()
    {
        Peer peer;
        peer.read(100);
        peer.read(110);
        peer.readNothing();
        QVERIFY(!peer.gain());
        peer.read(130);
        QCOMPARE(peer.gain(), std::optional(30.0));
    }

    void countersOfOneSumAreComparedEach()
    {
        Peer peer;
        peer.startedAt.reset();
        peer.read({{0, Hits, 100}, {1, Hits, 1'000}});
        peer.read({{0, Hits, 2}, {1, Hits, 1'005}});
        QCOMPARE(peer.gain(), std::optional(7.0));
    }

    void nonsenseIsLeftOut_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("NaN") << std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("negative") << -1.0;
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("below all") << -std::numeric_limits<double>::infinity();
    }

    void nonsenseIsLeftOut()
    {
        QFETCH(double, value);
        Peer peer;
        peer.read(100);
        peer.read(110);
        peer.read(value);
        QVERIFY(!peer.gain());
        peer.read(120);
        QCOMPARE(peer.gain(), std::optional(20.0));
    }

    void hugeCountersStayFinite()
    {
        Peer peer;
        peer.read(1e308);
        peer.read(1.5e308);
        QVERIFY(*peer.gain() > 0);
        peer.read(1e18);
        QVERIFY(std::isfinite(*peer.gain()));
    }

    void fewSumsAreKnownForLong()
    {
        Peer peer;
        peer.read({{0, Slow, 10}});
        peer.read({{0, Slow, 12}});
        QCOMPARE(peer.history.gain(MetricWindow::FiveMinutes, Slow), std::optional(2.0));
        QVERIFY(!peer.history.gain(MetricWindow::Hour, Slow));
    }

    /// Against a counter that never restarts: whatever restarts happen in between, the sum is the same but
    /// for what was counted between the last reading and the end of a process.
    void restartsLoseOnlyWhatNobodyRead()
    {
        std::mt19937 random(20'261'122); // NOLINT(cert-msc32-c,cert-msc51-cpp)
        for (int run = 0; run < 50; ++run) {
            Peer peer;
            double counter = 1'000;
            double truth = 0;
            peer.read(counter);
            for (int i = 0; i < 29; ++i) { // within five minutes
                if (random() % 5 == 0) {
                    peer.startedAt = Noon + peer.at + 1s;
                    counter = 0;
                }
                const double more = random() % 100;
                counter += more;
                truth += more;
                peer.read(counter);
            }
            QCOMPARE(peer.gain(MetricWindow::FiveMinutes), std::optional(truth));
        }
    }
};

QTEST_GUILESS_MAIN(TestCounterHistory)
#include "tst_counter_history.moc"
