// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/registry/RegistryRig.h"
#include "tests/connectors/registry/metrics/MetricsPages.h"
#include "tests/support/StallMeter.h"

#include <QTemporaryDir>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

/// A registry and its debug server, a connector that reads both, and what it told of the process.
struct MetricsRig
{
    MetricsRig()
    {
        registry.hold(smallHoldings());
        shows(page);
        debug.on("GET", "/debug/health", {ServerAnswer::json("{}")});
        RegistrySettings settings;
        settings.metricsUrl = debug.url() + "/metrics";
        settings.cpuLimit = 1.0;
        rig = std::make_unique<Rig>(registry.url(), folder.path(), settings);
        QObject::connect(rig->connector.get(), &Connector::delta, rig->connector.get(),
                         [this](const Delta& delta) {
                             for (const HostObservation& host : delta.hosts) {
                                 hosts[host.subject] = host;
                                 ++told;
                             }
                             for (const QString& subject : delta.removedHosts) {
                                 hosts.remove(subject);
                             }
                             for (const SampleBatch& batch : delta.samples) {
                                 samples.push_back(batch);
                             }
                         });
    }

    void shows(const RegistryPageText& text) { answers(ServerAnswer::text(text.text())); }
    void answers(const ServerAnswer& answer) { debug.on("GET", "/metrics", {answer}); }

    /// Lets time pass in small steps until it is so; the network's own time is real.
    template <class Predicate>
    bool passUntil(Predicate isSo)
    {
        for (int i = 0; i < 400 && !isSo(); ++i) {
            rig->clock.advance(1s);
            (void)QTest::qWaitFor(isSo, 20);
        }
        return isSo();
    }

    bool readAgain()
    {
        samples.clear();
        return passUntil([this, before = told] { return told > before; });
    }

    bool isNoted(const char* words)
    {
        return passUntil([&] { return rig->warnings().contains(QString::fromLatin1(words)); });
    }

    std::optional<double> value(const char* metric) const
    {
        for (const SampleBatch& batch : samples) {
            if (batch.key.metric == QLatin1String(metric)) {
                return batch.samples.at(0).value;
            }
        }
        return std::nullopt;
    }

    double secondsNow() const
    {
        return static_cast<double>(rig->clock.now().time_since_epoch().count()) / 1000;
    }

    QTemporaryDir folder;
    ScriptedRegistry registry;
    NastyServer debug;
    RegistryPageText page;
    std::unique_ptr<Rig> rig;
    QHash<QString, HostObservation> hosts;
    std::vector<SampleBatch> samples;
    int told = 0;
};

} // namespace

/// The debug server read again and again through the connector, over real sockets, with time driven by hand.
class TestRegistryMetricsFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageBecomesAHostAndSamples()
    {
        MetricsRig rig;
        rig.rig->connector->start();
        QVERIFY(rig.readAgain());
        rig.page.manifests = 30;
        rig.page.cpuSeconds = 1.5;
        rig.shows(rig.page);
        QVERIFY(rig.readAgain());
        QVERIFY(rig.readAgain());

        QCOMPARE(rig.hosts.keys(), QStringList{rig.debug.authority()});
        const HostObservation& host = rig.hosts.begin().value();
        QCOMPARE(host.kind, HostKind::Service);
        QCOMPARE(host.identity.name, QStringLiteral("registry-1"));
        QCOMPARE(host.identity.addresses, QStringList{QStringLiteral("127.0.0.1")});
        QCOMPARE(host.identity.instance, QStringLiteral("1970-01-12T13:46:40Z"));
        QCOMPARE(host.state, HostState::Up);
        QCOMPARE(host.cpuLimit, std::optional(1.0));
        QCOMPARE(host.every, 15'000ms);
        QVERIFY(rig.value("requests.perSecond").value() > 0);
        QCOMPARE(rig.value("requests.perSecond"), rig.value("requests.perSecond[manifest]"));
        QCOMPARE(*rig.value("cpu.percent"), 100 * *rig.value("process.cpu.cores"));
        const SampleBatch& batch = rig.samples.front();
        QCOMPARE(batch.key.subject, (SubjectKey{text("registry-1"), rig.debug.authority()}));
        QCOMPARE(batch.span, 15'000ms);
        QCOMPARE(batch.samples.at(0).at, host.at);
        QVERIFY(!batch.isBackfill);
        QVERIFY(rig.rig->status().capabilities.contains(text("metrics")));
        QVERIFY(rig.rig->warnings().isEmpty());
    }

    void aRestartIsNoGreatRate()
    {
        MetricsRig rig;
        rig.page.manifests = 1e9;
        rig.shows(rig.page);
        rig.rig->connector->start();
        QVERIFY(rig.readAgain());
        QVERIFY(rig.readAgain());
        rig.page.startedAt = rig.secondsNow() + 1;
        rig.page.manifests = 3;
        rig.shows(rig.page);
        QVERIFY(rig.passUntil([&] {
            return !rig.hosts.isEmpty() &&
                   rig.hosts.begin()->identity.instance.startsWith(QStringLiteral("2026"));
        }));
        QCOMPARE(rig.hosts.keys(), QStringList{rig.debug.authority()});
        QVERIFY2(*rig.value("requests.perSecond") <= 3,
                 qPrintable(QString::number(*rig.value("requests.perSecond"))));
    }

    /// Whatever the balancer gives: each is compared with itself alone.
    void severalBehindOneAddressAreToldApart()
    {
        MetricsRig rig;
        RegistryPageText other;
        other.startedAt = 2'000'000;
        other.manifests = 5e6;
        rig.debug.on("GET", "/metrics",
                     {ServerAnswer::text(rig.page.text()), ServerAnswer::text(other.text()),
                      ServerAnswer::text(rig.page.text()), ServerAnswer::text(other.text()),
                      ServerAnswer::text(rig.page.text()), ServerAnswer::text(other.text()),
                      ServerAnswer::text(rig.page.text())});
        rig.rig->connector->start();
        QVERIFY(rig.isNoted("2 registries answer in turn at 127.0.0.1"));
        QVERIFY(rig.passUntil([&] { return rig.hosts.size() == 2; }));
        QStringList names;
        for (const HostObservation& host : rig.hosts) {
            names << host.identity.name;
            QVERIFY(host.subject.startsWith(rig.debug.authority() + QLatin1Char('@')));
            QCOMPARE(host.every, 30'000ms);
        }
        names.sort();
        QCOMPARE(names, (QStringList{text("registry-1@1970-01-12T13:46:40Z"),
                                     text("registry-1@1970-01-24T03:33:20Z")}));
        for (const SampleBatch& batch : rig.samples) {
            if (batch.key.metric.startsWith(QLatin1String("requests.perSecond"))) {
                QCOMPARE(batch.samples.at(0).value, 0.0);
            }
        }
    }

    void aPageThatCannotBeReadIsANoteAndNoMore_data()
    {
        QTest::addColumn<ServerAnswer>("answer");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const ServerAnswer& answer, const char* said) {
            QTest::newRow(name) << answer << QString::fromLatin1(said);
        };
        const QByteArray good = RegistryPageText().text();
        row("missing", ServerAnswer::text("404 page not found\n", 404), "HTTP 404");
        row("HTML", ServerAnswer::text("<html>\n<body>hello</body>\n"), "");
        row("other metrics", ServerAnswer::text("up 1\n"), "not a registry's");
        row("50 MB", ServerAnswer::text(good + QByteArray(50'000'000, '\n')), "");
        row("a line of 5 MB", ServerAnswer::text(good + "x{y=\"" + QByteArray(5'000'000, 'y') + "\"} 1\n"),
            "");
        row("a line of 1 MB", ServerAnswer::text(good + "x{y=\"" + QByteArray(1'000'000, 'y') + "\"} 1\n"),
            "line ");
        QByteArray many;
        for (int i = 0; i < 20'001; ++i) {
            many += "registry_storage_action_seconds_bucket{action=\"a" + QByteArray::number(i) +
                    "\",driver=\"s3\",le=\"1\"} 5\n";
        }
        row("more series than a registry has", ServerAnswer::text(good + many), "line ");
        row("cut short", ServerAnswer::of(Fault::EndsEarly), "");
    }
    void aPageThatCannotBeReadIsANoteAndNoMore()
    {
        QFETCH(ServerAnswer, answer);
        QFETCH(QString, said);
        MetricsRig rig;
        rig.answers(answer);
        StallMeter stalls;
        rig.rig->connector->start();
        QVERIFY(rig.passUntil([&] { return rig.rig->seen->crawls > 0; }));
        QVERIFY(rig.isNoted("the metrics page: "));
        QVERIFY2(rig.rig->warnings().contains(said), qPrintable(rig.rig->warnings()));
        QCOMPARE(rig.rig->status().warnings.filter(text("metrics page")).size(),
                 1); // not by the crawl as well
        QCOMPARE(rig.rig->status().state, Freshness::Live);
        QVERIFY(!rig.rig->status().error);
        QCOMPARE(rig.rig->seen->references(), smallReferences());
        QVERIFY(rig.hosts.isEmpty());

        rig.shows(rig.page); // and it heals
        QVERIFY(rig.readAgain());
        rig.rig->connector->refresh();
        QVERIFY(rig.passUntil([&] { return !rig.rig->warnings().contains(text("metrics page")); }));
        QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
    }

    void whatTheHealthCheckSaysIsBelievedWhenItIsBad()
    {
        MetricsRig rig;
        rig.debug.on(
            "GET", "/debug/health",
            {ServerAnswer::json(R"({"storagedriver_filesystem":"stat /data: input/output error"})", 503)});
        rig.rig->connector->start();
        QVERIFY(rig.isNoted("its health check fails: storagedriver_filesystem: stat /data"));
        QVERIFY(rig.readAgain());
        QCOMPARE(rig.hosts.begin()->state, HostState::Down);
        QVERIFY(rig.hosts.begin()->reason.contains(text("input/output error")));
    }

    /// 2.8.2 says that it is healthy when its whole folder is gone, while the catalog answers 500.
    void healthyWithoutACatalogIsNotUp()
    {
        MetricsRig rig;
        rig.registry.say("/v2/_catalog?n=1000", registryFault(500, "UNKNOWN"));
        rig.rig->connector->start();
        QVERIFY(rig.isNoted("it does not see what the catalog needs"));
        QVERIFY(rig.readAgain());
        QCOMPARE(rig.hosts.begin()->state, HostState::Down);
        QVERIFY2(rig.hosts.begin()->reason.contains(text("says that it is healthy, but its catalog")),
                 qPrintable(rig.hosts.begin()->reason));
        rig.registry.hold(smallHoldings());
        rig.rig->connector->refresh();
        QVERIFY(rig.passUntil([&] { return rig.hosts.begin()->state == HostState::Up; }));
    }

    void aHealthPageThatIsNoneSaysNothing_data()
    {
        QTest::addColumn<ServerAnswer>("answer");
        QTest::newRow("missing") << ServerAnswer::text("404 page not found\n", 404);
        QTest::newRow("a proxy's 503") << ServerAnswer::text("<html>503</html>", 503);
        QTest::newRow("an array") << ServerAnswer::json("[1]", 503);
        QTest::newRow("empty object") << ServerAnswer::json("{}", 503);
        QTest::newRow("numbers") << ServerAnswer::json(R"({"a":5})", 503);
        QTest::newRow("large") << ServerAnswer::json("{\"a\":\"" + QByteArray(1'000'000, 'x') + "\"}", 503);
        QTest::newRow("deep") << ServerAnswer::json(QByteArray(30'000, '['), 503);
    }
    void aHealthPageThatIsNoneSaysNothing()
    {
        QFETCH(ServerAnswer, answer);
        MetricsRig rig;
        rig.debug.on("GET", "/debug/health", {answer});
        rig.rig->connector->start();
        QVERIFY(rig.readAgain());
        QVERIFY(rig.readAgain());
        QCOMPARE(rig.hosts.begin()->state, HostState::Up);
        QVERIFY2(rig.rig->warnings().isEmpty(), qPrintable(rig.rig->warnings()));
    }

    void stoppedItAsksNoMore()
    {
        MetricsRig rig;
        QObject::connect(rig.rig->connector.get(), &Connector::delta, rig.rig->connector.get(),
                         [&rig](const Delta& delta) {
                             if (!delta.hosts.empty()) {
                                 rig.rig->connector->stop(); // from within its own word
                             }
                         });
        rig.rig->connector->start();
        QVERIFY(rig.readAgain());
        const int asked = rig.debug.requestCount("/metrics");
        for (int i = 0; i < 50; ++i) {
            rig.rig->clock.advance(1s);
            QTest::qWait(1);
        }
        QCOMPARE(rig.debug.requestCount("/metrics"), asked);
        QCOMPARE(rig.told, 1);
    }
};

QTEST_GUILESS_MAIN(TestRegistryMetricsFeed)
#include "tst_registry_metrics_feed.moc"
