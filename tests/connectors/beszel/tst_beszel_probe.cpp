// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/BeszelProbe.h"
#include "tests/connectors/beszel/HubRecording.h"
#include "tests/connectors/doctor/ProbeFindings.h"
#include "tests/support/NastyServer.h"

#include <QTest>

using namespace stowage;
using namespace stowage::test;

namespace {

ServerAnswer recorded(const char* name)
{
    const HttpAnswer told = recordedAnswer(name);
    ServerAnswer answer;
    answer.status = told.status;
    answer.headers = {{"Content-Type", told.headers.value("Content-Type")}};
    answer.body = told.body;
    return answer;
}

/// A hub as it answers who has not signed in.
ServerHandler hub(const ServerAnswer& health, const ServerAnswer& systems)
{
    return [health, systems](const RecordedRequest& request) {
        return request.target == "/api/health" ? health : systems;
    };
}

} // namespace

/// What the doctor finds at a Beszel hub, without signing in.
class TestBeszelProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedHub();
    void otherPocketBase();
    void isIll();
    void asksForCredentials();
    void listFails();
    void nasty_data();
    void nasty();

private:
    void probe(const ServerHandler& handler);
    Verdict verdict(DoctorStep step) { return m_found[step].verdict; }

    ProbeFindings m_found;
};

void TestBeszelProbe::probe(const ServerHandler& handler)
{
    NastyServer server;
    server.handle(handler);
    HttpEngine engine;
    DoctorEndpoint endpoint;
    endpoint.endpoint.source = QStringLiteral("hub");
    endpoint.endpoint.baseUrl = server.url();
    BeszelProbe probe(engine, {}, endpoint);
    m_found = findingsOf(probe);
    QCOMPARE(m_found.size(), 3U); // each once
    QCOMPARE(verdict(DoctorStep::Authentication), Verdict::Skipped);
    const std::vector<RecordedRequest> requests = server.requests();
    for (const RecordedRequest& request : requests) {
        QCOMPARE(request.method, QByteArray("GET")); // a look signs nobody in
    }
}

void TestBeszelProbe::recordedHub()
{
    probe(hub(recorded("health.json"), recorded("systems-bad-token.json")));
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Fine);
    QVERIFY(m_found[DoctorStep::Identity].detail.contains(QLatin1String("Beszel")));
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Fine);
}

void TestBeszelProbe::otherPocketBase()
{
    probe(hub(recorded("health.json"), recorded("unknown-collection.json")));
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Failed);
    QVERIFY(m_found[DoctorStep::Identity].detail.contains(QLatin1String("PocketBase")));
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Skipped);
}

void TestBeszelProbe::isIll()
{
    probe(hub(ServerAnswer::json("{\"code\":503,\"message\":\"no\"}"), recorded("systems-bad-token.json")));
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Failed);
    QVERIFY(m_found[DoctorStep::Identity].detail.contains(QLatin1String("not healthy")));
}

void TestBeszelProbe::asksForCredentials()
{
    probe(hub(recorded("health.json"), ServerAnswer::json("{\"message\":\"no\"}", 403)));
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Fine);
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Fine);
}

void TestBeszelProbe::listFails()
{
    for (const ServerAnswer& systems :
         {ServerAnswer::json("{\"message\":\"no\"}", 500), ServerAnswer::json("[]"), ServerAnswer::json("{"),
          recorded("unknown-route.json"), ServerAnswer::redirect("/elsewhere")}) {
        probe(hub(recorded("health.json"), systems));
        QCOMPARE(verdict(DoctorStep::Identity), Verdict::Fine);
        QCOMPARE(verdict(DoctorStep::Capability), Verdict::Failed);
        QVERIFY(!m_found[DoctorStep::Capability].todo.isEmpty());
    }
}

void TestBeszelProbe::nasty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 200;
    QTest::newRow("HTML") << QByteArray("<html></html>") << 200;
    QTest::newRow("null") << QByteArray("null") << 200;
    QTest::newRow("list") << QByteArray("[]") << 200;
    QTest::newRow("half") << QByteArray("{\"code\":2") << 200;
    QTest::newRow("code is text") << QByteArray("{\"code\":\"200\"}") << 200;
    QTest::newRow("code is huge") << QByteArray("{\"code\":1e400}") << 200;
    QTest::newRow("code past 2^63") << QByteArray("{\"code\":18446744073709551616}") << 200;
    QTest::newRow("not UTF-8") << QByteArray("{\"code\":200,\"message\":\"\xff\"}") << 200;
    QTest::newRow("deep") << QByteArray(100'000, '[') + QByteArray(100'000, ']') << 200;
    QTest::newRow("204") << QByteArray() << 204;
    QTest::newRow("301") << QByteArray() << 301;
    QTest::newRow("401") << QByteArray("{}") << 401;
    QTest::newRow("404") << QByteArray("404 page not found\n") << 404;
    QTest::newRow("500") << QByteArray("{\"message\":[]}") << 500;
}

void TestBeszelProbe::nasty()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    probe([body, status](const RecordedRequest&) { return ServerAnswer::json(body, status); });
    QCOMPARE(verdict(DoctorStep::Identity), Verdict::Failed);
    QVERIFY(!m_found[DoctorStep::Identity].todo.isEmpty());
    QCOMPARE(verdict(DoctorStep::Capability), Verdict::Skipped);
}

QTEST_GUILESS_MAIN(TestBeszelProbe)
#include "tst_beszel_probe.moc"
