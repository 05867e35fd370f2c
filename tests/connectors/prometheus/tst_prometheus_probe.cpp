// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/PrometheusProbe.h"
#include "tests/connectors/doctor/ProbeFindings.h"
#include "tests/connectors/prometheus/NastyAnswers.h"
#include "tests/connectors/prometheus/ScriptedPrometheus.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

/// What the doctor finds at a Prometheus server.
class TestPrometheusProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fine();
    void noVersion();
    void noHosts();
    void refused();
    void silent();
    void nasty_data();
    void nasty();

private:
    void probe(const ServerHandler& handler, DoctorPatience patience = {});
    Verdict verdict(DoctorStep step) { return m_found[step].verdict; }

    ProbeFindings m_found;
};

namespace {

PrometheusScript counting(const char* hosts)
{
    PrometheusScript script = PrometheusScript::twoHosts();
    script.queries["count(up)"] = vectorAnswer({seriesText({}, "3")});
    if (*hosts != 0) {
        script.queries["count(node_boot_time_seconds)"] = vectorAnswer({seriesText({}, hosts)});
    }
    return script;
}

} // namespace

void TestPrometheusProbe::probe(const ServerHandler& handler, DoctorPatience patience)
{
    NastyServer server;
    server.handle(handler);
    HttpEngine engine;
    DoctorEndpoint endpoint;
    endpoint.endpoint.source = QStringLiteral("prom");
    endpoint.endpoint.baseUrl = server.url();
    PrometheusProbe probe(engine, patience, endpoint);
    m_found = findingsOf(probe);
    QCOMPARE(m_found.size(), 3U); // each once
}

void TestPrometheusProbe::fine()
{
    probe(counting("7").handler());
    for (const auto& [step, finding] : m_found) {
        QCOMPARE(finding.verdict, Verdict::Fine);
    }
    QVERIFY(m_found[DoctorStep::Identity].detail.contains(QLatin1String("2.42.0")));
    QVERIFY(m_found[DoctorStep::Capability].detail.contains(QLatin1Char('7')));
}

void TestPrometheusProbe::noVersion()
{
    PrometheusScript script = counting("7");
    script.pages.clear();
    probe(script.handler());
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Fine);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Fine);
}

void TestPrometheusProbe::noHosts()
{
    for (const char* count : {"", "0", "NaN"}) {
        probe(counting(count).handler());
        QCOMPARE(verdict(DoctorStep::Identity), Verdict::Fine);
        QCOMPARE(verdict(DoctorStep::Capability), Verdict::Warning);
    }
}

void TestPrometheusProbe::refused()
{
    probe([](const RecordedRequest&) { return ServerAnswer::text("no", 401); });
    QCOMPARE(verdict(DoctorStep::Authentication), Verdict::Failed);
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Skipped);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Skipped);
}

void TestPrometheusProbe::silent()
{
    DoctorPatience patience;
    patience.answer = Millis{200};
    probe([](const RecordedRequest&) { return ServerAnswer::of(Fault::NeverAnswers); }, patience);
    QCOMPARE(verdict(DoctorStep::Authentication), Verdict::Failed);
}

void TestPrometheusProbe::nasty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NastyAnswer& answer : nastyAnswers()) {
        QTest::newRow(answer.name) << answer.body << answer.status;
    }
}

void TestPrometheusProbe::nasty()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    probe([body, status](const RecordedRequest&) { return ServerAnswer::json(body, status); });
    const bool isRefused = verdict(DoctorStep::Authentication) == Verdict::Failed;
    const bool isTooLarge = body.size() > 1024 * 1024; // than any count is
    QCOMPARE(isRefused, status == 401 || status == 403 || isTooLarge);
    QCOMPARE(verdict(DoctorStep::Identity), isRefused ? Verdict::Skipped : Verdict::Failed);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Skipped);
}

QTEST_GUILESS_MAIN(TestPrometheusProbe)
#include "tst_prometheus_probe.moc"
