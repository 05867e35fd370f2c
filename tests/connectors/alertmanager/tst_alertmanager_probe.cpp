// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/AlertmanagerProbe.h"
#include "tests/connectors/alertmanager/BadAlerts.h"
#include "tests/connectors/alertmanager/ScriptedAlertmanager.h"
#include "tests/connectors/doctor/ProbeFindings.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

/// What the doctor finds at an Alertmanager.
class TestAlertmanagerProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fine();
    void manyAlerts();
    void refused();
    void noList();
    void nasty_data();
    void nasty();

private:
    void probe(const ServerHandler& handler);
    Verdict verdict(DoctorStep step) { return m_found[step].verdict; }

    ProbeFindings m_found;
};

void TestAlertmanagerProbe::probe(const ServerHandler& handler)
{
    NastyServer server;
    server.handle(handler);
    HttpEngine engine;
    DoctorEndpoint endpoint;
    endpoint.endpoint.source = QStringLiteral("am");
    endpoint.endpoint.baseUrl = server.url();
    AlertmanagerProbe probe(engine, {}, endpoint);
    m_found = findingsOf(probe);
    QCOMPARE(m_found.size(), 3U); // each once
}

void TestAlertmanagerProbe::fine()
{
    probe(AlertmanagerScript::twoAlerts().handler());
    for (const auto& [step, finding] : m_found) {
        QCOMPARE(finding.verdict, Verdict::Fine);
    }
    QVERIFY(m_found[DoctorStep::Identity].detail.contains(QLatin1String("0.25.0")));
    QVERIFY(m_found[DoctorStep::Capability].detail.contains(QLatin1Char('2')));
}

void TestAlertmanagerProbe::manyAlerts()
{
    AlertmanagerScript script = AlertmanagerScript::twoAlerts();
    script.alerts = listAnswer({alertJson(QByteArray(2'000'000, 'x'))});
    probe(script.handler());
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Fine);
}

void TestAlertmanagerProbe::refused()
{
    probe([](const RecordedRequest&) { return ServerAnswer::text("no", 401); });
    QCOMPARE(verdict(DoctorStep::Authentication), Verdict::Failed);
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Skipped);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Skipped);
}

void TestAlertmanagerProbe::noList()
{
    AlertmanagerScript script = AlertmanagerScript::twoAlerts();
    script.alerts = ServerAnswer::json("{}");
    probe(script.handler());
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Fine);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Failed);
}

void TestAlertmanagerProbe::nasty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NoAlerts& answer : noAlerts()) {
        QTest::newRow(answer.name) << answer.body << answer.status;
    }
}

void TestAlertmanagerProbe::nasty()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    probe([body, status](const RecordedRequest&) { return ServerAnswer::json(body, status); });
    const bool isRefused = status == 401 || status == 403;
    QCOMPARE(verdict(DoctorStep::Authentication), isRefused ? Verdict::Failed : Verdict::Fine);
    QCOMPARE(verdict(DoctorStep::Identity), isRefused ? Verdict::Skipped : Verdict::Failed);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Skipped);
}

QTEST_GUILESS_MAIN(TestAlertmanagerProbe)
#include "tst_alertmanager_probe.moc"
