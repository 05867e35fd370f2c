// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/MetricThresholds.h"
#include "models/metrics/MetricWords.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "tests/support/ManualClock.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace stowage;
using namespace std::chrono_literals;
using stowage::test::ManualClock;

namespace {

Histogram histogram(std::vector<double> counts, double total)
{
    return {{0.01, 0.1, 1}, std::move(counts), total};
}

PeerMetrics metricsOf(double hits, double misses)
{
    PeerMetrics metrics;
    metrics.cache.fill(CacheTraffic{Millis{300'000}, hits, misses});
    return metrics;
}

/// A fleet of nodes, each in a zone, and a source that tells of them.
struct Rig
{
    void tell(const QString& node, const QString& zone, std::optional<PeerMetrics> metrics,
              NodeState state = NodeState::Live)
    {
        Delta delta;
        delta.source = QStringLiteral("peers");
        delta.generation = 1;
        delta.at = clock.now();
        NodeObservation seen;
        seen.name = node;
        seen.zone = zone;
        seen.state = state;
        seen.at = clock.now();
        delta.nodes.push_back(seen);
        if (metrics) {
            delta.metrics.push_back({node, clock.now(), *metrics});
        }
        fleet.apply(delta);
    }

    NodeId node(const char* name) const { return *fleet.findNode(QString::fromLatin1(name)); }

    ManualClock clock;
    Fleet fleet{clock};
};

} // namespace

/// Rates, quantiles and sums of what peers tell.
class TestPeerMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesLieWithinTheirBucket()
    {
        const Histogram h = histogram({10, 90, 100}, 100);
        QCOMPARE(h.quantile(0.05), (std::optional<Quantile>({0.005, false})));
        QCOMPARE(h.quantile(0.5)->value, 0.01 + 0.09 * 40 / 80);
        QCOMPARE(h.quantile(0.95)->value, 0.1 + 0.9 * 5 / 10);
        QCOMPARE(h.quantile(1)->value, 1.0);
        QCOMPARE(h.quantile(0)->isAtLeast, false);
    }

    void beyondTheLastBoundIsSaid()
    {
        QCOMPARE(histogram({0, 0, 10}, 100).quantile(0.95), (std::optional<Quantile>({1, true})));
        QCOMPARE(formatQuantile(Quantile{1, true}), QStringLiteral("over 1 s"));
    }

    void withoutObservationsNothingIsTold()
    {
        QVERIFY(!histogram({0, 0, 0}, 0).quantile(0.5));
        QVERIFY(!Histogram{}.quantile(0.5));
        QVERIFY(!histogram({0, 0, 0}, std::numeric_limits<double>::quiet_NaN()).quantile(0.5));
    }

    void aBucketThatFallsIsTakenAsItsNeighbour()
    {
        const auto quantile = histogram({50, 40, 100}, 100).quantile(0.9);
        QVERIFY(quantile && quantile->value > 0.1 && quantile->value <= 1);
    }

    void histogramsMergeToWhatTheWholeWouldTell()
    {
        Histogram sum = histogram({10, 90, 100}, 100);
        sum.add(histogram({0, 10, 100}, 200));
        QCOMPARE(sum, histogram({10, 100, 200}, 300));
        // Not the mean of the two p50s.
        QCOMPARE(sum.quantile(0.5)->value, 0.1 + 0.9 * 50 / 100);
    }

    void otherBoundsMergeWhereBothHaveOne()
    {
        Histogram sum = histogram({10, 90, 100}, 100);
        sum.add({{0.05, 0.1, 0.5}, {1, 2, 3}, 4});
        QCOMPARE(sum, (Histogram{{0.1}, {92}, 104}));
        Histogram none;
        none.add(sum);
        QCOMPARE(none, sum);
    }

    void hitRates()
    {
        QCOMPARE((CacheTraffic{1min, 3, 1}.hitPercent()), std::optional(75.0));
        QCOMPARE((CacheTraffic{1min, 0, 4}.hitPercent()), std::optional(0.0));
        QVERIFY(!CacheTraffic().hitPercent());
    }

    void pullsAreNotOurOwnQuestions()
    {
        const RequestTraffic traffic{10s,
                                     {{QStringLiteral("/v2/*"), QStringLiteral("GET"), 200, 15},
                                      {QStringLiteral("/v2/*"), QStringLiteral("GET"), 500, 5},
                                      {QStringLiteral("/v2/*"), QStringLiteral("HEAD"), 404, 4'000},
                                      {QStringLiteral("/readyz"), QStringLiteral("GET"), 500, 7}}};
        QCOMPARE(traffic.pulls(), 20.0);
        QCOMPARE(traffic.pullsPerSecond(), std::optional(2.0));
        QCOMPARE(traffic.errorPercent(), std::optional(25.0));
        QVERIFY(!RequestTraffic().errorPercent());
        QVERIFY(!RequestTraffic().pullsPerSecond());
    }

    void numbersInWords()
    {
        QCOMPARE(formatPercent(92.4), QStringLiteral("92 %"));
        QCOMPARE(formatPercent(99.96), QStringLiteral("99.9 %"));
        QCOMPARE(formatPercent(100), QStringLiteral("100 %"));
        QCOMPARE(formatPercent(3.21), QStringLiteral("3.2 %"));
        QCOMPARE(formatPercent(0), QStringLiteral("0 %"));
        QCOMPARE(formatPercent(std::nullopt), QStringLiteral("–"));
        QCOMPARE(formatSeconds(0.00048), QStringLiteral("480 µs"));
        QCOMPARE(formatSeconds(0.0384), QStringLiteral("38 ms"));
        QCOMPARE(formatSeconds(1.24), QStringLiteral("1.2 s"));
        QCOMPARE(formatSeconds(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
        QCOMPARE(formatQuantile(std::nullopt), QStringLiteral("–"));
    }

    void thresholds()
    {
        MetricThresholds limits;
        limits.hitPercentBelow = 80;
        limits.resolveP95SecondsAbove = 0.5;
        PeerMetrics metrics = metricsOf(61, 39);
        metrics.resolve = histogram({0, 0, 100}, 100);
        const auto breaches = breachesOf(metrics, limits);
        QCOMPARE(breaches.size(), size_t{2});
        QCOMPARE(breaches[0].text(), QStringLiteral("hit rate 61 %, limit 80 % (5 min)"));
        QCOMPARE(breaches[1].kind, ThresholdBreach::Kind::ResolveP95);
        QVERIFY(breachesOf(metricsOf(80, 20), limits).empty());
        QVERIFY(breachesOf(metrics, {}).empty());
        QVERIFY(breachesOf({}, limits).empty());
    }

    void chanceIsNotJudged()
    {
        MetricThresholds limits;
        limits.hitPercentBelow = 80;
        QVERIFY(breachesOf(metricsOf(0, 9), limits).empty());
        QCOMPARE(breachesOf(metricsOf(0, 10), limits).size(), size_t{1});
        limits.leastRequests = 0;
        QVERIFY(breachesOf(metricsOf(0, 0), limits).empty());
    }

    void theFleetKeepsTheNewest()
    {
        Rig rig;
        rig.tell(QStringLiteral("n1"), QStringLiteral("a"), std::nullopt);
        QVERIFY(rig.fleet.metrics(rig.node("n1")) == nullptr);
        QCOMPARE(rig.fleet.metricsFreshness(rig.node("n1")), Freshness::Unseen);
        rig.fleet.flush();
        QSignalSpy changed(&rig.fleet, &Fleet::changed);
        rig.tell(QStringLiteral("n1"), QStringLiteral("a"), metricsOf(9, 1));
        rig.fleet.flush();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rig.fleet.metrics(rig.node("n1"))->value.cache[0]->hits, 9.0);
        QCOMPARE(rig.fleet.metrics(rig.node("n1"))->seenAt, rig.clock.now());

        Delta late;
        late.source = QStringLiteral("peers");
        late.generation = 1;
        late.at = rig.clock.now();
        late.metrics.push_back({QStringLiteral("n1"), rig.clock.now() - 5s, metricsOf(1, 9)});
        late.metrics.push_back({QStringLiteral("nobody"), rig.clock.now(), metricsOf(1, 9)});
        rig.fleet.apply(late);
        QCOMPARE(rig.fleet.metrics(rig.node("n1"))->value.cache[0]->hits, 9.0);
        QVERIFY(!rig.fleet.findNode(QStringLiteral("nobody")));
    }

    void whatIsOldIsNotShownAsNew()
    {
        Rig rig;
        rig.tell(QStringLiteral("n1"), QStringLiteral("a"), metricsOf(9, 1));
        const NodeId node = rig.node("n1");
        QVERIFY(freshMetrics(rig.fleet, node) != nullptr);
        rig.fleet.flush();
        rig.clock.advance(31s);
        rig.tell(QStringLiteral("n1"), QStringLiteral("a"),
                 std::nullopt); // the node lives, its page does not
        rig.fleet.flush();
        QSignalSpy changed(&rig.fleet, &Fleet::changed);
        rig.fleet.judgeAges();
        rig.fleet.flush();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rig.fleet.metricsFreshness(node), Freshness::Stale);
        QVERIFY(freshMetrics(rig.fleet, node) == nullptr);
        QCOMPARE(summarizePeerMetrics(rig.fleet).fleet.told, quint32{0});
    }

    void aNodeThatGoesTakesItsMetricsAlong()
    {
        Rig rig;
        rig.tell(QStringLiteral("n1"), QStringLiteral("a"), metricsOf(9, 1));
        const NodeId node = rig.node("n1");
        Delta removal;
        removal.source = QStringLiteral("peers");
        removal.generation = 1;
        removal.at = rig.clock.now();
        removal.removedNodes.push_back(QStringLiteral("n1"));
        rig.fleet.apply(removal);
        QVERIFY(rig.fleet.metrics(node) == nullptr);
    }

    void sumsAreOfCountsNotOfRates()
    {
        Rig rig;
        PeerMetrics busy = metricsOf(900, 100);
        busy.resolve = histogram({900, 1'000, 1'000}, 1'000);
        busy.advertisedContent = 20;
        PeerMetrics idle = metricsOf(0, 1);
        idle.resolve = histogram({0, 0, 1}, 1);
        rig.tell(QStringLiteral("n1"), QStringLiteral("a"), busy);
        rig.tell(QStringLiteral("n2"), QStringLiteral("a"), idle);
        rig.tell(QStringLiteral("n3"), QStringLiteral("b"), PeerMetrics{});
        rig.tell(QStringLiteral("n4"), QStringLiteral("b"), metricsOf(1, 1), NodeState::Gone);
        rig.tell(QStringLiteral("n5"), QStringLiteral("b"), std::nullopt);
        const PeerMetricsSummary summary = summarizePeerMetrics(rig.fleet);
        QCOMPARE(summary.fleet.nodes, quint32{5});
        QCOMPARE(summary.fleet.told, quint32{3});
        QCOMPARE(summary.fleet.cache[1].nodes, quint32{2});
        QCOMPARE(summary.fleet.hitPercent(MetricWindow::FiveMinutes), std::optional(100 * 900.0 / 1'001));
        QCOMPARE(summary.fleet.resolve.nodes, quint32{2});
        QVERIFY(summary.fleet.resolveQuantile(0.5)->value < 0.01);
        QCOMPARE(summary.fleet.advertisedContent, (ToldSum<double>{20, 1}));
        QCOMPARE(summary.zones.size(), size_t{2});
        QCOMPARE(summary.zones[0].zone, QStringLiteral("a"));
        QCOMPARE(summary.zones[0].sum.told, quint32{2});
        QCOMPARE(summary.zones[1].sum.nodes, quint32{3});
        QVERIFY(!summary.zones[1].sum.hitPercent(MetricWindow::FiveMinutes));
    }
};

QTEST_GUILESS_MAIN(TestPeerMetrics)
#include "tst_peer_metrics.moc"
