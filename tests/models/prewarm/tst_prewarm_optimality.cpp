// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmCanonical.h"
#include "models/placement/PrewarmChooser.h"
#include "tests/models/prewarm/BruteForce.h"
#include "tests/models/prewarm/RandomProblem.h"

#include <QTest>

using namespace stowage;

namespace {

/// What the chosen pulls fetch; nothing when a piece stays further from its goal than it must.
std::optional<qint64> plannedBytes(const PrewarmProblem& problem, PrewarmChooser::Effort effort)
{
    PrewarmStock stock(problem);
    PrewarmChooser(stock).choose(effort);
    for (quint32 piece = 0; piece < problem.pieces.size(); ++piece) {
        if (stock.need(piece) > 0) {
            return std::nullopt;
        }
    }
    qint64 bytes = 0;
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        bytes += stock.fetchedBytes(node);
    }
    return bytes;
}

/// Bytes that no plan can do without: each missing copy of each piece once.
qint64 boundOf(const PrewarmProblem& problem)
{
    const PrewarmStock stock(problem);
    qint64 bytes = 0;
    for (quint32 piece = 0; piece < problem.pieces.size(); ++piece) {
        bytes += problem.pieces[piece].bytes * stock.need(piece);
    }
    return bytes;
}

/// Nodes that are more or less worth, all of them steady: a plan may fetch more to have the better ones.
void addWorth(PrewarmProblem& problem, std::mt19937& random)
{
    for (auto& node : problem.nodes) {
        node.worth.vanished = static_cast<quint32>(random() % 3);
        node.worth.restarts = static_cast<quint32>(random() % 3);
        node.worth.uptime = Millis{std::chrono::minutes(10 + random() % 3000)};
        node.worth.load = static_cast<double>(random() % 90) / 100;
    }
}

struct Account
{
    int cases = 0;
    int exact = 0;
    int beyond = 0; ///< more than a tenth more than the best
    double sum = 0;
    double worst = 0;

    void add(qint64 planned, qint64 best)
    {
        const double more =
            best == 0 ? (planned == 0 ? 0 : 1) : static_cast<double>(planned) / static_cast<double>(best) - 1;
        ++cases;
        exact += planned == best ? 1 : 0;
        beyond += more > 0.1 ? 1 : 0;
        sum += more;
        worst = std::max(worst, more);
    }
    QString text() const
    {
        return QStringLiteral(
                   "%1 cases, %2 at the optimum, %3 % more bytes on average, %4 % at worst, %5 beyond 10 %")
            .arg(cases)
            .arg(exact)
            .arg(100 * sum / cases, 0, 'f', 3)
            .arg(100 * worst, 0, 'f', 2)
            .arg(beyond);
    }
};

} // namespace

/// How many more bytes a plan fetches than the best of all plans, on random problems small enough to try all.
class TestPrewarmOptimality : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void againstAllPlans_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("targets");
        QTest::addColumn<int>("pieces");
        QTest::addColumn<int>("cases");
        QTest::addColumn<bool>("hasWorth");
        QTest::newRow("3 nodes, 3 images") << 3 << 3 << 8 << 400 << false;
        QTest::newRow("4 nodes, 3 images") << 4 << 3 << 8 << 400 << false;
        QTest::newRow("5 nodes, 2 images") << 5 << 2 << 8 << 400 << false;
        QTest::newRow("5 nodes, 3 images") << 5 << 3 << 10 << 200 << false;
        QTest::newRow("4 nodes, 4 images") << 4 << 4 << 10 << 200 << false;
        QTest::newRow("6 nodes, 1 image") << 6 << 1 << 10 << 400 << false;
        QTest::newRow("4 nodes of unlike worth, 3 images") << 4 << 3 << 8 << 400 << true;
        QTest::newRow("6 nodes of unlike worth, 2 images") << 6 << 2 << 8 << 200 << true;
    }

    void againstAllPlans()
    {
        QFETCH(int, nodes);
        QFETCH(int, targets);
        QFETCH(int, pieces);
        QFETCH(int, cases);
        QFETCH(bool, hasWorth);
        std::mt19937 random(20261122);
        Account full;
        Account greedy;
        for (int i = 0; i < cases; ++i) {
            test::ProblemShape shape;
            shape.nodes = static_cast<size_t>(nodes);
            shape.targets = static_cast<size_t>(targets);
            shape.pieces = static_cast<size_t>(pieces);
            shape.zones = 1 + random() % 3;
            shape.goal = {1 + static_cast<quint32>(random() % 3), 1 + static_cast<quint32>(random() % 2)};
            shape.heldOfHundred = static_cast<unsigned>(random() % 60);
            PrewarmProblem drawn = test::randomProblem(random, shape);
            if (hasWorth) {
                addWorth(drawn, random);
            }
            const PrewarmProblem problem = canonical(drawn);
            const qint64 best = test::fewestBytes(problem);
            const auto planned = plannedBytes(problem, PrewarmChooser::Effort::Full);
            const auto first = plannedBytes(problem, PrewarmChooser::Effort::None);
            QVERIFY(planned && first);
            QVERIFY(*planned >= best);
            full.add(*planned, best);
            greedy.add(*first, best);
        }
        qInfo("planner: %s", qUtf8Printable(full.text()));
        qInfo("greedy choice alone: %s", qUtf8Printable(greedy.text()));
        QCOMPARE(full.beyond, 0);
    }

    /// Too large to try all: how far above what no plan can do without. That bound is below the best plan, so
    /// these figures say at most how far off a plan is.
    void largerOnesAgainstTheBound_data()
    {
        QTest::addColumn<int>("shared"); ///< pieces that there are: fewer are shared by more images
        QTest::newRow("40 nodes, 30 images that share nearly nothing") << 2000;
        QTest::newRow("40 nodes, 30 images that share some") << 200;
        QTest::newRow("40 nodes, 30 images that share nearly all") << 60;
    }
    void largerOnesAgainstTheBound()
    {
        QFETCH(int, shared);
        std::mt19937 random(20261122);
        Account full;
        for (int i = 0; i < 8; ++i) {
            test::ProblemShape shape;
            shape.nodes = 40;
            shape.zones = 4;
            shape.targets = 30;
            shape.pieces = static_cast<size_t>(shared);
            shape.piecesPerTarget = 12;
            shape.heldOfHundred = 1;
            shape.wholeOfHundred = 3;
            shape.goal = {3, 2};
            const PrewarmProblem problem = canonical(test::randomProblem(random, shape));
            const auto planned = plannedBytes(problem, PrewarmChooser::Effort::Full);
            QVERIFY(planned);
            QVERIFY(*planned >= boundOf(problem));
            full.add(*planned, boundOf(problem));
        }
        qInfo("planner: %.1f %% above the bound on average, %.1f %% at worst; the best plan lies between",
              100 * full.sum / full.cases, 100 * full.worst);
    }
};

QTEST_GUILESS_MAIN(TestPrewarmOptimality)
#include "tst_prewarm_optimality.moc"
