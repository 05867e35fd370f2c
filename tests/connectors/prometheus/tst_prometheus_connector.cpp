// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/PrometheusConnector.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/prometheus/HostCollector.h"
#include "tests/connectors/prometheus/NastyAnswers.h"
#include "tests/connectors/prometheus/ScriptedPrometheus.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 60'000;
const QString One = QStringLiteral("10.0.0.1:9100");
const QString Two = QStringLiteral("10.0.0.2:9100");
const QByteArray Up = R"(up{instance!=""})";
const QByteArray Scraped = R"(timestamp(up{instance!=""}))";
const QByteArray Hosts = R"(node_boot_time_seconds{instance!=""})";

ServerAnswer refusal(int status)
{
    return ServerAnswer::json(R"({"status":"error","errorType":"execution","error":"boom"})", status);
}

/// A connector against a scripted server, on a clock that the test moves.
struct Rig
{
    explicit Rig(PrometheusScript script, PrometheusSettings settings = {})
    {
        server.handle(script.handler());
        settings.id = QStringLiteral("prom");
        settings.endpoint = endpointAt(server, settings.id);
        connector = std::make_unique<PrometheusConnector>(engine, clock, settings);
        seen = std::make_unique<HostCollector>(*connector);
    }

    bool poll()
    {
        const int before = seen->polls;
        before == 0 ? connector->start() : clock.advance(Millis{15'000});
        return QTest::qWaitFor([&] { return seen->polls > before; }, Patience);
    }

    bool poll(const PrometheusScript& script)
    {
        server.handle(script.handler());
        return poll();
    }

    NastyServer server;
    ManualClock clock;
    HttpEngine engine{{"stowage", Millis{1}, Millis{5}, Millis{10}, 16}};
    std::unique_ptr<PrometheusConnector> connector;
    std::unique_ptr<HostCollector> seen;
};

} // namespace

/// A source of hosts against servers that answer well, badly, and not at all.
class TestPrometheusConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstDelta();
    void tellsHosts();
    void fewQueries();
    void aFailedQueryIsNoTargetThatIsDown();
    void withoutUpNobodyIsJudged();
    void anEndedSeriesIsNeither();
    void everyScrapeOnce();
    void hostsWithoutUp();
    void allDownAtTheStart();
    void absentEndpoints();
    void warnings();
    void labelsOfTheProfile();
    void queriesOfTheProfile();
    void wrongTypes_data();
    void wrongTypes();
    void nasty_data();
    void nasty();
    void faults_data();
    void faults();
    void stopsInMidPoll();
    void thousandsOfHosts();
};

void TestPrometheusConnector::firstDelta()
{
    Rig rig(PrometheusScript::twoHosts());
    rig.connector->start();
    QCOMPARE(rig.seen->deltas, 1); // at once
    QCOMPARE(rig.seen->status.state, Freshness::Unseen);
    QVERIFY(!rig.seen->status.settled);
    QCOMPARE(rig.seen->status.kind, QStringLiteral("prometheus"));
}

void TestPrometheusConnector::tellsHosts()
{
    Rig rig(PrometheusScript::twoHosts());
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QCOMPARE(rig.seen->status.version, QStringLiteral("2.42.0"));
    QCOMPARE(rig.seen->unseen() + rig.seen->warnings(), QString());
    QCOMPARE(rig.seen->hosts.keys(), (QStringList{One, Two})); // a registry that is down is no host

    const HostObservation& one = rig.seen->hosts[One];
    QCOMPARE(one.state, HostState::Up);
    QCOMPARE(one.identity.name, QStringLiteral("10.0.0.1"));
    QCOMPARE(one.identity.addresses,
             (QStringList{QStringLiteral("10.0.0.1"), QStringLiteral("n1.example.test")}));
    QCOMPARE(one.identity.hostname, QStringLiteral("n1"));
    QCOMPARE(one.facts.memoryBytes, std::optional(8589934592.0));
    QCOMPARE(one.facts.bootedAt, std::optional(Timestamp(std::chrono::seconds(1'795'000'000))));
    QCOMPARE(one.at, Timestamp(std::chrono::seconds(ScriptedNow - 5)));
    QCOMPARE(one.every, Millis{30'000}); // it is scraped less often than asked for

    QCOMPARE(rig.seen->value(One, "cpu.percent"), 12.5);
    QCOMPARE(rig.seen->value(One, "disk.percent"), 40.0);
    QCOMPARE(rig.seen->value(One, "disk.percent[/nix]"), 70.0);
    QCOMPARE(rig.seen->newest(One, "cpu.percent").at, one.at);

    const HostObservation& two = rig.seen->hosts[Two];
    QCOMPARE(two.state, HostState::Down);
    QVERIFY2(two.reason.contains(QLatin1String("no route to host")), qPrintable(two.reason));
    QVERIFY(!rig.seen->batches.contains(Two)); // a rate outlives its host by its window
}

/// The number does not grow with that of the hosts.
void TestPrometheusConnector::fewQueries()
{
    Rig rig(PrometheusScript::twoHosts());
    QVERIFY(rig.poll());
    const int first = rig.server.requestCount();
    QVERIFY2(first <= 35, qPrintable(QString::number(first)));
    QVERIFY(rig.poll());
    const int second = rig.server.requestCount() - first;
    QVERIFY2(second <= 24, qPrintable(QString::number(second)));
}

void TestPrometheusConnector::aFailedQueryIsNoTargetThatIsDown()
{
    Rig rig(PrometheusScript::twoHosts());
    QVERIFY(rig.poll());
    PrometheusScript failing = PrometheusScript::twoHosts();
    for (const QByteArray& query : {Hosts, Scraped, queryOf("disk.percent", 120)}) {
        failing.queries[query] = refusal(422);
    }
    QVERIFY(rig.poll(failing));
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QVERIFY(!rig.seen->status.error);
    QVERIFY(rig.seen->status.coverage && !rig.seen->status.coverage->complete);
    QCOMPARE(rig.seen->status.coverage->unseen.size(), 3);
    QVERIFY2(rig.seen->unseen().contains(QLatin1String("disk.percent: HTTP 422 execution (boom)")),
             qPrintable(rig.seen->unseen()));
    QCOMPARE(rig.seen->hosts[One].state, HostState::Up);
    QCOMPARE(rig.seen->hosts[Two].state, HostState::Down);
}

void TestPrometheusConnector::withoutUpNobodyIsJudged()
{
    Rig rig(PrometheusScript::twoHosts());
    QVERIFY(rig.poll());
    PrometheusScript failing = PrometheusScript::twoHosts();
    failing.queries[Up] = refusal(500);
    const HostObservation before = rig.seen->hosts[One];
    QVERIFY(rig.poll(failing));
    QCOMPARE(rig.seen->status.state, Freshness::Stale); // it does answer
    QVERIFY(rig.seen->status.error.has_value());
    QCOMPARE(rig.seen->status.error->kind, ErrorKind::ServerFault);
    QCOMPARE(rig.seen->hosts[One], before);
    QVERIFY(rig.poll(PrometheusScript::twoHosts()));
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QVERIFY(!rig.seen->status.error);
}

void TestPrometheusConnector::anEndedSeriesIsNeither()
{
    Rig rig(PrometheusScript::twoHosts());
    QVERIFY(rig.poll());
    PrometheusScript ended = PrometheusScript::twoHosts();
    for (const QByteArray& query : {Up, Scraped, Hosts}) {
        ended.queries.remove(query);
    }
    ended.queries[Up] = vectorAnswer({seriesText(R"("instance":"other","job":"x")", "1")});
    const Timestamp last = rig.seen->hosts[One].at;
    QVERIFY(rig.poll(ended));
    for (const QString& host : {One, Two}) {
        QCOMPARE(rig.seen->hosts[host].state, HostState::Unseen);
        QVERIFY(!rig.seen->hosts[host].reason.isEmpty());
    }
    QCOMPARE(rig.seen->hosts[One].at, last); // nothing newer is known
    QVERIFY(rig.seen->removed.isEmpty());
    QVERIFY(rig.poll(PrometheusScript::twoHosts()));
    QCOMPARE(rig.seen->hosts[One].state, HostState::Up);
}

void TestPrometheusConnector::everyScrapeOnce()
{
    Rig rig(PrometheusScript::twoHosts());
    QVERIFY(rig.poll());
    const size_t told = rig.seen->samplesTold;
    QVERIFY(told > 0);
    QVERIFY(rig.poll()); // the same scrape
    QCOMPARE(rig.seen->samplesTold, told);
    PrometheusScript later = PrometheusScript::twoHosts();
    later.queries[Scraped] = vectorAnswer(
        {seriesText(R"("instance":"10.0.0.1:9100","job":"node")", QByteArray::number(ScriptedNow + 10))});
    QVERIFY(rig.poll(later));
    QVERIFY(rig.seen->samplesTold > told);
}

/// What is written to an engine from outside has no `up`.
void TestPrometheusConnector::hostsWithoutUp()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.queries.remove(Up);
    script.queries.remove(Scraped);
    Rig rig(script);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->hosts.keys(), QStringList{One});
    QCOMPARE(rig.seen->hosts[One].state, HostState::Up);
    QCOMPARE(rig.seen->hosts[One].at, Timestamp(std::chrono::seconds(ScriptedNow)));
    QCOMPARE(rig.seen->value(One, "cpu.percent"), 12.5);
}

void TestPrometheusConnector::allDownAtTheStart()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.queries.remove(Hosts);
    script.queries[Up] = vectorAnswer({seriesText(R"("instance":"10.0.0.2:9100","job":"node")", "0"),
                                       seriesText(R"("instance":"r","job":"registry")", "0")});
    script.queries["count by (job) (max_over_time(" + Hosts + "[6h]))"] =
        vectorAnswer({seriesText(R"("job":"node")", "2")});
    Rig rig(script);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->hosts.keys(), QStringList{Two});
    QCOMPARE(rig.seen->hosts[Two].state, HostState::Down);
}

/// Thanos, Mimir and VictoriaMetrics lack one or another.
void TestPrometheusConnector::absentEndpoints()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.pages = {{"/api/v1/rules", ServerAnswer::text("not implemented", 501)},
                    {"/api/v1/metadata", ServerAnswer::text("", 405)}};
    Rig rig(script);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->status.state, Freshness::Live);
    QVERIFY(!rig.seen->status.error);
    QVERIFY(rig.seen->status.coverage->complete);
    QCOMPARE(rig.seen->unseen() + rig.seen->warnings(), QString());
    QCOMPARE(rig.seen->status.capabilities,
             (QStringList{QStringLiteral("hosts"), QStringLiteral("history")}));
    QCOMPARE(rig.seen->hosts[Two].state, HostState::Down);
    QVERIFY(!rig.seen->hosts[Two].reason.isEmpty());
    const int asked = rig.server.requestCount("/api/v1/targets");
    QVERIFY(rig.poll());
    QCOMPARE(rig.server.requestCount("/api/v1/targets"), asked); // not again, until facts are due
}

void TestPrometheusConnector::warnings()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.queries[queryOf("cpu.percent")] =
        vectorAnswer({}, R"(,"warnings":["fetch series: store 10.9.9.9 is gone"])");
    script.queries[queryOf("memory.percent")] =
        vectorAnswer({seriesText(R"("instance":"10.0.0.1:9100","replica":"a")", "1"),
                      seriesText(R"("instance":"10.0.0.1:9100","replica":"b")", "2"), "7", "{}"});
    script.pages["/api/v1/rules"] = ServerAnswer::json(
        R"({"status":"success","data":{"groups":[{"rules":[)"
        R"({"type":"recording","name":"job:x","health":"err","lastError":"many-to-many"}]}]}})");
    script.pages["/api/v1/metadata"] = ServerAnswer::json(
        R"({"status":"success","data":{"node_disk_read_bytes_total":[{"type":"gauge"}]}})");
    Rig rig(script);
    rig.clock.advance(Millis{7'200'000});
    QVERIFY(rig.poll());
    const QString told = rig.seen->warnings();
    for (const char* part : {"store 10.9.9.9 is gone", "memory.percent", "job:x (many-to-many)",
                             "node_disk_read_bytes_total (gauge)", "behind this machine's by 2 h"}) {
        QVERIFY2(told.contains(QLatin1String(part)),
                 qPrintable(QLatin1String(part) + QLatin1Char('\n') + told));
    }
    QCOMPARE(rig.seen->value(One, "memory.percent"), 1.0);
    QVERIFY(rig.poll());
    QVERIFY(rig.seen->warnings().contains(QLatin1String("job:x"))); // it stands until it is asked again
}

void TestPrometheusConnector::labelsOfTheProfile()
{
    PrometheusScript script;
    PrometheusSettings settings;
    settings.labels = {{QStringLiteral("job"), QStringLiteral("no\"de")}};
    script.queries[R"(up{instance!="",job="no\"de"})"] =
        vectorAnswer({seriesText(R"("instance":"10.0.0.1:9100","job":"no\"de")", "1")});
    script.queries[R"(node_boot_time_seconds{instance!="",job="no\"de"})"] =
        vectorAnswer({seriesText(R"("instance":"10.0.0.1:9100","job":"no\"de")", "1")});
    Rig rig(script, settings);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->hosts.keys(), QStringList{One});
}

void TestPrometheusConnector::queriesOfTheProfile()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.queries[R"(gpu{instance!=""})"] =
        vectorAnswer({seriesText(R"("instance":"10.0.0.1:9100")", "33")});
    script.queries[R"(mine{instance!=""})"] =
        vectorAnswer({seriesText(R"("instance":"10.0.0.1:9100")", "44")});
    PrometheusSettings settings;
    settings.metrics = {{QStringLiteral("gpu{$host}"), QStringLiteral("gpu.percent"), {}, {}, {}, {}, {}},
                        {QStringLiteral("mine{$host}"), QStringLiteral("cpu.percent"), {}, {}, {}, {}, {}}};
    Rig rig(script, settings);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->value(One, "gpu.percent"), 33.0);
    QCOMPARE(rig.seen->value(One, "cpu.percent"), 44.0); // in place of the table's
}

void TestPrometheusConnector::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("scalar") << QByteArray(R"({"resultType":"scalar","result":[1,"1"]})");
    QTest::newRow("string") << QByteArray(R"({"resultType":"string","result":[1,"a"]})");
    QTest::newRow("matrix") << QByteArray(R"({"resultType":"matrix","result":[]})");
    QTest::newRow("streams") << QByteArray(R"({"resultType":"streams","result":[]})"); // Loki's
    QTest::newRow("none") << QByteArray(R"({"result":[]})");
}

void TestPrometheusConnector::wrongTypes()
{
    QFETCH(const QByteArray, data);
    PrometheusScript script = PrometheusScript::twoHosts();
    script.queries[queryOf("cpu.percent")] =
        ServerAnswer::json(R"({"status":"success","data":)" + data + '}');
    Rig rig(script);
    QVERIFY(rig.poll());
    QVERIFY2(rig.seen->unseen().startsWith(QLatin1String("cpu.percent: ")), qPrintable(rig.seen->unseen()));
    QCOMPARE(rig.seen->value(One, "disk.percent"), 40.0); // the others are told
}

void TestPrometheusConnector::nasty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NastyAnswer& answer : nastyAnswers()) {
        QTest::newRow(answer.name) << answer.body << answer.status;
    }
}

/// To everything at once: an error that can be shown, no stall, and nothing that was known is lost.
void TestPrometheusConnector::nasty()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    PrometheusSettings settings;
    settings.deadline = Millis{5'000};
    Rig rig(PrometheusScript::twoHosts(), settings);
    QVERIFY(rig.poll());
    const auto hosts = rig.seen->hosts;
    rig.server.handle([body, status](const RecordedRequest&) { return ServerAnswer::json(body, status); });
    StallMeter stalls;
    QVERIFY(rig.poll());
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
    QVERIFY(rig.seen->status.error.has_value());
    QCOMPARE(rig.seen->status.error->where, QStringLiteral("prom"));
    QVERIFY(areFitToShow(textsOf(rig.seen->status)));
    QCOMPARE(rig.seen->hosts, hosts);
}

void TestPrometheusConnector::faults_data()
{
    QTest::addColumn<Fault>("fault");
    for (const Fault fault : allFaults()) {
        QTest::newRow(faultName(fault)) << fault;
    }
}

void TestPrometheusConnector::faults()
{
    QFETCH(const Fault, fault);
    if (needsTls(fault)) {
        return; // the engine's matter, and tested there
    }
    PrometheusSettings settings;
    settings.deadline = Millis{1'500};
    settings.bodyLimit = 4 * 1024 * 1024;
    Rig rig(PrometheusScript::twoHosts(), settings);
    QVERIFY(rig.poll());
    const auto hosts = rig.seen->hosts;
    rig.server.misbehave(fault, Millis{50});
    QVERIFY(rig.poll());
    QVERIFY(areFitToShow(textsOf(rig.seen->status)));
    for (const QString& host : {One, Two}) {
        QCOMPARE(rig.seen->hosts[host].state, hosts[host].state);
    }
    rig.server.misbehave(Fault::None);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->status.state, Freshness::Live);
}

void TestPrometheusConnector::stopsInMidPoll()
{
    Rig rig(PrometheusScript::twoHosts());
    rig.connector->start();
    QTRY_VERIFY_WITH_TIMEOUT(rig.server.requestCount() > 5, Patience);
    rig.connector->stop();
    const int before = rig.seen->deltas;
    rig.clock.advance(Millis{60'000});
    QTest::qWait(100);
    QCOMPARE(rig.seen->deltas, before);
    rig.connector->refresh(); // while it is stopped, nothing
    QCOMPARE(rig.seen->deltas, before);
    rig.connector->start();
    QTRY_VERIFY_WITH_TIMEOUT(rig.seen->status.state == Freshness::Live, Patience);
}

/// A poll of 2,000 hosts with ten file systems each stalls nobody.
void TestPrometheusConnector::thousandsOfHosts()
{
    QList<QByteArray> up;
    QList<QByteArray> boots;
    QList<QByteArray> disks;
    for (int i = 0; i < 2'000; ++i) {
        const QByteArray host = R"("instance":"h)" + QByteArray::number(i) + R"(:9100","job":"node")";
        up << seriesText(host, "1");
        boots << seriesText(host, "1795000000");
        for (int disk = 0; disk < 10; ++disk) {
            disks << seriesText(host + R"(,"mountpoint":"/d)" + QByteArray::number(disk) + '"', "50");
        }
    }
    PrometheusScript script;
    script.queries = {
        {Up, vectorAnswer(up)}, {Hosts, vectorAnswer(boots)}, {queryOf("disk.percent"), vectorAnswer(disks)}};
    Rig rig(script);
    StallMeter stalls;
    QVERIFY(rig.poll());
    QTRY_COMPARE_WITH_TIMEOUT(rig.seen->hosts.size(), 2'000, Patience);
    QCOMPARE(rig.seen->samplesTold, size_t{20'000});
    QVERIFY2(stalls.longest() <= 2 * LongestStall, qPrintable(QString::number(stalls.longest().count())));
}

QTEST_GUILESS_MAIN(TestPrometheusConnector)
#include "tst_prometheus_connector.moc"
