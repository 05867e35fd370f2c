// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoLife.h"
#include "app/demo/DemoResolver.h"
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/hub/DemoHub.h"
#include "tests/support/ManualClock.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

constexpr quint64 Seed = 20261121;

/// A scenario in the demonstration's world, with its hub; without sockets.
class Stage
{
public:
    explicit Stage(const char* name, DemoSize size = {})
        : m_scenario(*findDemoScenario(QString::fromLatin1(name))), m_world(built(m_scenario, size)),
          m_life(m_world, m_scenario, Seed), m_hub(m_world)
    {
        if (!m_hub.start()) {
            qFatal("the hub does not listen");
        }
    }

    void pass(Millis until, Millis step = 1s)
    {
        while (m_world.now() < until) {
            m_life.advance(std::min(until, m_world.now() + step));
            m_hub.tick();
        }
    }

    /// "db-4/CPU", each once, of those that were triggered after the world began.
    std::set<QByteArray> fired() const
    {
        std::set<QByteArray> names;
        for (const DemoHubTurn& turn : m_hub.alerts().turns()) {
            if (turn.began >= 0s) {
                names.insert(named(turn));
            }
        }
        return names;
    }

    QByteArrayList history() const
    {
        QByteArrayList lines;
        for (const DemoHubTurn& turn : m_hub.alerts().turns()) {
            lines += m_hub.alerts().turn(turn);
        }
        return lines;
    }

    bool stands(const char* name, const char* user = DemoHubAlerts::User) const
    {
        return std::ranges::any_of(m_hub.alerts().turns(), [&](const DemoHubTurn& turn) {
            return !turn.ended && named(turn) == name && m_hub.alerts().alerts()[turn.alert].user == user;
        });
    }

    const DemoHub& hub() const { return m_hub; }
    const DemoWorld& world() const { return m_world; }
    const DemoScenario& scenario() const { return m_scenario; }

private:
    static DemoWorld built(const DemoScenario& scenario, const DemoSize& size)
    {
        DemoWorld world = buildDemoWorld(size, Seed);
        world.setBeganAt(Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 22h});
        world.setTroubles(scenario.troubles);
        return world;
    }

    QByteArray named(const DemoHubTurn& turn) const
    {
        const DemoHubAlert& alert = m_hub.alerts().alerts()[turn.alert];
        const auto& systems = m_hub.systems();
        const auto system = std::ranges::find(systems, alert.system, &DemoSystem::id);
        return (system == systems.end() ? QByteArray() : system->machine.name) + '/' + alert.name;
    }

    DemoScenario m_scenario;
    DemoWorld m_world;
    DemoLife m_life;
    DemoHub m_hub;
};

} // namespace

/// What the simulated hub judges, and that each stage shows what its scenario promises.
class TestDemoHubAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calmStaysCalm();
    void deadPeer();
    void registryCpu();
    void hostOom();
    void aaaa();
    void nixGc();
    void sameInSmallAndLargeSteps_data();
    void sameInSmallAndLargeSteps();
    void historyIsTrimmed();
    void truthNamesWhatThereIs();
    void resolver();
};

/// Nothing but what the scenario says: the node that is gone, and those that take its place.
void TestDemoHubAlerts::calmStaysCalm()
{
    Stage stage("calm");
    stage.pass(3min, 5s);
    QCOMPARE(stage.fired(), (std::set<QByteArray>{"eu-c-11/Status"}));
    stage.pass(3h, 20s);
    for (const QByteArray& name : stage.fired()) {
        QVERIFY2(name.endsWith("/Status"), name.constData());
    }
}

void TestDemoHubAlerts::deadPeer()
{
    Stage stage("dead-peer");
    stage.pass(75s);
    QVERIFY(stage.fired().empty());
    stage.pass(30min, 10s);
    QCOMPARE(stage.fired(), (std::set<QByteArray>{"eu-b-17/Status"}));
    QVERIFY(stage.stands("eu-b-17/Status"));
    QCOMPARE(stage.hub().alerts().messages(), 3);
}

void TestDemoHubAlerts::registryCpu()
{
    Stage stage("registry-cpu");
    stage.pass(1min);
    QVERIFY(stage.fired().empty());
    stage.pass(30min, 5s);
    QCOMPARE(stage.fired(), (std::set<QByteArray>{"registry-3/CPU", "registry-3/LoadAvg5"}));
    QVERIFY(stage.stands("registry-3/CPU"));
}

void TestDemoHubAlerts::hostOom()
{
    Stage stage("host-oom");
    stage.pass(2min);
    QCOMPARE(stage.hub().alerts().messages(), 120);
    QCOMPARE(stage.fired(), (std::set<QByteArray>{"db-4/CPU", "db-4/Memory", "db-4/Disk", "db-4/LoadAvg1",
                                                  "db-4/LoadAvg5", "db-4/Status"}));
    const auto& turns = stage.hub().alerts().turns();
    QVERIFY(std::ranges::all_of(turns, [](const DemoHubTurn& turn) { return turn.ended.has_value(); }));
    QVERIFY(turns.back().began < 100s);
    stage.pass(2h, 10s);
    QCOMPARE(stage.hub().alerts().messages(), 120);
}

/// Agents of all zones lose the hub within a minute, and find it again.
void TestDemoHubAlerts::aaaa()
{
    Stage stage("aaaa");
    stage.pass(3min);
    const auto fired = stage.fired();
    QVERIFY2(fired.size() >= 10 && fired.size() <= 16, QByteArray::number(int(fired.size())).constData());
    std::set<QByteArray> zones;
    for (const QByteArray& name : fired) {
        QVERIFY2(name.endsWith("/Status"), name.constData());
        zones.insert(name.left(4));
    }
    QCOMPARE(zones.size(), size_t(3));
    for (const DemoNode& node : stage.world().nodes()) {
        QCOMPARE(node.state, DemoNodeState::Live); // it is not the machines
    }
    stage.pass(8min);
    QCOMPARE(stage.fired(), fired);
    const auto& systems = stage.hub().systems();
    QCOMPARE(std::ranges::count(systems, QByteArray("down"), &DemoSystem::status), 1); // one left behind
}

void TestDemoHubAlerts::nixGc()
{
    Stage stage("nix-gc");
    QVERIFY(stage.stands("builder-2/Disk")); // above 90 % for hours
    QVERIFY(!stage.stands("builder-2/Disk", "q8w2mei0n7x4kda"));
    stage.pass(2min + 30s);
    QCOMPARE(stage.fired(), (std::set<QByteArray>{"builder-2/Disk"})); // above 95 %
    QVERIFY(stage.stands("builder-2/Disk", "q8w2mei0n7x4kda"));
    const auto builder = std::ranges::find(stage.hub().systems(), QByteArray("builder-2"),
                                           [](const DemoSystem& system) { return system.machine.name; });
    const auto percent = [&](Millis at) {
        return 100 * DemoMachineLoad::of(builder->machine, at).nixUsed / builder->machine.nixBytes;
    };
    QVERIFY(percent(5min) > percent(0s) && percent(0s) > percent(-1h));
    QVERIFY(std::abs(percent(2h) - 96) < 0.01); // and blocks there
    QVERIFY(100 * DemoMachineLoad::of(builder->machine, 2h).diskUsed / builder->machine.diskBytes < 90);
    stage.pass(1h, 10s);
    QCOMPARE(stage.fired(), (std::set<QByteArray>{"builder-2/Disk"}));
}

void TestDemoHubAlerts::sameInSmallAndLargeSteps_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const DemoScenario& scenario : demoScenarios()) {
        QTest::newRow(scenario.name) << QByteArray(scenario.name);
    }
}

void TestDemoHubAlerts::sameInSmallAndLargeSteps()
{
    QFETCH(const QByteArray, name);
    Stage fine(name.constData());
    Stage coarse(name.constData());
    fine.pass(10min, 700ms);
    coarse.pass(10min, 47s);
    fine.pass(11min);
    coarse.pass(11min);
    QCOMPARE(fine.history(), coarse.history());
    QCOMPARE(fine.hub().alerts().messages(), coarse.hub().alerts().messages());
}

void TestDemoHubAlerts::historyIsTrimmed()
{
    Stage stage("calm", DemoSize::uniform(1, 2, 1));
    DemoWorld world = stage.world();
    world.setTroubles({{"db-4", 0, DemoTrouble::OutOfMemory, 0s, 30min}});
    DemoHub hub(world);
    QVERIFY(hub.start());
    size_t most = 0;
    for (Millis at = 1s; at < 30min; at += 1s) {
        world.setNow(world.now() + 1s);
        hub.tick();
        const auto own = std::ranges::count_if(hub.alerts().turns(), [&](const DemoHubTurn& turn) {
            return hub.alerts().alerts()[turn.alert].user == DemoHubAlerts::User;
        });
        most = std::max(most, static_cast<size_t>(own));
    }
    QCOMPARE(most, DemoHubAlerts::TrimAbove);
    QVERIFY(hub.alerts().messages() > 1'000);
}

void TestDemoHubAlerts::truthNamesWhatThereIs()
{
    for (const DemoScenario& scenario : demoScenarios()) {
        Stage stage(scenario.name);
        QVERIFY(!scenario.truth.empty());
        for (const DemoTruth& truth : scenario.truth) {
            const bool isMachine = std::ranges::any_of(stage.hub().systems(), [&](const DemoSystem& system) {
                return system.machine.name == truth.subject;
            });
            QVERIFY2(isMachine == (truth.kind == SubjectKind::Host), truth.subject);
            QVERIFY(*truth.words != '\0');
        }
    }
}

void TestDemoHubAlerts::resolver()
{
    ManualClock clock;
    DemoResolver names(clock);
    names.begin(findDemoScenario(QStringLiteral("aaaa"))->darkV6);
    const auto v6 = [&](const char* name) {
        return names.answer(QString::fromLatin1(name)).v6.size();
    };
    QCOMPARE(names.answer(QString::fromLatin1(DemoResolver::HubName)).v4,
             QStringList(QStringLiteral("127.0.0.1")));
    QCOMPARE(v6(DemoResolver::HubName), 0);
    clock.advance(30s);
    QCOMPARE(v6(DemoResolver::HubName), 1);
    QCOMPARE(v6(DemoResolver::RegistryName), 0);
    QVERIFY(names.answer(QStringLiteral("elsewhere.test")).v4.isEmpty());
    NameAddresses told;
    QObject context;
    names.lookUp(QString::fromLatin1(DemoResolver::HubName), &context,
                 [&](const NameAddresses& found) { told = found; });
    QVERIFY(!told.isAnswered); // never from within
    clock.advance(1ms);
    QVERIFY(told.isAnswered);
    clock.advance(10min);
    QCOMPARE(v6(DemoResolver::HubName), 0);
}

QTEST_GUILESS_MAIN(TestDemoHubAlerts)
#include "tst_demo_hub_alerts.moc"
