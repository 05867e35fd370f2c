// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoImages.h"
#include "app/demo/DemoPeer.h"
#include "app/demo/DemoWorldBuilder.h"
#include "tests/connectors/spegel/PeerRig.h"

using namespace stowage;
using namespace stowage::test;

namespace {

/// The simulated peers over a world that the test changes as it likes, and the connector that sweeps them.
struct Stage
{
    Stage() : world(buildDemoWorld(DemoSize::uniform(3, 4, 8), 20261122))
    {
        settings.id = QStringLiteral("peers");
        settings.namespaces = QStringList{QStringLiteral("docker.io")};
        settings.contentDeadline = settings.probeDeadline = Millis{400};
        settings.mostUnderWay = 24; // so that a round has a middle
        for (size_t node = 0; node < world.nodes().size(); ++node) {
            peers.push_back(std::make_unique<DemoPeer>(world, node));
            if (!peers.back()->start()) {
                qFatal("a simulated peer does not start");
            }
            PeerSettings peer;
            peer.name = name(node);
            peer.registry.baseUrl = peers.back()->registryPort().url();
            peer.registry.budget = {0, 4};
            peer.metrics = peer.registry;
            peer.metrics->baseUrl = peers.back()->metricsPort().url() + "/metrics";
            settings.peers.push_back(peer);
        }
        for (size_t content = 0; content < world.content().size(); ++content) {
            want(content);
        }
        connector = std::make_unique<SpegelConnector>(engine, clock, inventory, settings);
        QObject::connect(connector.get(), &Connector::delta, connector.get(),
                         [this](const Delta& delta) { take(delta); });
    }

    QString name(size_t node) const { return QString::fromLatin1(world.nodes()[node].name); }

    void want(size_t content)
    {
        const DemoContent& wanted = world.content()[content];
        inventory.add({wanted.descriptor.digest, wanted.kind, wanted.descriptor.bytes,
                       QStringLiteral("team/any"), QStringLiteral("docker.io")});
    }

    void set(size_t node, DemoNodeState state)
    {
        world.setState(node, state);
        if (!peers[node]->follow()) {
            qFatal("a simulated peer does not follow");
        }
    }

    void take(const Delta& delta)
    {
        for (const NodeObservation& seen : delta.nodes) {
            nodes[seen.name] = seen;
        }
        for (const NodeContent& content : delta.contents) {
            for (const Sighting& sighting : content.sightings) {
                cells[{content.node, sighting.digest}] = sighting;
            }
            told += content.sightings.size();
        }
        if (delta.status) {
            status = *delta.status;
        }
        if (inMidSweep && told > inventory.content.size() * peers.size() / 3) {
            std::exchange(inMidSweep, {})();
        }
    }

    bool isWanted(size_t content) const
    {
        const Digest& digest = world.content()[content].descriptor.digest;
        return std::any_of(inventory.content.begin(), inventory.content.end(),
                           [&](const WantedContent& wanted) { return wanted.digest == digest; });
    }

    /// What may be shown of a cell: nothing while its node does not live.
    Presence shown(size_t node, size_t content) const
    {
        return nodes.value(name(node)).state == NodeState::Live
                   ? cells.value({name(node), world.content()[content].descriptor.digest}).presence
                   : Presence::Unknown;
    }

    Presence truth(size_t node, size_t content) const
    {
        if (world.nodes()[node].state != DemoNodeState::Live) {
            return Presence::Unknown;
        }
        return world.holds(node, content) ? Presence::Held : Presence::Absent;
    }

    QString firstLie() const
    {
        for (size_t node = 0; node < world.nodes().size(); ++node) {
            for (size_t content = 0; content < world.content().size(); ++content) {
                if (isWanted(content) && shown(node, content) != truth(node, content)) {
                    return QStringLiteral("%1 content %2: %3 instead of %4")
                        .arg(name(node))
                        .arg(content)
                        .arg(presenceName(shown(node, content)), presenceName(truth(node, content)));
                }
            }
        }
        return {};
    }

    /// Lets probes and rounds pass until all is told and true.
    bool passUntilTrue()
    {
        const auto isTrue = [this] {
            return status.settled && firstLie().isEmpty();
        };
        for (int i = 0; i < 200 && !isTrue(); ++i) {
            clock.advance(settings.probeInterval);
            (void)QTest::qWaitFor(isTrue, 150);
        }
        return isTrue();
    }

    DemoWorld world;
    std::vector<std::unique_ptr<DemoPeer>> peers;
    ManualClock clock;
    FakeInventory inventory;
    HttpEngine engine;
    SpegelSettings settings;
    std::unique_ptr<SpegelConnector> connector;
    QHash<QString, NodeObservation> nodes;
    QHash<std::pair<QString, Digest>, Sighting> cells;
    size_t told = 0;
    SourceStatus status;
    std::function<void()> inMidSweep;
};

} // namespace

/// What the sweep tells of the simulated fleet is its world's truth, cell by cell, whatever goes wrong on the
/// way; and unknown where nobody can know.
class TestSweepTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTruth();
    void tellsTheTruthThroughFaults_data();
    void tellsTheTruthThroughFaults();
    void tellsTheTruthThroughAllAtOnce();
};

void TestSweepTruth::tellsTheTruth()
{
    Stage stage;
    stage.connector->start();
    QTRY_VERIFY(stage.status.settled);
    QCOMPARE(stage.firstLie(), QString());
    const size_t cells = stage.world.nodes().size() * stage.world.content().size();
    QCOMPARE(stage.told, cells);
    QVERIFY(stage.status.sweep && stage.status.sweep->last);
    QCOMPARE(stage.status.sweep->last->cells, quint64{cells});
    QCOMPARE(stage.status.sweep->last->requests, quint64{cells + stage.world.nodes().size()});
}

void TestSweepTruth::tellsTheTruthThroughFaults_data()
{
    QTest::addColumn<QString>("fault");
    for (const char* fault :
         {"kill", "hang", "push", "collect", "kill and back", "hang and back", "pulled", "restart"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestSweepTruth::tellsTheTruthThroughFaults()
{
    QFETCH(QString, fault);
    Stage stage;
    DemoWorld& world = stage.world;
    constexpr size_t Victim = 7;
    size_t pushed = 0;
    stage.inMidSweep = [&] {
        if (fault.startsWith(QStringLiteral("kill"))) {
            stage.set(Victim, DemoNodeState::Gone);
        } else if (fault.startsWith(QStringLiteral("hang"))) {
            stage.set(Victim, DemoNodeState::Unable);
        } else if (fault == QStringLiteral("push")) {
            pushed = addDemoLayer(world, "pushed in mid-sweep", 12'345);
            world.setHeld(2, pushed, true);
            stage.want(pushed);
        } else if (fault == QStringLiteral("restart")) {
            world.setHeld(Victim, 1, !world.holds(Victim, 1));
            world.restart(Victim, "12D3KooWRestarted");
            QVERIFY(stage.peers[Victim]->follow());
        } else {
            for (size_t content = 0; content < world.content().size(); content += 3) {
                world.setHeld(Victim, content, fault == QStringLiteral("pulled"));
            }
        }
    };
    stage.connector->start();
    QTRY_VERIFY(!stage.inMidSweep);
    QVERIFY2(stage.passUntilTrue(), qPrintable(stage.firstLie()));
    if (fault == QStringLiteral("push")) {
        QCOMPARE(stage.shown(2, pushed), Presence::Held);
        QCOMPARE(stage.shown(Victim, pushed), Presence::Absent);
    } else if (fault.startsWith(QStringLiteral("kill")) || fault.startsWith(QStringLiteral("hang"))) {
        QCOMPARE(stage.nodes.value(stage.name(Victim)).state,
                 fault.startsWith(QStringLiteral("kill")) ? NodeState::Gone : NodeState::Unable);
    }
    if (fault == QStringLiteral("restart")) {
        QCOMPARE(stage.nodes.value(stage.name(Victim)).stability.restarts, 1U);
    }
    if (fault.endsWith(QStringLiteral("back"))) {
        world.setHeld(Victim, 0, !world.holds(Victim, 0)); // it came back with another store
        stage.set(Victim, DemoNodeState::Live);
        QVERIFY2(stage.passUntilTrue(), qPrintable(stage.firstLie()));
    }
}

void TestSweepTruth::tellsTheTruthThroughAllAtOnce()
{
    Stage stage;
    stage.inMidSweep = [&] {
        stage.set(0, DemoNodeState::Gone);
        stage.set(5, DemoNodeState::Unable);
        stage.world.setHeld(3, 1, !stage.world.holds(3, 1));
        const size_t pushed = addDemoLayer(stage.world, "late", 77);
        stage.world.setHeld(5, pushed, true);
        stage.want(pushed);
        stage.inventory.content.erase(stage.inventory.content.begin());
        stage.connector->refresh();
    };
    stage.connector->start();
    QTRY_VERIFY(!stage.inMidSweep);
    QVERIFY2(stage.passUntilTrue(), qPrintable(stage.firstLie()));
    stage.set(0, DemoNodeState::Live);
    stage.set(5, DemoNodeState::Live);
    stage.set(6, DemoNodeState::Gone);
    QVERIFY2(stage.passUntilTrue(), qPrintable(stage.firstLie()));
}

QTEST_GUILESS_MAIN(TestSweepTruth)
#include "tst_sweep_truth.moc"
