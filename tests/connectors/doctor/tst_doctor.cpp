// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/doctor/NetworkResolver.h"
#include "connectors/doctor/SourceDoctor.h"
#include "models/core/SystemClock.h"
#include "tests/connectors/doctor/ScriptedServer.h"
#include "tests/connectors/doctor/TestCertificates.h"
#include "tests/connectors/spegel/FakePeer.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

using namespace stowage;
using stowage::test::FakePeer;
using stowage::test::ScriptedServer;
using stowage::test::TestCertificates;

namespace {

const QByteArray Registry2 =
    "Docker-Distribution-Api-Version: registry/2.0\r\nContent-Type: application/json\r\n";
const QByteArray Json = "Content-Type: application/json\r\n";
const QStringList Steps{
    QStringLiteral("dns"),       QStringLiteral("tcp4"),           QStringLiteral("tcp6"),
    QStringLiteral("tls"),       QStringLiteral("authentication"), QStringLiteral("identity"),
    QStringLiteral("capability")};

/// A name server's answers without a name server.
class ScriptedResolver final : public HostResolver
{
public:
    void resolve(const QString& host, QObject* context,
                 std::function<void(const ResolvedHost&)> then) const override
    {
        const ResolvedHost answer = hosts.value(host);
        QMetaObject::invokeMethod(
            context, [then = std::move(then), answer] { then(answer); }, Qt::QueuedConnection);
    }

    QHash<QString, ResolvedHost> hosts;
};

void beHealthy(ScriptedServer& registry)
{
    registry.answer("/v2/", 200, Registry2, "{}");
    registry.answer("/v2/_catalog?n=1", 200, Json, R"({"repositories":["team/api"]})");
}

/// A port on which nobody listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// A doctor with its tools, and the checks of the last examination.
struct Practice
{
    Practice() : tools{engine, clock, network, {}}
    {
        tools.patience.tcp = Millis{1'000};
        tools.patience.answer = Millis{1'000};
        tools.patience.content = Millis{300};
        tools.patience.catalog = Millis{500};
        target.sourceId = QStringLiteral("s");
        target.kind = QStringLiteral("registry");
    }

    Endpoint& add(const QByteArray& url, const char* label = "s")
    {
        DoctorEndpoint server;
        server.label = QString::fromLatin1(label);
        server.endpoint.source = target.sourceId;
        server.endpoint.baseUrl = url;
        target.endpoints.push_back(server);
        return target.endpoints.back().endpoint;
    }

    void addPeer(const FakePeer& peer, const char* label)
    {
        target.kind = QStringLiteral("spegel");
        target.namespaces = QStringList{QStringLiteral("docker.io")};
        add(peer.url(), label);
        target.endpoints.back().metrics = target.endpoints.back().endpoint;
    }

    /// True when the examination ended and told each step once and in order.
    bool examine()
    {
        SourceDoctor doctor(tools, {target});
        QStringList ids;
        QObject::connect(&doctor, &Doctor::checked, &doctor, [&](const QString&, const Check& check) {
            ids << check.id;
            checks[check.id] = check;
        });
        QSignalSpy finished(&doctor, &Doctor::finished);
        doctor.examine(target.sourceId);
        return ids.isEmpty() && (finished.wait() || !finished.isEmpty()) && finished.size() == 1 &&
               ids == Steps;
    }

    Verdict verdict(const char* id) const { return checks.value(QString::fromLatin1(id)).verdict; }
    QString detail(const char* id) const { return checks.value(QString::fromLatin1(id)).detail; }
    QString todo(const char* id) const { return checks.value(QString::fromLatin1(id)).todo; }

    SystemClock clock;
    HttpEngine engine;
    NetworkResolver network{clock};
    DoctorTools tools;
    DoctorTarget target;
    QHash<QString, Check> checks;
};

} // namespace

/// The doctor against scripted servers, with certificates that openssl makes for it.
class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void findsARegistryFine();
    void knowsLocalhost();
    void saysThatNothingListens();
    void skipsAllWithoutAnAddress();
    void warnsOfADeadIpv6();
    void connectsOverIpv6Alone();
    void leavesNamesToAProxy();

    void findsACertificateFine();
    void findsCertificatesWanting_data();
    void findsCertificatesWanting();
    void warnsBeforeExpiry();
    void comparesThePin();
    void saysThatAPortSpeaksNoTls();
    void saysThatACaFileIsUnreadable();

    void saysThatCredentialsAreMissing();
    void saysThatCredentialsAreRefused();
    void acceptsCredentials();
    void knowsWhatIsNoRegistry_data();
    void knowsWhatIsNoRegistry();
    void judgesTheCatalog_data();
    void judgesTheCatalog();

    void findsPeersFine();
    void namesDeadPeers();
    void noticesHungContent();
    void noticesAForeignNamespace();
    void noticesAPeerThatKnowsNobody();
    void noticesBalancedAddresses();
    void noticesPeersThatAskForCredentials();
    void goesThroughMoreServersThanAtOnce();

    void tellsAnUnknownSource();
    void examinesKindsItDoesNotKnow();
    void callsOffTheFirstForTheSecond();
    void sumsUp();

private:
    std::unique_ptr<TestCertificates> m_certificates;
};

void TestDoctor::initTestCase()
{
    m_certificates = std::make_unique<TestCertificates>();
}

void TestDoctor::findsARegistryFine()
{
    ScriptedServer registry;
    beHealthy(registry);
    Practice practice;
    practice.add(registry.url());
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("dns"), Verdict::Skipped);
    QVERIFY(practice.detail("dns").contains(QStringLiteral("literal")));
    QCOMPARE(practice.verdict("tcp4"), Verdict::Fine);
    QVERIFY(practice.checks.value(QStringLiteral("tcp4")).took);
    QCOMPARE(practice.verdict("tcp6"), Verdict::Skipped);
    QCOMPARE(practice.verdict("tls"), Verdict::Skipped);
    QCOMPARE(practice.verdict("authentication"), Verdict::Fine);
    QCOMPARE(practice.verdict("identity"), Verdict::Fine);
    QVERIFY(practice.detail("identity").contains(QStringLiteral("registry/2.0")));
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
    for (const Check& check : std::as_const(practice.checks)) {
        QVERIFY(!check.title.isEmpty());
        QVERIFY(!check.detail.isEmpty());
        QVERIFY(check.todo.isEmpty());
    }
}

void TestDoctor::knowsLocalhost()
{
    ScriptedServer registry;
    beHealthy(registry);
    Practice practice;
    practice.add(registry.url("localhost"));
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("dns"), Verdict::Fine);
    QVERIFY2(practice.detail("dns").contains(QStringLiteral("not from the DNS")),
             qPrintable(practice.detail("dns")));
    QVERIFY(practice.detail("dns").contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(practice.verdict("tcp4"), Verdict::Fine);
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
}

void TestDoctor::saysThatNothingListens()
{
    Practice practice;
    practice.add("http://127.0.0.1:" + QByteArray::number(closedPort()));
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Failed);
    QVERIFY(!practice.todo("tcp4").isEmpty());
    for (const char* id : {"tls", "authentication", "identity", "capability"}) {
        QCOMPARE(practice.verdict(id), Verdict::Skipped);
        QVERIFY(!practice.detail(id).isEmpty());
    }
}

void TestDoctor::skipsAllWithoutAnAddress()
{
    const ScriptedResolver resolver;
    Practice practice;
    DoctorTools tools{practice.engine, practice.clock, resolver, practice.tools.patience};
    practice.add("http://registry.test:5000");
    SourceDoctor doctor(tools, {practice.target});
    QHash<QString, Check> checks;
    connect(&doctor, &Doctor::checked, this,
            [&](const QString&, const Check& check) { checks[check.id] = check; });
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.examine(QStringLiteral("s"));
    QVERIFY(finished.wait());
    QCOMPARE(checks.value(QStringLiteral("dns")).verdict, Verdict::Failed);
    QVERIFY(checks.value(QStringLiteral("dns")).detail.contains(QStringLiteral("registry.test")));
    for (const QString& id : Steps.mid(1)) {
        QCOMPARE(checks.value(id).verdict, Verdict::Skipped);
    }
}

void TestDoctor::warnsOfADeadIpv6()
{
    ScriptedServer registry; // listens on 127.0.0.1 alone
    ScriptedResolver resolver;
    resolver.hosts[QStringLiteral("registry.test")] = {ResolvedHost::Way::Dns,
                                                       {QHostAddress(QHostAddress::LocalHost)},
                                                       {QHostAddress(QHostAddress::LocalHostIPv6)},
                                                       {}};
    Practice practice;
    practice.target.kind = QStringLiteral("other"); // no HTTP: the name exists for this resolver only
    practice.add(registry.url("registry.test"));
    DoctorTools tools{practice.engine, practice.clock, resolver, practice.tools.patience};
    SourceDoctor doctor(tools, {practice.target});
    QHash<QString, Check> checks;
    connect(&doctor, &Doctor::checked, this,
            [&](const QString&, const Check& check) { checks[check.id] = check; });
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.examine(QStringLiteral("s"));
    QVERIFY(finished.wait());
    QCOMPARE(checks.value(QStringLiteral("dns")).verdict, Verdict::Fine);
    QCOMPARE(checks.value(QStringLiteral("dns")).detail, QStringLiteral("A 127.0.0.1; AAAA ::1"));
    QCOMPARE(checks.value(QStringLiteral("tcp4")).verdict, Verdict::Fine);
    const Check tcp6 = checks.value(QStringLiteral("tcp6"));
    QCOMPARE(tcp6.verdict, Verdict::Warning);
    QVERIFY2(tcp6.detail.startsWith(QStringLiteral("an AAAA record exists but IPv6 does not answer")),
             qPrintable(tcp6.detail));
    QVERIFY(!tcp6.todo.isEmpty());
}

void TestDoctor::connectsOverIpv6Alone()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHostIPv6)) {
        QSKIP("this machine has no IPv6 loopback");
    }
    Practice practice;
    practice.target.kind = QStringLiteral("other");
    practice.add("http://[::1]:" + QByteArray::number(server.serverPort()));
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Skipped);
    QCOMPARE(practice.verdict("tcp6"), Verdict::Fine);
}

void TestDoctor::leavesNamesToAProxy()
{
    Practice practice;
    practice.target.kind = QStringLiteral("other");
    practice.add("http://registry.test").proxy = "http://user:hunter2@127.0.0.1:1";
    QVERIFY(practice.examine());
    for (const Check& check : std::as_const(practice.checks)) {
        QCOMPARE(check.verdict, Verdict::Skipped);
        QVERIFY(!check.detail.contains(QStringLiteral("hunter2")));
    }
}

void TestDoctor::findsACertificateFine()
{
    ScriptedServer registry(m_certificates->server("DNS:localhost,IP:127.0.0.1", 100));
    beHealthy(registry);
    Practice practice;
    practice.add(registry.url()).caFile = m_certificates->caFile();
    QVERIFY(practice.examine());
    QVERIFY2(practice.verdict("tls") == Verdict::Fine, qPrintable(practice.detail("tls")));
    QVERIFY(practice.detail("tls").contains(QStringLiteral("Stowage-test-CA")));
    QVERIFY(practice.detail("tls").contains(QStringLiteral("99 day")) ||
            practice.detail("tls").contains(QStringLiteral("100 day")));
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
}

void TestDoctor::findsCertificatesWanting_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<QString>("todo");
    QTest::newRow("expired") << QByteArray("IP:127.0.0.1") << -1 << true << QStringLiteral("Renew");
    QTest::newRow("wrong host") << QByteArray("DNS:elsewhere.test") << 100 << true
                                << QStringLiteral("elsewhere.test");
    QTest::newRow("unknown issuer") << QByteArray("IP:127.0.0.1") << 100 << false
                                    << QStringLiteral("authority");
}

void TestDoctor::findsCertificatesWanting()
{
    QFETCH(QByteArray, names);
    QFETCH(int, days);
    QFETCH(bool, isTrusted);
    QFETCH(QString, todo);
    ScriptedServer registry(m_certificates->server(names, days));
    beHealthy(registry);
    Practice practice;
    Endpoint& endpoint = practice.add(registry.url());
    if (isTrusted) {
        endpoint.caFile = m_certificates->caFile();
    }
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Fine);
    QCOMPARE(practice.verdict("tls"), Verdict::Failed);
    QVERIFY(!practice.detail("tls").isEmpty());
    QVERIFY2(practice.todo("tls").contains(todo), qPrintable(practice.todo("tls")));
    QCOMPARE(practice.verdict("authentication"), Verdict::Skipped);
    QVERIFY2(registry.asked.isEmpty(), "nothing is sent to a server that is not trusted");
}

void TestDoctor::warnsBeforeExpiry()
{
    ScriptedServer registry(m_certificates->server("IP:127.0.0.1", 5));
    beHealthy(registry);
    Practice practice;
    practice.add(registry.url()).caFile = m_certificates->caFile();
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tls"), Verdict::Warning);
    QVERIFY(practice.todo("tls").contains(QStringLiteral("Renew")));
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
}

void TestDoctor::comparesThePin()
{
    const QSslConfiguration configuration = m_certificates->server("IP:127.0.0.1", 100);
    const QByteArray key = configuration.localCertificate().publicKey().toDer();
    ScriptedServer registry(configuration);
    beHealthy(registry);
    Practice practice;
    Endpoint& endpoint = practice.add(registry.url());
    endpoint.caFile = m_certificates->caFile();
    endpoint.pin = "sha256//" + QCryptographicHash::hash(key, QCryptographicHash::Sha256).toBase64();
    QVERIFY(practice.examine());
    QVERIFY2(practice.verdict("tls") == Verdict::Fine, qPrintable(practice.detail("tls")));
    QVERIFY2(practice.verdict("authentication") == Verdict::Fine,
             qPrintable(practice.detail("authentication")));

    practice.target.endpoints[0].endpoint.pin = "sha256//" + QByteArray(32, 'x').toBase64();
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tls"), Verdict::Failed);
    QVERIFY(practice.detail("tls").contains(QStringLiteral("pinned")));
}

void TestDoctor::saysThatAPortSpeaksNoTls()
{
    ScriptedServer plain;
    Practice practice;
    practice.tools.patience.tls = Millis{500};
    practice.add("https://127.0.0.1:" + QByteArray::number(plain.port()));
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tls"), Verdict::Failed);
    QVERIFY(practice.todo("tls").contains(QStringLiteral("TLS")));
    QCOMPARE(practice.verdict("identity"), Verdict::Skipped);
}

void TestDoctor::saysThatACaFileIsUnreadable()
{
    ScriptedServer registry(m_certificates->server("IP:127.0.0.1", 100));
    Practice practice;
    practice.add(registry.url()).caFile = QStringLiteral("/nowhere/ca.pem");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tls"), Verdict::Failed);
    QVERIFY(practice.detail("tls").contains(QStringLiteral("/nowhere/ca.pem")));
}

void TestDoctor::saysThatCredentialsAreMissing()
{
    ScriptedServer registry;
    registry.answer("/v2/", 401, Registry2 + "WWW-Authenticate: Basic realm=\"r\"\r\n", R"({"errors":[]})");
    Practice practice;
    practice.add(registry.url());
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("authentication"), Verdict::Failed);
    QVERIFY(practice.detail("authentication").contains(QStringLiteral("asks for credentials")));
    QVERIFY2(practice.verdict("identity") == Verdict::Fine, "a registry says what it is while it refuses");
    QCOMPARE(practice.verdict("capability"), Verdict::Skipped);
}

void TestDoctor::saysThatCredentialsAreRefused()
{
    ScriptedServer registry;
    registry.answer("/v2/", 401, Registry2 + "WWW-Authenticate: Basic realm=\"r\"\r\n", R"({"errors":[]})");
    Practice practice;
    practice.add(registry.url()).credentials = BasicCredentials{QStringLiteral("ops"), Secret("hunter2")};
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("authentication"), Verdict::Failed);
    QVERIFY(practice.detail("authentication").contains(QStringLiteral("refused")));
    for (const Check& check : std::as_const(practice.checks)) {
        QVERIFY(!(check.detail + check.todo).contains(QStringLiteral("hunter2")));
    }
}

void TestDoctor::acceptsCredentials()
{
    ScriptedServer registry;
    beHealthy(registry);
    Practice practice;
    practice.add(registry.url()).credentials = BasicCredentials{QStringLiteral("ops"), Secret("hunter2")};
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("authentication"), Verdict::Fine);
    QVERIFY(practice.detail("authentication").contains(QStringLiteral("accepted")));
}

void TestDoctor::knowsWhatIsNoRegistry_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("verdict");
    const auto failed = static_cast<int>(Verdict::Failed);
    QTest::newRow("HTML with 200") << 200 << QByteArray("Content-Type: text/html\r\n")
                                   << QByteArray("<html>Sign in</html>") << failed;
    QTest::newRow("no type") << 200 << QByteArray() << QByteArray("ok") << failed;
    QTest::newRow("404") << 404 << QByteArray("Content-Type: text/plain\r\n")
                         << QByteArray("404 page not found") << failed;
    QTest::newRow("redirect") << 302 << QByteArray("Location: http://127.0.0.1:1/\r\n") << QByteArray()
                              << failed;
    QTest::newRow("registry/1") << 200 << QByteArray("Docker-Distribution-Api-Version: registry/1.0\r\n")
                                << QByteArray() << failed;
    QTest::newRow("type with control characters")
        << 200 << QByteArray("Content-Type: text/\x1b[31m\xff\r\n") << QByteArray() << failed;
    QTest::newRow("JSON without a version")
        << 200 << Json << QByteArray("{}") << static_cast<int>(Verdict::Warning);
}

void TestDoctor::knowsWhatIsNoRegistry()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, verdict);
    ScriptedServer server;
    server.answer("/v2/", status, headers, body);
    Practice practice;
    practice.add(server.url());
    QVERIFY(practice.examine());
    QCOMPARE(static_cast<int>(practice.verdict("identity")), verdict);
    QVERIFY(!practice.todo("identity").isEmpty());
    for (const QChar c : practice.detail("identity")) {
        QVERIFY(c.isPrint());
    }
    QVERIFY(practice.verdict("capability") != Verdict::Fine);
}

void TestDoctor::judgesTheCatalog_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("verdict");
    const auto fine = static_cast<int>(Verdict::Fine);
    const auto warning = static_cast<int>(Verdict::Warning);
    const auto failed = static_cast<int>(Verdict::Failed);
    QTest::newRow("empty registry") << 200 << QByteArray(R"({"repositories":[]})") << fine;
    QTest::newRow("null") << 200 << QByteArray(R"({"repositories":null})") << fine;
    QTest::newRow("forbidden") << 403 << QByteArray() << warning;
    QTest::newRow("refused") << 401 << QByteArray() << warning;
    QTest::newRow("not there") << 404 << QByteArray() << warning;
    QTest::newRow("storage gone") << 500 << QByteArray(R"({"errors":[{"code":"UNKNOWN"}]})") << failed;
    QTest::newRow("HTML") << 200 << QByteArray("<html></html>") << failed;
    QTest::newRow("another JSON") << 200 << QByteArray("{}") << failed;
    QTest::newRow("repositories are a number") << 200 << QByteArray(R"({"repositories":7})") << failed;
    QTest::newRow("100,000 deep") << 200 << QByteArray(100'000, '[') << failed;
    QTest::newRow("never answers") << 0 << QByteArray() << failed;
}

void TestDoctor::judgesTheCatalog()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, verdict);
    ScriptedServer registry;
    registry.answer("/v2/", 200, Registry2, "{}");
    if (status == 0) {
        registry.hang("/v2/_catalog?n=1");
    } else {
        registry.answer("/v2/_catalog?n=1", status, Json, body);
    }
    Practice practice;
    practice.add(registry.url());
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("identity"), Verdict::Fine);
    QCOMPARE(static_cast<int>(practice.verdict("capability")), verdict);
    QCOMPARE(practice.todo("capability").isEmpty(), verdict == static_cast<int>(Verdict::Fine));
}

void TestDoctor::findsPeersFine()
{
    FakePeer one;
    FakePeer two;
    two.identity = "12D3KooWAnother";
    Practice practice;
    practice.addPeer(one, "n1");
    practice.addPeer(two, "n2");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Fine);
    QCOMPARE(practice.verdict("authentication"), Verdict::Fine);
    QCOMPARE(practice.verdict("identity"), Verdict::Fine);
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
    QCOMPARE(one.unmarked, 0);
}

void TestDoctor::namesDeadPeers()
{
    FakePeer one;
    FakePeer two;
    two.identity = "12D3KooWAnother";
    FakePeer dead;
    dead.close();
    Practice practice;
    practice.addPeer(one, "n1");
    practice.addPeer(dead, "n2");
    practice.addPeer(two, "n3");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Warning);
    QVERIFY2(practice.detail("tcp4").startsWith(QStringLiteral("2 of 3 fine; n2: ")),
             qPrintable(practice.detail("tcp4")));
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
    QVERIFY2(practice.detail("capability").contains(QStringLiteral("n2: not asked")),
             qPrintable(practice.detail("capability")));
}

void TestDoctor::noticesHungContent()
{
    FakePeer peer;
    peer.hangsOnContent = true;
    Practice practice;
    practice.addPeer(peer, "n1");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Fine);
    QCOMPARE(practice.verdict("authentication"), Verdict::Skipped);
    QCOMPARE(practice.verdict("capability"), Verdict::Failed);
    QVERIFY(practice.detail("capability").contains(QStringLiteral("containerd")));
}

void TestDoctor::noticesAForeignNamespace()
{
    FakePeer peer;
    peer.mirrored = QStringList{QStringLiteral("quay.io")};
    Practice practice;
    practice.addPeer(peer, "n1");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("capability"), Verdict::Failed);
    QVERIFY(practice.detail("capability").startsWith(QStringLiteral("docker.io is not mirrored")));

    practice.target.namespaces.clear();
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("capability"), Verdict::Failed);
    QVERIFY(practice.todo("capability").contains(QStringLiteral("namespaces")));
}

void TestDoctor::noticesAPeerThatKnowsNobody()
{
    FakePeer peer;
    peer.readyStatus = 500;
    Practice practice;
    practice.addPeer(peer, "n1");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("capability"), Verdict::Warning);
    QVERIFY(practice.detail("capability").contains(QStringLiteral("HTTP 500")));
}

void TestDoctor::noticesBalancedAddresses()
{
    FakePeer peer;
    FakePeer same;
    Practice practice;
    practice.addPeer(peer, "n1");
    practice.addPeer(same, "n2");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("identity"), Verdict::Warning);
    QVERIFY2(practice.detail("identity").contains(QStringLiteral("the same server answers as at ")),
             qPrintable(practice.detail("identity")));
}

void TestDoctor::noticesPeersThatAskForCredentials()
{
    FakePeer peer;
    peer.contentStatus = 401;
    Practice practice;
    practice.addPeer(peer, "n1");
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("authentication"), Verdict::Failed);
    QCOMPARE(practice.verdict("capability"), Verdict::Skipped);
}

void TestDoctor::goesThroughMoreServersThanAtOnce()
{
    FakePeer peer;
    Practice practice;
    for (size_t i = 0; i < 2 * Examination::ServersAtOnce + 1; ++i) {
        practice.addPeer(peer, "n");
        practice.target.endpoints.back().metrics.reset();
    }
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("identity"), Verdict::Skipped);
    QCOMPARE(practice.verdict("capability"), Verdict::Fine);
}

void TestDoctor::tellsAnUnknownSource()
{
    Practice practice;
    SourceDoctor doctor(practice.tools, {});
    QSignalSpy checked(&doctor, &Doctor::checked);
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.examine(QStringLiteral("nobody"));
    QVERIFY(checked.isEmpty());
    QVERIFY(finished.wait());
    QCOMPARE(checked.size(), 1);
    QCOMPARE(checked[0][1].value<Check>().verdict, Verdict::Failed);
    QCOMPARE(finished[0][0].toString(), QStringLiteral("nobody"));
}

void TestDoctor::examinesKindsItDoesNotKnow()
{
    ScriptedServer server;
    Practice practice;
    practice.target.kind = QStringLiteral("nixery");
    practice.add(server.url());
    QVERIFY(practice.examine());
    QCOMPARE(practice.verdict("tcp4"), Verdict::Fine);
    QCOMPARE(practice.verdict("identity"), Verdict::Skipped);
    QVERIFY(practice.detail("identity").contains(QStringLiteral("nixery")));
}

void TestDoctor::callsOffTheFirstForTheSecond()
{
    ScriptedServer slow;
    slow.hang("/v2/");
    ScriptedServer quick;
    beHealthy(quick);
    Practice practice;
    practice.add(slow.url());
    DoctorTarget second = practice.target;
    second.sourceId = QStringLiteral("second");
    second.endpoints[0].endpoint.baseUrl = quick.url();
    SourceDoctor doctor(practice.tools, {practice.target, second});
    QSignalSpy checked(&doctor, &Doctor::checked);
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.examine(QStringLiteral("s"));
    QTRY_VERIFY(!slow.asked.isEmpty());
    checked.clear();
    doctor.examine(QStringLiteral("second"));
    QVERIFY(finished.wait());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished[0][0].toString(), QStringLiteral("second"));
    QCOMPARE(checked.size(), Steps.size());
    QVERIFY(!finished.wait(1'200)); // past the first one's deadline
}

void TestDoctor::sumsUp()
{
    const auto of = [](const char* subject, Finding finding) {
        finding.subject = QString::fromLatin1(subject);
        return finding;
    };
    const QString todo = QStringLiteral("do");
    const Finding fine = of("a", Finding::fine(QStringLiteral("ok"), Millis{5}));
    const Finding slow = of("b", Finding::fine(QStringLiteral("ok"), Millis{50}));
    const Finding failed = of("c", Finding::failed(QStringLiteral("broken"), todo));
    const Finding skipped = of("d", Finding::skipped(QStringLiteral("why")));

    QCOMPARE(summarise(DoctorStep::Dns, {}).verdict, Verdict::Skipped);
    const Check good = summarise(DoctorStep::Dns, {fine, slow});
    QCOMPARE(good.id, QStringLiteral("dns"));
    QCOMPARE(good.verdict, Verdict::Fine);
    QCOMPARE(good.detail, QStringLiteral("ok"));
    QCOMPARE(good.took, Millis{50});
    QCOMPARE(summarise(DoctorStep::Dns, {failed}).detail, QStringLiteral("broken"));
    QCOMPARE(summarise(DoctorStep::Dns, {failed, skipped}).verdict, Verdict::Failed);
    QCOMPARE(summarise(DoctorStep::Dns, {skipped, skipped}).verdict, Verdict::Skipped);
    const Check mixed = summarise(DoctorStep::Dns, {fine, failed, skipped});
    QCOMPARE(mixed.verdict, Verdict::Warning);
    QCOMPARE(mixed.detail, QStringLiteral("1 of 3 fine; c: broken; d: why"));
    QCOMPARE(mixed.todo, todo);
    const Check many = summarise(DoctorStep::Dns, std::vector<Finding>(9, of("x", failed)));
    QCOMPARE(many.verdict, Verdict::Failed);
    std::vector<Finding> nine(9, failed);
    nine.push_back(fine);
    QVERIFY(summarise(DoctorStep::Dns, nine).detail.endsWith(QStringLiteral("; and 4 more")));
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
