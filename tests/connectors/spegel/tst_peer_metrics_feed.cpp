// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/SpegelConnector.h"
#include "tests/connectors/spegel/FakePeer.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;
using stowage::test::FakePeer;
using stowage::test::ManualClock;

namespace {

class NoInventory final : public Inventory
{
public:
    std::vector<WantedContent> wanted() const override { return {}; }
    quint64 revision() const override { return 1; }
};

/// Peers with counters, their connector, and what it said of their metrics.
struct Rig
{
    explicit Rig(size_t count)
    {
        for (size_t i = 0; i < count; ++i) {
            peers.push_back(std::make_unique<FakePeer>());
            peers.back()->identity += QByteArray::number(i + 1);
            showing(i, 0, 0);
        }
        settings.id = QStringLiteral("peers");
        settings.namespaces = QStringList{QStringLiteral("docker.io")};
    }

    void showing(size_t index, int hits, int misses)
    {
        peers[index]->metrics = "process_start_time_seconds " + QByteArray::number(startedAt, 'f', 2) +
                                "\nspegel_mirror_requests_total{cache=\"hit\",registry=\"docker.io\"} " +
                                QByteArray::number(hits) +
                                "\nspegel_mirror_requests_total{cache=\"miss\",registry=\"docker.io\"} " +
                                QByteArray::number(misses) + '\n';
    }

    void start()
    {
        for (size_t i = 0; i < peers.size(); ++i) {
            PeerSettings peer;
            peer.name = QStringLiteral("n%1").arg(i + 1);
            peer.registry.source = settings.id;
            peer.registry.baseUrl = peers[i]->url();
            peer.metrics = peer.registry;
            peer.metrics->baseUrl += "/metrics";
            settings.peers.push_back(peer);
        }
        connector = std::make_unique<SpegelConnector>(engine, clock, inventory, settings);
        QObject::connect(connector.get(), &Connector::delta, connector.get(), [this](const Delta& delta) {
            for (const PeerMetricsObservation& observation : delta.metrics) {
                metrics[observation.node] = observation;
                ++told[observation.node];
            }
            if (delta.status) {
                status = *delta.status;
            }
        });
        connector->start();
    }

    /// Lets time pass in small steps until it is so; the network's own time is real.
    template <class Predicate>
    bool passUntil(Predicate isSo)
    {
        for (int i = 0; i < 400 && !isSo(); ++i) {
            clock.advance(500ms);
            (void)QTest::qWaitFor(isSo, 20);
        }
        return isSo();
    }

    bool readAgain(const char* node = "n1")
    {
        const int before = told[QString::fromLatin1(node)];
        return passUntil([&] { return told[QString::fromLatin1(node)] > before; });
    }

    const PeerMetrics& of(const char* node) { return metrics[QString::fromLatin1(node)].metrics; }

    ManualClock clock;
    NoInventory inventory;
    HttpEngine engine;
    SpegelSettings settings;
    std::vector<std::unique_ptr<FakePeer>> peers;
    double startedAt = 1'000;
    QHash<QString, PeerMetricsObservation> metrics;
    QHash<QString, int> told;
    SourceStatus status;
    std::unique_ptr<SpegelConnector> connector;
};

} // namespace

/// Metrics pages read again and again through the connector, over real sockets, with time driven by hand.
class TestPeerMetricsFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesComeFromTheSecondPageOn()
    {
        Rig rig(1);
        rig.showing(0, 100, 50);
        rig.start();
        QVERIFY(rig.readAgain());
        QVERIFY(!rig.of("n1").cacheOver(MetricWindow::Minute));
        rig.showing(0, 109, 51);
        QVERIFY(rig.readAgain());
        QCOMPARE(rig.of("n1").cacheOver(MetricWindow::Minute)->hitPercent(), std::optional(90.0));
        QCOMPARE(rig.of("n1").every, rig.settings.metricsInterval);
        QCOMPARE(rig.metrics[QStringLiteral("n1")].at <= rig.clock.now(), true);
        QVERIFY(rig.status.capabilities.contains(QStringLiteral("metrics")));
    }

    void aRestartKeepsTheWindow()
    {
        Rig rig(1);
        rig.startedAt = static_cast<double>(rig.clock.now().time_since_epoch().count()) / 1000;
        rig.showing(0, 100, 0);
        rig.start();
        QVERIFY(rig.readAgain());
        rig.showing(0, 110, 0);
        QVERIFY(rig.readAgain());
        rig.startedAt = static_cast<double>(rig.clock.now().time_since_epoch().count()) / 1000 + 3;
        rig.peers[0]->identity = "12D3KooWRestarted";
        rig.showing(0, 5, 0);
        QVERIFY(rig.readAgain());
        QCOMPARE(rig.of("n1").cacheOver(MetricWindow::FiveMinutes)->hits, 15.0);
    }

    void aPageThatCannotBeReadIsNamed()
    {
        Rig rig(2);
        rig.peers[0]->metrics.clear();
        rig.start();
        QVERIFY(rig.readAgain("n2"));
        QVERIFY(rig.passUntil([&] { return !rig.status.warnings.isEmpty(); }));
        QCOMPARE(rig.status.warnings.size(), 1);
        QVERIFY2(rig.status.warnings[0].startsWith(QStringLiteral("metrics cannot be read from n1 (")),
                 qPrintable(rig.status.warnings[0]));
        QVERIFY(rig.status.warnings[0].contains(QStringLiteral("HTTP 404")));
        QVERIFY(!rig.metrics.contains(QStringLiteral("n1")));
        rig.showing(0, 1, 1);
        QVERIFY(rig.readAgain("n1"));
        QVERIFY(rig.passUntil([&] { return rig.status.warnings.isEmpty(); }));
    }

    void whatIsRightBeforeAWrongLineIsTold()
    {
        Rig rig(1);
        rig.showing(0, 10, 0);
        rig.start();
        QVERIFY(rig.readAgain());
        rig.showing(0, 12, 0);
        rig.peers[0]->metrics += "wrong{label=unquoted} 1\n";
        QVERIFY(rig.readAgain());
        QCOMPARE(rig.of("n1").cacheOver(MetricWindow::Minute)->hits, 2.0);
        QVERIFY(rig.passUntil([&] { return !rig.status.warnings.isEmpty(); }));
        QVERIFY2(rig.status.warnings[0].contains(QStringLiteral("line 4")),
                 qPrintable(rig.status.warnings[0]));
    }

    void aBreachIsAWarningWithNames()
    {
        Rig rig(2);
        rig.settings.thresholds.hitPercentBelow = 80;
        rig.start();
        QVERIFY(rig.readAgain("n1") && rig.readAgain("n2"));
        rig.showing(0, 90, 10);
        rig.showing(1, 50, 50);
        QVERIFY(rig.readAgain("n1") && rig.readAgain("n2"));
        QVERIFY(rig.passUntil([&] { return !rig.status.warnings.isEmpty(); }));
        QCOMPARE(rig.status.warnings, QStringList{QStringLiteral("hit rate below 80 % on n2")});
        QVERIFY(rig.of("n1").breaches.empty());
        QCOMPARE(rig.of("n2").breaches.size(), size_t{1});
    }

    void aPeerThatIsGoneIsNotAsked()
    {
        Rig rig(1);
        rig.start();
        QVERIFY(rig.readAgain());
        rig.peers[0]->close();
        QVERIFY(rig.passUntil([&] { return rig.status.error.has_value(); }));
        const int asked = rig.peers[0]->metricsAsked;
        const int told = rig.told[QStringLiteral("n1")];
        rig.peers[0]->open();
        rig.clock.advance(500ms);
        QCOMPARE(rig.peers[0]->metricsAsked, asked);
        QCOMPARE(rig.told[QStringLiteral("n1")], told);
        QVERIFY2(rig.readAgain(), "it is read again when it lives again");
    }

    void afterStopNothingIsTold()
    {
        Rig rig(1);
        rig.start();
        QVERIFY(rig.readAgain());
        const int told = rig.told[QStringLiteral("n1")];
        rig.connector->stop();
        rig.clock.advance(60s);
        QCOMPARE(rig.told[QStringLiteral("n1")], told);
        rig.connector->start();
        QVERIFY(rig.readAgain());
    }
};

QTEST_GUILESS_MAIN(TestPeerMetricsFeed)
#include "tst_peer_metrics_feed.moc"
