// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmCanonical.h"
#include "models/placement/PrewarmChooser.h"
#include "tests/models/prewarm/BruteForce.h"
#include "tests/models/prewarm/RandomProblem.h"

#include <QTest>

using namespace stowage;

namespace {

qint64 plannedBytes(const PrewarmProblem& problem, PrewarmChooser::Effort effort)
{
    PrewarmStock stock(problem);
    PrewarmChooser(stock).choose(effort);
    qint64 bytes = 0;
    for (quint32 node = 0; node < problem.nodes.size(); ++node) {
        bytes += stock.fetchedBytes(node);
    }
    return bytes;
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
        const double more = best == 0 ? (planned == 0 ? 0 : 1) : double(planned) / double(best) - 1;
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
        QTest::newRow("3 nodes, 3 images") << 3 << 3 << 8 << 400;
        QTest::newRow("4 nodes, 3 images") << 4 << 3 << 8 << 400;
        QTest::newRow("5 nodes, 2 images") << 5 << 2 << 8 << 400;
        QTest::newRow("5 nodes, 3 images") << 5 << 3 << 10 << 200;
        QTest::newRow("4 nodes, 4 images") << 4 << 4 << 10 << 200;
        QTest::newRow("6 nodes, 1 image") << 6 << 1 << 10 << 400;
    }

    void againstAllPlans()
    {
        QFETCH(int, nodes);
        QFETCH(int, targets);
        QFETCH(int, pieces);
        QFETCH(int, cases);
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
            const PrewarmProblem problem = canonical(test::randomProblem(random, shape));
            const qint64 best = test::fewestBytes(problem);
            full.add(plannedBytes(problem, PrewarmChooser::Effort::Full), best);
            greedy.add(plannedBytes(problem, PrewarmChooser::Effort::None), best);
        }
        qInfo("planner: %s", qUtf8Printable(full.text()));
        qInfo("greedy choice alone: %s", qUtf8Printable(greedy.text()));
        QCOMPARE(full.beyond, 0);
    }
};

QTEST_GUILESS_MAIN(TestPrewarmOptimality)
#include "tst_prewarm_optimality.moc"
