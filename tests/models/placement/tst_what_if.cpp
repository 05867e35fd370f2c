// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/WhatIf.h"
#include "tests/models/FleetFixture.h"
#include "tests/models/placement/PlainPlacement.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

using Pairs = std::set<std::pair<uint32_t, quint32>>;

Pairs pairsOf(const std::vector<BrokenImage>& images)
{
    Pairs pairs;
    for (const BrokenImage& image : images) {
        for (const quint32 platform : image.platforms) {
            pairs.insert({image.image.value, platform});
        }
    }
    return pairs;
}

/// Three nodes in two zones; of "hidden" n3 has not answered.
///
///            n1(a)  n2(a)  n3(b)
///   base     held   held   held
///   pair     held   held   absent
///   only     held   absent absent
///   hidden   held   absent ?
struct Small
{
    FleetFixture fixture;

    Small()
    {
        fixture.images(
            {fixture.image(QStringLiteral("web:1"), {QStringLiteral("base"), QStringLiteral("only")}),
             fixture.image(QStringLiteral("web:2"), {QStringLiteral("base"), QStringLiteral("hidden")}),
             fixture.image(QStringLiteral("db:1"), {QStringLiteral("base"), QStringLiteral("pair")})});
        NodeObservation n3 = fixture.node(QStringLiteral("n3"));
        n3.zone = QStringLiteral("b");
        fixture.nodes({fixture.node(QStringLiteral("n1")), fixture.node(QStringLiteral("n2")), n3});
        fixture.cells(QStringLiteral("n1"), QStringLiteral("+base +pair +only +hidden"));
        fixture.cells(QStringLiteral("n2"), QStringLiteral("+base +pair -only -hidden"));
        fixture.cells(QStringLiteral("n3"), QStringLiteral("+base -pair -only ?hidden"));
        for (const QString& image :
             {QStringLiteral("web:1"), QStringLiteral("web:2"), QStringLiteral("db:1")}) {
            for (const QString& node : {QStringLiteral("n1"), QStringLiteral("n2"), QStringLiteral("n3")}) {
                Delta delta = fixture.from(QStringLiteral("peers"));
                delta.contents = {{node,
                                   fixture.clock.now(),
                                   {{fixture.digest(QStringLiteral("manifest of ") + image), Presence::Held,
                                     Evidence::LocalHit},
                                    {fixture.digest(QStringLiteral("config of ") + image), Presence::Held,
                                     Evidence::LocalHit}}}};
                fixture.fleet.apply(delta);
            }
        }
        fixture.fleet.flush();
    }

    PlacementMap map() const { return PlacementMap::read(fixture.fleet); }

    Result<LossSet> loss(const char* words, const PlacementPolicies& policies = {}) const
    {
        return parseLoss(map(), policies,
                         QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts));
    }

    WhatIf lose(const char* words) const { return whatIf(map(), *loss(words)); }

    QString names(const Roaring& layers) const
    {
        QStringList names;
        for (const char* name : {"base", "pair", "only", "hidden"}) {
            if (layers.contains(fixture.layerNamed(QString::fromLatin1(name)).id.value)) {
                names << QString::fromLatin1(name);
            }
        }
        return names.join(QLatin1Char(' '));
    }

    QString references(const std::vector<BrokenImage>& images) const
    {
        QStringList names;
        for (const BrokenImage& image : images) {
            names << fixture.fleet.image(image.image).image.reference();
        }
        names.sort();
        return names.join(QLatin1Char(' '));
    }
};

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losingTheOnlyHolder()
    {
        const Small small;
        const WhatIf result = small.lose("n1");
        QCOMPARE(small.names(result.layersLost), QStringLiteral("only"));
        QCOMPARE(small.names(result.layersMayBeLost), QStringLiteral("hidden"));
        QCOMPARE(small.names(result.layersLeftSingle), QStringLiteral("pair"));
        QCOMPARE(result.bytesLost, 100);
        QCOMPARE(result.bytesMayBeLost, 100);
        QCOMPARE(result.layersSurviving, 2U);
        QCOMPARE(result.bytesSurviving, 200);
        QCOMPARE(small.references(result.imagesBroken), QStringLiteral("web:1"));
        QCOMPARE(small.references(result.imagesMayBreak), QStringLiteral("web:2"));
        QCOMPARE(result.imagesBroken.front().bytesUpstream, 100);
        QCOMPARE(result.bytesUpstream, 100);
        QCOMPARE(result.nodesForcedUpstream.size(), size_t{2}); // n2 and n3 serve the manifest of web:1
    }

    void losingAZone()
    {
        const Small small;
        const WhatIf result = small.lose("zone:a");
        QCOMPARE(small.names(result.layersLost), QStringLiteral("pair only"));
        QCOMPARE(small.names(result.layersLeftSingle), QStringLiteral("base"));
        QCOMPARE(small.references(result.imagesBroken), QStringLiteral("db:1 web:1"));
    }

    void losingTheDoubtMakesItCertain()
    {
        const Small small;
        const WhatIf result = small.lose("n1 n3");
        QCOMPARE(small.names(result.layersLost), QStringLiteral("only hidden"));
        QVERIFY(result.layersMayBeLost.isEmpty());
    }

    void losingNothingOrWhatIsGone()
    {
        Small small;
        const WhatIf nothing = whatIf(small.map(), {});
        QVERIFY(nothing.layersLost.isEmpty() && nothing.imagesBroken.empty());
        QCOMPARE(nothing.layersSurviving, 4U);
        small.fixture.nodes({small.fixture.node(QStringLiteral("n1"), NodeState::Gone)});
        small.fixture.fleet.flush();
        const WhatIf again = small.lose("n1"); // what it held is not known to be anywhere any more
        QVERIFY(again.layersLost.isEmpty());
        QVERIFY(again.layersMayBeLost.isEmpty());
    }

    void allNodes()
    {
        const Small small;
        const WhatIf result = small.lose("zone:a zone:b n1");
        QCOMPARE(small.names(result.layersLost), QStringLiteral("base pair only hidden"));
        QCOMPARE(result.imagesBroken.size(), size_t{3});
        QVERIFY(result.nodesForcedUpstream.empty());
    }

    void equalsTheMatrix_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 40; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void equalsTheMatrix()
    {
        QFETCH(unsigned, seed);
        const PlainPlacement plain = PlainPlacement::random(seed);
        const PlacementMap map = plain.map();
        for (uint32_t chosen = 0; chosen < (1U << plain.zones.size()); ++chosen) {
            LossSet loss;
            for (const PlacementNode& node : map.nodes()) {
                if ((chosen >> node.id.value & 1U) != 0 && node.isAlive) {
                    loss.nodes.push_back(node.id);
                }
            }
            const WhatIf found = whatIf(map, loss);
            const auto expected = plain.lose(idsOf(loss.nodes));
            QVERIFY(idsOf(found.layersLost) == expected.layers);
            QVERIFY(idsOf(found.layersMayBeLost) == expected.layersMaybe);
            QVERIFY(idsOf(found.layersLeftSingle) == expected.leftSingle);
            QCOMPARE(found.layersSurviving, expected.surviving);
            QVERIFY(pairsOf(found.imagesBroken) == expected.broken);
            QVERIFY(pairsOf(found.imagesMayBreak) == expected.mayBreak);
            QVERIFY(idsOf(found.nodesForcedUpstream) == expected.forcedUpstream);
            QCOMPARE(found.bytesLost, map.bytesOf(found.layersLost));
        }
    }

    void readsNames()
    {
        const Small small;
        PlacementPolicies policies;
        policies.nodes = {{QStringLiteral("n2"), {QStringLiteral("10.77.0.2"), QStringLiteral("lab-2")}, {}},
                          {QStringLiteral("the third"), {QStringLiteral("N3")}, {}}};
        const auto nodes = [&](const char* words) {
            return small.loss(words, policies)->nodes;
        };
        const NodeId n1 = small.fixture.nodeNamed(QStringLiteral("n1")).id;
        const NodeId n2 = small.fixture.nodeNamed(QStringLiteral("n2")).id;
        const NodeId n3 = small.fixture.nodeNamed(QStringLiteral("n3")).id;
        QCOMPARE(nodes("n1"), std::vector{n1});
        QCOMPARE(nodes("N1 n1"), std::vector{n1});
        QCOMPARE(nodes("lab-2"), std::vector{n2});
        QCOMPARE(nodes("10.77.0.2 n1"), (std::vector{n1, n2}));
        QCOMPARE(nodes("zone:b"), std::vector{n3});
        QCOMPARE(nodes("ZONE:A"), (std::vector{n1, n2}));
        const auto byProfileName = parseLoss(small.map(), policies, {QStringLiteral("the third")});
        QVERIFY(byProfileName);
        QCOMPARE(byProfileName->nodes, std::vector{n3});
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("says");
        const auto row = [](const char* word, const char* says) {
            QTest::newRow(word) << QString::fromLatin1(says);
        };
        row("n9", "Did you mean \"n1\"?");
        row("lab-3", "Did you mean \"lab-2\"?");
        row("zone:c", "Did you mean \"zone:a\"?");
        row("zone:", "no node stands in a zone");
        row("zon:a", "no node is called");
        row("somewhere-else-entirely", "stowage nodes");
        row("../../etc", "no node is called");
    }

    void refusesNames()
    {
        const Small small;
        QFETCH(QString, says);
        PlacementPolicies policies;
        policies.nodes = {{QStringLiteral("n2"), {QStringLiteral("lab-2")}, {}}};
        const auto loss = small.loss(QTest::currentDataTag(), policies);
        QVERIFY(!loss);
        QCOMPARE(loss.error().kind, ErrorKind::Usage);
        QVERIFY2(loss.error().text().contains(says), qPrintable(loss.error().text()));
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
