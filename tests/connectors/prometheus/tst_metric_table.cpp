// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/MetricTable.h"
#include "models/metrics/MetricInfo.h"
#include "tests/app/SchemaCheck.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

/// The table of metrics as data: the one in the program, and what a profile may add.
class TestMetricTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtIn();
    void builtInKeepsItsSchema();
    void find_data();
    void find();
    void extend();
    void counters();
    void wrong_data();
    void wrong();
    void profileQueries();
};

namespace {

const MetricTable& table()
{
    static const MetricTable built = *MetricTable::builtIn();
    return built;
}

QByteArray tableOf(const char* metrics, const char* facts = "[]")
{
    return QByteArray(R"({"schema":"stowage/metric-table/1","name":"t","hosts":"up{$host}","metrics":)") +
           metrics + R"(,"facts":)" + facts + '}';
}

MetricQuery queryFor(const char* metric)
{
    return {QStringLiteral("x{$host}"), QString::fromLatin1(metric), {}, {}, {}, {}, {}};
}

} // namespace

/// Every name is one of ours, and none is told twice.
void TestMetricTable::builtIn()
{
    QStringList metrics;
    for (const MetricQuery& query : table().metrics()) {
        metrics << (query.label.isEmpty() ? QStringList{query.metric} : QStringList(query.metrics.values()));
        for (const char* left : {"$filesystems", "$disks", "$links"}) {
            QVERIFY(!query.expression.contains(QLatin1String(left)));
        }
    }
    for (const QString& metric : std::as_const(metrics)) {
        QVERIFY2(metricInfo(metric).isKnown, qPrintable(metric));
    }
    QCOMPARE(metrics.removeDuplicates(), 0);
    QVERIFY(metrics.size() > 20);
    QVERIFY(table().metrics().size() <= 20); // queries a poll, with `up` and its times some more
}

void TestMetricTable::builtInKeepsItsSchema()
{
    QFile file(QStringLiteral(":/metrics/node-exporter.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const nlohmann::json document = nlohmann::json::parse(file.readAll().toStdString());
    QCOMPARE(SchemaCheck::complaints(QStringLiteral("metric-table"), document), QStringList());
    nlohmann::json wrong = document;
    wrong["metrics"][0]["querry"] = "x";
    QVERIFY(!SchemaCheck::complaints(QStringLiteral("metric-table"), wrong).isEmpty());
}

void TestMetricTable::find_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("pick");
    const auto row = [](const char* metric, const char* pick) {
        QTest::newRow(metric) << QString::fromUtf8(metric)
                              << (pick ? QString::fromUtf8(pick) : QStringLiteral("-"));
    };
    row("cpu.percent", "");
    row("cpu.user.percent", "mode=\"user\"");
    row("load.15m", "__name__=\"node_load15\"");
    row("disk.percent", "mountpoint=\"/\"");
    row("disk.percent[/nix]", "mountpoint=\"/nix\"");
    row("disk.percent[/a\"b]", "mountpoint=\"/a\\\"b\"");
    row("cpu.percent[x]", nullptr); // has no devices
    row("nosuch.percent", nullptr);
    row("", nullptr);
}

void TestMetricTable::find()
{
    QFETCH(const QString, metric);
    QFETCH(const QString, pick);
    const auto found = table().find(metric);
    QCOMPARE(found ? found->pick : QStringLiteral("-"), pick);
}

void TestMetricTable::extend()
{
    MetricTable extended = table();
    const size_t before = extended.metrics().size();
    extended.extend({queryFor("gpu.percent"), queryFor("cpu.percent"), queryFor("load.5m")});
    QCOMPARE(extended.metrics().size(), before + 2); // load.1m and 15m stay where they are
    QCOMPARE(extended.find(u"cpu.percent")->query->expression, QStringLiteral("x{$host}"));
    QCOMPARE(extended.find(u"load.5m")->query->expression, QStringLiteral("x{$host}"));
    QVERIFY(extended.find(u"load.1m")->query->expression.contains(QLatin1String("node_load")));
}

void TestMetricTable::counters()
{
    const QStringList counters = table().counters();
    QVERIFY(counters.contains(QStringLiteral("node_cpu_seconds_total")));
    QVERIFY(counters.contains(QStringLiteral("node_disk_written_bytes_total")));
    QVERIFY(!counters.contains(QStringLiteral("node_load1")));
}

void TestMetricTable::wrong_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) {
        QTest::newRow(name) << text;
    };
    row("empty", "");
    row("no JSON", "{");
    row("a list", "[]");
    row("deep", QByteArray(100'000, '['));
    row("no metrics", R"({"hosts":"up{$host}"})");
    row("no hosts", R"({"metrics":[]})");
    row("hosts a number", R"({"hosts":7,"metrics":[]})");
    row("hosts of nobody", R"({"hosts":"up","metrics":[]})");
    row("metrics an object", tableOf("{}"));
    row("entry a text", tableOf(R"(["x"])"));
    row("no query", tableOf(R"([{"metric":"a"}])"));
    row("query a number", tableOf(R"([{"metric":"a","query":7}])"));
    row("query of nobody", tableOf(R"([{"metric":"a","query":"x"}])"));
    row("gives nothing", tableOf(R"([{"query":"x{$host}"}])"));
    row("device without a pick", tableOf(R"([{"metric":"a","query":"x{$host}","device":"d"}])"));
    row("label without metrics", tableOf(R"([{"metric":"a","query":"x{$pick,$host}","label":"d"}])"));
    row("metrics without a label", tableOf(R"([{"query":"x{$pick,$host}","metrics":{"a":"b"}}])"));
    row("metrics of numbers", tableOf(R"([{"query":"x{y,$pick,$host}","label":"l","metrics":{"a":7}}])"));
    row("unknown fact", tableOf(R"([{"metric":"a","query":"x{$host}","fact":"weight"}])"));
    row("fact a number", tableOf(R"([{"metric":"a","query":"x{$host}","fact":7}])"));
    row("unknown word", tableOf("[]", R"([{"query":"x{$host}","labels":{"a":"colour"}}])"));
    row("facts a text", tableOf("[]", R"("x")"));
}

void TestMetricTable::wrong()
{
    QFETCH(const QByteArray, text);
    const auto parsed = MetricTable::parse(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::Profile);
    QVERIFY(!parsed.error().message.isEmpty());
}

void TestMetricTable::profileQueries()
{
    const auto queries = MetricTable::parseQueries(
        R"([{"metric":"gpu.percent","query":"g{m=\"1\",$pick,$host}","device":"gpu"}])");
    QVERIFY(queries.has_value());
    QCOMPARE(queries->size(), 1U);
    MetricTable extended = table();
    extended.extend(*queries);
    QCOMPARE(extended.find(u"gpu.percent[3]")->pick, QStringLiteral("gpu=\"3\""));
    QVERIFY(!MetricTable::parseQueries("7"));
    QVERIFY(MetricTable::parseQueries("[]").has_value());
}

QTEST_GUILESS_MAIN(TestMetricTable)
#include "tst_metric_table.moc"
