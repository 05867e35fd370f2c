// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/metrics/RegistryMetricsPage.h"
#include "tests/connectors/faults/Recording.h"
#include "tests/connectors/registry/metrics/MetricsPages.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

namespace {

constexpr Millis Every = 15s;

/// One instance, read page after page, 10 s apart.
struct Reader
{
    RegistryReading read(const QByteArray& page, std::optional<double> cpuLimit = {})
    {
        RegistryReading reading = pages.read(page, ExpositionForm::Prometheus);
        reading.counters.at = now += 10s;
        reading.counters.wall = Timestamp(reading.counters.at);
        history.take(reading.counters);
        figures.clear();
        for (const RegistryFigure& figure : pages.figures(reading, history, cpuLimit)) {
            figures.insert(figure.metric, figure.value);
        }
        return reading;
    }

    bool has(const char* metric) const { return figures.contains(QString::fromLatin1(metric)); }
    double of(const char* metric) const { return figures.value(QString::fromLatin1(metric), -1); }

    RegistryMetricsPage pages;
    CounterHistory history = RegistryMetricsPage::historyFor(Every);
    Millis now = 1'000'000s;
    QMap<QString, double> figures;
};

/// The value of the series on the page, raised.
QByteArray raised(QByteArray page, const QByteArray& series, double by)
{
    const qsizetype at = page.indexOf('\n' + series + ' ') + 1 + series.size() + 1;
    const qsizetype end = page.indexOf('\n', at);
    return page.replace(at, end - at, QByteArray::number(page.mid(at, end - at).toDouble() + by, 'g', 17));
}

QByteArray recordedPage(const char* version)
{
    return recordedAnswer(("distribution-" + QByteArray(version) + "/debug-metrics.json").constData()).body;
}

} // namespace

/// What pages of registries come to, against figures by hand.
class TestRegistryMetricsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSinglePageTellsWhatStandsThere_data() { versions(); }
    void aSinglePageTellsWhatStandsThere()
    {
        QFETCH(QByteArray, version);
        Reader reader;
        const RegistryReading reading = reader.read(recordedPage(version.constData()), 1.0);
        QVERIFY(reading.isRegistrys);
        QVERIFY(!reading.trouble);
        QCOMPARE(reading.counters.startedAt, std::optional(Timestamp(1'795'301'460'470ms)));
        QCOMPARE(reader.of("inflight.requests"), 0.0);
        QCOMPARE(reader.of("process.files"), 13.0);
        QCOMPARE(reader.of("process.files.limit"), 20'000.0);
        QCOMPARE(reader.of("process.memory.bytes"), version == "2.8.2" ? 3.0158848e7 : 5.730304e7);
        QCOMPARE(reader.figures.size(), 4); // rates come from the second page on
    }

    void whatTwoPagesDifferByIsARate_data() { versions(); }
    void whatTwoPagesDifferByIsARate()
    {
        QFETCH(QByteArray, version);
        Reader reader;
        QByteArray page = recordedPage(version.constData());
        reader.read(page);
        const QByteArray manifest = "registry_http_requests_total{code=\"200\",handler=\"manifest\",method=";
        page = raised(page, manifest + "\"get\"}", 20);
        page = raised(page, manifest + "\"head\"}", 10);
        page = raised(page, "registry_http_requests_total{code=\"404\",handler=\"tags\",method=\"get\"}", 10);
        const QByteArray times =
            "registry_http_request_duration_seconds_bucket{handler=\"manifest\",method=\"get\",le=\"";
        for (const char* bound : {"0.5", "1", "2.5", "5", "10", "25", "60", "+Inf"}) {
            page = raised(page, times + bound + "\"}", 20); // all of them between 0.25 and 0.5 s
        }
        const QByteArray stat =
            "registry_storage_action_seconds_bucket{action=\"Stat\",driver=\"filesystem\",le=\"";
        for (const char* bound : {"0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf"}) {
            page = raised(page, stat + bound + "\"}", 100); // between 0.05 and 0.1 s
        }
        page = raised(page, "process_cpu_seconds_total", 5);
        reader.read(page, 0.8);

        QCOMPARE(reader.of("requests.perSecond"), 4.0);
        QCOMPARE(reader.of("requests.perSecond[manifest]"), 3.0);
        QCOMPARE(reader.of("requests.perSecond[tags]"), 1.0);
        QCOMPARE(reader.of("requests.perSecond[blob]"), 0.0);
        QCOMPARE(reader.of("requests.perSecond[200]"), 3.0);
        QCOMPARE(reader.of("requests.perSecond[404]"), 1.0);
        QCOMPARE(reader.of("errors.percent"), 0.0);
        QVERIFY(!reader.has("errors.percent[blob]")); // of none there is no share
        QCOMPARE(reader.of("latency.p50.seconds"), 0.375);
        QCOMPARE(reader.of("latency.p95.seconds[manifest]"), 0.4875);
        QCOMPARE(reader.of("latency.p99.seconds"), 0.4975);
        QVERIFY(!reader.has("latency.p95.seconds[tags]"));
        QCOMPARE(reader.of("storage.p95.seconds[Stat]"), 0.0975);
        QCOMPARE(reader.of("storage.p95.seconds"), 0.0975);
        QVERIFY(!reader.has("storage.p95.seconds[Delete]"));
        QCOMPARE(reader.of("process.cpu.cores"), 0.5);
        QCOMPARE(reader.of("cpu.percent"), 62.5);
        QVERIFY(!reader.has("hits.percent"));
    }

    void theCacheIsToldByTheNamesOfBoth_data()
    {
        QTest::addColumn<bool>("isVersion3");
        QTest::newRow("2.8") << false;
        QTest::newRow("3.x") << true;
    }
    void theCacheIsToldByTheNamesOfBoth()
    {
        RegistryPageText page;
        QFETCH(bool, isVersion3);
        page.isVersion3 = isVersion3;
        Reader reader;
        page.hits = 1'000;
        page.lookups = 3'000;
        reader.read(page.text());
        page.hits += 30;
        page.lookups += 40;
        reader.read(page.text());
        QCOMPARE(reader.of("hits.percent"), 75.0);
    }

    void errorsAreSharesOfWhatWasAsked()
    {
        RegistryPageText page;
        Reader reader;
        reader.read(page.text());
        page.manifests = 90;
        page.failures = 10;
        reader.read(page.text());
        QCOMPARE(reader.of("errors.percent"), 10.0);
        QCOMPARE(reader.of("errors.percent[catalog]"), 100.0);
        QCOMPARE(reader.of("errors.percent[manifest]"), 0.0);
        QCOMPARE(reader.of("requests.perSecond[500]"), 1.0);
        QCOMPARE(reader.of("inflight.requests"), 3.0);
    }

    /// At its limit a process is billed a little more in one reading and a little less in the next.
    void theLimitIsReachedAndNotExceededByChance()
    {
        RegistryPageText page;
        Reader reader;
        reader.read(page.text(), 1.0);
        page.cpuSeconds = 10.2;
        reader.read(page.text(), 1.0);
        QCOMPARE(reader.of("cpu.percent"), 100.0);
        QCOMPARE(reader.of("process.cpu.cores"), 1.02);
        reader.read(page.text(), {});
        QVERIFY(!reader.has("cpu.percent"));
        Reader other;
        page.cpuSeconds = 0;
        other.read(page.text(), 1.0);
        page.cpuSeconds = 20;
        other.read(page.text(), 1.0);
        QCOMPARE(other.of("cpu.percent"), 200.0); // the profile's limit is not that of the process
    }

    void whoMayOpenABillionFilesHasNoLimit()
    {
        Reader reader;
        reader.read("registry_http_in_flight_requests{handler=\"base\"} 0\nprocess_max_fds 1073741816\n");
        QVERIFY(!reader.has("process.files.limit"));
    }

    void namesThatNoRegistryHasMakeNoSeries()
    {
        Reader reader;
        QByteArray page;
        for (const char* handler : {"a]b", "../../x", "", "\\\"", "\xC3\xA9", "with space"}) {
            page += "registry_http_requests_total{code=\"200\",handler=\"" + QByteArray(handler) +
                    "\",method=\"get\"} 5\n";
            page += "registry_http_request_duration_seconds_bucket{handler=\"" + QByteArray(handler) +
                    "\",method=\"get\",le=\"+Inf\"} 5\n";
        }
        page += "registry_http_requests_total{code=\"teapot\",handler=\"base\",method=\"get\"} 5\n";
        for (int i = 0; i < 5'000; ++i) {
            page += "registry_storage_action_seconds_bucket{action=\"a" + QByteArray::number(i) +
                    "\",driver=\"s3aws\",le=\"+Inf\"} 5\n";
        }
        QVERIFY(!reader.read(page).trouble);
        QVERIFY(!reader.read(page).trouble);
        QCOMPARE(reader.figures.keys(), QStringList{QStringLiteral("requests.perSecond")});
        QCOMPARE(reader.of("requests.perSecond"), 0.0);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& page, const char* said) {
            QTest::newRow(name) << page << QString::fromLatin1(said);
        };
        const QByteArray good = RegistryPageText().text();
        row("not a registry's", "node_cpu_seconds_total 5\n", "is not a registry's");
        row("empty", "", "is not a registry's");
        row("HTML", "<!DOCTYPE html>\n<title>Sign in</title>\n", "this is a web page");
        row("cut short", good.chopped(3), "line ");
        row("counter below nought", good + "registry_storage_cache_total{type=\"Hit\",x=\"\"} -5\n",
            "counts -5, which no counter can");
        row("counter that is none", good + "registry_storage_cache_total{type=\"Hit\",x=\"\"} NaN\n",
            "counts nan, which no counter can");
        row("a series twice", good + good, "line ");
        row("a line of 5 MB", good + "registry_x{y=\"" + QByteArray(5'000'000, 'x') + "\"} 1\n",
            "page is too large");
        row("a line of 50 kB", good + "registry_x{y=\"" + QByteArray(50'000, 'x') + "\"} 1\n", "line ");
        row("NUL", good + QByteArray("registry_x{y=\"\0\"} 1\n", 21), "line ");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, page);
        QFETCH(QString, said);
        Reader reader;
        const RegistryReading reading = reader.read(page);
        QVERIFY(reading.trouble);
        QVERIFY2(reading.trouble->text().contains(said), qPrintable(reading.trouble->text()));
    }

private:
    static void versions()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("2.8.2") << QByteArray("2.8.2");
        QTest::newRow("3.1.1") << QByteArray("3.1.1");
    }
};

QTEST_GUILESS_MAIN(TestRegistryMetricsPage)
#include "tst_registry_metrics_page.moc"
