// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/spegel/PeerRig.h"

using namespace stowage;
using namespace stowage::test;

/// What is told of a node's life, and of what went on before.
class TestSpegelLiveness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goneIsFoundInTime();
    void tellsBothFactsOfADeadNode();
    void aNodeThatNeverWasHasNoRecords();
    void countsVanishings();
    void aRestartIsAnEvent();
    void unableSinceItHung();
    void ourOwnNetworkIsNoVanishing();
    void nodesThatNeverWereAreNoSign();
};

void TestSpegelLiveness::goneIsFoundInTime()
{
    const SpegelSettings settings;
    QCOMPARE(settings.probeInterval, Millis{2'000});
    QCOMPARE(settings.probeDeadline, Millis{1'000});
    // It may die just after a probe: one interval until the first is missed, and the last one's deadline.
    QVERIFY(settings.missesUntilGone * settings.probeInterval + settings.probeDeadline < Millis{10'000});
}

void TestSpegelLiveness::tellsBothFactsOfADeadNode()
{
    PeerRig rig(1);
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    QVERIFY(rig.node("n1").since.has_value() && !rig.node("n1").recordsUntil);
    rig.peer(0).close();
    const Timestamp closed = rig.clock.now();
    QVERIFY(rig.passUntil("n1", NodeState::Gone));
    const NodeObservation node = rig.node("n1");
    QVERIFY(node.since && *node.since > closed && *node.since < rig.clock.now());
    QCOMPARE(node.recordsUntil, std::optional(*node.since + std::chrono::minutes{19}));
    QVERIFY2(node.reason.contains(QStringLiteral("refused")), qPrintable(node.reason));
    QVERIFY2(node.reason.contains(toRfc3339(*node.recordsUntil).sliced(11, 5)), qPrintable(node.reason));
    rig.advance(std::chrono::minutes{19});
    QVERIFY(rig.passUntil([&] { return !rig.node("n1").recordsUntil; }));
    QCOMPARE(rig.state("n1"), NodeState::Gone);
    QCOMPARE(rig.node("n1").since, node.since);
    QVERIFY(!rig.node("n1").reason.contains(QStringLiteral("DHT")));
}

void TestSpegelLiveness::aNodeThatNeverWasHasNoRecords()
{
    PeerRig rig(2);
    rig.peer(1).close();
    rig.start();
    QVERIFY(rig.passUntil("n2", NodeState::Gone));
    QVERIFY(!rig.node("n2").recordsUntil);
    QCOMPARE(rig.node("n2").stability.vanishings, 0U);
    QVERIFY(!rig.node("n2").reason.contains(QStringLiteral("DHT")));
}

void TestSpegelLiveness::countsVanishings()
{
    PeerRig rig(2);
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    QVERIFY(rig.node("n1").stability.isWatched());
    for (quint32 times = 1; times <= 2; ++times) {
        rig.peer(0).close();
        QVERIFY(rig.passUntil("n1", NodeState::Gone));
        QCOMPARE(rig.node("n1").stability.vanishings, times);
        QCOMPARE(rig.node("n1").stability.vanishedAt, rig.node("n1").since);
        rig.peer(0).open();
        QVERIFY(rig.passUntil("n1", NodeState::Live));
        QCOMPARE(rig.node("n1").stability.vanishings, times);
    }
    QCOMPARE(rig.node("n2").stability.vanishings, 0U);
    rig.connector->start(); // nobody watched in between
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    QCOMPARE(rig.node("n1").stability.vanishings, 0U);
}

void TestSpegelLiveness::aRestartIsAnEvent()
{
    PeerRig rig(1);
    rig.start();
    QTRY_VERIFY(!rig.node("n1").identity.isEmpty());
    QCOMPARE(rig.node("n1").stability.restarts, 0U);
    rig.peer(0).identity = "12D3KooWAnother";
    QVERIFY(rig.passUntil([&] { return rig.node("n1").stability.restarts == 1; }));
    QCOMPARE(rig.node("n1").identity, QStringLiteral("12D3KooWAnother"));
    QVERIFY(rig.node("n1").stability.restartedAt.has_value());
    QCOMPARE(rig.state("n1"), NodeState::Live);
    QCOMPARE(rig.node("n1").stability.vanishings, 0U);
}

void TestSpegelLiveness::unableSinceItHung()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("x"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    rig.peer(0).hangsOnContent = true;
    rig.advance(rig.settings.sweepInterval);
    QVERIFY(rig.passUntil("n1", NodeState::Unable));
    QVERIFY(rig.node("n1").since && *rig.node("n1").since > rig.node("n1").stability.watchedSince);
    QVERIFY(!rig.node("n1").recordsUntil);
}

void TestSpegelLiveness::ourOwnNetworkIsNoVanishing()
{
    PeerRig rig(5);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    for (const auto& peer : rig.peers) {
        peer->close();
    }
    QVERIFY(rig.passUntil([&] {
        return std::all_of(rig.nodes.cbegin(), rig.nodes.cend(), [](const NodeObservation& node) {
            return node.state == NodeState::Unseen && node.reason.contains(QStringLiteral("own network"));
        });
    }));
    QTRY_VERIFY(rig.status.error.has_value());
    for (const NodeObservation& node : std::as_const(rig.nodes)) {
        QCOMPARE(node.stability.vanishings, 0U);
        QVERIFY(!node.recordsUntil);
    }
    for (const auto& peer : rig.peers) {
        peer->open();
    }
    QVERIFY(rig.passUntil([&] { return rig.state("n1") == NodeState::Live && !rig.status.error; }));
    QVERIFY(rig.passUntil("n5", NodeState::Live));
    QCOMPARE(rig.node("n5").stability.vanishings, 0U);
}

void TestSpegelLiveness::nodesThatNeverWereAreNoSign()
{
    PeerRig rig(8);
    for (size_t i = 2; i < 8; ++i) {
        rig.peer(i).close();
    }
    rig.start();
    QVERIFY(rig.passUntil("n8", NodeState::Gone));
    QVERIFY(rig.passUntil("n3", NodeState::Gone));
    QVERIFY(!rig.status.error);
    QCOMPARE(rig.state("n1"), NodeState::Live);
}

QTEST_GUILESS_MAIN(TestSpegelLiveness)
#include "tst_spegel_liveness.moc"
