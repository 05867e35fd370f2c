// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoPeer.h"
#include "app/demo/DemoWorldBuilder.h"
#include "connectors/spegel/PeerMetricsPage.h"
#include "tests/app/demo/MetricFamilies.h"
#include "tests/app/demo/RawHttp.h"
#include "tests/app/demo/RecordedWorld.h"
#include "tests/app/demo/Recording.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

MetricFamilies recordedFamilies()
{
    QByteArrayList pages;
    for (int node = 1; node <= 3; ++node) {
        pages += Recording::load(QStringLiteral("spegel-0.7.4/node%1/metrics.json").arg(node)).answer.body;
    }
    return familiesOf(pages);
}

bool isPlayed(const QByteArray& family)
{
    return family.startsWith("spegel_") || family.startsWith("http_") || family.startsWith("process_");
}

double counter(const QByteArray& page, const char* series)
{
    return countersOf(page)[series];
}

} // namespace

/// The fake's metrics page against those of real peers, and over time.
class TestDemoMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seriesAreAsRecorded()
    {
        const DemoWorld world = recordedWorld();
        DemoPeer peer(world, 0);
        QVERIFY(peer.start());
        QVERIFY(askOnce(peer.registryPort().port(), "GET", "/readyz"));
        QVERIFY(askOnce(peer.metricsPort().port(), "GET", "/debug/web/metadata"));
        const auto answer = askOnce(peer.metricsPort().port(), "GET", "/metrics");
        QVERIFY(answer);
        const Recording recording = Recording::load(QStringLiteral("spegel-0.7.4/node1/metrics.json"));
        QCOMPARE(answer->status, recording.answer.status);
        QCOMPARE(answer->header("Content-Type"), recording.answer.header("Content-Type"));

        const MetricFamilies played = familiesOf({answer->body});
        const MetricFamilies recorded = recordedFamilies();
        for (const auto& [name, family] : recorded) {
            QVERIFY2(!isPlayed(name) || played.contains(name), (name + " is missing").constData());
        }
        for (const auto& [name, family] : played) {
            const auto found = recorded.find(name);
            QVERIFY2(found != recorded.end(), (name + " is not Spegel's").constData());
            QVERIFY2(found->second == family, (name + " has other labels or bounds").constData());
        }
    }

    void itCountsWhatItIsAsked()
    {
        const DemoWorld world = recordedWorld();
        DemoPeer peer(world, 0);
        QVERIFY(peer.start());
        RawHttp http(peer.registryPort().port());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(http.ask("GET", "/readyz"));
        }
        QVERIFY(
            http.ask("HEAD", "/v2/team/api/manifests/none?ns=docker.io", {{"X-Spegel-Mirrored", "true"}}));
        const QByteArray page = askOnce(peer.metricsPort().port(), "GET", "/metrics")->body;
        QCOMPARE(
            counter(page,
                    "http_request_duration_seconds_count{code=\"200\",handler=\"/readyz\",method=\"GET\"}"),
            3.0);
        QCOMPARE(
            counter(page,
                    "http_request_duration_seconds_count{code=\"404\",handler=\"/v2/*\",method=\"HEAD\"}"),
            1.0);
    }

    void countersOnlyGrow()
    {
        DemoWorld world = buildDemoWorld({}, 7);
        world.setBeganAt(Timestamp(Millis{1'795'300'000'000}));
        for (size_t node = 0; node < world.nodes().size(); node += 5) {
            world.setNow(0s);
            auto before = countersOf(demoMetrics(world, node, "docker.io", {}, 0));
            for (int i = 1; i <= 100; ++i) {
                world.setNow(i * 7s);
                auto now = countersOf(demoMetrics(world, node, "docker.io", {}, 0));
                for (const auto& [series, value] : before) {
                    QVERIFY2(now[series] >= value, series.constData());
                }
                before = std::move(now);
            }
        }
    }

    /// Read as Stowage reads it, the played fleet has peers that do well and some that do not.
    void figuresAreThoseOfAFleet()
    {
        DemoWorld world = buildDemoWorld({}, 7);
        world.setBeganAt(Timestamp(Millis{1'795'300'000'000}));
        int good = 0;
        int weak = 0;
        for (size_t node = 0; node < world.nodes().size(); ++node) {
            PeerMetricsPage pages;
            CounterHistory history = PeerMetricsPage::historyFor(10s);
            PeerMetrics metrics;
            for (int i = 0; i <= 30; ++i) {
                world.setNow(i * 10s);
                PeerMetricsReading reading =
                    pages.read(demoMetrics(world, node, "docker.io", {}, 0), ExpositionForm::Prometheus);
                QVERIFY(!reading.trouble);
                reading.counters.at = world.now();
                reading.counters.wall = world.beganAt() + world.now();
                history.take(reading.counters);
                metrics = pages.figures(reading, history, 10s);
            }
            const auto& cache = metrics.cacheOver(MetricWindow::FiveMinutes);
            QVERIFY(cache && cache->requests() > 20);
            (*cache->hitPercent() > 85 ? good : weak) += 1;
            QVERIFY(*cache->hitPercent() > 45 && *cache->hitPercent() <= 100);
            QVERIFY(metrics.resolve->quantile(0.95)->value < 3);
            QVERIFY(metrics.latency->quantile(0.5)->value > 0.01);
            QVERIFY(metrics.requests->pullsPerSecond() > 0.1);
            QVERIFY(*metrics.cpuCores > 0 && *metrics.cpuCores < 1);
            QCOMPARE(*metrics.advertisedContent,
                     static_cast<double>(
                         std::count(world.nodes()[node].held.begin(), world.nodes()[node].held.end(), true)));
        }
        QVERIFY(good > weak);
        QVERIFY(weak > 0);
    }
};

QTEST_GUILESS_MAIN(TestDemoMetrics)
#include "tst_demo_metrics.moc"
