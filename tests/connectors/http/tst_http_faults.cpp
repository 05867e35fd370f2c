// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/http/EngineFixture.h"
#include "tests/support/BlackHole.h"
#include "tests/support/StallMeter.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace stowage;
using namespace stowage::test;

/// Every fault of the nasty server against the engine: which kind, in what words, and that the GUI thread
/// does not feel it.
class TestHttpFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultBecomesError_data();
    void faultBecomesError();
    void faultThatIsAnAnswer_data();
    void faultThatIsAnAnswer();
    void deadlineAndIdleLimit_data();
    void deadlineAndIdleLimit();
    void nobodyAnswersTheConnection();
    void announcedTooMuch();
    void unknownName();
    void notHttp_data();
    void notHttp();
    void badAddresses_data();
    void badAddresses();
};

namespace {

const QString Password = QStringLiteral("s3cret-passw0rd");

HttpRequest quick(const QByteArray& target)
{
    HttpRequest request = get(target);
    request.deadline = Millis{2'500};
    request.idleLimit = Millis{1'000};
    request.bodyLimit = 4 * 1024 * 1024;
    return request;
}

void verifyTellsAll(const Error& error, const QString& authority)
{
    QVERIFY2(error.where.contains(QStringLiteral("docker-eu")), qPrintable(error.text()));
    QVERIFY2(error.where.contains(authority), qPrintable(error.text()));
    QVERIFY2(!error.message.isEmpty() && !error.todo.isEmpty(), qPrintable(error.text()));
    QVERIFY2(!error.text().contains(Password), qPrintable(error.text()));
}

} // namespace

void TestHttpFaults::faultBecomesError_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("attempts"); // requests that reach the server
    const auto row = [](Fault fault, ErrorKind kind, const char* words, int attempts) {
        QTest::newRow(faultName(fault)) << fault << kind << QString::fromLatin1(words) << attempts;
    };
    row(Fault::Refuses, ErrorKind::Connect, "refused the connection", 0);
    row(Fault::NeverAnswers, ErrorKind::Stalled, "no answer within 1 s", 2);
    row(Fault::Drips, ErrorKind::Timeout, "not complete within 2.5 s", 2);
    row(Fault::ResetsInHeaders, ErrorKind::Interrupted, "broke", 3);
    row(Fault::ResetsInBody, ErrorKind::Interrupted, "in the middle of the answer", 3);
    row(Fault::EndsEarly, ErrorKind::Interrupted, "ended before it was complete", 3);
    row(Fault::LengthTooLong, ErrorKind::Stalled, "not a byte for 1 s", 2);
    row(Fault::NeverEnds, ErrorKind::TooLarge, "larger than the 4.0 MiB", 1);
    row(Fault::HeaderFlood, ErrorKind::TooLarge, "header fields exceed", 1);
    row(Fault::GzipBomb, ErrorKind::TooLarge, "larger than the 4.0 MiB", 1);
    row(Fault::RedirectLoop, ErrorKind::Redirect, "in a circle", 2);
}

void TestHttpFaults::faultBecomesError()
{
    QFETCH(Fault, fault);
    QFETCH(QString, words);
    QFETCH(int, attempts);
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::None)});
    server.misbehave(fault, Millis{100});
    Endpoint endpoint = endpointFor(server);
    endpoint.credentials = BasicCredentials{QStringLiteral("user"), Secret(Password.toLatin1())};
    HttpRequest request = quick("/x?password=" + Password.toLatin1());
    QFETCH(ErrorKind, kind);
    if (kind != ErrorKind::Stalled && kind != ErrorKind::Timeout) {
        request.idleLimit = request.deadline =
            Millis{30'000}; // a busy machine must not end it before the fault does
    }
    StallMeter stalls;
    const HttpResult result = exchange(endpoint, request);
    QVERIFY(!result);
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().text()));
    QCOMPARE(result.error().kind, kind);
    verifyTellsAll(result.error(), server.authority());
    QCOMPARE(server.requestCount(), attempts);
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
}

void TestHttpFaults::faultThatIsAnAnswer_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("attempts");
    // What is HTTP is an answer; what it means is the connector's to judge.
    for (const Fault fault : {Fault::HtmlWith200, Fault::InvalidUtf8, Fault::DeepJson, Fault::DuplicateKeys,
                              Fault::HugeNumbers, Fault::DateTenYearsOff, Fault::LengthTooShort}) {
        QTest::newRow(faultName(fault)) << fault << 200 << 1;
    }
    QTest::newRow("503 burst") << Fault::UnavailableBurst << 200 << 4;
    QTest::newRow("redirect to a stranger") << Fault::RedirectToStranger << 200 << 1;
}

void TestHttpFaults::faultThatIsAnAnswer()
{
    QFETCH(Fault, fault);
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::None)});
    server.misbehave(fault);
    StallMeter stalls;
    const HttpResult result = exchange(endpointFor(server), quick("/x"));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QTEST(result->status, "status");
    QTEST(result->attempts, "attempts");
    QVERIFY(stalls.longest() <= LongestStall);
}

void TestHttpFaults::deadlineAndIdleLimit_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("deadline");
    QTest::addColumn<int>("idle");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("silent, deadline first") << Fault::NeverAnswers << 200 << 5'000 << ErrorKind::Timeout;
    QTest::newRow("silent, idle first") << Fault::NeverAnswers << 5'000 << 200 << ErrorKind::Stalled;
    QTest::newRow("dripping passes the idle limit") << Fault::Drips << 1'200 << 1'000 << ErrorKind::Timeout;
    QTest::newRow("half an answer") << Fault::LengthTooLong << 5'000 << 200 << ErrorKind::Stalled;
}

void TestHttpFaults::deadlineAndIdleLimit()
{
    QFETCH(Fault, fault);
    QFETCH(int, deadline);
    QFETCH(int, idle);
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(fault, Millis{50})});
    HttpRequest request = get("/x");
    request.deadline = Millis{deadline};
    request.idleLimit = Millis{idle};
    request.retry = RetryClass::Probe;
    const HttpResult result = exchange(endpointFor(server), request);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QCOMPARE(server.requestCount(), 1);
}

void TestHttpFaults::nobodyAnswersTheConnection()
{
    const BlackHole hole;
    QVERIFY(hole.isOpen());
    Endpoint endpoint;
    endpoint.source = QStringLiteral("docker-eu");
    endpoint.baseUrl = "http://127.0.0.1:" + QByteArray::number(hole.port());
    HttpRequest request = get("/");
    request.deadline = Millis{300};
    request.retry = RetryClass::Probe;
    const HttpResult result = exchange(endpoint, request);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Connect);
    QVERIFY2(result.error().message.contains(QStringLiteral("within 300 ms")),
             qPrintable(result.error().text()));
}

void TestHttpFaults::announcedTooMuch()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::json("{}").with("Content-Length", "5000000")});
    const HttpResult result = exchange(endpointFor(server), quick("/x"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge); // at once, not when it has come or stalled
}

void TestHttpFaults::unknownName()
{
    Endpoint endpoint;
    endpoint.source = QStringLiteral("docker-eu");
    // libcurl answers names below .onion by itself, without asking anybody (RFC 7686).
    endpoint.baseUrl = "http://nowhere.onion:5000";
    const HttpResult result = exchange(endpoint, get("/"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NameResolution);
    verifyTellsAll(result.error(), QStringLiteral("nowhere.onion:5000"));
}

void TestHttpFaults::notHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
    QTest::newRow("HTTP/0.9") << QByteArray("<html>hello</html>");
    QTest::newRow("status not a number") << QByteArray("HTTP/1.1 abc OK\r\n\r\n");
    QTest::newRow("HTTP/7") << QByteArray("HTTP/7.3 200 OK\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzzz\r\n");
    QTest::newRow("length is no number") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
    QTest::newRow("broken gzip") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\nnot gzip at ");
}

void TestHttpFaults::notHttp()
{
    QFETCH(QByteArray, bytes);
    QTcpServer raw;
    QVERIFY(raw.listen(QHostAddress::LocalHost));
    connect(&raw, &QTcpServer::newConnection, this, [&raw, bytes] {
        QTcpSocket* socket = raw.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, bytes] {
            socket->write(bytes);
            socket->disconnectFromHost();
        });
    });
    Endpoint endpoint;
    endpoint.source = QStringLiteral("docker-eu");
    endpoint.baseUrl = "http://127.0.0.1:" + QByteArray::number(raw.serverPort());
    const HttpResult result = exchange(endpoint, quick("/"));
    QVERIFY(!result);
    const ErrorKind kind = result.error().kind;
    QVERIFY2(kind == ErrorKind::Malformed || kind == ErrorKind::Interrupted, qPrintable(errorKindName(kind)));
    verifyTellsAll(result.error(), QStringLiteral("127.0.0.1"));
}

void TestHttpFaults::badAddresses_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no URL") << QByteArray("nonsense") << QByteArray("/") << ErrorKind::Profile;
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1") << QByteArray("/") << ErrorKind::Profile;
    QTest::newRow("credentials in it")
        << QByteArray("http://u:p@127.0.0.1") << QByteArray("/") << ErrorKind::Profile;
    QTest::newRow("query in it") << QByteArray("http://127.0.0.1/?a") << QByteArray("/")
                                 << ErrorKind::Profile;
    QTest::newRow("empty") << QByteArray() << QByteArray("/") << ErrorKind::Profile;
    const QByteArray good("http://127.0.0.1:1");
    QTest::newRow("host by @") << good << QByteArray("@other.example/") << ErrorKind::Malformed;
    QTest::newRow("host by .") << good << QByteArray(".other.example/") << ErrorKind::Malformed;
    QTest::newRow("line break") << good << QByteArray("/a\r\nX: 1") << ErrorKind::Malformed;
    QTest::newRow("blank") << good << QByteArray("/a b") << ErrorKind::Malformed;
    QTest::newRow("file") << good << QByteArray("file:///etc/passwd") << ErrorKind::Malformed;
    QTest::newRow("gopher") << good << QByteArray("gopher://127.0.0.1/") << ErrorKind::Malformed;
}

void TestHttpFaults::badAddresses()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, target);
    Endpoint endpoint;
    endpoint.source = QStringLiteral("docker-eu");
    endpoint.baseUrl = base;
    const HttpResult result = exchange(endpoint, get(target));
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QVERIFY(result.error().where.contains(QStringLiteral("docker-eu")));
}

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_http_faults.moc"
