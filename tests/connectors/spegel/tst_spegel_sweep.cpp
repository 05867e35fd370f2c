// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/spegel/PeerRig.h"

#include <QSignalSpy>

using namespace stowage;
using namespace stowage::test;

namespace {

void addMany(PeerRig& rig, int count)
{
    for (int i = 0; i < count; ++i) {
        rig.inventory.add(wanted(QByteArray::number(i).constData()));
    }
}

/// Answers for nodes of its choice, when the test says so.
class FakeLister final : public ContentLister
{
    Q_OBJECT

public:
    bool canList(const QString& node) const override { return reached.contains(node); }
    void list(const QString& node) override { asked << node; }

    QStringList reached;
    QStringList asked;
};

} // namespace

/// Rounds, budgets and orders of the sweep over small peers.
class TestSpegelSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsItsConnections();
    void asksACanaryBeforeEachRound();
    void tellsARound();
    void asksSmallRoundsForWhatIsAtRisk();
    void asksAgainForWhatFailed();
    void pausesAndGoesOn();
    void keepsTheTotalOfConnections();
    void keepsTheTotalRate();
    void followsAShrinkingInventory();
    void aHungNodeHoldsNobodyUp();
    void takesAListInstead();
    void asksWhereTheListFails();
};

void TestSpegelSweep::keepsItsConnections()
{
    PeerRig rig(2);
    addMany(rig, 200);
    rig.tweak = [](SpegelSettings& settings) {
        for (PeerSettings& peer : settings.peers) {
            peer.registry.budget = {0, 3};
        }
    };
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    for (int round = 2; round <= 4; ++round) {
        QVERIFY(rig.passRoundsUntil([&] {
            return rig.peer(0).asked.size() >= 200 * round && rig.peer(1).asked.size() >= 200 * round;
        }));
    }
    for (const auto& peer : rig.peers) {
        QVERIFY(peer->asked.size() >= 800);
        // The sweep's three, the probe's and the question who it is.
        QVERIFY2(peer->connections <= 3 + 1 + 1, qPrintable(QString::number(peer->connections)));
    }
}

void TestSpegelSweep::asksACanaryBeforeEachRound()
{
    PeerRig rig(1);
    addMany(rig, 5);
    QList<bool> order; // true for a canary
    QObject::connect(&rig.peer(0), &FakePeer::contentAsked, &rig.peer(0),
                     [&] { order << (rig.peer(0).asked.size() + order.count(true) == order.size()); });
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.peer(0).canaries, 1);
    QCOMPARE(order, (QList<bool>{true, false, false, false, false, false}));
    rig.advance(rig.settings.sweepInterval);
    QTRY_COMPARE(rig.peer(0).asked.size(), 10);
    QCOMPARE(rig.peer(0).canaries, 2);
}

void TestSpegelSweep::tellsARound()
{
    PeerRig rig(3);
    addMany(rig, 20);
    rig.start();
    QVERIFY(!rig.status.sweep);
    QTRY_VERIFY(rig.status.settled);
    rig.advance(Millis{500});
    QTRY_VERIFY(rig.status.sweep && rig.status.sweep->last);
    const SweepReport& sweep = *rig.status.sweep;
    QCOMPARE(sweep.last->cells, 60U);
    QCOMPARE(sweep.last->requests, 63U);
    QCOMPARE(sweep.requests, 63U);
    QVERIFY(sweep.last->startedAt != Timestamp{});
    QVERIFY(!sweep.startedAt && sweep.cellsTotal == 0 && !sweep.isPaused);
    QTRY_COMPARE(rig.status.sweep->nodesAsked, 0U);
}

void TestSpegelSweep::asksSmallRoundsForWhatIsAtRisk()
{
    PeerRig rig(2);
    rig.inventory.add(wanted("single"));
    rig.inventory.add(wanted("double"));
    rig.inventory.add(wanted("nowhere"));
    give(rig.peer(0), wanted("single"));
    give(rig.peer(0), wanted("double"));
    give(rig.peer(1), wanted("double"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    rig.advance(rig.settings.smallInterval);
    QTRY_VERIFY(rig.peer(0).asked.size() == 4 && rig.peer(1).asked.size() == 4);
    for (const auto& peer : rig.peers) {
        QVERIFY(peer->asked.last().contains(Digest::of("single").toByteArray()));
        QCOMPARE(peer->canaries, 1);
    }
    // The last copy goes: it is looked for everywhere, and found.
    rig.peer(0).content.remove(routeOf(wanted("single")));
    rig.advance(rig.settings.smallInterval);
    QTRY_VERIFY(is(rig.cell("n1", wanted("single")), Presence::Absent, Evidence::JsonMiss));
    give(rig.peer(1), wanted("single"));
    rig.advance(rig.settings.smallInterval);
    QTRY_VERIFY(is(rig.cell("n2", wanted("single")), Presence::Held, Evidence::LocalHit));
}

void TestSpegelSweep::asksAgainForWhatFailed()
{
    PeerRig rig(1);
    addMany(rig, 8);
    QObject::connect(&rig.peer(0), &FakePeer::contentAsked, &rig.peer(0),
                     [&] { rig.peer(0).contentStatus = rig.peer(0).asked.size() == 3 ? 503 : 0; });
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(std::count_if(rig.cells.cbegin(), rig.cells.cend(),
                           [](const Sighting& cell) { return cell.evidence == Evidence::ServerFault; }),
             1);
    rig.advance(rig.settings.smallInterval);
    QTRY_COMPARE(rig.peer(0).asked.size(), 9);
    QTRY_VERIFY(std::all_of(rig.cells.cbegin(), rig.cells.cend(),
                            [](const Sighting& cell) { return cell.evidence == Evidence::JsonMiss; }));
}

void TestSpegelSweep::pausesAndGoesOn()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("old"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    rig.connector->setSweepPaused(true);
    QTRY_VERIFY(rig.status.sweep && rig.status.sweep->isPaused);
    QVERIFY(rig.status.progress.contains(QStringLiteral("paused")));
    QVERIFY(rig.status.settled);
    rig.inventory.add(wanted("new"));
    const int probes = rig.peer(0).probes;
    QVERIFY(rig.passUntil([&] { return rig.peer(0).probes > probes + 3; }));
    QCOMPARE(rig.peer(0).asked.size(), 1);
    QVERIFY(!rig.status.settled);
    rig.connector->setSweepPaused(false);
    QTRY_VERIFY(is(rig.cell("n1", wanted("new")), Presence::Absent, Evidence::JsonMiss));
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(rig.status.progress.isEmpty());
}

void TestSpegelSweep::keepsTheTotalOfConnections()
{
    PeerRig rig(6);
    addMany(rig, 40);
    rig.tweak = [](SpegelSettings& settings) {
        for (PeerSettings& peer : settings.peers) {
            peer.registry.budget = {0, 2};
        }
        settings.total.connections = 4;
    };
    // Peers that hang keep their place: no third is asked before one of them is through.
    for (const auto& peer : rig.peers) {
        peer->hangsOnContent = true;
    }
    rig.settings.contentDeadline = Millis{2'000};
    rig.start();
    QTRY_VERIFY(rig.status.sweep);
    const auto begun = [&] {
        return std::count_if(rig.peers.begin(), rig.peers.end(),
                             [](const auto& peer) { return peer->canaries > 0; });
    };
    QTRY_COMPARE(begun(), 2);
    for (const auto& peer : rig.peers) {
        peer->hangsOnContent = false;
    }
    QTRY_COMPARE_WITH_TIMEOUT(begun(), 6, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(rig.cells.size() == 240, 20'000);
}

void TestSpegelSweep::keepsTheTotalRate()
{
    PeerRig rig(2);
    addMany(rig, 10);
    rig.tweak = [](SpegelSettings& settings) {
        settings.total.requestsPerSecond = 10;
    };
    rig.start();
    const auto sent = [&] {
        return rig.peer(0).asked.size() + rig.peer(0).canaries + rig.peer(1).asked.size() +
               rig.peer(1).canaries;
    };
    QTRY_COMPARE(sent(), 1);
    rig.advance(Millis{99});
    QTest::qWait(50);
    QCOMPARE(sent(), 1);
    Millis passed{99};
    while (!rig.status.settled && passed < Millis{20'000}) {
        rig.advance(Millis{100});
        passed += Millis{100};
        (void)QTest::qWaitFor([&] { return rig.status.settled; }, 30);
        // A lot of ten may have left at once, and is paid off afterwards.
        QVERIFY(sent() <= passed.count() / 100 + 1 + 10);
    }
    QVERIFY(rig.status.settled);
    QVERIFY(passed >= Millis{1'200});
}

void TestSpegelSweep::followsAShrinkingInventory()
{
    PeerRig rig(1);
    addMany(rig, 30);
    bool hasShrunk = false;
    QObject::connect(&rig.peer(0), &FakePeer::contentAsked, &rig.peer(0), [&] {
        if (rig.peer(0).asked.size() == 5 && !std::exchange(hasShrunk, true)) {
            rig.inventory.content.resize(10);
            ++rig.inventory.number;
            rig.advance(Millis{500});
        }
    });
    rig.start();
    QTRY_VERIFY(rig.status.settled && hasShrunk);
    rig.inventory.content.clear();
    ++rig.inventory.number;
    rig.advance(Millis{500});
    QTRY_VERIFY(rig.status.settled);
    rig.advance(rig.settings.sweepInterval);
    QTRY_COMPARE(rig.status.answeredInventory, std::optional<quint64>(rig.inventory.number));
}

void TestSpegelSweep::aHungNodeHoldsNobodyUp()
{
    PeerRig rig(3);
    addMany(rig, 10);
    rig.peer(1).hangsOnContent = true;
    rig.start();
    QTRY_COMPARE(rig.state("n2"), NodeState::Unable);
    QTRY_VERIFY(rig.status.settled);
    for (int round = 2; round <= 3; ++round) {
        QVERIFY(rig.passRoundsUntil([&] {
            return rig.peer(0).asked.size() >= 10 * round && rig.peer(2).asked.size() >= 10 * round;
        }));
    }
    QVERIFY(rig.peer(1).asked.size() < 20);
}

void TestSpegelSweep::takesAListInstead()
{
    FakeLister lister;
    lister.reached << QStringLiteral("n1");
    PeerRig rig(2);
    rig.lister = &lister;
    rig.inventory.add(wanted("a"));
    rig.inventory.add(wanted("b"));
    rig.start();
    QTRY_COMPARE(lister.asked, QStringList{QStringLiteral("n1")});
    QTRY_VERIFY(is(rig.cell("n2", wanted("a")), Presence::Absent, Evidence::JsonMiss));
    QVERIFY(!rig.status.settled);
    Q_EMIT lister.listed(QStringLiteral("n1"), {{Digest::of("a"), 100}, {Digest::of("other"), 5}});
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", wanted("a")), Presence::Held, Evidence::Listed));
    QVERIFY(is(rig.cell("n1", wanted("b")), Presence::Absent, Evidence::NotListed));
    QVERIFY(rig.peer(0).asked.isEmpty());
    QCOMPARE(rig.peer(0).canaries, 0);
    Q_EMIT lister.listed(QStringLiteral("n1"), {}); // nobody asked
    QVERIFY(is(rig.cell("n1", wanted("a")), Presence::Held, Evidence::Listed));
    rig.inventory.add(wanted("c"));
    rig.advance(Millis{500});
    QTRY_COMPARE(lister.asked.size(), 2);
}

void TestSpegelSweep::asksWhereTheListFails()
{
    FakeLister lister;
    lister.reached << QStringLiteral("n1");
    PeerRig rig(1);
    rig.lister = &lister;
    rig.inventory.add(wanted("a"));
    give(rig.peer(0), wanted("a"));
    rig.start();
    QTRY_COMPARE(lister.asked.size(), 1);
    Q_EMIT lister.failed(QStringLiteral("n1"), Error{});
    QTRY_VERIFY(is(rig.cell("n1", wanted("a")), Presence::Held, Evidence::LocalHit));
    QTRY_VERIFY(rig.status.settled);
}

QTEST_GUILESS_MAIN(TestSpegelSweep)
#include "tst_spegel_sweep.moc"
