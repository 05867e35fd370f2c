// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alerts/AlertFields.h"
#include "connectors/prometheus/PrometheusConnector.h"
#include "connectors/prometheus/RuleAlertMemory.h"
#include "tests/connectors/alertmanager/AlertCollector.h"
#include "tests/connectors/faults/FaultWords.h"
#include "tests/connectors/faults/Recording.h"
#include "tests/connectors/prometheus/BadRules.h"
#include "tests/connectors/prometheus/NastyAnswers.h"
#include "tests/connectors/prometheus/ScriptedPrometheus.h"
#include "tests/support/ManualClock.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr int Patience = 60'000;
const QByteArray RulesPath = "/api/v1/rules";
const QByteArray AlertsPath = "/api/v1/alerts";

HttpAnswer page(const QByteArray& body, int status = 200)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

std::shared_ptr<RuleAlerts> read(const QByteArray& body)
{
    return readAlertRules(page(body)).value_or(std::make_shared<RuleAlerts>());
}

/// A page with an alert A in that state, or none.
QByteArray alertA(const char* state, const char* health = "ok")
{
    const QByteArray alert = *state == 0 ? QByteArray() : ruleAlert("{\"alertname\":\"A\"}", state);
    return rulesPage(ruleOf("A", alert, health));
}

bool isFitToShow(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    });
}

/// A connector against a scripted server, on a clock that the test moves.
struct Rig
{
    explicit Rig(const PrometheusScript& script)
    {
        server.handle(script.handler());
        PrometheusSettings settings;
        settings.id = QStringLiteral("prom");
        settings.endpoint = endpointAt(server, settings.id);
        connector = std::make_unique<PrometheusConnector>(engine, clock, settings);
        seen = std::make_unique<AlertCollector>(*connector);
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
    std::unique_ptr<AlertCollector> seen;
};

PrometheusScript withRules(const ServerAnswer& rules)
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.pages[RulesPath] = rules;
    return script;
}

} // namespace

/// What Prometheus tells of its alerting rules, as recorded, badly, and not at all.
class TestRuleAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recorded();
    void values();
    void failures();
    void partial();
    void pendingAgainIsFiringStill();
    void whatPartOfAListLacksIsUnknown();
    void whatFiresAgainHasNotBegunAnew();
    void unjudgedIsYoung();
    void bad_data();
    void bad();
    void none_data();
    void none();
    void tellsReports();
    void aFailedQueryEndsNothing();
    void withoutRulesTheListIsAsked();
    void withoutBothNothingIsTold();
    void partialIsNotAll();
};

void TestRuleAlerts::recorded()
{
    const auto rules = readAlertRules(recordedAnswer("prometheus-2.42/rules.json"));
    const auto list = readAlertList(recordedAnswer("prometheus-2.42/alerts.json"));
    QVERIFY(rules && list);
    QVERIFY((*rules)->alerts == (*list)->alerts);
    QCOMPARE((*rules)->alerts.size(), 1U);
    const AlertObservation& alert = (*rules)->alerts[0];
    QCOMPARE(alert.key, QStringLiteral("fb6795cbbc5fca9f")); // as Alertmanager names it
    QCOMPARE(alert.name, QStringLiteral("TargetDown"));
    QCOMPARE(alert.phase, AlertPhase::Firing);
    QCOMPARE(alert.subject, QStringLiteral("127.0.0.1:9"));
    QCOMPARE(alert.summary, QStringLiteral("target 127.0.0.1:9 is down"));
    QCOMPARE(alert.value, std::optional(0.0));
    QCOMPARE(toRfc3339(alert.startedAt), QStringLiteral("2026-11-21T22:54:51.458Z"));
    QVERIFY((*rules)->failures && (*rules)->failures->empty());
    QVERIFY(!(*list)->failures); // not told there
    QVERIFY(!(*rules)->isPartial && !(*rules)->isUnjudged);
}

void TestRuleAlerts::values()
{
    const auto valueOf = [](const QByteArray& text) {
        return read(rulesPage(ruleOf("A", ruleAlert("{\"alertname\":\"A\"}", "firing", text))))
            ->alerts.at(0)
            .value;
    };
    QCOMPARE(valueOf("9.75e+01"), std::optional(97.5));
    QCOMPARE(valueOf("-1"), std::optional(-1.0));
    QCOMPARE(valueOf("+Inf"), std::optional(std::numeric_limits<double>::infinity()));
    QVERIFY(!valueOf("NaN"));
    QVERIFY(!valueOf(""));
    QVERIFY(!valueOf("7 or so"));
}

void TestRuleAlerts::failures()
{
    const auto rules = read(rulesPage(ruleOf("A", ruleAlert("{\"alertname\":\"A\"}"), "err") + ',' +
                                      ruleOf("B", {}) + ',' + ruleOf("A", {}, "err")));
    QCOMPARE(rules->failures->size(), 2U);
    const AlertRuleFailure& first = rules->failures->at(0);
    QCOMPARE(first.key, QStringLiteral("lab/A"));
    QCOMPARE(first.name, QStringLiteral("A"));
    QCOMPARE(first.error.message, QStringLiteral("boom"));
    QVERIFY(!first.error.todo.isEmpty());
    QCOMPARE(toRfc3339(first.at), QStringLiteral("2026-11-21T21:59:00.500Z"));
    QCOMPARE(rules->failures->at(1).key, QStringLiteral("lab/A#2"));
    QCOMPARE(rules->alerts.size(), 1U); // it goes on telling what it told last
}

void TestRuleAlerts::partial()
{
    const QByteArray rule = ruleOf("A", ruleAlert("{\"alertname\":\"A\"}"));
    QVERIFY(!read(rulesPage(rule))->isPartial);
    QVERIFY(read(rulesPage(rule, ",\"warnings\":[\"store gone\"]"))->isPartial);
    QVERIFY(read(rulesPage(rule, ",\"isPartial\":true"))->isPartial);
    QVERIFY(!read(rulesPage(rule, ",\"warnings\":7,\"isPartial\":\"yes\""))->isPartial);
}

/// A server that began anew waits for its `for` once more.
void TestRuleAlerts::pendingAgainIsFiringStill()
{
    RuleAlertMemory memory;
    const auto phaseAfter = [&memory](const char* state, const char* health = "ok") {
        const AlertReport report =
            memory.take(*read(alertA(state, health)), QStringLiteral("prom"), Millis{0});
        return report.alerts.empty() ? AlertPhase::Ended : report.alerts[0].phase;
    };
    QCOMPARE(phaseAfter("pending"), AlertPhase::Pending);
    QCOMPARE(phaseAfter("firing"), AlertPhase::Firing);
    QCOMPARE(phaseAfter("pending"), AlertPhase::Firing);
    QCOMPARE(phaseAfter("pending"), AlertPhase::Firing);
    QCOMPARE(phaseAfter(""), AlertPhase::Ended);
    QCOMPARE(phaseAfter("pending"), AlertPhase::Pending); // a new one
    QCOMPARE(phaseAfter("firing"), AlertPhase::Firing);
    QCOMPARE(phaseAfter("", "unknown"), AlertPhase::Ended); // missing while nobody has judged it
    QCOMPARE(phaseAfter("pending"), AlertPhase::Firing);
}

/// One of several servers behind it does not answer, for hours maybe.
void TestRuleAlerts::whatPartOfAListLacksIsUnknown()
{
    RuleAlertMemory memory;
    const auto take = [&memory](const char* state, int seconds) {
        RuleAlerts rules = *read(alertA(state));
        rules.isPartial = true;
        return memory.take(rules, QStringLiteral("prom"), std::chrono::seconds(seconds));
    };
    QCOMPARE(take("firing", 0).alerts.at(0).phase, AlertPhase::Firing);
    const AlertReport missing = take("", 10);
    QVERIFY(missing.isWhole && missing.alerts.empty());
    QVERIFY(missing.leftOut > 0); // so that it is no end
    QCOMPARE(take("pending", 60).alerts.at(0).phase, AlertPhase::Firing);
    take("", 70);
    QCOMPARE(take("pending", 3'600).alerts.at(0).phase, AlertPhase::Pending); // another one
}

/// Since the same moment, although the server that began anew counts from its own beginning.
void TestRuleAlerts::whatFiresAgainHasNotBegunAnew()
{
    RuleAlertMemory memory;
    const auto startAfter = [&memory](AlertPhase phase, int active) {
        AlertObservation alert;
        alert.key = alert.identity = alert.name = QStringLiteral("A");
        alert.phase = phase;
        alert.startedAt = Timestamp(std::chrono::seconds(active));
        RuleAlerts rules;
        rules.alerts = {alert};
        const AlertReport report = memory.take(rules, QStringLiteral("prom"), Millis{0});
        return std::chrono::duration_cast<std::chrono::seconds>(
                   report.alerts.at(0).startedAt.time_since_epoch())
            .count();
    };
    QCOMPARE(startAfter(AlertPhase::Firing, 100), 100);
    QCOMPARE(startAfter(AlertPhase::Pending, 500), 100); // restarted
    QCOMPARE(startAfter(AlertPhase::Firing, 500), 100);
    QCOMPARE(startAfter(AlertPhase::Firing, 500), 100);
    QCOMPARE(startAfter(AlertPhase::Firing, 900), 900); // nobody saw it pending: it may have been over
}

void TestRuleAlerts::unjudgedIsYoung()
{
    RuleAlertMemory memory;
    const auto isYoung = [&memory](const char* health, int seconds) {
        return memory.take(*read(alertA("", health)), QStringLiteral("prom"), std::chrono::seconds(seconds))
            .isYoung;
    };
    QVERIFY(!isYoung("ok", 0));
    QVERIFY(isYoung("unknown", 10));
    QVERIFY(isYoung("ok", 100));
    QVERIFY(!isYoung("ok", 131));
    QVERIFY(isYoung("unknown", 200));
    QVERIFY(!isYoung("unknown", 321)); // a rule of a slow group leaves the others in doubt no longer
}

void TestRuleAlerts::bad_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("alerts");
    QTest::addColumn<int>("leftOut");
    QTest::addColumn<int>("failures");
    for (const BadRules& row : badRules()) {
        QTest::newRow(row.name) << row.body << row.alerts << row.leftOut << row.failures;
    }
}

void TestRuleAlerts::bad()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, alerts);
    QFETCH(const int, leftOut);
    QFETCH(const int, failures);
    const auto rules = readAlertRules(page(body));
    QVERIFY(rules.has_value());
    QCOMPARE(static_cast<int>((*rules)->alerts.size()), alerts);
    QCOMPARE(static_cast<int>((*rules)->leftOut), leftOut);
    QCOMPARE(static_cast<int>((*rules)->failures->size()), failures);
    for (const AlertObservation& alert : (*rules)->alerts) {
        QVERIFY(!alert.key.isEmpty() && !alert.name.isEmpty());
        QCOMPARE(alert.phase, AlertPhase::Firing);
        QVERIFY(isFitToShow(alert.name) && isFitToShow(alert.identity) && isFitToShow(alert.summary));
        QVERIFY(alert.labels.size() <= AlertFields::MostLabels);
        QVERIFY(!alert.value || !std::isnan(*alert.value));
    }
    for (const AlertRuleFailure& failure : *(*rules)->failures) {
        QVERIFY(isFitToShow(failure.key) && isFitToShow(failure.error.text()));
    }
}

void TestRuleAlerts::none_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NastyAnswer& answer : nastyAnswers()) {
        QTest::newRow(answer.name) << answer.body << answer.status;
    }
}

/// No answer to the question is an error, never an empty list.
void TestRuleAlerts::none()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const auto rules = readAlertRules(page(body, status));
    const auto list = readAlertList(page(body, status));
    QVERIFY(!rules && !list);
    QVERIFY(!rules.error().message.isEmpty() && !rules.error().todo.isEmpty());
    QVERIFY(isFitToShow(rules.error().text()));
}

void TestRuleAlerts::tellsReports()
{
    Rig rig(withRules(ServerAnswer::json(
        rulesPage(ruleOf("A", ruleAlert("{\"alertname\":\"A\"}")) + ',' + ruleOf("B", {}, "err")))));
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 1);
    QVERIFY(rig.seen->last.isWhole && !rig.seen->last.isYoung);
    QVERIFY(rig.seen->find("A") != nullptr);
    QVERIFY(!rig.seen->last.silences);
    QCOMPARE(rig.seen->last.failures->size(), 1U);
    QCOMPARE(rig.seen->last.failures->at(0).error.where, QStringLiteral("prom: lab/B"));
    QVERIFY(rig.seen->status.capabilities.contains(QLatin1String("alerts")));
    QVERIFY(rig.poll(withRules(ServerAnswer::json(rulesPage({})))));
    QVERIFY(rig.seen->last.isWhole && rig.seen->last.alerts.empty());
}

void TestRuleAlerts::aFailedQueryEndsNothing()
{
    Rig rig(withRules(ServerAnswer::json(alertA("firing"))));
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 1);
    for (const ServerAnswer& answer : {ServerAnswer::json("{}", 500), ServerAnswer::json("<html>"),
                                       ServerAnswer::json("", 401), ServerAnswer::of(Fault::EndsEarly)}) {
        QVERIFY(rig.poll(withRules(answer)));
        QCOMPARE(rig.seen->reports, 1);
        QVERIFY2(rig.seen->unseen().contains(QLatin1String("alerts")), qPrintable(rig.seen->unseen()));
        QCOMPARE(rig.seen->status.state, Freshness::Live); // the hosts are known
    }
    rig.server.misbehave(Fault::Refuses);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 1);
    QCOMPARE(rig.seen->status.state, Freshness::Offline);
    rig.server.misbehave(Fault::None);
    QVERIFY(rig.poll(withRules(ServerAnswer::json(alertA("firing")))));
    QCOMPARE(rig.seen->reports, 2);
}

/// Engines without rules of their own may list alerts.
void TestRuleAlerts::withoutRulesTheListIsAsked()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.pages.remove(RulesPath);
    const QByteArray alert = ruleAlert("{\"alertname\":\"A\"}");
    script.pages[AlertsPath] =
        ServerAnswer::json("{\"status\":\"success\",\"data\":{\"alerts\":[" + alert + "]}}");
    Rig rig(script);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 0);
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 1);
    QVERIFY(rig.seen->find("A") != nullptr);
    QVERIFY(!rig.seen->last.failures);
    QVERIFY(rig.seen->status.capabilities.contains(QLatin1String("alerts")));
}

void TestRuleAlerts::withoutBothNothingIsTold()
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.pages.remove(RulesPath);
    Rig rig(script);
    QVERIFY(rig.poll());
    QVERIFY(rig.poll());
    QVERIFY(rig.poll());
    QCOMPARE(rig.seen->reports, 0);
    QVERIFY(!rig.seen->status.capabilities.contains(QLatin1String("alerts")));
    QCOMPARE(rig.seen->unseen(), QString()); // not offered is no fault
}

void TestRuleAlerts::partialIsNotAll()
{
    Rig rig(withRules(ServerAnswer::json(
        rulesPage(ruleOf("A", ruleAlert("{\"alertname\":\"A\"}")), ",\"warnings\":[\"store gone\"]"))));
    QVERIFY(rig.poll());
    QVERIFY(rig.seen->last.leftOut > 0);
    QCOMPARE(rig.seen->last.alerts.size(), 1U);
    QVERIFY2(rig.seen->warnings().contains(QLatin1String("store gone")), qPrintable(rig.seen->warnings()));
}

QTEST_GUILESS_MAIN(TestRuleAlerts)
#include "tst_rule_alerts.moc"
