// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/load/DemoMachineLoad.h"
#include "app/demo/prometheus/DemoPrometheus.h"
#include "connectors/prometheus/PrometheusConnector.h"
#include "connectors/prometheus/QueryText.h"
#include "tests/app/demo/Recording.h"
#include "tests/connectors/prometheus/HostCollector.h"
#include "tests/support/ManualClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace stowage;
using namespace stowage::test;

/// The simulated Prometheus: as the recorded one in what both answer, and to the connector a source of the
/// machines' truth.
class TestDemoPrometheus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordings_data();
    void recordings();
    void targetsAreAsRecorded();
    void unknownExpressionsAreRefused();
    void badRanges_data();
    void badRanges();
    void everyQueryOfTheTableIsAnswered();
    void tellsTheMachinesTruth();
    void deadNodesAreDown();
    void history();
};

namespace {

constexpr int Patience = 60'000;

/// The recorded server's targets.
std::vector<DemoTarget> recordedTargets()
{
    std::vector<DemoTarget> targets;
    for (const char* peer : {"10.77.0.1:9090", "10.77.0.2:9090", "10.77.0.3:9090"}) {
        targets.push_back({"spegel", peer, {}, false});
    }
    for (const char* registry : {"127.0.0.1:5201", "127.0.0.1:5202", "127.0.0.1:5203"}) {
        targets.push_back({"registry", registry, {}, false});
    }
    targets.push_back({"dead", "127.0.0.1:9", {}, true});
    targets.push_back({"node", "127.0.0.1:9100", {}, false});
    return targets;
}

/// Header lines but Date's value, sorted.
QByteArrayList sortedHeaders(const RawAnswer& answer)
{
    QByteArrayList lines;
    for (const auto& [name, value] : answer.headers) {
        lines += name + ": " + (name == "Date" ? QByteArray("(some date)") : value);
    }
    std::ranges::sort(lines);
    return lines;
}

/// Names and types of a document, with all values left out: what a reader relies on.
QString shapeOf(const QJsonValue& value)
{
    if (value.isArray()) {
        return QLatin1Char('[') + (value.toArray().isEmpty() ? QString() : shapeOf(value.toArray().first())) +
               QLatin1Char(']');
    }
    if (value.isObject()) {
        QStringList members;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            members << member.key() + QLatin1Char(':') + shapeOf(*member);
        }
        return QLatin1Char('{') + members.join(QLatin1Char(',')) + QLatin1Char('}');
    }
    return QString::number(value.type());
}

/// The world, its server and a connector upon it.
struct Rig
{
    Rig()
    {
        DemoSize size;
        world = buildDemoWorld(size, 7);
        world.setBeganAt(clock.now());
        world.setNow(Millis{100'000});
        clock.advance(Millis{100'000});
        server = std::make_unique<DemoPrometheus>(world, demoTargets(world));
        isListening = server->server().listen().has_value();
        PrometheusSettings settings;
        settings.id = QStringLiteral("prom");
        settings.endpoint.source = settings.id;
        settings.endpoint.baseUrl = server->server().url();
        connector = std::make_unique<PrometheusConnector>(engine, clock, settings);
        seen = std::make_unique<HostCollector>(*connector);
    }

    /// One poll, at that moment of the world.
    bool poll(Millis later)
    {
        const int before = seen->polls;
        world.setNow(world.now() + later);
        before == 0 ? connector->start() : clock.advance(later);
        return QTest::qWaitFor([&] { return seen->polls > before; }, Patience);
    }

    ManualClock clock;
    DemoWorld world;
    std::unique_ptr<DemoPrometheus> server;
    bool isListening = false;
    HttpEngine engine;
    std::unique_ptr<PrometheusConnector> connector;
    std::unique_ptr<HostCollector> seen;
};

bool isNear(double one, double other)
{
    return std::abs(one - other) <= 1e-6 * std::max({std::abs(one), std::abs(other), 1.0});
}

} // namespace

void TestDemoPrometheus::recordings_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"query-up", "query-empty", "query-bad", "range-too-long", "buildinfo"}) {
        QTest::newRow(name) << QStringLiteral("prometheus-2.42/%1.json").arg(QLatin1String(name));
    }
}

/// To the byte.
void TestDemoPrometheus::recordings()
{
    QFETCH(const QString, name);
    DemoWorld world;
    world.setBeganAt(Timestamp(Millis{1'795'301'919'085})); // when it was recorded
    DemoPrometheus demo(world, recordedTargets());
    QVERIFY(demo.server().listen());
    const Recording recording = Recording::load(name);
    const auto answer = askOnce(demo.server().port(), recording.method, recording.target, recording.headers);
    QVERIFY(answer);
    QCOMPARE(answer->status, recording.answer.status);
    QCOMPARE(answer->body, recording.answer.body);
    QCOMPARE(sortedHeaders(*answer).join('\n'), sortedHeaders(recording.answer).join('\n'));
}

/// With times and durations of its own.
void TestDemoPrometheus::targetsAreAsRecorded()
{
    DemoWorld world;
    DemoPrometheus demo(world, recordedTargets());
    QVERIFY(demo.server().listen());
    const Recording recording = Recording::load(QStringLiteral("prometheus-2.42/targets.json"));
    const auto answer = askOnce(demo.server().port(), recording.method, recording.target);
    QVERIFY(answer);
    QCOMPARE(shapeOf(QJsonDocument::fromJson(answer->body).object()),
             shapeOf(QJsonDocument::fromJson(recording.answer.body).object()));
}

void TestDemoPrometheus::unknownExpressionsAreRefused()
{
    DemoWorld world;
    DemoPrometheus demo(world, recordedTargets());
    QVERIFY(demo.server().listen());
    const auto answer = askOnce(demo.server().port(), "GET", "/api/v1/query?query=1%2B1");
    QVERIFY(answer);
    QCOMPARE(answer->status, 422);
    QVERIFY(answer->body.startsWith(R"({"status":"error","errorType":"execution")"));
    const auto nowhere = askOnce(demo.server().port(), "GET", "/api/v1/nosuch");
    QVERIFY(nowhere);
    QCOMPARE(nowhere->status, 404);
    QCOMPARE(nowhere->body, QByteArray("404 page not found\n"));
}

/// In the words of the real 2.42.
void TestDemoPrometheus::badRanges_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("backwards") << QByteArray("start=10&end=1&step=5")
                               << QByteArray(
                                      "invalid parameter \\\"end\\\": end timestamp must not be before "
                                      "start time");
    QTest::newRow("no moment")
        << QByteArray("start=x&end=1&step=5")
        << QByteArray("invalid parameter \\\"start\\\": cannot parse \\\"x\\\" to a valid timestamp");
    QTest::newRow("no step") << QByteArray("start=0&end=1795300000&step=0")
                             << QByteArray(
                                    "invalid parameter \\\"step\\\": zero or negative query resolution "
                                    "step widths are not accepted. Try a positive integer");
}

void TestDemoPrometheus::badRanges()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, error);
    DemoWorld world;
    DemoPrometheus demo(world, {});
    QVERIFY(demo.server().listen());
    const auto answer = askOnce(demo.server().port(), "GET", "/api/v1/query_range?query=up&" + target);
    QVERIFY(answer);
    QCOMPARE(answer->status, 400);
    QCOMPARE(answer->body, R"({"status":"error","errorType":"bad_data","error":")" + error + "\"}");
}

void TestDemoPrometheus::everyQueryOfTheTableIsAnswered()
{
    const DemoExpressions expressions;
    const MetricTable& table = expressions.table();
    QVERIFY(!table.metrics().empty() && !table.facts().empty());
    for (const auto* queries : {&table.metrics(), &table.facts()}) {
        for (const MetricQuery& query : *queries) {
            const auto read = expressions.read(expressionFor(query.expression, {allHosts({})}));
            QVERIFY2(read && read->query == &query, qPrintable(query.expression));
        }
    }
}

void TestDemoPrometheus::tellsTheMachinesTruth()
{
    Rig rig;
    QVERIFY(rig.isListening);
    QVERIFY(rig.poll(Millis{0}));
    QVERIFY2(!rig.seen->status.error, qPrintable(rig.seen->status.error.value_or(Error{}).text()));
    QCOMPARE(rig.seen->unseen(), QString());
    QCOMPARE(rig.seen->warnings(), QString());
    QCOMPARE(rig.seen->status.version, QStringLiteral("2.42.0+ds"));
    int machines = 0;
    bool hasNix = false;
    for (const DemoMachine& machine : demoMachines(rig.world)) {
        const QString host = QString::fromUtf8(machine.address + ":9100");
        QCOMPARE(rig.seen->hosts.contains(host), machine.isInPrometheus);
        if (!machine.isInPrometheus) {
            continue;
        }
        ++machines;
        const HostObservation& told = rig.seen->hosts[host];
        QCOMPARE(told.state, HostState::Up);
        QCOMPARE(told.identity.hostname, QString::fromUtf8(machine.name));
        QCOMPARE(told.identity.machineId, QString::fromUtf8(machine.machineId));
        QCOMPARE(told.facts.cores, std::optional<double>(machine.cores));
        QCOMPARE(told.facts.memoryBytes, std::optional(machine.memoryBytes));
        const Timestamp at = rig.seen->newest(host, "load.1m").at;
        const DemoMachineLoad load =
            DemoMachineLoad::of(machine, std::chrono::duration_cast<Millis>(at - rig.world.beganAt()));
        QVERIFY(isNear(rig.seen->value(host, "load.1m"), load.load1));
        QVERIFY(isNear(rig.seen->value(host, "memory.used.bytes"), load.memoryUsed));
        QVERIFY(isNear(rig.seen->value(host, "disk.used.bytes"), load.diskUsed));
        QVERIFY(isNear(rig.seen->value(host, "uptime.seconds"), load.uptimeSeconds));
        const double cpu = rig.seen->value(host, "cpu.percent");
        QVERIFY(cpu > 0 && cpu < 100);
        if (machine.nixBytes > 0) {
            hasNix = true;
            QVERIFY(
                isNear(rig.seen->value(host, "disk.percent[/nix]"), 100 * load.nixUsed / machine.nixBytes));
        }
    }
    QVERIFY(machines > 10);
    QVERIFY(hasNix);
    QCOMPARE(static_cast<int>(rig.seen->hosts.size()), machines);
}

void TestDemoPrometheus::deadNodesAreDown()
{
    Rig rig;
    QVERIFY(rig.poll(Millis{0}));
    const DemoMachine machine = demoMachines(rig.world).front();
    const QString host = QString::fromUtf8(machine.address + ":9100");
    QCOMPARE(rig.seen->hosts[host].state, HostState::Up);
    rig.world.setState(*machine.node, DemoNodeState::Gone);
    QVERIFY(rig.poll(Millis{15'000}));
    QVERIFY(rig.poll(Millis{15'000}));
    QCOMPARE(rig.seen->hosts[host].state, HostState::Down);
    QVERIFY2(rig.seen->hosts[host].reason.contains(QLatin1String("connection refused")),
             qPrintable(rig.seen->hosts[host].reason));
    QVERIFY(rig.seen->newest(host, "cpu.percent").at < rig.seen->hosts[host].at);
}

void TestDemoPrometheus::history()
{
    Rig rig;
    QVERIFY(rig.poll(Millis{0}));
    const auto machines = demoMachines(rig.world);
    const auto builder = std::ranges::find(machines, QByteArray("builder-2"), &DemoMachine::name);
    QVERIFY(builder != machines.end());
    const QString host = QString::fromUtf8(builder->address + ":9100");
    QSignalSpy answered(rig.connector->series(), &SeriesReader::answered);
    const Timestamp now = rig.clock.now();
    const auto key = [&](const char* metric) {
        return SeriesKey{{QStringLiteral("prom"), host}, QString::fromUtf8(metric)};
    };
    rig.connector->series()->read({{key("disk.percent[/nix]"), key("cpu.user.percent"), key("load.5m")},
                                   {now - std::chrono::hours(24 * 30), now},
                                   2'000});
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, Patience);
    const auto answer = answered.at(0).at(1).value<SeriesAnswer>();
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(answer->size(), 3U);
    for (const SeriesData& data : *answer) {
        QVERIFY2(!data.isPartial, qPrintable(data.note));
        QVERIFY2(data.points.size() > 1'000 && data.points.size() <= 2'001,
                 qPrintable(QString::number(data.points.size())));
        QVERIFY(data.gaps.empty());
    }
    for (const SeriesPoint& point : answer->front().points) {
        QVERIFY(point.mean > 0 && point.mean <= 100);
    }
}

QTEST_GUILESS_MAIN(TestDemoPrometheus)
#include "tst_demo_prometheus.moc"
