// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementTracker.h"
#include "models/placement/SmallestBreak.h"
#include "tests/models/RandomFleet.h"
#include "tests/models/placement/PlainPlacement.h"

#include <QSignalSpy>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

QString differenceOfNodes(const PlacementMap& map, const PlacementMap& fresh)
{
    for (const PlacementNode& node : fresh.nodes()) {
        const PlacementNode& other = map.node(node.id);
        if (node.isAlive != other.isAlive || node.name != other.name || node.state != other.state ||
            node.seenAt != other.seenAt || node.heldBytes != other.heldBytes ||
            fresh.zones()[static_cast<qsizetype>(node.zone)] !=
                map.zones()[static_cast<qsizetype>(other.zone)] ||
            !(node.wrongLength == other.wrongLength) || !(node.wasHeld == other.wasHeld)) {
            return QStringLiteral("node ") + node.name;
        }
    }
    return map.nodes().size() == fresh.nodes().size() && map.aliveNodes() == fresh.aliveNodes()
               ? QString()
               : QStringLiteral("number of nodes");
}

QString differenceOfContent(const PlacementMap& map, const PlacementMap& fresh)
{
    for (const PlacementLayer& layer : fresh.layers()) {
        const PlacementLayer& other = map.layer(layer.id);
        if (layer.isAlive != other.isAlive || (layer.isAlive && layer.digest != other.digest) ||
            layer.bytes != other.bytes || layer.kind != other.kind || layer.images != other.images ||
            map.copies(layer.id) != fresh.copies(layer.id) ||
            map.unknown(layer.id) != fresh.unknown(layer.id)) {
            return QStringLiteral("layer %1").arg(layer.id.value);
        }
    }
    for (const PlacementImage& image : fresh.images()) {
        const PlacementImage& other = map.image(image.id);
        const auto isSame = [](const PlacementPlatform& a, const PlacementPlatform& b) {
            return a.platform == b.platform && a.manifest == b.manifest && a.layers == b.layers &&
                   a.content == b.content;
        };
        if (image.isAlive != other.isAlive || !(image.key == other.key) || !(image.layers == other.layers) ||
            !std::ranges::equal(image.platforms, other.platforms, isSame)) {
            return QStringLiteral("image ") + image.reference();
        }
    }
    return map.layers().size() == fresh.layers().size() && map.layerIds() == fresh.layerIds()
               ? QString()
               : QStringLiteral("layer ids");
}

/// The map against the fleet itself, cell by cell.
QString differenceOfCells(const PlacementMap& map, const Fleet& fleet)
{
    for (const Layer& layer : fleet.layers()) {
        for (const Node& node : fleet.nodes()) {
            if (layer.isAlive && node.isAlive &&
                map.sets().presence(node.id, layer.id) != fleet.presence(layer.id, node.id)) {
                return QStringLiteral("cell %1 %2").arg(layer.id.value).arg(node.seen.name);
            }
        }
        if (layer.isAlive && (map.copies(layer.id) != layer.held || map.unknown(layer.id) != layer.unknown)) {
            return QStringLiteral("counts of %1").arg(layer.id.value);
        }
    }
    return {};
}

} // namespace

class TestPlacementMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followingEqualsReadingAnew_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 6; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void followingEqualsReadingAnew()
    {
        QFETCH(unsigned, seed);
        RandomFleet random(seed);
        Fleet& fleet = random.fixture.fleet;
        const PlacementTracker tracker(fleet);
        for (int step = 0; step < 500; ++step) {
            random.step();
            if (step % 3 == 0) { // several deltas a change set, as in life
                fleet.flush();
                const PlacementMap fresh = PlacementMap::read(fleet);
                for (const QString& found :
                     {differenceOfNodes(tracker.map(), fresh), differenceOfContent(tracker.map(), fresh),
                      differenceOfCells(tracker.map(), fleet)}) {
                    QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(found)));
                }
            }
        }
    }

    void aCopyDoesNotFollow()
    {
        FleetFixture fixture;
        fixture.images({fixture.image(QStringLiteral("i:1"), {QStringLiteral("a")})});
        fixture.nodes({fixture.node(QStringLiteral("n1"))});
        PlacementTracker tracker(fixture.fleet);
        fixture.fleet.flush();
        const PlacementMap before = tracker.map();
        const QSignalSpy changes(&tracker, &PlacementTracker::changed);
        fixture.cells(QStringLiteral("n1"), QStringLiteral("+a"));
        fixture.fleet.flush();
        QCOMPARE(changes.size(), 1);
        const LayerId layer = fixture.layerNamed(QStringLiteral("a")).id;
        QCOMPARE(before.copies(layer), 0U);
        QCOMPARE(tracker.map().copies(layer), 1U);
    }

    void answersEqualTheMatrix_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void answersEqualTheMatrix()
    {
        QFETCH(unsigned, seed);
        const PlainPlacement plain = PlainPlacement::random(seed);
        const PlacementMap map = plain.map();
        PlainPlacement::Ids singles;
        PlainPlacement::Ids none;
        const auto zones = zonesHolding(map);
        for (const PlacementLayer& layer : map.layers()) {
            const auto held = plain.nodesWhere(layer.id.value, Presence::Held);
            const auto absent = plain.nodesWhere(layer.id.value, Presence::Absent);
            QCOMPARE(map.copies(layer.id), quint32(held.size()));
            QVERIFY(idsOf(map.holders(layer.id)) == held);
            QVERIFY(idsOf(map.nodesWhere(layer.id, Presence::Unknown)) ==
                    plain.nodesWhere(layer.id.value, Presence::Unknown));
            QCOMPARE(map.unknown(layer.id),
                     quint32(plain.nodesWhere(layer.id.value, Presence::Unknown).size()));
            QCOMPARE(zones[layer.id.value], plain.zonesHolding(layer.id.value));
            if (layer.isAlive && layer.kind == ContentKind::Layer) {
                if (held.size() == 1) {
                    singles.insert(layer.id.value);
                } else if (held.empty() && !absent.empty()) {
                    none.insert(layer.id.value);
                }
            }
        }
        QVERIFY(idsOf(map.singles()) == singles);
        QVERIFY(idsOf(map.withoutHolder()) == none);
    }

    void wholenessEqualsTheMatrix_data() { answersEqualTheMatrix_data(); }

    void wholenessEqualsTheMatrix()
    {
        QFETCH(unsigned, seed);
        const PlainPlacement plain = PlainPlacement::random(seed);
        const PlacementMap map = plain.map();
        for (const PlacementImage& image : map.images()) {
            for (size_t i = 0; i < image.platforms.size(); ++i) {
                const auto& platform = plain.images[image.id.value][i];
                PlainPlacement::Ids whole;
                for (const PlacementNode& node : map.nodes()) {
                    const Presence expected = plain.wholeness(node.id.value, platform);
                    QCOMPARE(map.wholeness(node.id, image.platforms[i]), expected);
                    if (expected == Presence::Held) {
                        whole.insert(node.id.value);
                    }
                }
                QVERIFY(idsOf(map.holdersOf(image.platforms[i])) == whole);
                QCOMPARE(map.isServable(image.platforms[i]), plain.isServable(platform, {}));
            }
        }
    }

    void smallestBreakEqualsTryingAll_data() { answersEqualTheMatrix_data(); }

    void smallestBreakEqualsTryingAll()
    {
        QFETCH(unsigned, seed);
        const PlainPlacement plain = PlainPlacement::random(seed);
        const PlacementMap map = plain.map();
        for (const PlacementImage& image : map.images()) {
            const SmallestBreak found = smallestBreak(map, image.id);
            const auto expected = plain.smallestBreak(image.id.value);
            QCOMPARE(found.isBrokenAlready, !expected.has_value());
            if (expected) {
                QCOMPARE(found.nodes.size(), *expected);
                QVERIFY(!plain.isServable(plain.images[image.id.value][found.platform], idsOf(found.nodes)));
                QCOMPARE(found.unknown, map.unknown(found.part));
            }
        }
    }

    void coverageEqualsTheMatrix_data() { answersEqualTheMatrix_data(); }

    void coverageEqualsTheMatrix()
    {
        QFETCH(unsigned, seed);
        const PlainPlacement plain = PlainPlacement::random(seed);
        const PlacementMap map = plain.map();
        PlacementPolicies policies;
        policies.base = {3, 2};
        const PlacementCoverage coverage = coverageOf(map, policies);
        qint64 bytes = 0;
        qint64 meeting = 0;
        PlainPlacement::Ids below;
        for (const PlacementLayer& layer : plain.layers()) {
            const quint32 held = quint32(plain.nodesWhere(layer.id.value, Presence::Held).size());
            const auto absent = plain.nodesWhere(layer.id.value, Presence::Absent).size();
            if (!layer.isAlive || layer.kind != ContentKind::Layer || held + absent == 0) {
                continue;
            }
            bytes += layer.bytes;
            if (held >= 3 && plain.zonesHolding(layer.id.value) >= 2) {
                meeting += layer.bytes;
            } else {
                below.insert(layer.id.value);
            }
        }
        QCOMPARE(coverage.bytes, bytes);
        QCOMPARE(coverage.bytesMeeting, meeting);
        QVERIFY(idsOf(coverage.below) == below);
        QCOMPARE(coverage.layers - coverage.layersMeeting, quint32(below.size()));
    }

    void theStrictestGoalOfALayersImagesCounts()
    {
        FleetFixture fixture;
        fixture.images(
            {fixture.image(QStringLiteral("team/api:1"), {QStringLiteral("a"), QStringLiteral("b")}),
             fixture.image(QStringLiteral("other:1"), {QStringLiteral("a"), QStringLiteral("c")})});
        PlacementPolicies policies;
        policies.base = {1, 1};
        policies.coverage = {{QStringLiteral("team/*"), {3, 2}}, {QStringLiteral("*"), {2, 1}}};
        const PlacementMap map = PlacementMap::read(fixture.fleet);
        QCOMPARE(goalOf(map, policies, fixture.layerNamed(QStringLiteral("a")).id), (PlacementGoal{3, 2}));
        QCOMPARE(goalOf(map, policies, fixture.layerNamed(QStringLiteral("c")).id), (PlacementGoal{2, 1}));
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* pattern, const char* repository, bool matches) {
            QTest::addRow("%s ~ %s", pattern, repository)
                << QString::fromLatin1(pattern) << QString::fromLatin1(repository) << matches;
        };
        row("team/api", "team/api", true);
        row("team/api", "team/apis", false);
        row("team/*", "team/api", true);
        row("team/*", "team/a/b", true);
        row("team/*", "team", false);
        row("*", "anything/at/all", true);
        row("*/api", "team/api", true);
        row("*/api", "team/api/x", false);
        row("a*b*c", "aXbYbZc", true);
        row("a*b*c", "acb", false);
        row("", "", true);
        row("", "a", false);
        row("**", "a", true);
        row("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false);
    }

    void patterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, repository);
        QFETCH(bool, matches);
        QCOMPARE(matchesPattern(pattern, repository), matches);
        QCOMPARE(matchesImage(pattern, repository, u"1.0"), matches);
        QCOMPARE(matchesImage(pattern + QStringLiteral(":1.*"), repository, u"1.0"), matches);
        QVERIFY(!matchesImage(pattern + QStringLiteral(":2"), repository, u"1.0"));
    }
};

QTEST_GUILESS_MAIN(TestPlacementMap)
#include "tst_placement_map.moc"
