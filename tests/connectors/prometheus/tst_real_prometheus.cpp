// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusConnector.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/prometheus/HostCollector.h"
#include "tests/connectors/prometheus/ScrapeRelay.h"
#include "tests/support/RealPrometheus.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;

/// Debian's prometheus over Debian's node-exporter: what Stowage says of the host is what stands on the
/// exporter's page.
class TestRealPrometheus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void gauges();
    void disks();
    void shares();
    void rates();
    void facts();
    void server();
    void history();
    void historyRefused();
    void downAndEnded();

private:
    void takeMoment();
    double told(const char* metric) const { return m_values.value(QString::fromUtf8(metric), qQNaN()); }
    const ExporterPage& page() const { return m_relay->pages()[static_cast<size_t>(m_page)]; }
    QByteArrayList targets() const { return {m_relay->address(), m_dead}; }
    Result<std::vector<SeriesData>> read(const char* metric, Millis back, PrometheusSettings settings = {});
    PrometheusSettings settings(PrometheusSettings settings = {}) const;

    QTemporaryDir m_folder;
    std::unique_ptr<RealNodeExporter> m_exporter;
    std::unique_ptr<ScrapeRelay> m_relay;
    std::unique_ptr<RealPrometheus> m_prometheus;
    QByteArray m_dead; ///< an address at which nobody answers
    SystemClock m_clock;
    HttpEngine m_engine;
    std::unique_ptr<PrometheusConnector> m_connector;
    std::unique_ptr<HostCollector> m_seen;
    QString m_host;
    QMap<QString, double> m_values; ///< of one scrape
    int m_page = -1;                ///< of the same
    int m_first = -1;               ///< the page that its rates began with
};

namespace {

constexpr int Patience = 180'000;
constexpr Millis Rate{5'000};
const char* const PageTime = "page.time.seconds";

/// Equal but for the last digits, which two ways of computing the same may differ in.
bool isSame(double one, double other)
{
    return std::abs(one - other) <= 1e-9 * std::max({std::abs(one), std::abs(other), 1e-3});
}

double cpuShare(const ExporterPage& from, const ExporterPage& to, const QByteArray& mode)
{
    const QByteArray name = "node_cpu_seconds_total";
    const QByteArray label = "mode=\"" + mode + '"';
    return 100 * (to.sum(name, {label}) - from.sum(name, {label})) / (to.sum(name) - from.sum(name));
}

} // namespace

PrometheusSettings TestRealPrometheus::settings(PrometheusSettings settings) const
{
    settings.id = QStringLiteral("prom");
    settings.endpoint.source = settings.id;
    settings.endpoint.baseUrl = m_prometheus->url();
    settings.pollInterval = Millis{500};
    settings.rate = Rate;
    settings.metrics = {
        {QStringLiteral("node_time_seconds{$host}"), QString::fromLatin1(PageTime), {}, {}, {}, {}, {}}};
    return settings;
}

void TestRealPrometheus::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_exporter = std::make_unique<RealNodeExporter>(m_folder.filePath(QStringLiteral("exporter")));
    QVERIFY2(m_exporter->start(), qPrintable(m_exporter->error()));
    m_relay = std::make_unique<ScrapeRelay>(m_exporter->port());
    QVERIFY(m_relay->start());
    m_dead = "127.0.0.1:" + QByteArray::number(freePort());
    m_prometheus = std::make_unique<RealPrometheus>(m_folder.filePath(QStringLiteral("prometheus")));
    QVERIFY2(m_prometheus->start({{"node", targets()}}), qPrintable(m_prometheus->error()));
    m_connector = std::make_unique<PrometheusConnector>(m_engine, m_clock, settings());
    m_seen = std::make_unique<HostCollector>(*m_connector);
    m_host = QString::fromLatin1(m_relay->address());
    m_connector->start();
    takeMoment();
}

void TestRealPrometheus::cleanupTestCase()
{
    m_connector.reset();
    m_prometheus.reset();
    m_exporter.reset();
}

/// Waits until all that is told of the host at one moment is of a page that we know, with enough pages before
/// it for its rates.
void TestRealPrometheus::takeMoment()
{
    const auto isWhole = [this] {
        const Sample time = m_seen->newest(m_host, PageTime);
        m_page = m_relay->pageOf(time.value);
        if (m_page < 8 || std::isnan(m_seen->value(m_host, "cpu.percent"))) {
            return false;
        }
        m_values.clear();
        for (const SampleBatch& batch : m_seen->batches.value(m_host)) {
            if (batch.samples.back().at == time.at) {
                m_values.insert(batch.key.metric, batch.samples.back().value);
            }
        }
        for (int first = m_page - 1; first >= 0; --first) {
            const ExporterPage& from = m_relay->pages()[static_cast<size_t>(first)];
            if (isSame(told("cpu.system.percent"), cpuShare(from, page(), "system"))) {
                m_first = first;
                return true;
            }
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor(isWhole, Patience));
}

void TestRealPrometheus::gauges()
{
    QVERIFY(page().isRight());
    const auto value = [this](const char* series) {
        return page().value(series);
    };
    QCOMPARE(told("load.1m"), value("node_load1"));
    QCOMPARE(told("load.5m"), value("node_load5"));
    QCOMPARE(told("load.15m"), value("node_load15"));
    const double total = value("node_memory_MemTotal_bytes");
    const double available = value("node_memory_MemAvailable_bytes");
    QCOMPARE(told("memory.total.bytes"), total);
    QCOMPARE(told("memory.used.bytes"), total - available);
    QVERIFY(isSame(told("memory.percent"), 100 * (1 - available / total)));
    QCOMPARE(told("swap.total.bytes"), value("node_memory_SwapTotal_bytes"));
    QCOMPARE(told("swap.used.bytes"),
             value("node_memory_SwapTotal_bytes") - value("node_memory_SwapFree_bytes"));
    QVERIFY(isSame(told("uptime.seconds"), value("node_time_seconds") - value("node_boot_time_seconds")));
}

/// Each file system of the page that is not one of the kernel's own is told, and nothing else.
void TestRealPrometheus::disks()
{
    int real = 0;
    for (const QByteArray& series : page().series("node_filesystem_size_bytes")) {
        if (series.contains("fstype=\"tmpfs\"") || series.contains("fstype=\"overlay\"") ||
            series.contains("mountpoint=\"/run") || series.contains("fstype=\"ramfs\"") ||
            series.contains("fstype=\"squashfs\"")) {
            continue;
        }
        const QByteArray labels = series.mid(series.indexOf('{'));
        const qsizetype begin = labels.indexOf("mountpoint=\"") + 12;
        const QByteArray mount = labels.mid(begin, labels.indexOf('"', begin) - begin);
        const QByteArray device = mount == "/" ? QByteArray() : '[' + mount + ']';
        const auto of = [&](const char* metric) {
            return told((metric + device).constData());
        };
        const double size = page().value("node_filesystem_size_bytes" + labels);
        const double free = page().value("node_filesystem_free_bytes" + labels);
        const double avail = page().value("node_filesystem_avail_bytes" + labels);
        QCOMPARE(of("disk.total.bytes"), size);
        QCOMPARE(of("disk.used.bytes"), size - free);
        QVERIFY(isSame(of("disk.percent"), 100 * (size - free) / (size - free + avail)));
        const double files = page().value("node_filesystem_files" + labels);
        if (files > 0) {
            const double unused = page().value("node_filesystem_files_free" + labels);
            QVERIFY(isSame(of("inodes.percent"), 100 * (1 - unused / files)));
        }
        ++real;
    }
    int toldDisks = 0;
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
        toldDisks += value.key().startsWith(QLatin1String("disk.total.bytes")) ? 1 : 0;
    }
    QCOMPARE(toldDisks, real);
}

/// Shares of counters' differences between two scrapes, exactly.
void TestRealPrometheus::shares()
{
    const ExporterPage& from = m_relay->pages()[static_cast<size_t>(m_first)];
    const double idle = cpuShare(from, page(), "idle") + cpuShare(from, page(), "iowait");
    QVERIFY(std::abs(told("cpu.percent") - (100 - idle)) < 1e-6);
    for (const char* mode : {"user", "system", "iowait", "steal"}) {
        const QByteArray metric = QByteArray("cpu.") + mode + ".percent";
        QVERIFY2(std::abs(told(metric.constData()) - cpuShare(from, page(), mode)) < 1e-6, mode);
    }
}

/// Prometheus extrapolates what it saw to the whole window; so the rate lies between the increase over the
/// window and the increase over the time that was seen.
void TestRealPrometheus::rates()
{
    const ExporterPage& from = m_relay->pages()[static_cast<size_t>(m_first)];
    const double seen = page().value("node_time_seconds") - from.value("node_time_seconds");
    const double window = static_cast<double>(Rate.count()) / 1000;
    const auto compare = [&](const char* metric, double gained) {
        const double rate = told(metric);
        QVERIFY2(rate >= 0, metric);
        QVERIFY2(rate * window >= gained * 0.99, metric);
        QVERIFY2(rate * seen * 0.7 <= gained + 1, metric);
    };
    const auto gain = [&](const char* name, const std::function<bool(const QByteArray&)>& isWanted) {
        double sum = 0;
        for (const QByteArray& series : page().series(name)) {
            sum += isWanted(series) ? page().value(series) - from.value(series) : 0;
        }
        return sum;
    };
    const auto isDisk = [](const QByteArray& series) {
        for (const char* other : {"\"dm-", "\"fd", "\"loop", "\"md", "\"ram", "\"sr", "\"zram"}) {
            if (series.contains(other)) {
                return false;
            }
        }
        return true;
    };
    compare("disk.read.bytesPerSecond", gain("node_disk_read_bytes_total", isDisk));
    compare("disk.write.bytesPerSecond", gain("node_disk_written_bytes_total", isDisk));
    const auto isLink = [](const QByteArray& series) {
        return series.contains("device=\"eth") || series.contains("device=\"en");
    };
    if (gain("node_network_receive_bytes_total", isLink) > 0) {
        QVERIFY(told("net.received.bytesPerSecond") > 0);
    }
}

void TestRealPrometheus::facts()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->hosts.value(m_host).facts.cores.has_value(), Patience);
    const HostObservation host = m_seen->hosts.value(m_host);
    QCOMPARE(host.state, HostState::Up);
    const QByteArrayList clocks = page().series("node_cpu_seconds_total");
    const auto cores = std::count_if(clocks.begin(), clocks.end(), [](const QByteArray& series) {
        return series.contains("mode=\"idle\"");
    });
    QCOMPARE(host.facts.cores, std::optional(static_cast<double>(cores)));
    QCOMPARE(host.facts.memoryBytes, std::optional(page().value("node_memory_MemTotal_bytes")));
    QCOMPARE(host.facts.diskBytes.value(QString()), told("disk.total.bytes"));
    QCOMPARE(host.identity.hostname, page().word("node_uname_info", "nodename"));
    QCOMPARE(host.facts.kernel, page().word("node_uname_info", "release"));
    QCOMPARE(host.facts.os, page().word("node_os_info", "pretty_name"));
    QCOMPARE(host.facts.agent, page().word("node_exporter_build_info", "version"));
    QVERIFY(host.facts.bootedAt.has_value());
    QCOMPARE(static_cast<double>(host.facts.bootedAt->time_since_epoch().count()),
             std::round(page().value("node_boot_time_seconds") * 1000));
    QCOMPARE(host.identity.addresses, QStringList{QStringLiteral("127.0.0.1")});
    QCOMPARE(host.every, Millis{1'000});
}

void TestRealPrometheus::server()
{
    const SourceStatus& status = m_seen->status;
    QCOMPARE(status.state, Freshness::Live);
    QVERIFY2(status.version.startsWith(QLatin1String("2.")), qPrintable(status.version));
    for (const char* capability : {"hosts", "history", "targets", "rules", "metadata"}) {
        QVERIFY2(status.capabilities.contains(QLatin1String(capability)), capability);
    }
    QCOMPARE(m_seen->unseen(), QString());
    QCOMPARE(m_seen->warnings(), QString());
    QVERIFY(status.coverage->complete);
}

Result<std::vector<SeriesData>> TestRealPrometheus::read(const char* metric, Millis back,
                                                         PrometheusSettings with)
{
    with = settings(with);
    const MetricTable table = *MetricTable::builtIn();
    const EndpointId endpoint = m_engine.addEndpoint(with.endpoint);
    PrometheusSeries series(m_engine, endpoint, with, table);
    series.setScrapes(Millis{1'000}, Rate);
    QSignalSpy answered(&series, &SeriesReader::answered);
    const Timestamp now = m_clock.now();
    const quint64 ticket =
        series.read({{{{QStringLiteral("prom"), m_host}, QString::fromUtf8(metric)}}, {now - back, now}, 0});
    SeriesAnswer answer = fail({});
    if (QTest::qWaitFor([&] { return !answered.isEmpty(); }, Patience)) {
        answer = answered.at(0).at(1).value<SeriesAnswer>();
        if (answered.at(0).at(0).toULongLong() != ticket) {
            answer = fail({});
        }
    }
    m_engine.removeEndpoint(endpoint);
    return answer;
}

void TestRealPrometheus::history()
{
    const auto answer = read("memory.total.bytes", Millis{6'000});
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(answer->size(), 1U);
    const SeriesData& data = answer->front();
    QVERIFY2(data.points.size() >= 4 && data.points.size() <= 7,
             qPrintable(QString::number(data.points.size())));
    QVERIFY(!data.isPartial);
    QCOMPARE(data.resolution, Millis{1'000});
    for (const SeriesPoint& point : data.points) {
        QCOMPARE(point.mean, page().value("node_memory_MemTotal_bytes"));
    }
    const auto disk = read("disk.total.bytes", Millis{5'000});
    QVERIFY(disk && !disk->front().points.empty());
    QCOMPARE(disk->front().points.back().mean, told("disk.total.bytes"));
    const auto mode = read("cpu.user.percent", Millis{5'000});
    QVERIFY(mode && !mode->front().points.empty());
    QVERIFY(mode->front().points.back().mean >= 0 && mode->front().points.back().mean <= 100);
    const auto load = read("load.5m", Millis{5'000});
    QVERIFY(load && !load->front().points.empty());
    const auto unknown = read("disk.percent[/nowhere]", Millis{5'000});
    QVERIFY(unknown && unknown->front().points.empty());
}

/// More than the real server gives at once: it refuses, and is asked for halves.
void TestRealPrometheus::historyRefused()
{
    PrometheusSettings greedy;
    greedy.pointsAPiece = 30'000;
    const auto answer = read("memory.total.bytes", Millis{25'000'000}, greedy);
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().text()));
    const SeriesData& data = answer->front();
    QVERIFY2(!data.isPartial, qPrintable(data.note));
    QVERIFY(data.points.size() >= 8);
    QCOMPARE(data.points.back().mean, page().value("node_memory_MemTotal_bytes"));
}

void TestRealPrometheus::downAndEnded()
{
    // A target that never answered is a host by its job's others, and down.
    const QString dead = QString::fromLatin1(m_dead);
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->hosts.value(dead).state, HostState::Down, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_seen->hosts.value(dead).reason.contains(QLatin1String("refused")), Patience);
    QVERIFY(!m_seen->batches.contains(dead));

    // One that stops to answer is down, and its rates are told no more.
    m_relay->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->hosts.value(m_host).state, HostState::Down, Patience);
    const Timestamp last = m_seen->newest(m_host, "cpu.percent").at;
    QVERIFY(last < m_seen->hosts.value(m_host).at);

    // One that is scraped no more is neither up nor down.
    QVERIFY(m_prometheus->reload({{"node", {m_dead}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->hosts.value(m_host).state, HostState::Unseen, Patience);
    QCOMPARE(m_seen->hosts.value(dead).state, HostState::Down);

    // A server that is gone says nothing of anybody.
    m_prometheus->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_seen->status.state, Freshness::Offline, Patience);
    QCOMPARE(m_seen->hosts.value(dead).state, HostState::Down);
    QVERIFY(m_seen->status.error.has_value());
}

QTEST_GUILESS_MAIN(TestRealPrometheus)
#include "tst_real_prometheus.moc"
