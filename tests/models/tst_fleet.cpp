// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetInventory.h"
#include "tests/models/FleetFixture.h"

#include <QSignalSpy>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

/// What the fleet makes of what it is told.
class TestFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhoHoldsWhat()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s), f.node(u"n2"_s), f.node(u"n3"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s})});
        QCOMPARE(f.counts(u"a"_s), u"0 0 3"_s);
        f.cells(u"n1"_s, u"+a -b"_s);
        f.cells(u"n2"_s, u"+a ?b"_s);
        QCOMPARE(f.counts(u"a"_s), u"2 0 1"_s);
        QCOMPARE(f.counts(u"b"_s), u"0 1 2"_s);
        QCOMPARE(f.nodeNamed(u"n1"_s).heldLayers, 1U);
        QCOMPARE(f.nodeNamed(u"n1"_s).heldBytes, 100);
        const auto holders = f.fleet.nodesWhere(f.layerNamed(u"a"_s).id, Presence::Held);
        QCOMPARE(holders.size(), size_t{2});
    }

    void nodeThatCannotAnswerMakesItsCellsUnknown_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("gone") << int(NodeState::Gone);
        QTest::newRow("unable") << int(NodeState::Unable);
        QTest::newRow("unseen") << int(NodeState::Unseen);
    }

    void nodeThatCannotAnswerMakesItsCellsUnknown()
    {
        QFETCH(int, state);
        FleetFixture f;
        f.nodes({f.node(u"n1"_s), f.node(u"n2"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        f.cells(u"n1"_s, u"+a"_s);
        f.nodes({f.node(u"n1"_s, NodeState(state))});
        QCOMPARE(f.counts(u"a"_s), u"0 0 2"_s);
        QCOMPARE(f.nodeNamed(u"n1"_s).heldLayers, 0U);
        const Cell cell = f.cell(u"a"_s, u"n1"_s);
        QCOMPARE(cell.presence, Presence::Unknown);
        QCOMPARE(cell.lastSeen, Presence::Held);
        QCOMPARE(cell.evidence, Evidence::LocalHit);
        QCOMPARE(cell.freshness, Freshness::Offline);
        f.nodes({f.node(u"n1"_s)});
        QCOMPARE(f.counts(u"a"_s), u"1 0 1"_s);
        QCOMPARE(f.cell(u"a"_s, u"n1"_s).freshness, Freshness::Live);
    }

    void silenceMakesUnknownButWhatWasSeenStays()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        f.cells(u"n1"_s, u"+a"_s);
        f.clock.advance(Millis{10});
        f.cells(u"n1"_s, u"?a"_s);
        const Cell cell = f.cell(u"a"_s, u"n1"_s);
        QCOMPARE(cell.presence, Presence::Unknown);
        QCOMPARE(cell.lastSeen, Presence::Held);
        QCOMPARE(cell.evidence, Evidence::Silent);
        QCOMPARE(cell.seenAt, f.clock.now());
        QCOMPARE(f.counts(u"a"_s), u"0 0 1"_s);
    }

    void sightingsBeforeTheImageAreKept()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)});
        f.cells(u"n1"_s, u"+a"_s);
        QVERIFY(!f.fleet.findLayer(f.digest(u"a"_s)));
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        QCOMPARE(f.counts(u"a"_s), u"1 0 0"_s);
        QCOMPARE(f.layerNamed(u"a"_s).seenAt, f.clock.now());
    }

    void layerGoesWithItsLastImage()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s}), f.image(u"api:2"_s, {u"a"_s})});
        f.cells(u"n1"_s, u"+a +b"_s);
        Delta delta = f.from(u"reg"_s);
        delta.removedImages = {{u"reg"_s, u"api"_s, u"1"_s}};
        f.fleet.apply(delta);
        QVERIFY(!f.fleet.findLayer(f.digest(u"b"_s)));
        QVERIFY(!f.fleet.findImage({u"reg"_s, u"api"_s, u"1"_s}));
        QCOMPARE(f.layerNamed(u"a"_s).images.size(), size_t{1});
        QCOMPARE(f.nodeNamed(u"n1"_s).heldLayers, 1U);
        // Its sightings went with it: an old answer does not come back as news.
        f.images({f.image(u"api:3"_s, {u"b"_s})});
        QCOMPARE(f.counts(u"b"_s), u"0 0 1"_s);
    }

    void movedTagGivesUpItsOldLayers()
    {
        FleetFixture f;
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s})});
        f.images({f.image(u"api:1"_s, {u"b"_s, u"c"_s})});
        QVERIFY(!f.fleet.findLayer(f.digest(u"a"_s)));
        QVERIFY(f.fleet.findLayer(f.digest(u"c"_s)));
        const FleetImage& image = f.fleet.images().front();
        QCOMPARE(image.layers.size(), size_t{2});
        QCOMPARE(image.content.size(), size_t{4});
    }

    void olderGenerationIsDroppedAndANewOneRemovesNothing()
    {
        FleetFixture f;
        f.images({f.image(u"api:1"_s, {u"a"_s})}, 2);
        f.images({f.image(u"old:1"_s, {u"b"_s})}, 1);
        f.images({}, 3);
        QVERIFY(!f.fleet.findImage({u"reg"_s, u"old"_s, u"1"_s}));
        QVERIFY(f.fleet.findImage({u"reg"_s, u"api"_s, u"1"_s}));
        QCOMPARE(f.fleet.source(*f.fleet.findSource(u"reg"_s)).generation, quint64{3});
    }

    void twoSourcesNameOneNode()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)}, u"peers"_s);
        f.nodes({f.node(u"n1"_s)}, u"hub"_s);
        QCOMPARE(f.fleet.nodes().size(), size_t{1});
        QCOMPARE(f.nodeNamed(u"n1"_s).sources.size(), size_t{2});
        const auto forget = [&f](const QString& source) {
            Delta delta = f.from(source);
            delta.removedNodes = {u"n1"_s};
            f.fleet.apply(delta);
        };
        forget(u"hub"_s);
        QCOMPARE(f.nodeNamed(u"n1"_s).sources.size(), size_t{1});
        forget(u"stranger"_s);
        QVERIFY(f.fleet.findNode(u"n1"_s));
        forget(u"peers"_s);
        QVERIFY(!f.fleet.findNode(u"n1"_s));
    }

    void configurationAloneDoesNotHideWhatWasSeen()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)});
        NodeObservation configured = f.node(u"n1"_s, NodeState::Unseen);
        configured.at = {};
        configured.zone = u"b"_s;
        f.nodes({configured});
        QCOMPARE(f.nodeNamed(u"n1"_s).state, NodeState::Live);
        QCOMPARE(f.nodeNamed(u"n1"_s).seen.zone, u"b"_s);
    }

    void nodesAndCellsGoStaleButCount()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        f.cells(u"n1"_s, u"+a"_s);
        f.clock.advance(std::chrono::seconds{30});
        f.fleet.judgeAges();
        QCOMPARE(f.nodeNamed(u"n1"_s).state, NodeState::Live);
        f.clock.advance(Millis{1});
        f.fleet.judgeAges();
        QCOMPARE(f.nodeNamed(u"n1"_s).state, NodeState::Stale);
        QCOMPARE(f.counts(u"a"_s), u"1 0 0"_s);
        QCOMPARE(f.cell(u"a"_s, u"n1"_s).presence, Presence::Held);
        QCOMPARE(f.cell(u"a"_s, u"n1"_s).freshness, Freshness::Stale);
    }

    void turningStaleIsTold()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        f.cells(u"n1"_s, u"+a"_s);
        f.fleet.judgeAges();
        f.fleet.flush();
        f.clock.advance(std::chrono::seconds{31});
        f.nodes({f.node(u"n1"_s)}); // the node still answers, its cells were not asked again
        f.fleet.flush();
        QSignalSpy changed(&f.fleet, &Fleet::changed);
        f.fleet.judgeAges();
        f.fleet.flush();
        QCOMPARE(changed.size(), 1);
        const auto changes = changed.first().first().value<ChangeSet>();
        QCOMPARE(changes.cellsOf, std::vector{f.nodeNamed(u"n1"_s).id});
        QVERIFY(changes.layers.isEmpty());
        f.fleet.judgeAges();
        f.fleet.flush();
        QCOMPARE(changed.size(), 1);
    }

    void goneStaysGoneHoweverOld()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s, NodeState::Gone)});
        f.clock.advance(std::chrono::hours{5});
        f.fleet.judgeAges();
        QCOMPARE(f.nodeNamed(u"n1"_s).state, NodeState::Gone);
    }

    void sourceGoesStaleThenOfflineAndItsImagesStay()
    {
        FleetFixture f;
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        f.status(u"reg"_s, Freshness::Live, f.clock.now());
        const auto state = [&f] {
            f.fleet.judgeAges();
            return f.fleet.source(*f.fleet.findSource(u"reg"_s)).status.state;
        };
        QCOMPARE(state(), Freshness::Live);
        f.clock.advance(std::chrono::seconds{31});
        QCOMPARE(state(), Freshness::Stale);
        f.clock.advance(std::chrono::seconds{300});
        QCOMPARE(state(), Freshness::Offline);
        f.status(u"reg"_s, Freshness::Live, f.clock.now());
        QCOMPARE(state(), Freshness::Live);
        f.status(u"reg"_s, Freshness::Offline, f.clock.now());
        QCOMPARE(state(), Freshness::Offline);
        QVERIFY(f.fleet.findImage({u"reg"_s, u"api"_s, u"1"_s}));
    }

    void restoredFleetIsDatedAndNeverLive()
    {
        FleetFixture f;
        Delta saved = f.from(u"peers"_s, 0);
        saved.nodes = {f.node(u"n1"_s)};
        saved.contents = {f.content(u"n1"_s, u"+a"_s)};
        SourceStatus status;
        status.state = Freshness::Live;
        status.lastAnswer = f.clock.now();
        status.identity = u"peer network"_s;
        status.settled = true;
        saved.status = status;
        f.clock.advance(Millis{50});
        f.fleet.apply(saved);
        const auto source = [&f]() -> const Source& {
            return f.fleet.source(*f.fleet.findSource(u"peers"_s));
        };
        QCOMPARE(source().status.state, Freshness::Stale);
        QVERIFY(!source().status.settled);
        QCOMPARE(f.nodeNamed(u"n1"_s).state, NodeState::Stale);

        // The connector starts, unanswered: what was known stays on the screen.
        f.status(u"peers"_s, Freshness::Unseen, {});
        QCOMPARE(source().status.state, Freshness::Stale);
        QCOMPARE(source().status.identity, u"peer network"_s);
        f.status(u"peers"_s, Freshness::Live, f.clock.now());
        QCOMPARE(source().status.state, Freshness::Live);
    }

    void restoredNeverOverwritesNewer()
    {
        FleetFixture f;
        Delta older = f.from(u"peers"_s, 0);
        older.nodes = {f.node(u"n1"_s, NodeState::Gone)};
        older.contents = {f.content(u"n1"_s, u"-a"_s)};
        f.clock.advance(Millis{10});
        Delta newer = f.from(u"peers"_s, 0);
        newer.nodes = {f.node(u"n1"_s)};
        newer.contents = {f.content(u"n1"_s, u"+a"_s)};
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        f.fleet.apply(newer);
        f.fleet.apply(older);
        QCOMPARE(f.nodeNamed(u"n1"_s).state, NodeState::Stale);
        QCOMPARE(f.cell(u"a"_s, u"n1"_s).presence, Presence::Held);
    }

    void aTimeFromTheFutureDoesNotBlockThePresent()
    {
        FleetFixture f;
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        Delta delta = f.from(u"peers"_s, 0);
        delta.nodes = {f.node(u"n1"_s)};
        delta.nodes.front().at += std::chrono::years{10};
        delta.contents = {f.content(u"n1"_s, u"-a"_s)};
        delta.contents.front().at += std::chrono::years{10};
        f.fleet.apply(delta);
        QCOMPARE(f.nodeNamed(u"n1"_s).seen.at, f.clock.now());
        f.clock.advance(Millis{1});
        f.nodes({f.node(u"n1"_s)});
        f.cells(u"n1"_s, u"+a"_s);
        QCOMPARE(f.cell(u"a"_s, u"n1"_s).presence, Presence::Held);
    }

    void wholeImagesOnNodes()
    {
        FleetFixture f;
        f.nodes({f.node(u"n1"_s), f.node(u"n2"_s)});
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s})});
        const ImageId image = *f.fleet.findImage({u"reg"_s, u"api"_s, u"1"_s});
        Delta delta = f.from(u"peers"_s);
        delta.contents = {f.content(u"n1"_s, u"+a +b"_s), f.content(u"n2"_s, u"+a -b"_s)};
        for (NodeContent& content : delta.contents) {
            for (const QString& part : {u"manifest of api:1"_s, u"config of api:1"_s}) {
                content.sightings.push_back({f.digest(part), Presence::Held, Evidence::LocalHit});
            }
        }
        QVERIFY(f.fleet.nodesHoldingWhole(image).empty());
        f.fleet.apply(delta);
        QCOMPARE(f.fleet.nodesHoldingWhole(image), std::vector{f.nodeNamed(u"n1"_s).id});
    }

    void changesAreCoalesced()
    {
        FleetFixture f;
        QSignalSpy changed(&f.fleet, &Fleet::changed);
        f.nodes({f.node(u"n1"_s)});
        f.clock.advance(Millis{60});
        f.images({f.image(u"api:1"_s, {u"a"_s})});
        QCOMPARE(changed.size(), 0);
        f.clock.advance(Millis{40});
        QCOMPARE(changed.size(), 1);
        auto changes = changed.takeFirst().first().value<ChangeSet>();
        QCOMPARE(changes.nodes.added.size(), size_t{1});
        QCOMPARE(changes.images.added.size(), size_t{1});
        QCOMPARE(changes.layers.added.size(), size_t{3});
        f.clock.advance(std::chrono::seconds{1});
        QCOMPARE(changed.size(), 0);

        // What comes and goes within the interval is only told as gone.
        f.images({f.image(u"api:2"_s, {u"b"_s})});
        Delta removal = f.from(u"reg"_s);
        removal.removedImages = {{u"reg"_s, u"api"_s, u"2"_s}};
        f.fleet.apply(removal);
        f.cells(u"n1"_s, u"+a"_s);
        f.clock.advance(Fleet::Coalesce);
        QCOMPARE(changed.size(), 1);
        changes = changed.takeFirst().first().value<ChangeSet>();
        QVERIFY(changes.images.added.empty() && changes.images.changed.empty());
        QCOMPARE(changes.images.removed.size(), size_t{1});
        QVERIFY(changes.layers.added.empty());
        QCOMPARE(changes.layers.changed.size(), size_t{1});
        QCOMPARE(changes.cellsOf.size(), size_t{1});
    }

    void inventoryNamesEachDigestOnceLayersFirst()
    {
        FleetFixture f;
        const FleetInventory inventory(f.fleet);
        const quint64 before = inventory.revision();
        f.images({f.image(u"api:1"_s, {u"a"_s, u"b"_s}), f.image(u"api:2"_s, {u"a"_s})});
        f.fleet.flush();
        QVERIFY(inventory.revision() > before);
        const auto wanted = inventory.wanted();
        QCOMPARE(wanted.size(), size_t{6});
        QCOMPARE(wanted.at(0).digest, f.digest(u"a"_s));
        QCOMPARE(wanted.at(1).kind, ContentKind::Layer);
        QVERIFY(wanted.at(2).kind != ContentKind::Layer);
        QCOMPARE(wanted.at(0).registryNamespace, u"docker.io"_s);
        const quint64 known = inventory.revision();
        f.nodes({f.node(u"n1"_s)});
        f.clock.advance(Millis{1});
        f.images({f.image(u"api:2"_s, {u"a"_s})});
        f.fleet.flush();
        QCOMPARE(inventory.revision(), known);
        f.images({f.image(u"api:2"_s, {u"c"_s})});
        f.fleet.flush();
        QCOMPARE(inventory.revision(), known + 1);
    }

    void sizesPastTheEndOfTheNumbersDoNotBreakTheSums()
    {
        FleetFixture f;
        Image image = f.image(u"api:1"_s, {u"a"_s, u"b"_s});
        for (Descriptor& layer : image.platforms.front().layers) {
            layer.bytes = std::numeric_limits<qint64>::max();
        }
        QCOMPARE(image.layerBytes(), std::numeric_limits<qint64>::max());
        f.nodes({f.node(u"n1"_s)});
        f.images({image});
        f.cells(u"n1"_s, u"+a +b"_s);
        f.cells(u"n1"_s, u"-a -b"_s);
        QCOMPARE(f.nodeNamed(u"n1"_s).heldBytes, 0);
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
