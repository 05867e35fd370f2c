// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmPlanning.h"
#include "models/placement/PrewarmTimes.h"
#include "tests/models/prewarm/PlanCheck.h"
#include "tests/models/prewarm/RandomProblem.h"
#include "tests/models/prewarm/SmallProblem.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

const Timestamp Now{std::chrono::milliseconds{1'000'000}};

PrewarmPlan planOf(const PrewarmProblem& problem)
{
    return planPrewarm(problem, Now);
}

QString reasonsOf(const PrewarmPlan& plan)
{
    QStringList reasons;
    for (const PrewarmStep& step : plan.steps) {
        reasons << step.reason;
    }
    for (const PrewarmRefusal& refusal : plan.refused) {
        reasons << refusal.reason;
    }
    for (const PrewarmEffect& effect : plan.effects) {
        reasons << effect.text;
    }
    return reasons.join(u'\n');
}

} // namespace

/// What is pulled where, in which wave, from whom, why, and what is refused.
class TestPrewarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data()
    {
        QTest::addColumn<QStringList>("nodes");
        QTest::addColumn<int>("copies");
        QTest::addColumn<int>("zones");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("refused");
        const auto row = [](const char* name, const QStringList& nodes, int copies, int zones,
                            const char* steps, const char* refused = "") {
            QTest::newRow(name) << nodes << copies << zones << QString::fromLatin1(steps)
                                << QString::fromLatin1(refused);
        };
        row("nothing to do", {QStringLiteral("n1 a ++"), QStringLiteral("n2 a ++")}, 2, 1, "");
        row("one more", {QStringLiteral("n1 a ++"), QStringLiteral("n2 a --")}, 2, 1, "1 n2<n1");
        row("who has most fetches least",
            {QStringLiteral("n1 a +++"), QStringLiteral("n2 a ---"), QStringLiteral("n3 a ++-")}, 2, 1,
            "1 n3<n1");
        row("another zone", {QStringLiteral("n1 a ++"), QStringLiteral("n2 a --"), QStringLiteral("n3 b --")},
            2, 2, "1 n3<n1");
        row("zones before bytes",
            {QStringLiteral("n1 a ++"), QStringLiteral("n2 a +-"), QStringLiteral("n3 b --")}, 2, 2,
            "1 n3<n1");
        row("halves complete each other", {QStringLiteral("n1 a +-"), QStringLiteral("n2 a -+")}, 2, 1,
            "1 n1<n2 1 n2<n1");
        row("upstream once, then from there",
            {QStringLiteral("n1 a --"), QStringLiteral("n2 b --"), QStringLiteral("n3 b --")}, 3, 2,
            "1 n1<reg 2 n2<n1 3 n3<n2");
        row("a seed for each zone",
            {QStringLiteral("n1 a ++"), QStringLiteral("n2 b --"), QStringLiteral("n3 b --"),
             QStringLiteral("n4 c --"), QStringLiteral("n5 c --")},
            5, 3, "1 n2<n1 1 n4<n1 2 n3<n2 2 n5<n4");
        row("a zone too few", {QStringLiteral("n1 a ++"), QStringLiteral("n2 a --")}, 2, 2, "1 n2<n1",
            "fewZones");
        row("a node too few", {QStringLiteral("n1 a ++"), QStringLiteral("n2 a --")}, 3, 1, "1 n2<n1",
            "fewNodes");
        row("unknown is neither a copy nor a place",
            {QStringLiteral("n1 a ++"), QStringLiteral("n2 a +?"), QStringLiteral("n3 a ??")}, 2, 1, "",
            "unknownCells");
        row("nobody at all", {QStringLiteral("n1 a ??")}, 1, 1, "", "unknownCells");
        row("no goal", {QStringLiteral("n1 a --")}, 0, 0, "");
    }
    void chooses()
    {
        QFETCH(QStringList, nodes);
        QFETCH(int, copies);
        QFETCH(int, zones);
        const PrewarmPlan plan =
            planOf(test::smallProblem(nodes, {static_cast<quint32>(copies), static_cast<quint32>(zones)}));
        QTEST(test::stepsOf(plan), "steps");
        QTEST(test::refusalsOf(plan), "refused");
        for (const PrewarmStep& step : plan.steps) {
            QVERIFY(!step.reason.isEmpty());
        }
    }

    void neverAsksWhoCannot_data()
    {
        QTest::addColumn<NodeState>("state");
        QTest::addColumn<bool>("isCordoned");
        QTest::addColumn<QString>("word");
        QTest::newRow("gone") << NodeState::Gone << false << QStringLiteral("gone");
        QTest::newRow("unable") << NodeState::Unable << false << QStringLiteral("cannot serve");
        QTest::newRow("unseen") << NodeState::Unseen << false << QStringLiteral("never seen");
        QTest::newRow("stale") << NodeState::Stale << false << QStringLiteral("told");
        QTest::newRow("cordoned") << NodeState::Live << true << QStringLiteral("cordoned");
    }
    void neverAsksWhoCannot()
    {
        QFETCH(NodeState, state);
        QFETCH(bool, isCordoned);
        QFETCH(QString, word);
        PrewarmProblem problem =
            test::smallProblem({QStringLiteral("n1 a ++"), QStringLiteral("n2 a --")}, {2, 1});
        auto& node = test::nodeNamed(problem, QStringLiteral("n2"));
        node.state = state;
        node.worth.isCordoned = isCordoned;
        const PrewarmPlan plan = planOf(problem);
        QVERIFY(plan.steps.empty());
        QCOMPARE(test::refusalsOf(plan), QStringLiteral("fewNodes"));
        QVERIFY2(plan.refused[0].reason.contains(word), qPrintable(plan.refused[0].reason));
        QVERIFY(plan.refused[0].reason.contains(QStringLiteral("n2")));
        QCOMPARE(plan.refused[0].copies, 1U);
    }

    void aGoneNodesContentIsNoCopyAndNoSource()
    {
        PrewarmProblem problem =
            test::smallProblem({QStringLiteral("n1 a ++"), QStringLiteral("n2 a --")}, {1, 1});
        test::nodeNamed(problem, QStringLiteral("n1")).state = NodeState::Gone;
        QCOMPARE(test::stepsOf(planOf(problem)), QStringLiteral("1 n2<reg"));
    }

    void prefersTheSteady()
    {
        const QStringList nodes{QStringLiteral("n1 a ++"), QStringLiteral("n2 a --"),
                                QStringLiteral("n3 a --")};
        PrewarmProblem problem = test::smallProblem(nodes, {2, 1});
        test::nodeNamed(problem, QStringLiteral("n2")).worth.vanished = 1;
        test::nodeNamed(problem, QStringLiteral("n3")).worth.vanished = 0;
        QCOMPARE(test::stepsOf(planOf(problem)), QStringLiteral("1 n3<n1"));
        // One that comes and goes is left out though it would fetch half, unless the others do not suffice.
        problem = test::smallProblem({nodes[0], QStringLiteral("n2 a +-"), nodes[2]}, {2, 1});
        auto& flapping = test::nodeNamed(problem, QStringLiteral("n2"));
        flapping.worth.vanished = 7;
        QCOMPARE(test::stepsOf(planOf(problem)), QStringLiteral("1 n3<n1"));
        problem.targets[0].goal = {3, 1};
        const PrewarmPlan plan = planOf(problem);
        QCOMPARE(plan.steps.size(), size_t{2});
        QVERIFY2(reasonsOf(plan).contains(QStringLiteral("not steady")), qPrintable(reasonsOf(plan)));
    }

    void absentIsNeitherGoodNorBad()
    {
        PrewarmProblem problem = test::smallProblem({QStringLiteral("n1 a ++"), QStringLiteral("n2 a --"),
                                                     QStringLiteral("n3 a --"), QStringLiteral("n4 a --")},
                                                    {2, 1});
        test::nodeNamed(problem, QStringLiteral("n2")).worth.load = 0.9;
        test::nodeNamed(problem, QStringLiteral("n4")).worth.load = 0.1;
        QCOMPARE(planOf(problem).steps[0].node, QStringLiteral("n4")); // told to be idle
        test::nodeNamed(problem, QStringLiteral("n4")).worth.load = 0.8;
        QCOMPARE(planOf(problem).steps[0].node, QStringLiteral("n3"));           // of whom nobody tells
        QVERIFY(!reasonsOf(planOf(problem)).contains(QStringLiteral("vanish"))); // nor do words claim it
    }

    void keepsToFreeDisk()
    {
        constexpr qint64 GiB = qint64{1} << 30;
        PrewarmProblem problem = test::smallProblem(
            {QStringLiteral("n1 a +"), QStringLiteral("n2 a -"), QStringLiteral("n3 a -")}, {2, 1});
        problem.pieces[0].bytes = 2 * GiB;
        test::nodeNamed(problem, QStringLiteral("n2")).worth.freeBytes = 5 * GiB; // packed and unpacked: 6
        test::nodeNamed(problem, QStringLiteral("n3")).worth.freeBytes = 7 * GiB;
        QCOMPARE(test::stepsOf(planOf(problem)), QStringLiteral("1 n3<n1"));
        problem.targets[0].goal = {3, 1};
        QCOMPARE(test::refusalsOf(planOf(problem)), QStringLiteral("noDisk"));
        test::nodeNamed(problem, QStringLiteral("n3")).worth.freeBytes = 0;
        QVERIFY(planOf(problem).steps.empty());
    }

    void pullsNoOtherPlatform()
    {
        PrewarmProblem problem = test::smallProblem(
            {QStringLiteral("n1 a -"), QStringLiteral("n2 a -"), QStringLiteral("n3 a -")}, {2, 1});
        problem.targets[0].isOneOfSeveral = true;
        test::nodeNamed(problem, QStringLiteral("n1")).worth.platform = QStringLiteral("linux/amd64");
        test::nodeNamed(problem, QStringLiteral("n2")).worth.platform = QStringLiteral("linux/arm64");
        PrewarmPlan plan = planOf(problem);
        QCOMPARE(test::stepsOf(plan), QStringLiteral("1 n1<reg"));
        QCOMPARE(test::refusalsOf(plan), QStringLiteral("noPlatform"));
        QVERIFY(plan.refused[0].reason.contains(QStringLiteral("--platform")));
        for (auto& node : problem.nodes) {
            node.worth.platform = QStringLiteral("linux/s390x");
        }
        plan = planOf(problem);
        QVERIFY(plan.steps.empty() && plan.refused.empty()); // nobody pulls it: nothing is lacking
        QCOMPARE(plan.effects.front().kind, QStringLiteral("leftOut"));
    }

    void boundsParallelism()
    {
        QStringList nodes{QStringLiteral("n00 a +")};
        for (int i = 1; i <= 20; ++i) {
            nodes << QStringLiteral("n%1 a -").arg(i, 2, 10, QLatin1Char('0'));
        }
        PrewarmProblem problem = test::smallProblem(nodes, {21, 1});
        problem.limits.nodesPerHolder = 2;
        const PrewarmPlan plan = planOf(problem);
        QCOMPARE(plan.steps.size(), size_t{20});
        std::map<std::pair<quint32, QString>, int> served;
        std::map<quint32, int> inWave;
        for (const PrewarmStep& step : plan.steps) {
            const int clients = ++served[{step.wave, step.supplies.front().peer}];
            QVERIFY(clients <= 2);
            ++inWave[step.wave];
        }
        const std::map<quint32, int> expected{{1, 2}, {2, 6}, {3, 12}}; // 1 holder, 3, 9
        QCOMPARE(inWave, expected);
    }

    void everyPlanKeepsItsPromises()
    {
        std::mt19937 random(11);
        for (int i = 0; i < 60; ++i) {
            test::ProblemShape shape;
            shape.nodes = 5 + random() % 30;
            shape.zones = 1 + random() % 5;
            shape.targets = 1 + random() % 15;
            shape.pieces = 10 + random() % 60;
            shape.piecesPerTarget = 12;
            shape.heldOfHundred = static_cast<unsigned>(random() % 12);
            shape.wholeOfHundred = static_cast<unsigned>(random() % 12);
            shape.goal = {static_cast<quint32>(1 + random() % 6), static_cast<quint32>(1 + random() % 4)};
            PrewarmProblem problem = test::randomProblem(random, shape);
            problem.limits.nodesPerHolder = 1 + random() % 3;
            problem.limits.nodesPerUpstream = 1 + random() % 3;
            const QString broken = test::brokenPromise(problem, planOf(problem));
            QVERIFY2(broken.isEmpty(), qPrintable(broken));
        }
    }

    void reckonsTimesByRates()
    {
        PrewarmProblem problem =
            test::smallProblem({QStringLiteral("n1 a -"), QStringLiteral("n2 a -")}, {2, 1});
        problem.pieces[0].bytes = 10'000'000;
        PrewarmPlan plan = planOf(problem);
        QVERIFY(!plan.isPeerRateMeasured && !plan.isUpstreamRateMeasured);
        QCOMPARE(plan.upstreamBytesPerSecond, AssumedUpstreamBytesPerSecond);
        problem.rates = {1'000'000, 2'000'000};
        plan = planOf(problem);
        QVERIFY(plan.isPeerRateMeasured && plan.isUpstreamRateMeasured);
        // A registry gives no more than a node takes in.
        QCOMPARE(plan.waveTimes, (std::vector<Millis>{10s, 10s}));
        QCOMPARE(plan.time(), Millis{20s});
        QCOMPARE(plan.upstreamBytes(), 10'000'000);
        QCOMPARE(plan.peerBytes(), 10'000'000);
        problem.rates = {-5, 0};
        QVERIFY(!planOf(problem).isPeerRateMeasured);
    }

    void expires()
    {
        const PrewarmPlan plan =
            planOf(test::smallProblem({QStringLiteral("n1 a -"), QStringLiteral("n2 a -")}, {2, 1}));
        QCOMPARE(plan.made, Now);
        QCOMPARE(plan.expires - plan.made, Millis{5min});
    }

    void orderDoesNotMatter()
    {
        std::mt19937 random(7);
        test::ProblemShape shape;
        shape.nodes = 30;
        shape.zones = 3;
        shape.targets = 12;
        shape.pieces = 40;
        shape.heldOfHundred = 10;
        shape.goal = {4, 2};
        for (int i = 0; i < 10; ++i) {
            const PrewarmProblem problem = test::randomProblem(random, shape);
            const PrewarmPlan plan = planOf(problem);
            QVERIFY(!plan.steps.empty());
            const PrewarmPlan again = planOf(shuffled(problem, random));
            QCOMPARE(again.hash, plan.hash);
            QVERIFY(again == plan);
        }
    }

    void theHashTellsEveryChange()
    {
        const PrewarmProblem problem = test::smallProblem(
            {QStringLiteral("n1 a ++-"), QStringLiteral("n2 b --?"), QStringLiteral("n3 b ---")}, {2, 2});
        std::vector<PrewarmProblem> others(17, problem);
        others[0].targets[0].goal.copies = 3;
        others[1].targets[0].goal.zones = 1;
        others[2].targets[0].platform = QStringLiteral("linux/arm64");
        others[3].targets[0].image.tag = QStringLiteral("2");
        others[4].targets[0].isOneOfSeveral = true;
        others[5].pieces[0].bytes = 101;
        others[6].pieces[0].digest = Digest::of("other");
        others[7].nodes[0].held.remove(0);
        others[8].nodes[0].known.remove(2);
        others[9].nodes[0].state = NodeState::Unable;
        others[10].nodes[0].zone = QStringLiteral("c");
        others[11].nodes[0].name = QStringLiteral("n0");
        others[12].nodes[0].worth.isCordoned =
            false; // that somebody told is another thing than that nobody did
        others[13].nodes[0].worth.vanished = 0;
        others[14].limits.nodesPerHolder = 1;
        others[15].rates.peerBytesPerSecond = 1'000'000;
        others[16].nodes.pop_back();
        QSet<QString> hashes{planOf(problem).hash};
        for (const PrewarmProblem& other : others) {
            hashes.insert(planOf(other).hash);
        }
        QCOMPARE(hashes.size(), qsizetype{18});
        QCOMPARE(planOf(problem).hash.size(), qsizetype{64});
    }

    void whatMovesByItselfDoesNotChangeTheHash()
    {
        PrewarmProblem problem =
            test::smallProblem({QStringLiteral("n1 a +"), QStringLiteral("n2 a -")}, {2, 1});
        problem.nodes[0].worth.uptime = 26h;
        problem.nodes[0].worth.load = 0.31;
        problem.nodes[0].worth.freeBytes = qint64{5} << 30;
        problem.rates.peerBytesPerSecond = 52'100'000;
        const PrewarmPlan plan = planOf(problem);
        problem.nodes[0].worth.uptime = 27h;
        problem.nodes[0].worth.load = 0.33;
        *problem.nodes[0].worth.freeBytes += 70'000'000;
        problem.rates.peerBytesPerSecond = 52'800'000;
        QVERIFY(planOf(problem) == plan);
    }

    void nonsenseIsBorne()
    {
        QVERIFY(planOf({}).isEmpty());
        PrewarmProblem problem =
            test::smallProblem({QStringLiteral("n1 a +-"), QStringLiteral("n2 a --")}, {2, 9});
        problem.pieces[0].bytes = std::numeric_limits<qint64>::max();
        problem.pieces[1].bytes = -5;
        problem.nodes[0].worth = {Millis{-5}, 4'000'000'000U, 4'000'000'000U, -1, std::nan(""), false, {}};
        problem.nodes[1].worth.load = 1e300;
        problem.nodes[1].worth.freeBytes = std::numeric_limits<qint64>::max();
        problem.limits = {0, 0, 0};
        const PrewarmPlan plan = planOf(problem);
        QVERIFY(plan.bytes() >= 0);
        QVERIFY(plan.time() >= Millis{0});
        problem.targets.push_back(problem.targets.front()); // the same image twice
        QCOMPARE(planOf(problem).steps.size(), plan.steps.size());
        problem.targets.front().pieces.clear();
        QVERIFY(!planOf(problem).hash.isEmpty());
    }

private:
    static PrewarmProblem shuffled(const PrewarmProblem& problem, std::mt19937& random)
    {
        std::vector<quint32> places(problem.pieces.size());
        std::iota(places.begin(), places.end(), 0U);
        std::ranges::shuffle(places, random);
        const auto moved = [&](const Roaring& pieces) {
            Roaring result;
            for (const quint32 piece : pieces) {
                result.add(places[piece]);
            }
            return result;
        };
        PrewarmProblem result = problem;
        for (size_t i = 0; i < places.size(); ++i) {
            result.pieces[places[i]] = problem.pieces[i];
        }
        for (auto& target : result.targets) {
            std::ranges::transform(target.pieces, target.pieces.begin(),
                                   [&](quint32 p) { return places[p]; });
            std::ranges::shuffle(target.pieces, random);
        }
        for (auto& node : result.nodes) {
            node.known = moved(node.known);
            node.held = moved(node.held);
        }
        std::ranges::shuffle(result.targets, random);
        std::ranges::shuffle(result.nodes, random);
        return result;
    }
};

QTEST_GUILESS_MAIN(TestPrewarm)
#include "tst_prewarm.moc"
