// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/PeerMetricsPage.h"
#include "tests/connectors/faults/Recording.h"

#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace std::chrono_literals;
using stowage::test::recordedAnswer;

namespace {

constexpr Millis Every{10'000};

/// One peer whose page is read again and again.
struct Peer
{
    PeerMetrics read(const QByteArray& page, ExpositionForm form = ExpositionForm::Prometheus)
    {
        at += Every;
        reading = pages.read(page, form);
        reading.counters.at = at;
        reading.counters.wall = Timestamp(Millis{1'795'301'600'000}) + at;
        history.take(reading.counters);
        return pages.figures(reading, history, Every);
    }

    PeerMetricsPage pages;
    CounterHistory history = PeerMetricsPage::historyFor(Every);
    PeerMetricsReading reading;
    Millis at{0};
};

QByteArray mirror(int hits, int misses)
{
    return "# TYPE spegel_mirror_requests_total "
           "counter\nspegel_mirror_requests_total{cache=\"hit\",registry=\"docker.io\"} " +
           QByteArray::number(hits) +
           "\nspegel_mirror_requests_total{cache=\"miss\",registry=\"docker.io\"} " +
           QByteArray::number(misses) + '\n';
}

QByteArray resolve(const QList<int>& counts)
{
    static const QList<QByteArray> bounds{"0.005", "0.01", "0.025", "0.05", "0.1", "0.25",
                                          "0.5",   "1",    "2.5",   "5",    "10",  "+Inf"};
    QByteArray page = "# TYPE spegel_resolve_duration_seconds histogram\n";
    for (qsizetype i = 0; i < bounds.size(); ++i) {
        page += "spegel_resolve_duration_seconds_bucket{router=\"libp2p\",le=\"" + bounds[i] + "\"} " +
                QByteArray::number(counts[i]) + '\n';
    }
    return page;
}

double countOf(const PeerMetrics& metrics, const char* handler, const char* method, int code)
{
    for (const RequestCount& count : metrics.requests->counts) {
        if (count.handler == QLatin1String(handler) && count.method == QLatin1String(method) &&
            count.code == code) {
            return count.count;
        }
    }
    return 0;
}

} // namespace

/// What pages of Spegel come to mean.
class TestPeerMetricsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRecordedPeer()
    {
        Peer peer;
        const QByteArray page = recordedAnswer("spegel-0.7.4/node1/metrics.json").body;
        QVERIFY(!page.isEmpty());
        const PeerMetrics first = peer.read(page);
        QVERIFY(!peer.reading.trouble);
        QVERIFY(peer.reading.isSpegels);
        QCOMPARE(first.advertisedContent, std::optional(23.0));
        QCOMPARE(first.advertisedImages, std::optional(6.0));
        QCOMPARE(first.advertisedTags, std::optional(6.0));
        QCOMPARE(first.lastSuccess, std::optional(Timestamp{}));
        QCOMPARE(first.memoryBytes, std::optional(4.4326912e+07));
        QCOMPARE(first.startedAt, std::optional(Timestamp(Millis{1'795'301'538'260})));
        QVERIFY(first.inflight.has_value());
        QVERIFY2(!first.cacheOver(MetricWindow::Minute), "one page tells no rate");

        const PeerMetrics again = peer.read(page);
        QCOMPARE(again.cacheOver(MetricWindow::Minute)->requests(), 0.0);
        QVERIFY2(!again.cacheOver(MetricWindow::Minute)->hitPercent(),
                 "nothing was asked: no rate, not nought");
        QCOMPARE(again.cpuCores, std::optional(0.0));
        QCOMPARE(again.resolve->bounds.size(), size_t{11});
        QVERIFY(!again.resolve->quantile(0.95));
    }

    /// The peers have their series in the same order, so one memory serves all.
    void allRecordedPeersWithOneMemory()
    {
        PeerMetricsPage pages;
        for (const char* file : {"spegel-0.7.4/node1/metrics.json", "spegel-0.7.4/node2/metrics.json",
                                 "spegel-0.7.4/node3/metrics.json", "spegel-0.7.4/node1/metrics.json"}) {
            const auto reading = pages.read(recordedAnswer(file).body, ExpositionForm::Prometheus);
            QVERIFY(!reading.trouble);
            QVERIFY(reading.advertisedContent.has_value());
            QVERIFY(reading.counters.values.size() > 30);
        }
        QCOMPARE(pages.epoch(), quint32{0});
    }

    void hitRate()
    {
        Peer peer;
        peer.read(mirror(100, 10));
        const auto cache = peer.read(mirror(190, 20)).cacheOver(MetricWindow::Minute);
        QCOMPARE(cache->hits, 90.0);
        QCOMPARE(cache->misses, 10.0);
        QCOMPARE(cache->hitPercent(), std::optional(90.0));
        QCOMPARE(cache->covered, Every);
    }

    void registriesAddUp()
    {
        Peer peer;
        const QByteArray other = "spegel_mirror_requests_total{cache=\"hit\",registry=\"quay.io\"} ";
        peer.read(mirror(100, 10) + other + "1000\n");
        QCOMPARE(peer.read(mirror(101, 11) + other + "1002\n").cacheOver(MetricWindow::Minute)->hits, 3.0);
    }

    void aPeerWithoutAHitYet()
    {
        Peer peer;
        const QByteArray misses = "spegel_mirror_requests_total{cache=\"miss\",registry=\"docker.io\"} ";
        peer.read(misses + "3\n");
        QCOMPARE(peer.read(misses + "7\n").cacheOver(MetricWindow::Minute)->hitPercent(), std::optional(0.0));
        QCOMPARE(peer.read(mirror(4, 7)).cacheOver(MetricWindow::Minute)->hits, 4.0);
    }

    void absentIsNotTold()
    {
        Peer peer;
        peer.read("spegel_mirror_last_success_timestamp_seconds 0\n");
        const PeerMetrics metrics = peer.read("spegel_mirror_last_success_timestamp_seconds 0\n");
        QVERIFY(!metrics.cacheOver(MetricWindow::Minute));
        QVERIFY(!metrics.resolve);
        QVERIFY(!metrics.latency);
        QVERIFY(!metrics.requests);
        QVERIFY(!metrics.advertisedContent);
        QVERIFY(!metrics.cpuCores);
        QVERIFY(!metrics.memoryBytes);
        QVERIFY(!metrics.startedAt);
        QVERIFY(!metrics.inflight);
    }

    void resolveQuantiles()
    {
        Peer peer;
        peer.read(resolve({5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}));
        const PeerMetrics metrics =
            peer.read(resolve({5, 25, 55, 85, 99, 105, 105, 105, 105, 105, 105, 105}));
        QCOMPARE(metrics.resolve->total, 100.0);
        QCOMPARE(metrics.resolve->quantile(0.5)->value, 0.025);
        QVERIFY(metrics.resolve->quantile(0.95)->value > 0.1);
        QVERIFY(metrics.resolve->quantile(0.95)->value < 0.25);
    }

    void requestsByHandlerAndCode()
    {
        Peer peer;
        const auto page = [](int gets, int faults, int heads) {
            const QByteArray name = "http_request_duration_seconds_count";
            return name + "{code=\"200\",handler=\"/v2/*\",method=\"GET\"} " + QByteArray::number(gets) +
                   '\n' + name + "{code=\"500\",handler=\"/v2/*\",method=\"GET\"} " +
                   QByteArray::number(faults) + '\n' + name +
                   "{code=\"404\",handler=\"/v2/*\",method=\"HEAD\"} " + QByteArray::number(heads) +
                   "\nspegel_mirror_last_success_timestamp_seconds 1.7953e9\n";
        };
        peer.read(page(10, 1, 1'000));
        const PeerMetrics metrics = peer.read(page(28, 3, 5'000));
        QCOMPARE(countOf(metrics, "/v2/*", "GET", 200), 18.0);
        QCOMPARE(countOf(metrics, "/v2/*", "HEAD", 404), 4'000.0);
        QCOMPARE(metrics.requests->pullsPerSecond(), std::optional(2.0));
        QCOMPARE(metrics.requests->errorPercent(), std::optional(10.0));
        QCOMPARE(metrics.lastSuccess, std::optional(Timestamp(Millis{1'795'300'000'000})));
    }

    void latencyIsThatOfPulls()
    {
        Peer peer;
        const auto page = [](int gets, int heads) {
            const QByteArray name =
                "http_request_duration_seconds_bucket{code=\"200\",handler=\"/v2/*\",method=";
            return "spegel_advertised_image_tags{registry=\"docker.io\"} 1\n" + name + "\"GET\",le=\"1\"} " +
                   QByteArray::number(gets) + '\n' + name + "\"GET\",le=\"+Inf\"} " +
                   QByteArray::number(gets) + '\n' + name + "\"HEAD\",le=\"0.005\"} " +
                   QByteArray::number(heads) + '\n';
        };
        peer.read(page(1, 1));
        const PeerMetrics metrics = peer.read(page(11, 1'000));
        QCOMPARE(metrics.latency, (std::optional(Histogram{{1}, {10}, 10})));
    }

    void wrongPages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("isUsed");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>\n") << QStringLiteral("line 1") << false;
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("no series of Spegel") << false;
        QTest::newRow("another program")
            << QByteArray("node_load1 0.5\n") << QStringLiteral("no series of Spegel") << false;
        QTest::newRow("cut short") << mirror(1, 2) + "spegel_mi" << QStringLiteral("line 4") << true;
        QTest::newRow("label without quotes") << mirror(1, 2) + "a{b=1} 2\n"
                                              << QStringLiteral("line 4") << true;
        QTest::newRow("series twice")
            << mirror(1, 2) + "spegel_mirror_requests_total{registry=\"docker.io\",cache=\"hit\"} 5\n"
            << QStringLiteral("line 4") << true;
        QTest::newRow("negative counter") << mirror(-1, 2) << QStringLiteral("counts -1") << true;
        QTest::newRow("NaN counter") << QByteArray("spegel_mirror_requests_total{cache=\"hit\"} NaN\n")
                                     << QStringLiteral("counts nan") << true;
        QTest::newRow("infinite counter") << QByteArray("process_cpu_seconds_total +Inf\nspegel_a 1\n")
                                          << QStringLiteral("counts inf") << true;
        QTest::newRow("carriage returns")
            << QByteArray("spegel_a 1\r\n") << QStringLiteral("line 1") << false;
        QTest::newRow("zero bytes") << QByteArray(100, '\0') << QStringLiteral("line 1") << false;
    }

    void wrongPages()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, says);
        QFETCH(bool, isUsed);
        PeerMetricsPage pages;
        for (int turn = 0; turn < 2; ++turn) {
            const PeerMetricsReading reading = pages.read(page, ExpositionForm::Prometheus);
            QVERIFY(reading.trouble.has_value());
            QVERIFY2(reading.trouble->message.contains(says), qPrintable(reading.trouble->message));
            QVERIFY(!reading.trouble->todo.isEmpty());
            QCOMPARE(reading.isSpegels, isUsed);
        }
    }

    /// Labels nobody vouches for, each another on each page: neither memory nor sums grow without end.
    void aPageThatNeverRepeatsItself()
    {
        Peer peer;
        for (int turn = 0; turn < 8; ++turn) {
            QByteArray page = mirror(turn * 10, turn);
            for (int i = 0; i < 10'000; ++i) {
                page += "http_request_duration_seconds_count{code=\"200\",method=\"GET\",handler=\"/x" +
                        QByteArray::number(turn * 10'000 + i) + "\"} 1\n";
            }
            const PeerMetrics metrics = peer.read(page);
            if (peer.pages.epoch() == 0 && turn > 0) {
                QCOMPARE(metrics.cacheOver(MetricWindow::Minute)->hits, turn * 10.0);
                QVERIFY(metrics.requests->counts.size() <= 1'000);
            }
        }
        QVERIFY(peer.pages.epoch() > 0);
    }

    void openMetricsAsWell()
    {
        Peer peer;
        const auto page = [](int hits) {
            return "# TYPE spegel_mirror_requests "
                   "counter\nspegel_mirror_requests_total{cache=\"hit\",registry=\"docker.io\"} " +
                   QByteArray::number(hits) + ".0\n# EOF\n";
        };
        peer.read(page(1), ExpositionForm::OpenMetrics);
        QCOMPARE(peer.read(page(4), ExpositionForm::OpenMetrics).cacheOver(MetricWindow::Minute)->hits, 3.0);
        QVERIFY(!peer.reading.trouble);
    }
};

QTEST_GUILESS_MAIN(TestPeerMetricsPage)
#include "tst_peer_metrics_page.moc"
