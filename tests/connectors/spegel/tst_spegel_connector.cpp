// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/spegel/PeerRig.h"

using namespace stowage;
using namespace stowage::test;

/// The whole connector over real sockets against small fake peers, with time driven by hand. Network
/// deadlines are real.
class TestSpegelConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithWhatIsConfigured();
    void tellsWhoHoldsWhat();
    void asksEachKindOnItsRoute();
    void doesNotAskOtherNamespaces();
    void doesNotAskBadNames();
    void knowsNothingFromABareMiss();
    void knowsNothingFromAForwardedHit();
    void knowsNothingFromAnotherSize();
    void tellsRefusedContent();
    void oneMissedProbeChangesNothing();
    void aClosedPortIsGone();
    void aSilentProbeIsGone();
    void comesBackAndIsSweptAtOnce();
    void notReadyIsNotGone();
    void aHungNodeIsUnableAndCostsOnlyItself();
    void anUnableNodeRecovers();
    void anotherIdentityIsAWarning();
    void aMissingIdentityIsAWarning();
    void asksOnlyNewContentWhenTheInventoryGrows();
    void takesNewContentInMidSweep();
    void asksEverythingAgainAfterTheInterval();
    void beginsABrokenRoundAgain();
    void growsWhileContentIsBroken();
    void refreshUnsettlesAndAsksAgain();
    void tellsLiveNodesEveryTenSeconds();
    void doubtsItsOwnNetwork();
    void stopsForGood();
    void mayBeStoppedFromWithinADelta();
    void startsAnewWithAnotherGeneration();
};

void TestSpegelConnector::beginsWithWhatIsConfigured()
{
    PeerRig rig(2);
    rig.start();
    QCOMPARE(rig.deltas, 1);
    QCOMPARE(rig.generation, 1U);
    QCOMPARE(rig.nodes.size(), 2);
    const NodeObservation node = rig.nodes.value(QStringLiteral("n1"));
    QCOMPARE(node.state, NodeState::Unseen);
    QCOMPARE(node.at, Timestamp{});
    QCOMPARE(node.zone, QStringLiteral("a"));
    QCOMPARE(node.address, QString::fromLatin1(rig.peer(0).url()));
    QCOMPARE(rig.status.state, Freshness::Unseen);
    QCOMPARE(rig.status.capabilities, (QStringList{QStringLiteral("placement"), QStringLiteral("metrics")}));
    QVERIFY(!rig.status.settled);
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.status.state, Freshness::Live);
}

void TestSpegelConnector::tellsWhoHoldsWhat()
{
    PeerRig rig(3);
    const WantedContent both = wanted("both");
    const WantedContent one = wanted("one");
    rig.inventory.add(both);
    rig.inventory.add(one);
    give(rig.peer(0), both);
    give(rig.peer(1), both);
    give(rig.peer(0), one);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.cells.size(), 6);
    QVERIFY(is(rig.cell("n1", both), Presence::Held, Evidence::LocalHit));
    QVERIFY(is(rig.cell("n2", both), Presence::Held, Evidence::LocalHit));
    QVERIFY(is(rig.cell("n3", both), Presence::Absent, Evidence::JsonMiss));
    QVERIFY(is(rig.cell("n1", one), Presence::Held, Evidence::LocalHit));
    QVERIFY(is(rig.cell("n2", one), Presence::Absent, Evidence::JsonMiss));
    QTRY_COMPARE(rig.nodes.value(QStringLiteral("n2")).identity, QStringLiteral("12D3KooWFakePeer2"));
    QCOMPARE(rig.nodes.value(QStringLiteral("n2")).at, rig.clock.now());
    QVERIFY(rig.status.progress.isEmpty());
    QVERIFY(rig.status.warnings.isEmpty());
    rig.advance(Millis{500});
    QTRY_VERIFY(rig.status.requestsSent >= 3 + 6);
    for (const auto& peer : rig.peers) {
        QCOMPARE(peer->unmarked, 0);
    }
}

void TestSpegelConnector::asksEachKindOnItsRoute()
{
    PeerRig rig(1);
    for (const ContentKind kind :
         {ContentKind::Layer, ContentKind::Config, ContentKind::Manifest, ContentKind::Index}) {
        const WantedContent content = wanted(qPrintable(contentKindName(kind)), kind);
        rig.inventory.add(content);
        give(rig.peer(0), content);
    }
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    for (const WantedContent& content : rig.inventory.content) {
        QVERIFY2(rig.cell("n1", content).presence == Presence::Held,
                 qPrintable(contentKindName(content.kind)));
    }
}

void TestSpegelConnector::doesNotAskOtherNamespaces()
{
    PeerRig rig(1);
    WantedContent other = wanted("other");
    other.registryNamespace = QStringLiteral("quay.io");
    rig.inventory.add(other);
    rig.inventory.add(wanted("ours"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", other), Presence::Unknown, Evidence::NamespaceNotAsked));
    QCOMPARE(rig.peer(0).asked.size(), 1);
    QCOMPARE(rig.status.warnings.size(), 1);
    QVERIFY(rig.status.warnings[0].contains(QStringLiteral("quay.io")));
}

void TestSpegelConnector::doesNotAskBadNames()
{
    PeerRig rig(1);
    WantedContent evil = wanted("evil");
    evil.repository = QStringLiteral("../../etc");
    rig.inventory.add(evil);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", evil), Presence::Unknown, Evidence::NotAsked));
    QVERIFY(rig.peer(0).asked.isEmpty());
}

void TestSpegelConnector::knowsNothingFromABareMiss()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    give(rig.peer(0), content);
    rig.peer(0).mirrored.clear();
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", content), Presence::Unknown, Evidence::BareMiss));
    QCOMPARE(rig.state("n1"), NodeState::Live);
    QCOMPARE(rig.status.warnings.size(), 1);
}

void TestSpegelConnector::knowsNothingFromAForwardedHit()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    give(rig.peer(0), content);
    rig.peer(0).forwards = true;
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", content), Presence::Unknown, Evidence::ForwardedHit));
}

void TestSpegelConnector::knowsNothingFromAnotherSize()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    give(rig.peer(0), content, 99);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", content), Presence::Unknown, Evidence::SizeMismatch));
}

void TestSpegelConnector::tellsRefusedContent()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("x"));
    rig.peer(0).contentStatus = 401;
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", wanted("x")), Presence::Unknown, Evidence::Unauthorized));
    QVERIFY(rig.status.error);
    QCOMPARE(rig.status.error->kind, ErrorKind::Unauthorized);
}

void TestSpegelConnector::oneMissedProbeChangesNothing()
{
    PeerRig rig(1);
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    rig.peer(0).hangsOnReady = true;
    QVERIFY(rig.probeOnce(0));
    QTest::qWait(400); // the probe's own deadline is real
    QCOMPARE(rig.state("n1"), NodeState::Live);
    rig.peer(0).hangsOnReady = false;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(rig.probeOnce(0));
    }
    QCOMPARE(rig.state("n1"), NodeState::Live);
}

void TestSpegelConnector::aClosedPortIsGone()
{
    PeerRig rig(2);
    rig.inventory.add(wanted("x"));
    rig.peer(1).close();
    rig.start();
    QTRY_VERIFY(is(rig.cell("n1", wanted("x")), Presence::Absent, Evidence::JsonMiss));
    QCOMPARE(rig.state("n2"), NodeState::Unseen);
    QVERIFY(!rig.status.settled);
    QVERIFY(rig.passUntil("n2", NodeState::Gone));
    QVERIFY(!rig.nodes.value(QStringLiteral("n2")).reason.isEmpty());
    QTRY_VERIFY(rig.status.settled);
    QVERIFY2(!rig.status.error, "one dead node is no fault of the source");
}

void TestSpegelConnector::aSilentProbeIsGone()
{
    PeerRig rig(1);
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    rig.peer(0).hangsOnReady = true;
    QVERIFY(rig.passUntil("n1", NodeState::Gone));
    QTRY_COMPARE(rig.status.state, Freshness::Offline);
    QVERIFY(rig.status.error);
}

void TestSpegelConnector::comesBackAndIsSweptAtOnce()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    rig.start();
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Absent, Evidence::JsonMiss));
    rig.peer(0).close();
    QVERIFY(rig.passUntil("n1", NodeState::Gone));
    give(rig.peer(0), content);
    rig.peer(0).open();
    QVERIFY(rig.passUntil("n1", NodeState::Live));
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
}

void TestSpegelConnector::notReadyIsNotGone()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    give(rig.peer(0), content);
    rig.peer(0).readyStatus = 500;
    rig.start();
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
    QCOMPARE(rig.state("n1"), NodeState::Live);
    QVERIFY(rig.nodes.value(QStringLiteral("n1")).reason.contains(QStringLiteral("routing table empty")));
}

void TestSpegelConnector::aHungNodeIsUnableAndCostsOnlyItself()
{
    PeerRig rig(3);
    for (int i = 0; i < 50; ++i) {
        const WantedContent content = wanted(QByteArray::number(i).constData());
        rig.inventory.add(content);
        give(rig.peer(0), content);
        give(rig.peer(2), content);
    }
    rig.peer(1).hangsOnContent = true;
    rig.start();
    QTRY_COMPARE(rig.state("n2"), NodeState::Unable);
    QVERIFY(rig.nodes.value(QStringLiteral("n2")).reason.contains(QStringLiteral("ready, but content")));
    QTRY_VERIFY(rig.status.settled);
    QVERIFY2(rig.peer(1).asked.size() < 12, "a sweep stops after a few silent answers");
    for (const WantedContent& content : rig.inventory.content) {
        QVERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
        QVERIFY(is(rig.cell("n3", content), Presence::Held, Evidence::LocalHit));
        QVERIFY(rig.cell("n2", content).presence == Presence::Unknown);
    }
    QVERIFY(!rig.status.error);
}

void TestSpegelConnector::anUnableNodeRecovers()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    give(rig.peer(0), content);
    rig.peer(0).hangsOnContent = true;
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Unable);

    const int canaries = rig.peer(0).canaries;
    QVERIFY(rig.passUntil([&] { return rig.peer(0).canaries >= canaries + 2; }));
    QCOMPARE(rig.state("n1"), NodeState::Unable);

    rig.peer(0).hangsOnContent = false;
    QVERIFY(rig.passUntil("n1", NodeState::Live));
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
    QTRY_VERIFY(rig.status.settled);
}

void TestSpegelConnector::anotherIdentityIsAWarning()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    rig.start();
    QTRY_COMPARE(rig.nodes.value(QStringLiteral("n1")).identity, QStringLiteral("12D3KooWFakePeer1"));
    rig.peer(0).identity = "12D3KooWAnother";
    give(rig.peer(0), content);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(rig.probeOnce(0));
    }
    QTRY_COMPARE(rig.nodes.value(QStringLiteral("n1")).identity, QStringLiteral("12D3KooWAnother"));
    QTRY_COMPARE(rig.status.warnings, QStringList{QStringLiteral("node n1 restarted: identity changed")});
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
}

void TestSpegelConnector::aMissingIdentityIsAWarning()
{
    PeerRig rig(1);
    rig.peer(0).identity.clear();
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QTest::qWait(20);
    rig.advance(Millis{500});
    QTRY_COMPARE(rig.status.warnings.size(), 1);
    QVERIFY(rig.status.warnings[0].contains(QStringLiteral("metrics port")));
    QCOMPARE(rig.state("n1"), NodeState::Live);
    QVERIFY(!rig.status.error);
}

void TestSpegelConnector::asksOnlyNewContentWhenTheInventoryGrows()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("old"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.peer(0).asked.size(), 1);

    rig.inventory.add(wanted("new"));
    rig.advance(Millis{500});
    QTRY_VERIFY(is(rig.cell("n1", wanted("new")), Presence::Absent, Evidence::JsonMiss));
    QCOMPARE(rig.peer(0).asked.size(), 2);
    QVERIFY(rig.peer(0).asked.last().contains(Digest::of("new").toByteArray()));
    QTRY_VERIFY(rig.status.settled);

    ++rig.inventory.number; // another revision of the same
    rig.advance(Millis{500});
    QTest::qWait(50);
    QCOMPARE(rig.peer(0).asked.size(), 2);
}

void TestSpegelConnector::takesNewContentInMidSweep()
{
    PeerRig rig(1);
    for (int i = 0; i < 20; ++i) {
        rig.inventory.add(wanted(QByteArray::number(i).constData()));
    }
    bool isGrown = false;
    QObject::connect(&rig.peer(0), &FakePeer::contentAsked, &rig.peer(0), [&] {
        if (!std::exchange(isGrown, true)) {
            rig.inventory.add(wanted("late"));
            rig.advance(Millis{500});
        }
    });
    rig.start();
    QTRY_VERIFY(is(rig.cell("n1", wanted("late")), Presence::Absent, Evidence::JsonMiss));
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.cells.size(), 21);
    QCOMPARE(rig.peer(0).asked.size(), 21);
}

void TestSpegelConnector::asksEverythingAgainAfterTheInterval()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", content), Presence::Absent, Evidence::JsonMiss));
    give(rig.peer(0), content);
    rig.advance(rig.settings.sweepInterval);
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
    QVERIFY2(rig.status.settled, "a round that repeats does not unsettle");
}

void TestSpegelConnector::beginsABrokenRoundAgain()
{
    PeerRig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    rig.peer(0).breaksContent = true;
    rig.advance(rig.settings.sweepInterval);
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Unknown, Evidence::Unreachable));
    QCOMPARE(rig.state("n1"), NodeState::Live);
    QVERIFY(rig.status.settled);
    rig.peer(0).breaksContent = false;
    QVERIFY(rig.passUntil([&] { return rig.cell("n1", content).evidence == Evidence::JsonMiss; }));
    QTRY_VERIFY(rig.status.settled);

    give(rig.peer(0), content); // and the rounds go on
    rig.advance(rig.settings.sweepInterval);
    QTRY_VERIFY(is(rig.cell("n1", content), Presence::Held, Evidence::LocalHit));
}

void TestSpegelConnector::growsWhileContentIsBroken()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("old"));
    rig.peer(0).breaksContent = true;
    rig.start();
    QTRY_VERIFY(is(rig.cell("n1", wanted("old")), Presence::Unknown, Evidence::Unreachable));
    rig.peer(0).breaksContent = false;
    rig.inventory.add(wanted("new"));
    QVERIFY(rig.passUntil([&] { return rig.cell("n1", wanted("new")).evidence == Evidence::JsonMiss; }));
    QTRY_VERIFY(is(rig.cell("n1", wanted("old")), Presence::Absent, Evidence::JsonMiss));
}

void TestSpegelConnector::refreshUnsettlesAndAsksAgain()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("old"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    rig.inventory.add(wanted("new"));
    rig.connector->refresh();
    QVERIFY(!rig.status.settled);
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.cells.size(), 2);
}

void TestSpegelConnector::tellsLiveNodesEveryTenSeconds()
{
    PeerRig rig(1);
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    QTRY_VERIFY(!rig.nodes.value(QStringLiteral("n1")).identity.isEmpty());
    const auto at = [&] {
        return rig.nodes.value(QStringLiteral("n1")).at;
    };
    const Timestamp first = at();
    QVERIFY(rig.passUntil([&] { return at() != first; }));
    QVERIFY(at() - first >= Millis{10'000});
}

void TestSpegelConnector::doubtsItsOwnNetwork()
{
    PeerRig rig(4);
    rig.start();
    QTRY_COMPARE(rig.state("n4"), NodeState::Live);
    QTRY_VERIFY(rig.status.settled);
    for (const auto& peer : rig.peers) {
        peer->close();
    }
    QVERIFY(rig.passUntil([&] { return rig.status.error.has_value(); }));
    QVERIFY2(rig.status.error->message.contains(QStringLiteral("vanished at once")),
             qPrintable(rig.status.error->message));
    QTRY_COMPARE(rig.state("n1"), NodeState::Unseen);
    QTRY_COMPARE(rig.state("n4"), NodeState::Unseen);

    rig.peer(0).open();
    rig.peer(1).open();
    QVERIFY(rig.passUntil("n2", NodeState::Live));
    QVERIFY(rig.passUntil("n3", NodeState::Gone));
    QTRY_VERIFY(!rig.status.error);
}

void TestSpegelConnector::stopsForGood()
{
    PeerRig rig(2);
    for (int i = 0; i < 50; ++i) {
        rig.inventory.add(wanted(QByteArray::number(i).constData()));
    }
    rig.start();
    QTRY_VERIFY(!rig.cells.isEmpty());
    rig.connector->stop();
    const int before = rig.deltas;
    rig.advance(Millis{60'000});
    QTest::qWait(100);
    rig.connector->refresh();
    QCOMPARE(rig.deltas, before);
}

void TestSpegelConnector::mayBeStoppedFromWithinADelta()
{
    PeerRig rig(2);
    rig.inventory.add(wanted("x"));
    rig.start();
    int later = 0;
    QObject::connect(rig.connector.get(), &Connector::delta, rig.connector.get(), [&] {
        ++later;
        rig.connector->stop();
    });
    QTRY_COMPARE(later, 1);
    QTest::qWait(100);
    QCOMPARE(later, 1);
}

void TestSpegelConnector::startsAnewWithAnotherGeneration()
{
    PeerRig rig(1);
    rig.inventory.add(wanted("x"));
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    rig.connector->stop();
    rig.cells.clear();
    rig.connector->start();
    QCOMPARE(rig.generation, 2U);
    QCOMPARE(rig.state("n1"), NodeState::Unseen);
    QTRY_VERIFY(rig.status.settled);
    QCOMPARE(rig.cells.size(), 1);
    QCOMPARE(rig.generation, 2U);
}

QTEST_GUILESS_MAIN(TestSpegelConnector)
#include "tst_spegel_connector.moc"
