// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Fleet.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "tests/support/ManualClock.h"
#include "views/fleet/FleetTiles.h"
#include "views/fleet/MetricFacts.h"
#include "views/sources/SourceFacts.h"
#include "views/theme/Theme.h"
#include "views/widgets/Tile.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

namespace {

PeerMetrics metricsOf(double hits, double misses)
{
    PeerMetrics metrics;
    metrics.cache.fill(CacheTraffic{5min, hits, misses});
    metrics.resolve = Histogram{{0.01, 0.1}, {hits / 2, hits}, hits};
    metrics.requests = RequestTraffic{5min, {{QStringLiteral("/v2/*"), QStringLiteral("GET"), 200, 600}}};
    metrics.memoryBytes = 44e6;
    metrics.lastSuccess = Timestamp{};
    return metrics;
}

struct Stage
{
    void tell(const char* node, const char* zone, std::optional<PeerMetrics> metrics)
    {
        Delta delta;
        delta.source = QStringLiteral("peers");
        delta.generation = 1;
        delta.at = clock.now();
        NodeObservation seen;
        seen.name = QString::fromLatin1(node);
        seen.zone = QString::fromLatin1(zone);
        seen.state = NodeState::Live;
        seen.at = clock.now();
        delta.nodes.push_back(seen);
        if (metrics) {
            delta.metrics.push_back({seen.name, clock.now(), *metrics});
        }
        fleet.apply(delta);
        fleet.flush();
    }

    std::vector<Detail> details(const char* node) const
    {
        return metricDetails(fleet, *fleet.findNode(QString::fromLatin1(node)));
    }

    test::ManualClock clock;
    Fleet fleet{clock};
};

QString valueOf(const std::vector<Detail>& details, const char* name)
{
    for (const Detail& detail : details) {
        if (detail.name == QLatin1String(name)) {
            return detail.value;
        }
    }
    return QStringLiteral("(not there)");
}

} // namespace

/// What of the metrics is on the screen: by node, by zone, for all.
class TestMetricFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNodeThatTellsNothing()
    {
        Stage stage;
        stage.tell("n1", "a", std::nullopt);
        const auto details = stage.details("n1");
        QCOMPARE(details.size(), size_t{1});
        QCOMPARE(details[0].value, QStringLiteral("not told"));
    }

    void aNodeThatTells()
    {
        Stage stage;
        stage.tell("n1", "a", metricsOf(92, 8));
        const auto details = stage.details("n1");
        QCOMPARE(valueOf(details, "Hits, 5 min"), QStringLiteral("92 %"));
        QCOMPARE(valueOf(details, "Hits, 1 h"), QStringLiteral("92 %"));
        QCOMPARE(valueOf(details, "Pulls"), QStringLiteral("2.0 a second"));
        QCOMPARE(valueOf(details, "Pulls that failed"), QStringLiteral("0 %"));
        QCOMPARE(valueOf(details, "Finding a peer"), QStringLiteral("10 ms · 91 ms"));
        QCOMPARE(valueOf(details, "Last hit"), QStringLiteral("never"));
        QCOMPARE(valueOf(details, "Memory"), QStringLiteral("42 MiB"));
        QCOMPARE(valueOf(details, "Advertised"), QStringLiteral("(not there)"));
        QCOMPARE(valueOf(details, "Processor"), QStringLiteral("(not there)"));
    }

    void aBreachWarnsInWords()
    {
        Stage stage;
        PeerMetrics metrics = metricsOf(60, 40);
        metrics.breaches.push_back({ThresholdBreach::Kind::HitPercent, 60, 80});
        stage.tell("n1", "a", metrics);
        const auto details = stage.details("n1");
        QCOMPARE(details[0].value, QStringLiteral("hit rate 60 %, limit 80 % (5 min)"));
        QCOMPARE(details[0].ink, Token::Warning);
    }

    void whatIsOldSaysSo()
    {
        Stage stage;
        stage.tell("n1", "a", metricsOf(92, 8));
        stage.clock.advance(2min);
        stage.tell("n1", "a", std::nullopt);
        stage.fleet.judgeAges();
        const auto details = stage.details("n1");
        QCOMPARE(details[0].value, QStringLiteral("old, read 2 min ago"));
        QCOMPARE(details[0].ink, Token::Warning);
        QCOMPARE(details[1].ink, Token::Text2);
    }

    void theTile()
    {
        Stage stage;
        const Theme theme = Theme::builtIn(QStringLiteral("dark"));
        FleetTiles tiles(theme);
        const auto tile = [&tiles] {
            return tiles.findChildren<Tile*>().at(5)->text();
        };
        QCOMPARE(tile().value, QStringLiteral("–"));
        QCOMPARE(tile().note, QStringLiteral("no peer tells it yet"));
        stage.tell("n1", "a", metricsOf(90, 10));
        stage.tell("n2", "b", metricsOf(900, 0));
        stage.tell("n3", "b", std::nullopt);
        tiles.setMetrics(summarizePeerMetrics(stage.fleet).fleet);
        QCOMPARE(tile().value, QStringLiteral("99 %")); // 990 of 1,000, not the mean of 90 and 100
        QVERIFY2(tile().note.contains(QStringLiteral("2 of 3 nodes tell it")), qPrintable(tile().note));
    }

    void zonesOfASource()
    {
        Stage stage;
        stage.tell("n1", "a", metricsOf(90, 10));
        stage.tell("n2", "b", metricsOf(50, 50));
        stage.tell("n3", "b", std::nullopt);
        const auto lines = metricLines(stage.fleet, *stage.fleet.findSource(QStringLiteral("peers")));
        QCOMPARE(lines.size(), size_t{3});
        QCOMPARE(lines[0].right, QStringLiteral("70 %"));
        QCOMPARE(lines[1].text, QStringLiteral("Zone a"));
        QCOMPARE(lines[1].right, QStringLiteral("90 %"));
        QVERIFY2(lines[2].detail.contains(QStringLiteral("1 of 2 nodes tell it")),
                 qPrintable(lines[2].detail));
    }

    void aSourceThatTellsNothing()
    {
        Stage stage;
        stage.tell("n1", "a", std::nullopt);
        QVERIFY(metricLines(stage.fleet, *stage.fleet.findSource(QStringLiteral("peers"))).empty());
    }
};

QTEST_MAIN(TestMetricFacts)
#include "tst_metric_facts.moc"
