// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/alertmanager/DemoAlertmanager.h"
#include "app/demo/prometheus/DemoPrometheus.h"
#include "connectors/alertmanager/AlertmanagerConnector.h"
#include "connectors/prometheus/PrometheusConnector.h"
#include "tests/app/demo/Recording.h"
#include "tests/connectors/alertmanager/AlertCollector.h"
#include "tests/support/ManualClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 60'000;

/// Names and types of a document, with all values left out.
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

QString shapeOf(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return shapeOf(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
}

/// With the values in the recordings' order of members, but for times and the generator's host.
QByteArray withoutTimes(QByteArray body)
{
    for (const char* name : {"startsAt", "endsAt", "updatedAt", "activeAt"}) {
        const QByteArray key = '"' + QByteArray(name) + "\":\"";
        for (qsizetype at = body.indexOf(key); at >= 0; at = body.indexOf(key, at)) {
            at += key.size();
            body.remove(at, body.indexOf('"', at) - at);
        }
    }
    return body;
}

QByteArrayList sortedHeaders(const RawAnswer& answer)
{
    QByteArrayList lines;
    for (const auto& [name, value] : answer.headers) {
        const bool isOwn = name == "Date" || name == "Content-Length";
        lines += name + ": " + (isOwn ? QByteArray("(its own)") : value);
    }
    std::ranges::sort(lines);
    return lines;
}

/// The recorded lab: one target that is dead.
struct Lab
{
    Lab()
    {
        world.setBeganAt(Timestamp(Millis{1'795'301'000'000}));
        prometheus = std::make_unique<DemoPrometheus>(
            world, std::vector<DemoTarget>{{"dead", "127.0.0.1:9", {}, true}});
        alertmanager = std::make_unique<DemoAlertmanager>(world, prometheus->rules(), "http://lab-host:9190");
        isListening = prometheus->server().listen() && alertmanager->server().listen();
        world.setNow(Millis{60'000});
    }

    DemoWorld world;
    std::unique_ptr<DemoPrometheus> prometheus;
    std::unique_ptr<DemoAlertmanager> alertmanager;
    bool isListening = false;
};

/// A whole world, both servers, and the connectors upon them.
struct Rig
{
    Rig()
    {
        world = buildDemoWorld({}, 7);
        world.setBeganAt(clock.now());
        prometheus = std::make_unique<DemoPrometheus>(world, demoTargets(world));
        isListening = prometheus->server().listen().has_value();
        alertmanager =
            std::make_unique<DemoAlertmanager>(world, prometheus->rules(), prometheus->server().url());
        isListening = isListening && alertmanager->server().listen();
        PrometheusSettings one;
        one.id = QStringLiteral("prom");
        one.endpoint.source = one.id;
        one.endpoint.baseUrl = prometheus->server().url();
        one.pollInterval = Millis{15'000};
        prom = std::make_unique<PrometheusConnector>(engine, clock, one);
        AlertmanagerSettings other;
        other.id = QStringLiteral("am");
        other.endpoint.source = other.id;
        other.endpoint.baseUrl = alertmanager->server().url();
        other.pollInterval = Millis{15'000};
        am = std::make_unique<AlertmanagerConnector>(engine, clock, other);
        rules = std::make_unique<AlertCollector>(*prom);
        alerts = std::make_unique<AlertCollector>(*am);
    }

    /// One poll of both, that much later.
    bool poll(Millis later)
    {
        const int ofRules = rules->reports;
        const int ofAlerts = alerts->polls;
        world.setNow(world.now() + later);
        if (ofRules == 0) {
            prom->start();
            am->start();
        } else {
            clock.advance(later);
        }
        return QTest::qWaitFor([&] { return rules->reports > ofRules && alerts->polls > ofAlerts; },
                               Patience);
    }

    ManualClock clock;
    DemoWorld world;
    std::unique_ptr<DemoPrometheus> prometheus;
    std::unique_ptr<DemoAlertmanager> alertmanager;
    bool isListening = false;
    HttpEngine engine;
    std::unique_ptr<PrometheusConnector> prom;
    std::unique_ptr<AlertmanagerConnector> am;
    std::unique_ptr<AlertCollector> rules;
    std::unique_ptr<AlertCollector> alerts;
};

} // namespace

/// The simulated Alertmanager, and the rules of the simulated Prometheus: as the recorded ones, and of the
/// world's truth.
class TestDemoAlertmanager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordings_data();
    void recordings();
    void readsOnly();
    void rulesWaitAndEnd();
    void aDeadNodeIsOneAlertOfTwo();
    void registryErrors();
    void memory();
    void silencedAndInhibited();
    void aFloodComesInItsTime();
};

void TestDemoAlertmanager::recordings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isExact"); // but for times
    QTest::newRow("alerts") << QStringLiteral("alertmanager/alerts.json") << true;
    QTest::newRow("groups") << QStringLiteral("alertmanager/groups.json") << true;
    QTest::newRow("silences") << QStringLiteral("alertmanager/silences.json") << true;
    QTest::newRow("status") << QStringLiteral("alertmanager/status.json") << false;
    QTest::newRow("Prometheus' alerts") << QStringLiteral("prometheus-2.42/alerts.json") << true;
    QTest::newRow("Prometheus' rules") << QStringLiteral("prometheus-2.42/rules.json") << false;
}

void TestDemoAlertmanager::recordings()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isExact);
    Lab lab;
    QVERIFY(lab.isListening);
    const Recording recording = Recording::load(name);
    MicroServer& server =
        name.startsWith(QLatin1String("prom")) ? lab.prometheus->server() : lab.alertmanager->server();
    const auto answer = askOnce(server.port(), recording.method, recording.target, recording.headers);
    QVERIFY(answer);
    QCOMPARE(answer->status, recording.answer.status);
    QCOMPARE(sortedHeaders(*answer).join('\n'), sortedHeaders(recording.answer).join('\n'));
    if (isExact) {
        QCOMPARE(withoutTimes(answer->body), withoutTimes(recording.answer.body));
    }
    QCOMPARE(shapeOf(answer->body), shapeOf(recording.answer.body));
}

void TestDemoAlertmanager::readsOnly()
{
    Lab lab;
    QVERIFY(lab.isListening);
    const quint16 port = lab.alertmanager->server().port();
    QCOMPARE(askOnce(port, "POST", "/api/v2/silences")->status, 405);
    const auto nowhere = askOnce(port, "GET", "/api/v2/nothing");
    QCOMPARE(nowhere->status, 404);
    QCOMPARE(nowhere->body, QByteArray("{\"code\":404,\"message\":\"path /api/v2/nothing was not found\"}"));
}

void TestDemoAlertmanager::rulesWaitAndEnd()
{
    DemoWorld world = buildDemoWorld({}, 7);
    const std::vector<DemoTarget> targets = demoTargets(world);
    DemoRules rules(world, targets);
    world.setNow(Millis{100'000});
    QVERIFY(rules.alerts().empty());
    world.setState(*targets.front().machine->node, DemoNodeState::Gone);
    Millis since{-1};
    Millis fired{-1};
    for (int second = 101; second < 140; ++second) {
        world.setNow(std::chrono::seconds(second));
        if (!rules.alerts().empty()) {
            since = since < Millis{0} ? rules.alerts()[0].activeAt : since;
            QCOMPARE(rules.alerts()[0].activeAt, since);
            fired = rules.alerts()[0].firedAt;
        }
    }
    QVERIFY(since >= Millis{100'000} && since <= Millis{120'000});
    QCOMPARE(fired - since, DemoRules::rules()[0].holds);
    QCOMPARE(rules.alerts().size(), 1U);
    world.setState(*targets.front().machine->node, DemoNodeState::Live);
    world.setNow(Millis{170'000});
    QVERIFY(rules.alerts().empty());
}

void TestDemoAlertmanager::aDeadNodeIsOneAlertOfTwo()
{
    Rig rig;
    QVERIFY(rig.isListening);
    QVERIFY(rig.poll(Millis{60'000}));
    QVERIFY(rig.rules->last.alerts.empty() && rig.alerts->last.alerts.empty());
    const DemoMachine machine = demoMachines(rig.world).front();
    rig.world.setState(*machine.node, DemoNodeState::Gone);
    QVERIFY(rig.poll(Millis{15'000}));
    QVERIFY(rig.poll(Millis{15'000}));
    const AlertObservation* here = rig.rules->find("TargetDown");
    const AlertObservation* there = rig.alerts->find("TargetDown");
    QVERIFY(here != nullptr && there != nullptr);
    QCOMPARE(here->identity, there->identity);
    QCOMPARE(here->key, there->key);
    QCOMPARE(here->phase, AlertPhase::Firing);
    QCOMPARE(here->subject, QString::fromUtf8(machine.address + ":9100"));
    QCOMPARE(rig.alerts->last.alerts.size(), 1U);
    QVERIFY(there->link.startsWith(QString::fromLatin1(rig.prometheus->server().url())));
    rig.world.setState(*machine.node, DemoNodeState::Live);
    QVERIFY(rig.poll(Millis{15'000}));
    QVERIFY(rig.poll(Millis{15'000}));
    QVERIFY(rig.rules->last.isWhole && rig.rules->last.alerts.empty());
    QVERIFY(rig.alerts->last.isWhole && rig.alerts->last.alerts.empty());
    QVERIFY(!rig.alerts->last.isYoung);
}

void TestDemoAlertmanager::registryErrors()
{
    Rig rig;
    rig.prometheus->rules().watchRegistry("registry-1:5001", Millis{60'000});
    QVERIFY(rig.poll(Millis{30'000}));
    QVERIFY(rig.alerts->last.alerts.empty());
    QVERIFY(rig.poll(Millis{40'000}));
    const AlertObservation* alert = rig.alerts->find("RegistryErrors");
    QVERIFY(alert != nullptr);
    QCOMPARE(alert->subject, QStringLiteral("registry-1:5001"));
    QCOMPARE(alert->identity, rig.rules->find("RegistryErrors")->identity);
    QVERIFY(rig.rules->find("RegistryErrors")->value > 0);
}

void TestDemoAlertmanager::memory()
{
    DemoWorld world = buildDemoWorld({}, 7);
    std::vector<DemoTarget> targets = demoTargets(world);
    targets[0].machine->trouble = DemoTrouble::OutOfMemory;
    targets[0].machine->troubleFrom = Millis{10'000};
    DemoRules rules(world, targets);
    bool hasBeen = false;
    for (int second = 0; second < 300; second += 5) {
        world.setNow(std::chrono::seconds(second));
        for (const DemoRuleAlert& alert : rules.alerts()) {
            QCOMPARE(QByteArray(DemoRules::rules().at(alert.rule).name), QByteArray("HostOutOfMemory"));
            QCOMPARE(alert.instance, targets[0].instance);
            QVERIFY(alert.value > 95);
            hasBeen = true;
        }
    }
    QVERIFY(hasBeen);
}

void TestDemoAlertmanager::silencedAndInhibited()
{
    Rig rig;
    QVERIFY(rig.isListening);
    const std::vector<DemoTarget>& targets = rig.prometheus->targets();
    const std::vector<DemoSilence> silences = usualDemoSilences(targets);
    QCOMPARE(silences.size(), 1U);
    std::vector<DemoSilence> own = silences;
    own.push_back({"s-2", "instance", targets[0].instance, "mei", "known", Millis{0}, Millis{600'000}});
    rig.alertmanager->setSilences(own);
    rig.world.setState(*targets[0].machine->node, DemoNodeState::Gone);
    rig.prometheus->rules().watchRegistry(targets[1].instance, Millis{0});
    rig.world.setState(*targets[1].machine->node, DemoNodeState::Gone);
    QVERIFY(rig.poll(Millis{60'000}));
    QCOMPARE(rig.alerts->silences.size(), 2U);
    QCOMPARE(rig.alerts->last.alerts.size(), 3U);
    QCOMPARE(rig.alerts->find("RegistryErrors")->inhibitedBy.size(), 1);
    int silenced = 0;
    for (const AlertObservation& alert : rig.alerts->last.alerts) {
        silenced += alert.silencedBy == QStringList{QStringLiteral("s-2")} ? 1 : 0;
    }
    QCOMPARE(silenced, 1);
}

void TestDemoAlertmanager::aFloodComesInItsTime()
{
    Rig rig;
    QVERIFY(rig.isListening);
    rig.alertmanager->setFlood(DemoFlood{
        Millis{60'000}, Millis{60'000}, 1'000, "eu-b-%1", 17, {"PodLost", "PodSlow"}, "lost on %1"});
    QVERIFY(rig.poll(Millis{50'000}));
    QVERIFY(rig.alerts->last.alerts.empty());
    QVERIFY(rig.poll(Millis{40'000}));
    QCOMPARE(rig.alerts->alertsTold, size_t{501});
    QVERIFY(rig.poll(Millis{60'000}));
    QCOMPARE(rig.alerts->alertsTold, size_t{1'000});
    QSet<QString> keys;
    QSet<QString> subjects;
    for (const AlertObservation& alert : rig.alerts->last.alerts) {
        keys.insert(alert.key);
        subjects.insert(alert.subject);
        QCOMPARE(alert.phase, AlertPhase::Firing);
    }
    QCOMPARE(keys.size(), 1'000);
    QCOMPARE(subjects.size(), 17);
    QVERIFY(subjects.contains(QStringLiteral("eu-b-07")));
    const AlertObservation* lost = rig.alerts->find("PodLost");
    QVERIFY(lost != nullptr);
    QCOMPARE(lost->severity, AlertSeverity::Critical);
    QVERIFY2(lost->summary.startsWith(QStringLiteral("lost on eu-b-")), qPrintable(lost->summary));
    QVERIFY(rig.rules->last.alerts.empty()); // of which the simulated Prometheus knows nothing
}

QTEST_GUILESS_MAIN(TestDemoAlertmanager)
#include "tst_demo_alertmanager.moc"
