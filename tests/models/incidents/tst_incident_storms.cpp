// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/incidents/IncidentFixture.h"
#include "tests/models/incidents/LabelledStorms.h"

#include <QTest>

#include <cstdio>

using namespace stowage;
using namespace stowage::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 Seed = 20'261'121;

struct HalfScore
{
    PairScore pairs; ///< all storms together
    double mean = 0; ///< of the storms' own F1: a small storm counts as much as a large one
    double worst = 1;
};

/// `first`: 0 for the half that the parameters were chosen by, 1 for the other.
HalfScore scoreHalf(size_t first, quint64 seed)
{
    HalfScore half;
    const std::vector<LabelledStorm>& storms = labelledStorms();
    for (size_t i = first; i < storms.size(); i += 2) {
        StormMaker make(seed + i);
        make.setMessy(true);
        storms[i].make(make);
        const IncidentEngine engine = folded(make.events());
        const PairScore score = scoreOf(engine, make.firings());
        std::printf("  %-52s F1 %.3f precision %.3f recall %.3f, %zu firings, %lld incidents\n",
                    qPrintable(storms[i].name), score.f1(), score.precision(), score.recall(),
                    make.firings().size(), static_cast<long long>(engine.state().groups.size()));
        half.pairs += score;
        half.mean += score.f1() / 15.0;
        half.worst = std::min(half.worst, score.f1());
    }
    std::printf("%s half: pairwise F1 %.4f (precision %.4f, recall %.4f), mean of storms %.4f, worst %.3f\n",
                first == 0 ? "tuned" : "held-out", half.pairs.f1(), half.pairs.precision(),
                half.pairs.recall(), half.mean, half.worst);
    return half;
}

} // namespace

/// Thirty storms of which the truth is known. Half of them chose the rules' parameters, the other half did
/// not.
class TestIncidentStorms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreThirty() { QCOMPARE(labelledStorms().size(), size_t(30)); }

    void tunedHalf()
    {
        const HalfScore half = scoreHalf(0, Seed);
        QVERIFY(half.pairs.f1() >= 0.95);
        QVERIFY(half.mean >= 0.95);
    }

    void heldOutHalf()
    {
        const HalfScore half = scoreHalf(1, Seed);
        QVERIFY(half.pairs.f1() >= 0.95);
        QVERIFY(half.mean >= 0.95);
    }
};

QTEST_GUILESS_MAIN(TestIncidentStorms)
#include "tst_incident_storms.moc"
