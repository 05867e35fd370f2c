// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryMetricsFeed.h"
#include "tests/support/ManualClock.h"
#include "tests/support/RealRegistry.h"
#include "tests/support/RealRegistryPusher.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60'000; // the machine may be busy
constexpr Millis Every = 15s;

/// The sum of all series of the page that the expression matches, by hand.
double sumOf(const QByteArray& page, const QString& expression)
{
    double sum = 0;
    const QRegularExpression line(QStringLiteral("^") + expression + QStringLiteral(" (\\S+)$"),
                                  QRegularExpression::MultilineOption);
    auto matches = line.globalMatch(QString::fromUtf8(page));
    while (matches.hasNext()) {
        sum += matches.next().captured(1).toDouble();
    }
    return sum;
}

/// The feed alone against a real debug server, on a clock that the test moves.
struct Run
{
    explicit Run(const RealRegistry& registry)
    {
        RegistrySettings settings;
        settings.id = QStringLiteral("registry-1");
        settings.endpoint.baseUrl = registry.url();
        settings.metricsUrl = registry.metricsUrl();
        settings.metricsInterval = Every;
        settings.cpuLimit = 2.0;
        feed = std::make_unique<RegistryMetricsFeed>(engine, clock, settings);
        QObject::connect(feed.get(), &RegistryMetricsFeed::told, feed.get(),
                         [this](const RegistryMetricsTelling& telling) {
                             host = *telling.host;
                             values.clear();
                             for (const SampleBatch& batch : telling.samples) {
                                 values.insert(batch.key.metric, batch.samples.at(0).value);
                             }
                             ++told;
                         });
    }

    bool isTold(int times)
    {
        return QTest::qWaitFor([&] { return told >= times; }, Patience);
    }

    double of(const char* metric) const { return values.value(QString::fromLatin1(metric), -1); }

    ManualClock clock;
    HttpEngine engine;
    std::unique_ptr<RegistryMetricsFeed> feed;
    HostObservation host;
    QMap<QString, double> values;
    int told = 0;
};

QString requests(const char* labels)
{
    return QStringLiteral("registry_http_requests_total\\{") + QString::fromLatin1(labels) +
           QStringLiteral("\\}");
}

} // namespace

/// Debian's registry with its debug server.
class TestRealRegistryMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldIsWhatTwoPagesDifferBy()
    {
        QTemporaryDir folder(registryFolderTemplate());
        RealRegistry registry(folder.path());
        QVERIFY2(registry.start(), qPrintable(registry.error()));
        RealRegistryPusher pusher(registry.url());
        pusher.add(QStringLiteral("team/api"), QStringLiteral("1.0"),
                   madeImage(QStringLiteral("api"), {madeLayer(QStringLiteral("a"), 5'000)}));
        QCOMPARE(pusher.push(), QString());

        Run run(registry);
        const QByteArray before = fetchNow(registry.metricsUrl());
        run.feed->start();
        QVERIFY(run.isTold(1));
        for (int i = 0; i < 30; ++i) {
            QVERIFY(!fetchNow(registry.url() + "/v2/_catalog?n=1").isEmpty());
        }
        for (int i = 0; i < 15; ++i) {
            QVERIFY(!fetchNow(registry.url() + "/v2/team/api/tags/list").isEmpty());
        }
        for (int i = 0; i < 5; ++i) {
            fetchNow(registry.url() + "/v2/team/none/tags/list");
        }
        run.clock.advance(Every / 5); // the second page
        QVERIFY(run.isTold(2));
        const QByteArray after = fetchNow(registry.metricsUrl());

        const double covered = 3; // seconds of the clock
        const auto gained = [&](const QString& expression) {
            return sumOf(after, expression) - sumOf(before, expression);
        };
        QCOMPARE(gained(requests(".*")), 50.0);
        QCOMPARE(run.of("requests.perSecond"), 50 / covered);
        QCOMPARE(run.of("requests.perSecond[catalog]"),
                 gained(requests(".*handler=\"catalog\".*")) / covered);
        QCOMPARE(run.of("requests.perSecond[catalog]"), 30 / covered);
        QCOMPARE(run.of("requests.perSecond[tags]"), 20 / covered);
        QCOMPARE(run.of("requests.perSecond[200]"), 45 / covered);
        QCOMPARE(run.of("requests.perSecond[404]"), 5 / covered);
        QCOMPARE(run.of("requests.perSecond[blob_upload]"), 0.0); // of the push, before the first page
        QCOMPARE(run.of("errors.percent"), 0.0);
        QCOMPARE(run.of("process.files.limit"), sumOf(after, QStringLiteral("process_max_fds")));
        QCOMPARE(run.of("latency.p95.seconds"), quantileByHand(before, after, 0.95));
        QCOMPARE(run.of("latency.p50.seconds"), quantileByHand(before, after, 0.50));
        QVERIFY(run.of("process.memory.bytes") > 1e6);
        QVERIFY(run.of("process.files") > 3);
        QVERIFY(run.of("process.cpu.cores") >= 0);
        QCOMPARE(run.of("inflight.requests"), 0.0);

        QCOMPARE(run.host.state, HostState::Up);
        const double start = sumOf(after, QStringLiteral("process_start_time_seconds"));
        QCOMPARE(run.host.facts.bootedAt, std::optional(Timestamp(Millis(std::llround(start * 1000)))));
        QVERIFY(run.feed->notes().isEmpty());
    }

    void aRestartOfTheRealOneBeginsAnew()
    {
        QTemporaryDir folder(registryFolderTemplate());
        RealRegistry registry(folder.path());
        QVERIFY2(registry.start(), qPrintable(registry.error()));
        for (int i = 0; i < 200; ++i) {
            fetchNow(registry.url() + "/v2/");
        }
        Run run(registry);
        run.feed->start();
        QVERIFY(run.isTold(1));
        const Timestamp first = run.host.facts.bootedAt.value();
        registry.stop();
        QTest::qWait(2'500); // starts that are closer together are one, which wavers
        QVERIFY2(registry.start(), qPrintable(registry.error()));
        for (int i = 0; i < 10; ++i) {
            fetchNow(registry.url() + "/v2/");
        }
        // Ours is a clock of 2026: by it, this one began long ago or has not yet.
        run.clock.advance(Every / 5);
        QVERIFY(run.isTold(2));
        QVERIFY(run.host.facts.bootedAt.value() > first);
        QVERIFY(run.of("requests.perSecond") <= 10);
    }

private:
    /// Of the differences of all buckets of a bound, between the bounds around the rank.
    static double quantileByHand(const QByteArray& before, const QByteArray& after, double q)
    {
        static constexpr std::array Bounds{"0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5",
                                           "1",     "2.5",  "5",     "10",   "25",  "60"};
        const auto upTo = [&](const char* bound) {
            const QString expression =
                QStringLiteral("registry_http_request_duration_seconds_bucket\\{.*le=\"%1\"\\}")
                    .arg(QRegularExpression::escape(QString::fromLatin1(bound)));
            return sumOf(after, expression) - sumOf(before, expression);
        };
        const double rank = q * upTo("+Inf");
        double below = 0;
        double lower = 0;
        for (const char* bound : Bounds) {
            const double count = upTo(bound);
            const double upper = QByteArray(bound).toDouble();
            if (count >= rank) {
                return lower + (upper - lower) * (rank - below) / (count - below);
            }
            below = count;
            lower = upper;
        }
        return lower;
    }
};

QTEST_GUILESS_MAIN(TestRealRegistryMetrics)
#include "tst_real_registry_metrics.moc"
