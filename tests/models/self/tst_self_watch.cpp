// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/self/SelfExposition.h"
#include "models/self/SelfWatch.h"

#include <QPointer>
#include <QTest>

using namespace stowage;

namespace {

/// A clock whose timers fire only when the test lets them, however late.
class LateClock final : public Clock
{
public:
    Timestamp now() const override { return Timestamp(Millis(1'800'000'000'000)) + elapsed; }
    Millis monotonic() const override { return elapsed; }
    void after(Millis delay, QObject* context, std::function<void()> then) const override
    {
        m_timers.push_back({elapsed + delay, context, std::move(then)});
    }

    /// Moves on, and only then lets fire what is due: once.
    void pass(Millis time)
    {
        elapsed += time;
        std::vector<Timer> due;
        std::erase_if(m_timers, [this, &due](const Timer& timer) {
            const bool isDue = timer.due <= elapsed;
            if (isDue) {
                due.push_back(timer);
            }
            return isDue;
        });
        for (const Timer& timer : due) {
            if (timer.context) {
                timer.then();
            }
        }
    }

    Millis elapsed{1'000};

private:
    struct Timer
    {
        Millis due;
        QPointer<QObject> context;
        std::function<void()> then;
    };
    mutable std::vector<Timer> m_timers;
};

class FakeProbe final : public SelfProbe
{
public:
    std::optional<qint64> residentBytes() const override { return 123; }
    std::optional<qint64> diskFreeBytes() const override { return 7; }
    std::optional<qint64> diskBytes() const override { return 70; }
};

struct Stage
{
    LateClock clock;
    Fleet fleet{clock};
    FakeProbe probe;
    SelfWatch watch{fleet, clock, &probe};

    void pass(int beats)
    {
        for (int i = 0; i < beats; ++i) {
            clock.pass(SelfWatch::Beat);
        }
    }

    void status(quint64 requests, quint64 failures)
    {
        Delta delta;
        delta.source = QStringLiteral("reg");
        delta.generation = 1;
        SourceStatus status;
        status.id = QStringLiteral("reg");
        status.kind = QStringLiteral("registry");
        status.state = Freshness::Live;
        status.lastAnswer = clock.now();
        status.requestsSent = requests;
        status.requestsFailed = failures;
        delta.status = status;
        fleet.apply(delta);
    }
};

} // namespace

class TestSelfWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoopInTimeHasNoStalls();
    void aLateBeatIsAStall();
    void oldStallsAreForgotten();
    void readsProbeQueuesAndDatabases();
    void tellsRatesOfSources();
    void aConnectorThatBeginsAnewCountsFromNought();
    void putsFiguresIntoAPage();
    void escapesLabels();
};

void TestSelfWatch::aLoopInTimeHasNoStalls()
{
    Stage stage;
    stage.pass(40);
    QCOMPARE(stage.watch.figures().stalls.total, quint64(0));
    QVERIFY(stage.watch.figures().at != Timestamp{});
}

void TestSelfWatch::aLateBeatIsAStall()
{
    Stage stage;
    stage.clock.pass(SelfWatch::Beat + SelfWatch::Stall);
    QCOMPARE(stage.watch.figures().stalls.total, quint64(0));
    stage.clock.pass(SelfWatch::Beat + Millis(300));
    stage.pass(8);
    const SelfStalls& stalls = stage.watch.figures().stalls;
    QCOMPARE(stalls.total, quint64(1));
    QCOMPARE(stalls.longest, Millis(300));
    QCOMPARE(stalls.recent, quint64(1));
}

void TestSelfWatch::oldStallsAreForgotten()
{
    Stage stage;
    stage.clock.pass(SelfWatch::Beat + Millis(300));
    stage.pass(static_cast<int>(SelfWatch::Window / SelfWatch::Beat) + 8);
    QCOMPARE(stage.watch.figures().stalls.recent, quint64(0));
    QCOMPARE(stage.watch.figures().stalls.longest, Millis(0));
    QCOMPARE(stage.watch.figures().stalls.total, quint64(1));
}

void TestSelfWatch::readsProbeQueuesAndDatabases()
{
    Stage stage;
    stage.watch.addQueue(QStringLiteral("http"), [] { return SelfQueue{{}, 3, 10}; });
    stage.watch.addDatabase(QStringLiteral("series"), [] { return SelfDatabase{{}, 4'096, 5, 0, true, {}}; });
    stage.watch.noteWrite(QStringLiteral("series"), Millis(40));
    stage.watch.noteWrite(QStringLiteral("series"), Millis(20));
    stage.pass(5);
    const SelfFigures& figures = stage.watch.figures();
    QCOMPARE(figures.residentBytes, std::optional<qint64>(123));
    QCOMPARE(figures.queues.at(0), (SelfQueue{QStringLiteral("http"), 3, 10}));
    QCOMPARE(figures.databases.at(0).latestWrite, std::optional(Millis(20)));
    QCOMPARE(figures.databases.at(0).slowestWrite, std::optional(Millis(40)));
    stage.watch.remove(QStringLiteral("http"));
    stage.pass(300); // a minute and more
    QVERIFY(figures.queues.empty());
    QVERIFY(!figures.databases.at(0).latestWrite);
}

void TestSelfWatch::tellsRatesOfSources()
{
    Stage stage;
    stage.status(100, 10);
    stage.pass(4);
    stage.status(300, 60);
    stage.pass(40);
    const SelfSource& source = stage.watch.figures().sources.at(0);
    QCOMPARE(source.requests, quint64(300));
    QCOMPARE(source.failurePercent, std::optional(25.0));
    QVERIFY(source.perSecond > 10);
    QVERIFY(source.sinceAnswer);
    QVERIFY(!source.sweepLag);
}

void TestSelfWatch::aConnectorThatBeginsAnewCountsFromNought()
{
    Stage stage;
    stage.status(1'000, 900);
    stage.pass(8);
    stage.status(5, 0);
    stage.pass(8);
    const SelfSource& source = stage.watch.figures().sources.at(0);
    QCOMPARE(source.perSecond, 0.0);
    QVERIFY(!source.failurePercent || *source.failurePercent >= 0);
}

void TestSelfWatch::putsFiguresIntoAPage()
{
    SelfFigures figures;
    figures.startedAt = Timestamp(Millis(1'500));
    figures.residentBytes = 123'456'789'012;
    figures.queues = {{QStringLiteral("http"), 3, 10}, {QStringLiteral("notices"), 1, 0}};
    const QByteArray page = selfExposition(figures);
    QVERIFY(page.contains("stowage_start_time_seconds 1.5\n"));
    QVERIFY(page.contains("stowage_resident_memory_bytes 123456789012\n"));
    QVERIFY(page.contains("# TYPE stowage_queue_length gauge\n"
                          "stowage_queue_length{queue=\"http\"} 3\n"
                          "stowage_queue_length{queue=\"notices\"} 1\n"));
    QVERIFY(page.contains("stowage_queue_limit{queue=\"http\"} 10\n"));
    QVERIFY(!page.contains("stowage_queue_limit{queue=\"notices\"}"));
    QVERIFY(!page.contains("stowage_database")); // nothing is told of what there is not
    QVERIFY(page.endsWith('\n'));
}

void TestSelfWatch::escapesLabels()
{
    SelfFigures figures;
    figures.queues = {{QStringLiteral("a\"b\\c\nd"), 1, 0}};
    QVERIFY(selfExposition(figures).contains("queue=\"a\\\"b\\\\c\\nd\""));
}

QTEST_GUILESS_MAIN(TestSelfWatch)
#include "tst_self_watch.moc"
