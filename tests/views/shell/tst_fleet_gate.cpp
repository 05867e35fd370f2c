// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Fleet.h"
#include "models/hosts/HostBook.h"
#include "tests/support/ManualClock.h"
#include "tests/views/shell/SampleFleet.h"
#include "views/shell/FleetGate.h"
#include "views/shell/PageHistory.h"

using namespace stowage;

namespace {

Sighting sighting(const QString& word, Presence presence)
{
    return {test::sampleDigest(word), presence, Evidence::LocalHit};
}

Delta contentDelta(Timestamp at, std::vector<Sighting> sightings)
{
    Delta delta;
    delta.source = QStringLiteral("peers");
    delta.generation = test::SampleGeneration;
    delta.contents.push_back({QStringLiteral("n1"), at, std::move(sightings)});
    return delta;
}

} // namespace

/// What is kept while the screen stands still.
class TestFleetGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laterSightingsReplaceEarlier()
    {
        const test::ManualClock clock;
        Delta merged = contentDelta(clock.now(), {sighting(QStringLiteral("a"), Presence::Held),
                                                  sighting(QStringLiteral("b"), Presence::Held)});
        mergeDelta(merged,
                   contentDelta(clock.now() + Millis{5}, {sighting(QStringLiteral("b"), Presence::Absent)}));
        QCOMPARE(merged.contents.size(), size_t{2});
        QCOMPARE(merged.contents[0].sightings,
                 std::vector<Sighting>{sighting(QStringLiteral("a"), Presence::Held)});
        QCOMPARE(merged.contents[1].sightings,
                 std::vector<Sighting>{sighting(QStringLiteral("b"), Presence::Absent)});
        mergeDelta(merged,
                   contentDelta(clock.now() + Millis{9}, {sighting(QStringLiteral("a"), Presence::Absent),
                                                          sighting(QStringLiteral("b"), Presence::Held)}));
        QCOMPARE(merged.contents.size(), size_t{1});
    }

    void removalAndReturnOfImages()
    {
        const test::ManualClock clock;
        const Delta all = test::sampleRegistry(clock);
        Delta gone = test::sampleStatus(clock, QStringLiteral("registry-1"), QStringLiteral("registry"));
        gone.removedImages = {all.images[0].key};
        Delta merged = all;
        mergeDelta(merged, gone);
        QCOMPARE(merged.images.size(), all.images.size() - 1);
        QCOMPARE(merged.removedImages, gone.removedImages);
        mergeDelta(merged, all);
        QCOMPARE(merged.images.size(), all.images.size());
        QVERIFY(merged.removedImages.empty());
    }

    void removalAndReturnOfNodes()
    {
        const test::ManualClock clock;
        const Delta all = test::samplePeers(clock);
        Delta gone = test::sampleStatus(clock, QStringLiteral("peers"), QStringLiteral("spegel"));
        gone.removedNodes = {QStringLiteral("eu-a-01")};
        Delta merged = all;
        mergeDelta(merged, gone);
        QCOMPARE(merged.nodes.size(), all.nodes.size() - 1);
        QCOMPARE(merged.contents.size(), all.contents.size() - 1);
        mergeDelta(merged, all);
        QCOMPARE(merged.nodes.size(), all.nodes.size());
        QVERIFY(merged.removedNodes.empty());
    }

    /// The point of it all: held back and let through comes to the same as never held back, and does not
    /// grow.
    void heldBackComesToTheSame()
    {
        test::ManualClock clock;
        Fleet straight(clock);
        Fleet held(clock);
        FleetGate gate(held);
        gate.setShut(true);
        for (int round = 0; round < 20; ++round) {
            std::vector<Delta> deltas = test::sampleSources(clock);
            deltas[2].nodes[static_cast<size_t>(round) % 16].state = NodeState::Gone;
            for (const Delta& delta : deltas) {
                straight.apply(delta);
                gate.take(delta);
            }
            clock.advance(Millis{1'000});
        }
        QCOMPARE(held.nodes().size(), size_t{0});
        QCOMPARE(gate.waiting(), 120);
        gate.setShut(false);
        QCOMPARE(gate.waiting(), 0);
        QCOMPARE(held.nodes().size(), straight.nodes().size());
        for (const Node& node : straight.nodes()) {
            const Node& other = held.node(*held.findNode(node.seen.name));
            QCOMPARE(other.seen, node.seen);
            QCOMPARE(other.state, node.state);
            QCOMPARE(other.heldBytes, node.heldBytes);
        }
        QCOMPARE(held.layers().size(), straight.layers().size());
    }

    void hostsHeldBackComeToTheSame()
    {
        test::ManualClock clock;
        Fleet fleet(clock);
        HostBook straight(fleet, clock);
        HostBook held(fleet, clock);
        FleetGate gate(fleet, &held);
        gate.setShut(true);
        const SubjectKey key{QStringLiteral("hub"), QStringLiteral("a")};
        const QString cpu = QStringLiteral("cpu.percent");
        for (int round = 0; round < 30; ++round) {
            Delta delta;
            delta.source = key.source;
            delta.generation = test::SampleGeneration;
            HostObservation host;
            host.subject = key.subject;
            host.identity.name = QStringLiteral("n1");
            host.state = HostState::Up;
            host.at = clock.now();
            host.facts.cores = round == 3 ? std::optional(4.0) : std::nullopt; // told once
            delta.hosts = {host};
            host.subject = QStringLiteral("b%1").arg(round);
            delta.hosts.push_back(host);
            delta.removedHosts = {QStringLiteral("b%1").arg(round - 1)};
            const Sample sample{clock.now(), 1.0 * round, 1.0 * round};
            delta.samples.push_back({{key, cpu}, std::chrono::minutes(1), false, {sample}, {}});
            delta.samples.push_back({{key, QStringLiteral("load.1m")},
                                     std::chrono::minutes(1),
                                     false,
                                     {sample},
                                     {{sample, SampleReason::Negative}}});
            straight.apply(delta);
            gate.take(delta);
            clock.advance(std::chrono::minutes(1));
        }
        QVERIFY(held.hosts().empty());
        gate.setShut(false);
        const Host& one = straight.host(*straight.find(key));
        const Host& other = held.host(*held.find(key));
        QCOMPARE(other.values, one.values);
        QCOMPARE(other.quarantined, one.quarantined);
        QCOMPARE(other.facts, one.facts);
        QCOMPARE(held.spark(other.id).back(), straight.spark(one.id).back());
        for (int round = 0; round < 30; ++round) {
            const SubjectKey each{key.source, QStringLiteral("b%1").arg(round)};
            QCOMPARE(held.find(each).has_value(), straight.find(each).has_value());
        }
    }

    void historyIsThatOfABrowser()
    {
        PageHistory history;
        QVERIFY(!history.back());
        QVERIFY(!history.forward());
        const Link a{QStringLiteral("a"), {}};
        const Link b{QStringLiteral("b"), {}};
        const Link c{QStringLiteral("c"), {}};
        history.visit(a);
        history.visit(a);
        history.visit(b);
        QCOMPARE(history.back(), std::optional(a));
        QVERIFY(!history.back());
        QCOMPARE(history.forward(), std::optional(b));
        QVERIFY(!history.forward());
        QCOMPARE(history.back(), std::optional(a));
        history.visit(c);
        QVERIFY(!history.forward());
        QCOMPARE(history.back(), std::optional(a));
        for (int i = 0; i < 300; ++i) {
            history.visit({QString::number(i), {}});
        }
        int steps = 0;
        while (history.back()) {
            ++steps;
        }
        QCOMPARE(steps, static_cast<int>(PageHistory::Limit) - 1);
    }
};

QTEST_GUILESS_MAIN(TestFleetGate)
#include "tst_fleet_gate.moc"
