// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoRegistry.h"
#include "app/demo/DemoScenario.h"
#include "app/demo/DemoWorldBuilder.h"
#include "connectors/registry/metrics/RegistryMetricsPage.h"
#include "models/metrics/gate/SampleGate.h"
#include "tests/app/demo/MetricFamilies.h"
#include "tests/app/demo/RawHttp.h"
#include "tests/app/demo/Recording.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(DemoRegistryVersion)

namespace {

DemoWorld smallWorld()
{
    DemoWorld world = buildDemoWorld(DemoSize{}, 7);
    world.setBeganAt(Timestamp(1'795'300'000s));
    return world;
}

/// What a connector would tell of the page, from a minute of pages that ends at that moment of the world.
QMap<QString, double> figuresAt(DemoWorld& world, std::optional<Millis> busyFrom, Millis at,
                                DemoRegistryVersion version = DemoRegistryVersion::V2_8)
{
    RegistryMetricsPage pages;
    CounterHistory history = RegistryMetricsPage::historyFor(15s);
    QMap<QString, double> figures;
    for (Millis now = at - 60s; now <= at; now += 15s) {
        world.setNow(now);
        RegistryReading reading =
            pages.read(demoRegistryMetrics(DemoRegistryLoad::of(world, busyFrom), {}, version),
                       ExpositionForm::Prometheus);
        reading.counters.at = now;
        reading.counters.wall = world.beganAt() + now;
        history.take(reading.counters);
        figures.clear();
        for (const RegistryFigure& figure : pages.figures(reading, history, DemoRegistryLoad::CpuLimit)) {
            figures.insert(figure.metric, figure.value);
        }
    }
    return figures;
}

bool isOfRuntime(const QByteArray& family)
{
    return family.startsWith("go_");
}

QString name(const char* metric)
{
    return QString::fromLatin1(metric);
}

} // namespace

/// The fake's debug server against those of real registries, and over time.
class TestDemoRegistryMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesAndLabelsAreThoseOfTheRecordings_data()
    {
        QTest::addColumn<DemoRegistryVersion>("version");
        QTest::addColumn<QString>("recording");
        QTest::newRow("2.8") << DemoRegistryVersion::V2_8 << QStringLiteral("distribution-2.8.2");
        QTest::newRow("3.1") << DemoRegistryVersion::V3_1 << QStringLiteral("distribution-3.1.1");
    }
    void familiesAndLabelsAreThoseOfTheRecordings()
    {
        QFETCH(DemoRegistryVersion, version);
        QFETCH(QString, recording);
        DemoWorld world = smallWorld();
        DemoRegistry registry(world);
        registry.setVersion(version);
        QVERIFY(registry.debugServer().listen());
        const auto answer = askOnce(registry.debugServer().port(), "GET", "/metrics");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        MetricFamilies recorded =
            familiesOf({Recording::load(recording + QStringLiteral("/debug-metrics.json")).answer.body});
        const MetricFamilies shown = familiesOf({answer->body});
        std::erase_if(recorded, [](const auto& family) { return isOfRuntime(family.first); });
        for (const auto& [family, is] : recorded) {
            QVERIFY2(shown.contains(family), family.constData());
            QCOMPARE(shown.at(family), is);
        }
        for (const auto& [family, is] : shown) {
            // The recorded 2.8.2 ran without a cache; the contract names its counter.
            QVERIFY2(recorded.contains(family) || family == "registry_storage_cache_total",
                     family.constData());
        }
        const auto health = askOnce(registry.debugServer().port(), "GET", "/debug/health");
        QCOMPARE(health->body, QByteArray("{}"));
        QCOMPARE(askOnce(registry.debugServer().port(), "GET", "/v2/")->status, 404);
    }

    void whatIsReallyAskedIsCounted()
    {
        DemoWorld world = smallWorld();
        DemoRegistry registry(world);
        QVERIFY(registry.server().listen());
        QVERIFY(registry.debugServer().listen());
        const auto count = [&registry](const char* series) {
            return valuesOf(askOnce(registry.debugServer().port(), "GET", "/metrics")->body)[series];
        };
        const char* const tags = R"(registry_http_requests_total{code="404",handler="tags",method="get"})";
        const char* const base = R"(registry_http_requests_total{code="200",handler="base",method="get"})";
        const double before = count(base);
        QCOMPARE(count(tags), 0.0);
        QVERIFY(askOnce(registry.server().port(), "GET", "/v2/none/tags/list"));
        QVERIFY(askOnce(registry.server().port(), "GET", "/v2/"));
        QVERIFY(askOnce(registry.server().port(), "GET", "/v2/"));
        QCOMPARE(count(tags), 1.0);
        QCOMPARE(count(base), before + 2);
    }

    void countersOnlyGrow()
    {
        DemoWorld world = smallWorld();
        std::map<QByteArray, double> before;
        for (Millis now = 0s; now < 10min; now += 700ms) {
            world.setNow(now);
            auto shown = countersOf(
                demoRegistryMetrics(DemoRegistryLoad::of(world, 60s), {}, DemoRegistryVersion::V3_1));
            for (const auto& [series, value] : before) {
                QVERIFY2(shown.at(series) >= value, series.constData());
            }
            before = std::move(shown);
        }
    }

    void anOrdinaryDayIsQuick_data()
    {
        QTest::addColumn<DemoRegistryVersion>("version");
        QTest::newRow("2.8") << DemoRegistryVersion::V2_8;
        QTest::newRow("3.1") << DemoRegistryVersion::V3_1;
    }
    void anOrdinaryDayIsQuick()
    {
        QFETCH(DemoRegistryVersion, version);
        DemoWorld world = smallWorld();
        for (Millis at = 2min; at < 24h; at += 53min) {
            const auto figures = figuresAt(world, {}, at, version);
            QCOMPARE(figures[name("errors.percent")], 0.0);
            QVERIFY(figures[name("requests.perSecond")] > 3);
            QVERIFY(figures[name("cpu.percent")] > 8);
            QVERIFY(figures[name("cpu.percent")] < 75);
            QVERIFY(figures[name("latency.p95.seconds")] < 0.2);
            QVERIFY(figures[name("hits.percent")] > 80);
        }
    }

    /// However bad it gets, all of it can be true.
    void theGateLetsAllOfItThrough()
    {
        DemoWorld world = smallWorld();
        RegistryMetricsPage pages;
        CounterHistory history = RegistryMetricsPage::historyFor(15s);
        SampleGate gate;
        size_t samples = 0;
        for (Millis now = 0s; now < 15min; now += 15s) {
            world.setNow(now);
            RegistryReading reading = pages.read(
                demoRegistryMetrics(DemoRegistryLoad::of(world, 5min), {}, DemoRegistryVersion::V2_8),
                ExpositionForm::Prometheus);
            reading.counters.at = now;
            reading.counters.wall = world.beganAt() + now;
            history.take(reading.counters);
            std::vector<SampleBatch> batches;
            for (const RegistryFigure& figure : pages.figures(reading, history, DemoRegistryLoad::CpuLimit)) {
                SampleBatch& batch = batches.emplace_back();
                batch.key = {{name("registry-1"), name("127.0.0.1:1")}, figure.metric};
                batch.span = 15s;
                batch.samples = {{reading.counters.wall, figure.value, figure.value}};
            }
            gate.judge(batches, reading.counters.wall);
            for (const SampleBatch& batch : batches) {
                QVERIFY2(batch.quarantined.empty(), qPrintable(batch.key.metric));
                samples += batch.samples.size();
            }
        }
        QVERIFY(samples > 1'000);
    }

    void inTheScenarioItRunsIntoItsLimit()
    {
        const auto scenario = findDemoScenario(QStringLiteral("registry-cpu"));
        QVERIFY(scenario);
        DemoWorld world = smallWorld();
        const auto calm = figuresAt(world, scenario->registryBusyFrom, *scenario->registryBusyFrom);
        QCOMPARE(calm[name("errors.percent")], 0.0);
        const auto busy = figuresAt(world, scenario->registryBusyFrom, *scenario->registryBusyFrom + 3min);
        QVERIFY(busy[name("cpu.percent")] > 98);
        QVERIFY(busy[name("cpu.percent")] <= 100);
        QVERIFY(busy[name("errors.percent")] > 3);
        QVERIFY(busy[name("errors.percent")] < 20);
        QVERIFY(busy[name("errors.percent[manifest]")] > 0);
        QVERIFY(busy[name("latency.p95.seconds")] > 10 * calm[name("latency.p95.seconds")]);
        QVERIFY(busy[name("storage.p95.seconds[Stat]")] > calm[name("storage.p95.seconds[Stat]")]);
        QVERIFY(busy[name("inflight.requests")] > 20);
    }
};

QTEST_GUILESS_MAIN(TestDemoRegistryMetrics)
#include "tst_demo_registry_metrics.moc"
