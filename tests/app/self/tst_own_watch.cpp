// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compose/AlertDesk.h"
#include "app/compose/HostDesk.h"
#include "app/compose/OwnWatch.h"
#include "app/rules/RuleReader.h"
#include "connectors/store/SqliteHistory.h"
#include "connectors/store/alerts/SqliteAlertLog.h"
#include "connectors/store/series/SqliteSeries.h"
#include "models/alerts/rules/RuleTempos.h"
#include "tests/connectors/store/TightDisk.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60'000;
constexpr size_t MostBytesWaiting = 200'000;
constexpr rlim_t NoRoom = 1'000;

class NobodyResolves final : public HostResolver
{
public:
    void resolve(const QString& /*host*/, QObject* /*context*/,
                 std::function<void(const ResolvedHost&)> /*then*/) const override
    {
    }
};

class SmallDisk final : public SelfProbe
{
public:
    std::optional<qint64> residentBytes() const override { return 1; }
    std::optional<qint64> diskFreeBytes() const override { return free; }
    std::optional<qint64> diskBytes() const override { return qint64{1} << 40; }

    qint64 free = qint64{1} << 39;
};

/// Everything that watches this program, over databases on a real disk. Only the test moves the clock.
struct Program
{
    Program(const QString& folder, const ManualClock& at)
        : clock(at), history(folder, clock), series(new SqliteSeries(folder, clock)),
          hosts(fleet, {}, std::unique_ptr<SeriesHistory>(series), folder, clock),
          log(new SqliteAlertLog(folder, clock, AlertRetention{}, MostBytesWaiting)),
          desk(fleet, hosts.book(), {}, std::unique_ptr<AlertLog>(log), clock)
    {
        for (const QString& source : {u"prom"_s, u"peers"_s}) { // as the last run left them
            Delta known = status(Freshness::Live, source);
            known.generation = 0;
            known.status->settled = false;
            fleet.apply(known);
        }
        std::vector<AlertRule> rules = ownRules().value();
        desk.book().setPolicy(withRuleTempos({}, rules));
        QObject::connect(&desk.book(), &AlertBook::happened, &desk,
                         [this](const std::vector<AlertEvent>& events) {
                             told.insert(told.end(), events.begin(), events.end());
                         });
        own = std::make_unique<OwnWatch>(fleet, hosts, std::vector<HostNames>{}, desk,
                                         OwnStores{history, *series, *log}, std::move(rules), folder,
                                         resolver, clock);
    }

    /// A source tells; what the screen shows does not matter to any of this.
    void tell(const Delta& delta) const { own->take(delta); }

    Delta from(const QString& source) const
    {
        Delta delta;
        delta.source = source;
        delta.generation = 1;
        delta.at = clock.now();
        return delta;
    }

    Delta status(Freshness state, const QString& source = u"prom"_s) const
    {
        Delta delta = from(source);
        SourceStatus status;
        status.id = source;
        status.kind = u"prometheus"_s;
        status.state = state;
        status.settled = true;
        status.lastAnswer = delta.at;
        delta.status = status;
        return delta;
    }

    Delta node(NodeState state) const
    {
        Delta delta = status(Freshness::Live, u"peers"_s);
        NodeObservation node;
        node.name = u"n1"_s;
        node.state = state;
        node.at = clock.now();
        delta.nodes = {node};
        return delta;
    }

    AlertEvent event()
    {
        AlertEvent event;
        event.uid = u"e/%1/%2"_s.arg(clock.now().time_since_epoch().count()).arg(++count);
        event.kind = AlertEventKind::NodeRestarted;
        event.at = event.seenAt = clock.now();
        event.name = u"restarted"_s;
        event.place.subject = {SubjectKind::Host, u"n1"_s};
        event.summary = QString(1'000, u'x');
        return event;
    }

    /// Something for each database.
    void record()
    {
        Delta delta = status(Freshness::Live);
        delta.samples = {{{{u"prom"_s, u"n1"_s}, u"cpu.percent"_s}, 1min, false, {{clock.now(), 1, 1}}, {}}};
        history.record(delta);
        hosts.judge(delta);
        desk.note({event()});
    }

    SelfDatabase database(const QString& name) const
    {
        const auto& all = own->self().figures().databases;
        const auto found = std::ranges::find(all, name, &SelfDatabase::name);
        return found == all.end() ? SelfDatabase{} : *found;
    }

    /// "requests events …": what there are figures of.
    QString queues() const
    {
        QStringList names;
        for (const SelfQueue& queue : own->self().figures().queues) {
            names << queue.name;
        }
        return names.join(u' ');
    }

    /// Of the alert of a rule about a subject; nothing when it stands no more, or never did.
    std::optional<AlertState> stateOf(const QString& key) const
    {
        const Alert* alert = desk.book().find(RuleEngine::source(), key);
        return alert == nullptr ? std::nullopt : std::optional(alert->state);
    }

    /// "fired ended": what was told of alerts of this name.
    QString turnsOf(const QString& name) const
    {
        QStringList turns;
        for (const AlertEvent& event : told) {
            if (event.name == name) {
                turns << alertEventKindName(event.kind);
            }
        }
        return turns.join(u' ');
    }

    const ManualClock& clock;
    Fleet fleet{clock};
    SqliteHistory history;
    SqliteSeries* series;
    HostDesk hosts;
    SqliteAlertLog* log;
    AlertDesk desk;
    NobodyResolves resolver;
    std::unique_ptr<OwnWatch> own;
    std::vector<AlertEvent> told;
    int count = 0;
};

struct Stage
{
    Stage() { start(); }

    void start() { program = std::make_unique<Program>(folder.path(), clock); }

    bool begin()
    {
        program->desk.restore();
        program->record(); // so that the files are there
        return until(
            [this] { return program->desk.isRestored() && program->database(u"series"_s).bytes > 0; });
    }

    /// Time goes on, a second a turn, until something is so.
    bool until(const std::function<bool()>& isSo)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(1s);
                return isSo();
            },
            Patience);
    }
    bool untilState(const QString& key, AlertState state)
    {
        return until([&] { return program->stateOf(key) == state; });
    }

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Program> program;
};

} // namespace

/// What Stowage tells of itself and by its own rules: each begins and ends.
class TestOwnWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void databasesAndQueuesAreAmongTheFigures();
    void aFullDiskIsToldOfEachDatabase();
    void aSlowDiskIsTold();
    void aFullQueueIsTold();
    void littleRoomIsTold();
    void aSourceIsJudgedWhileTheScreenIsFrozen();
    void aNodeIsJudgedWhileTheScreenIsFrozen();
    void whatCannotBeJudgedIsAStateOfItsOwn();
    void aRestartTellsNothingTwice();
};

void TestOwnWatch::databasesAndQueuesAreAmongTheFigures()
{
    Stage stage;
    QVERIFY(stage.begin());
    const Program& program = *stage.program;
    for (const QString& name : {u"fleet"_s, u"series"_s, u"alerts"_s}) {
        const auto isWritten = [&] {
            stage.program->record();
            const SelfDatabase database = program.database(name);
            return database.bytes > 0 && database.latestWrite && database.slowestWrite;
        };
        QVERIFY2(stage.until(isWritten), qPrintable(name));
        QVERIFY(program.database(name).isWriting);
        QCOMPARE(program.database(name).dropped, quint64(0));
    }
    QCOMPARE(program.queues(), u"events reports samples transitions"_s);
    stage.program->desk.incidents().flush();
    stage.program->desk.note(std::vector<AlertEvent>(7, stage.program->event()));
    QCOMPARE(program.desk.incidents().waiting(), size_t(7));
}

void TestOwnWatch::aFullDiskIsToldOfEachDatabase()
{
    Stage stage;
    QVERIFY(stage.begin());
    Program& program = *stage.program;
    const auto areAll = [&program](AlertState wanted) {
        return std::ranges::all_of(
            QStringList{u"fleet"_s, u"series"_s, u"alerts"_s},
            [&](const QString& name) { return program.stateOf(u"stowage-not-writing/"_s + name) == wanted; });
    };
    {
        const TightDisk disk(NoRoom);
        QVERIFY(stage.until([&] {
            program.record();
            return areAll(AlertState::Firing);
        }));
        QVERIFY(!program.database(u"series"_s).trouble.isEmpty());
        QVERIFY(program.database(u"alerts"_s).waiting > 0);
        const Alert* alert = program.desk.book().find(RuleEngine::source(), u"stowage-not-writing/series"_s);
        QVERIFY2(alert->summary.contains(u"series"_s), qPrintable(alert->summary));
        QCOMPARE(alert->severity, AlertSeverity::Critical);
    }
    QVERIFY(stage.until([&] { return areAll(AlertState::Resolved); }));
    QVERIFY(program.database(u"alerts"_s).trouble.isEmpty());
}

/// Time passes between a word and its answer.
void TestOwnWatch::aSlowDiskIsTold()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString key = u"stowage-slow-writes/alerts"_s;
    QVERIFY(stage.until([&] {
        stage.program->desk.note({stage.program->event()});
        stage.clock.advance(6s);
        return stage.program->stateOf(key) == AlertState::Firing;
    }));
    QVERIFY(*stage.program->database(u"alerts"_s).slowestWrite >= 6s);
    QVERIFY(stage.untilState(key, AlertState::Resolved));
}

void TestOwnWatch::aFullQueueIsTold()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString key = u"stowage-queue/stowage"_s;
    {
        const TightDisk disk(NoRoom);
        QVERIFY(stage.until([&] {
            Program& program = *stage.program;
            program.desk.note({program.event(), program.event(), program.event()});
            return program.stateOf(key) == AlertState::Firing;
        }));
    }
    QVERIFY(stage.untilState(key, AlertState::Resolved));
}

void TestOwnWatch::littleRoomIsTold()
{
    ManualClock clock;
    Fleet fleet(clock);
    SmallDisk disk;
    const SelfWatch self(fleet, clock, &disk);
    FactWorld world;
    world.self = &self;
    FactGatherer gatherer(world, ownRules().value(), clock);
    gatherer.recall({});
    const std::vector<AlertObservation>& told = gatherer.engine().report().alerts;
    clock.advance(5min);
    QVERIFY(told.empty());
    disk.free = qint64{1} << 30;
    clock.advance(5min);
    QCOMPARE(told.size(), size_t(1));
    QCOMPARE(told.front().key, u"stowage-disk/stowage"_s);
    QCOMPARE(told.front().severity, AlertSeverity::Warning);
    disk.free = qint64{1} << 20;
    clock.advance(5min);
    QCOMPARE(told.front().severity, AlertSeverity::Critical);
    disk.free = qint64{1} << 39;
    clock.advance(5min);
    QVERIFY(told.empty());
}

void TestOwnWatch::aSourceIsJudgedWhileTheScreenIsFrozen()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString key = u"source-stale/prom"_s;
    stage.program->tell(stage.program->status(Freshness::Live));
    stage.program->own->setHeld(true);
    Delta gone = stage.program->status(Freshness::Live);
    gone.status->state = Freshness::Offline;
    stage.program->tell(gone);
    QVERIFY(stage.untilState(key, AlertState::Firing));
    QVERIFY(stage.until([&] {
        stage.program->tell(stage.program->status(Freshness::Live));
        return stage.program->stateOf(key) == AlertState::Resolved;
    }));
}

void TestOwnWatch::aNodeIsJudgedWhileTheScreenIsFrozen()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString key = u"node-gone/n1"_s;
    stage.program->fleet.apply(stage.program->node(NodeState::Live));
    stage.program->tell(stage.program->node(NodeState::Live));
    stage.program->own->setHeld(true); // from here on nothing reaches the fleet
    stage.program->tell(stage.program->node(NodeState::Gone));
    QVERIFY(stage.untilState(key, AlertState::Firing));
    stage.program->tell(stage.program->node(NodeState::Live));
    QVERIFY(stage.untilState(key, AlertState::Resolved));
    stage.program->own->setHeld(false);
    QVERIFY(stage.until([&] { return stage.program->turnsOf(u"node-gone"_s) == u"fired ended"_s; }));
}

/// The only one who tells of the node is silent: whether it is gone still nobody can say.
void TestOwnWatch::whatCannotBeJudgedIsAStateOfItsOwn()
{
    Stage stage;
    QVERIFY(stage.begin());
    const QString key = u"node-gone/n1"_s;
    stage.program->tell(stage.program->node(NodeState::Gone));
    QVERIFY(stage.untilState(key, AlertState::Firing));
    Delta silent = stage.program->status(Freshness::Offline, u"peers"_s);
    silent.status->lastAnswer -= 1h;
    stage.program->tell(silent);
    QVERIFY(stage.untilState(key, AlertState::Unjudged));
    const auto failures = stage.program->desk.book().failures();
    QVERIFY(std::ranges::find(failures, key, &AlertRuleFailure::key) != failures.end());
    for (int i = 0; i < 600; ++i) {
        stage.clock.advance(1s);
    }
    QCOMPARE(stage.program->stateOf(key), std::optional(AlertState::Unjudged));
    stage.program->tell(stage.program->node(NodeState::Gone));
    QVERIFY(stage.untilState(key, AlertState::Firing));
    stage.program->tell(stage.program->node(NodeState::Live));
    QVERIFY(stage.untilState(key, AlertState::Resolved));
    QCOMPARE(stage.program->turnsOf(u"node-gone"_s), u"fired unjudged judged ended"_s);
}

/// A rule that waits for a minute does not wait again for what it has told; and who is silent after the
/// start ends nothing.
void TestOwnWatch::aRestartTellsNothingTwice()
{
    Stage stage;
    QVERIFY(stage.begin());
    const auto offline = [&stage](Millis since) {
        Delta delta = stage.program->status(Freshness::Offline);
        delta.status->lastAnswer -= since;
        stage.program->tell(delta);
    };
    stage.program->tell(stage.program->node(NodeState::Gone));
    offline(10min);
    QVERIFY(stage.untilState(u"source-stale/prom"_s, AlertState::Firing));
    QVERIFY(stage.untilState(u"node-gone/n1"_s, AlertState::Firing));
    stage.program->own.reset();
    stage.program->desk.close();
    stage.program.reset();

    stage.start();
    QVERIFY(stage.begin());
    for (int i = 0; i < 300; ++i) { // nobody has told of anything yet
        stage.clock.advance(1s);
    }
    QCOMPARE(stage.program->turnsOf(u"source-stale"_s), u"lost"_s);
    offline(10min);
    QVERIFY(stage.untilState(u"source-stale/prom"_s, AlertState::Firing));
    stage.program->tell(stage.program->node(NodeState::Live));
    QVERIFY(stage.until([&] { return stage.program->turnsOf(u"node-gone"_s) == u"lost ended"_s; }));
    QCOMPARE(stage.program->turnsOf(u"source-stale"_s), u"lost found"_s);
}

QTEST_GUILESS_MAIN(TestOwnWatch)
#include "tst_own_watch.moc"
