// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetSummary.h"
#include "models/fleet/RiskList.h"
#include "tests/models/RandomFleet.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

/// The fleet's counts against plain recomputation, whatever comes in whatever order.
class TestFleetRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEqualRecomputation_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void countsEqualRecomputation()
    {
        QFETCH(unsigned, seed);
        RandomFleet random(seed);
        for (int step = 0; step < 1'500; ++step) {
            random.step();
            const QString difference = random.difference();
            QVERIFY2(difference.isEmpty(), qPrintable(u"step %1: %2"_s.arg(step).arg(difference)));
        }
    }

    void summaryAgreesWithTheTables()
    {
        RandomFleet random(42);
        for (int step = 0; step < 600; ++step) {
            random.step();
            const Fleet& fleet = random.fixture.fleet;
            const FleetSummary sum = summarize(fleet);
            const auto risks = riskList(fleet);
            const auto singles = std::ranges::count(risks, LayerStanding::Single, &LayerRisk::standing);
            QCOMPARE(sum.singleLayers + sum.noCopyLayers, quint32(risks.size()));
            QCOMPARE(sum.singleLayers, quint32(singles));
            QCOMPARE(sum.nodes, std::accumulate(sum.nodesBy.begin(), sum.nodesBy.end(), 0U));
            QCOMPARE(sum.layerBytes, qint64{100} * sum.layers);
            QVERIFY(sum.unknownCells <= sum.cells);
            QVERIFY(std::ranges::is_sorted(risks, std::ranges::greater{}, &LayerRisk::weight));
            for (const LayerRisk& risk : risks) {
                QCOMPARE(risk.holder.isValid(), risk.standing == LayerStanding::Single);
            }
        }
    }

    void aFullSweepIsTakenAtOnce()
    {
        FleetFixture f;
        std::vector<NodeObservation> nodes;
        for (int i = 0; i < 48; ++i) {
            nodes.push_back(f.node(u"n%1"_s.arg(i)));
        }
        f.nodes(nodes);
        QStringList layers;
        for (int i = 0; i < 200; ++i) {
            layers << u"layer %1"_s.arg(i);
        }
        f.images({f.image(u"big:1"_s, layers)});
        Delta sweep = f.from(u"peers"_s);
        for (int i = 0; i < 48; ++i) {
            QString cells;
            sweep.contents.push_back(f.content(u"n%1"_s.arg(i), {}));
            for (int j = 0; j < 200; ++j) {
                sweep.contents.back().sightings.push_back(
                    {f.digest(layers.at(j)), (i + j) % 3 == 0 ? Presence::Held : Presence::Absent,
                     Evidence::LocalHit});
            }
        }
        QElapsedTimer timer;
        timer.start();
        f.fleet.apply(sweep);
        const FleetSummary sum = summarize(f.fleet);
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(sum.cells, quint64{9'600});
        QCOMPARE(sum.unknownCells, quint64{0});
        QCOMPARE(sum.medianCopies, std::optional(16.0));
        QCOMPARE(f.counts(u"layer 7"_s), u"16 32 0"_s);
    }
};

QTEST_GUILESS_MAIN(TestFleetRandom)
#include "tst_fleet_random.moc"
