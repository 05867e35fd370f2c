// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SpegelConnector.h"
#include "tests/connectors/spegel/FakePeer.h"
#include "tests/support/ManualClock.h"

using namespace stowage;
using stowage::test::FakePeer;
using stowage::test::ManualClock;

namespace {

class FakeInventory final : public Inventory
{
public:
    std::vector<WantedContent> wanted() const override { return content; }
    quint64 revision() const override { return number; }

    void add(WantedContent more)
    {
        content.push_back(std::move(more));
        ++number;
    }

    std::vector<WantedContent> content;
    quint64 number = 1;
};

WantedContent wanted(const char* name, ContentKind kind = ContentKind::Layer)
{
    return {Digest::of(name), kind, 100, QStringLiteral("team/web"), QStringLiteral("docker.io")};
}

QByteArray routeOf(const WantedContent& content)
{
    const bool isManifest = content.kind == ContentKind::Manifest || content.kind == ContentKind::Index;
    return (isManifest ? "manifests/" : "blobs/") + content.digest.toByteArray();
}

void give(FakePeer& peer, const WantedContent& content, qint64 size = 100)
{
    peer.content.insert(routeOf(content), size);
}

/// Peers, their connector, and what it said so far.
struct Rig
{
    explicit Rig(size_t count)
    {
        for (size_t i = 0; i < count; ++i) {
            peers.push_back(std::make_unique<FakePeer>());
            peers.back()->identity += QByteArray::number(i + 1);
            peers.back()->isWanted = [this](const QByteArray& target) {
                return std::any_of(inventory.content.begin(), inventory.content.end(),
                                   [&](const WantedContent& content) {
                                       return target.contains(content.digest.toByteArray());
                                   });
            };
        }
        settings.id = QStringLiteral("peers");
        settings.namespaces = QStringList{QStringLiteral("docker.io")};
        settings.contentDeadline = Millis{300};
        settings.probeDeadline = Millis{300};
    }

    FakePeer& peer(size_t index) { return *peers[index]; }

    void start()
    {
        for (size_t i = 0; i < peers.size(); ++i) {
            PeerSettings peer;
            peer.name = QStringLiteral("n%1").arg(i + 1);
            peer.zone = QStringLiteral("a");
            peer.registry.source = settings.id;
            peer.registry.baseUrl = peers[i]->url();
            peer.metrics = peer.registry;
            peer.metrics->baseUrl += "/metrics";
            settings.peers.push_back(peer);
        }
        connector = std::make_unique<SpegelConnector>(engine, clock, inventory, settings);
        QObject::connect(connector.get(), &Connector::delta, connector.get(),
                         [this](const Delta& delta) { take(delta); });
        connector->start();
    }

    void take(const Delta& delta)
    {
        ++deltas;
        generation = delta.generation;
        for (const NodeObservation& seen : delta.nodes) {
            nodes[seen.name] = seen;
        }
        for (const NodeContent& content : delta.contents) {
            for (const Sighting& sighting : content.sightings) {
                cells[{content.node, sighting.digest}] = sighting;
            }
        }
        if (delta.status) {
            status = *delta.status;
        }
    }

    NodeState state(const char* node) const { return nodes.value(QString::fromLatin1(node)).state; }

    Sighting cell(const char* node, const WantedContent& content) const
    {
        return cells.value({QString::fromLatin1(node), content.digest});
    }

    void advance(Millis by) { clock.advance(by); }

    /// Lets one probe interval pass after the other until it is so. A probe that is still under way is not
    /// sent twice, and the network's deadlines are real: on a busy machine one interval may not be enough.
    template <class Predicate>
    bool passUntil(Predicate isSo)
    {
        for (int i = 0; i < 100 && !isSo(); ++i) {
            clock.advance(settings.probeInterval);
            (void)QTest::qWaitFor(isSo, 100);
        }
        return isSo();
    }

    bool passUntil(const char* node, NodeState wanted)
    {
        return passUntil([&] { return state(node) == wanted; });
    }

    bool probeOnce(size_t index)
    {
        const int before = peer(index).probes;
        return passUntil([&] { return peer(index).probes > before; }) && peer(index).probes == before + 1;
    }

    ManualClock clock;
    FakeInventory inventory;
    HttpEngine engine;
    SpegelSettings settings;
    std::vector<std::unique_ptr<FakePeer>> peers;
    std::unique_ptr<SpegelConnector> connector;

    int deltas = 0;
    quint64 generation = 0;
    QHash<QString, NodeObservation> nodes;
    QHash<std::pair<QString, Digest>, Sighting> cells;
    SourceStatus status;
};

bool is(const Sighting& sighting, Presence presence, Evidence evidence)
{
    return sighting.presence == presence && sighting.evidence == evidence;
}

} // namespace

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
    Rig rig(2);
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
    Rig rig(3);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
    const WantedContent content = wanted("x");
    rig.inventory.add(content);
    give(rig.peer(0), content, 99);
    rig.start();
    QTRY_VERIFY(rig.status.settled);
    QVERIFY(is(rig.cell("n1", content), Presence::Unknown, Evidence::SizeMismatch));
}

void TestSpegelConnector::tellsRefusedContent()
{
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(2);
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
    Rig rig(1);
    rig.start();
    QTRY_COMPARE(rig.state("n1"), NodeState::Live);
    rig.peer(0).hangsOnReady = true;
    QVERIFY(rig.passUntil("n1", NodeState::Gone));
    QTRY_COMPARE(rig.status.state, Freshness::Offline);
    QVERIFY(rig.status.error);
}

void TestSpegelConnector::comesBackAndIsSweptAtOnce()
{
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(3);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(1);
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
    Rig rig(4);
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
    Rig rig(2);
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
    Rig rig(2);
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
    Rig rig(1);
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
