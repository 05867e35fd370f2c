// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/http/EngineFixture.h"

#include <QTemporaryDir>

#include <atomic>

using namespace stowage;
using namespace stowage::test;

/// Who is trusted, who gets credentials, and what may leave.
class TestHttpTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goodCertificate();
    void badCertificate_data();
    void badCertificate();
    void systemDoesNotKnowOurAuthority();
    void pin_data();
    void pin();
    void clientCertificate();
    void plainServerOnTlsPort();
    void unreadableFiles_data();
    void unreadableFiles();

    void readOnlyGate_data();
    void readOnlyGate();
    void declaredReadLeaves();
    void redirectIsNoWayAroundTheGate();

    void basicGoesToItsOrigin();
    void strangerGetsNoCredentials();
    void absoluteTargetElsewhereGetsNoCredentials();
    void readyToken_data();
    void readyToken();
    void noEnvironmentProxyNoCookies();

    void bearerIsFetchedOnceForMany();
    void bearerIsRenewedWhenRefused();
    void bearerIsRenewedOnceOnly();
    void tokensAreKeptAScope();
    void tokenServiceFails_data();
    void tokenServiceFails();
    void passwordGoesToARealmOnlyWhereItIsSafe();

private:
    std::unique_ptr<NastyServer> m_tls;
};

namespace {

const QByteArray Password("s3cret-passw0rd");
const QByteArray Token("tok-abcdef-0123456789");

Endpoint withBasic(const NastyServer& server)
{
    Endpoint endpoint = endpointFor(server);
    endpoint.credentials = BasicCredentials{QStringLiteral("user"), Secret(Password)};
    return endpoint;
}

QByteArray basic()
{
    return "Basic " + ("user:" + Password).toBase64();
}

ServerAnswer challenge(const QByteArray& realm, const QByteArray& scope = {})
{
    const QByteArray extra = scope.isEmpty() ? QByteArray() : ",scope=\"" + scope + '"';
    return ServerAnswer::json("{}", 401).with("WWW-Authenticate",
                                              "Bearer realm=\"" + realm + "\",service=\"reg\"" + extra);
}

/// A registry that wants a Bearer token, and the service that gives out `tok-1`, `tok-2`, …; only the newest
/// is good.
void serveBearer(NastyServer& server, const QByteArray& life = "300")
{
    auto newest = std::make_shared<std::atomic<int>>(0);
    const QByteArray realm = server.url() + "/token";
    server.handle([newest, realm, life](const RecordedRequest& request) {
        if (request.path == "/token") {
            const QByteArray token = "tok-" + QByteArray::number(++*newest);
            auto answer = ServerAnswer::json(R"({"token":")" + token + R"(","expires_in":)" + life + "}");
            answer.delay = Millis{50};
            return answer;
        }
        const QByteArray good = "Bearer tok-" + QByteArray::number(newest->load());
        return newest->load() > 0 && request.header("Authorization") == good ? ServerAnswer::json("{}")
                                                                             : challenge(realm);
    });
}

void verifySecretFree(const HttpResult& result)
{
    const QByteArray shown =
        result ? result->effectiveUrl + result->note.toUtf8() : result.error().text().toUtf8();
    QVERIFY2(!shown.contains(Password) && !shown.contains("tok-"), shown.constData());
}

} // namespace

void TestHttpTrust::initTestCase()
{
    m_tls = std::make_unique<NastyServer>(NastyServer::Tls);
    m_tls->handle([](const RecordedRequest&) { return ServerAnswer::json("{}"); });
}

void TestHttpTrust::goodCertificate()
{
    const HttpResult result = exchange(endpointFor(*m_tls), get("/"));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QVERIFY(result->phases.tls);
    QVERIFY(result->phases.tcp4);
    QVERIFY(!result->phases.tcp6);
    QCOMPARE(result->family, IpFamily::V4);
}

void TestHttpTrust::badCertificate_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("words");
    QTest::newRow("self-signed") << Fault::SelfSigned << QStringLiteral("unknown issuer");
    QTest::newRow("expired") << Fault::Expired << QStringLiteral("expired");
    QTest::newRow("wrong host") << Fault::WrongHost << QStringLiteral("for another host");
}

void TestHttpTrust::badCertificate()
{
    QFETCH(Fault, fault);
    QFETCH(QString, words);
    m_tls->misbehave(fault);
    const int before = m_tls->requestCount();
    const HttpResult result = exchange(withBasic(*m_tls), get("/"));
    m_tls->misbehave(Fault::None);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().text()));
    QVERIFY(result.error().where.contains(m_tls->authority()));
    QVERIFY(!result.error().todo.isEmpty());
    QCOMPARE(m_tls->requestCount(), before);
}

void TestHttpTrust::systemDoesNotKnowOurAuthority()
{
    Endpoint endpoint = endpointFor(*m_tls);
    endpoint.caFile.clear();
    const HttpResult result = exchange(endpoint, get("/"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY(result.error().message.contains(QStringLiteral("unknown issuer")));
}

void TestHttpTrust::pin_data()
{
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<bool>("fits");
    QTest::newRow("right") << m_tls->pin() << true;
    QTest::newRow("wrong") << QByteArray("sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=") << false;
}

void TestHttpTrust::pin()
{
    QFETCH(QByteArray, pin);
    QFETCH(bool, fits);
    Endpoint endpoint = endpointFor(*m_tls);
    endpoint.pin = pin;
    const HttpResult result = exchange(endpoint, get("/"));
    QCOMPARE(result.has_value(), fits);
    if (!fits) {
        QCOMPARE(result.error().kind, ErrorKind::Tls);
        QVERIFY(result.error().message.contains(QStringLiteral("pinned")));
    }
}

void TestHttpTrust::clientCertificate()
{
    NastyServer server(NastyServer::Tls);
    server.handle([](const RecordedRequest&) { return ServerAnswer::json("{}"); });
    server.requireClientCertificate();
    Endpoint endpoint = endpointFor(server);
    const HttpResult without = exchange(endpoint, get("/"));
    QVERIFY(!without);
    QCOMPARE(without.error().kind, ErrorKind::Tls);
    QVERIFY2(without.error().todo.contains(QStringLiteral("client certificate")),
             qPrintable(without.error().text()));

    endpoint.clientCertificate = server.clientCertificate();
    endpoint.clientKey = server.clientKey();
    const HttpResult with = exchange(endpoint, get("/"));
    QVERIFY2(with, qPrintable(with ? QString() : with.error().text()));
}

void TestHttpTrust::plainServerOnTlsPort()
{
    NastyServer server;
    Endpoint endpoint = endpointFor(server);
    endpoint.baseUrl.replace("http://", "https://");
    const HttpResult result = exchange(endpoint, get("/"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
}

void TestHttpTrust::unreadableFiles_data()
{
    QTest::addColumn<bool>("ca");
    QTest::newRow("CA file") << true;
    QTest::newRow("client certificate") << false;
}

void TestHttpTrust::unreadableFiles()
{
    QFETCH(bool, ca);
    const QTemporaryDir folder;
    Endpoint endpoint = endpointFor(*m_tls);
    (ca ? endpoint.caFile : endpoint.clientCertificate) = folder.filePath(QStringLiteral("absent.pem"));
    const HttpResult result = exchange(endpoint, get("/"));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Tls);
    QVERIFY(result.error().text().contains(ca ? QStringLiteral("CA file")
                                              : QStringLiteral("client certificate")));
}

void TestHttpTrust::readOnlyGate_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("POST") << HttpMethod::Post << QByteArray("/x");
    QTest::newRow("PUT") << HttpMethod::Put << QByteArray("/x");
    QTest::newRow("PATCH") << HttpMethod::Patch << QByteArray("/x");
    QTest::newRow("DELETE") << HttpMethod::Delete << QByteArray("/x");
    QTest::newRow("declared for another method") << HttpMethod::Put << QByteArray("/api/sign-in");
    QTest::newRow("below a declared one") << HttpMethod::Post << QByteArray("/api/sign-in/../delete");
    QTest::newRow("encoded") << HttpMethod::Post << QByteArray("/api%2fsign-in");
}

void TestHttpTrust::readOnlyGate()
{
    QFETCH(HttpMethod, method);
    QFETCH(QByteArray, target);
    NastyServer server;
    Endpoint endpoint = withBasic(server);
    endpoint.declaredReads = {{HttpMethod::Post, "/api/sign-in"}};
    HttpRequest request = get(target);
    request.method = method;
    request.body = "x";
    const HttpResult result = exchange(endpoint, request);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ReadOnly);
    QVERIFY(result.error().where.contains(QStringLiteral("docker-eu")));
    QCOMPARE(server.connectionCount(), 0);

    endpoint.readOnly = false;
    QVERIFY(exchange(endpoint, request));
    QCOMPARE(server.requests().at(0).method, httpMethodName(method));
    QCOMPARE(server.requests().at(0).body, QByteArray("x"));
}

void TestHttpTrust::declaredReadLeaves()
{
    NastyServer server;
    server.on("POST", "/hub/api/sign-in", {ServerAnswer::json("{}")});
    Endpoint endpoint = endpointFor(server);
    endpoint.baseUrl += "/hub";
    endpoint.declaredReads = {{HttpMethod::Post, "/api/sign-in"}};
    HttpRequest request = get("/api/sign-in?x=1");
    request.method = HttpMethod::Post;
    request.body = R"({"identity":"me"})";
    request.headers.add("Content-Type", "application/json");
    const HttpResult result = exchange(endpoint, request);
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    const RecordedRequest seen = server.requests().at(0);
    QCOMPARE(seen.body, request.body);
    QCOMPARE(seen.header("Content-Type"), QByteArray("application/json"));
    QVERIFY(seen.header("Expect").isNull());
}

void TestHttpTrust::redirectIsNoWayAroundTheGate()
{
    NastyServer server;
    server.on("POST", "/api/sign-in", {ServerAnswer::redirect("/api/delete-everything", 307)});
    Endpoint endpoint = endpointFor(server);
    endpoint.declaredReads = {{HttpMethod::Post, "/api/sign-in"}};
    HttpRequest request = get("/api/sign-in");
    request.method = HttpMethod::Post;
    const HttpResult result = exchange(endpoint, request);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ReadOnly);
    QCOMPARE(server.requestCount(), 1);
}

void TestHttpTrust::basicGoesToItsOrigin()
{
    NastyServer server;
    QVERIFY(exchange(withBasic(server), get("/x")));
    QCOMPARE(server.requests().at(0).header("Authorization"), basic());
}

void TestHttpTrust::strangerGetsNoCredentials()
{
    NastyServer server;
    server.misbehave(Fault::RedirectToStranger);
    HttpRequest request = get("/x?token=" + Token);
    request.headers.add("X-Api-Key", Token);
    request.headers.add("Cookie", Token);
    request.headers.add("Accept", "a/b");
    const HttpResult result = exchange(withBasic(server), request);
    QVERIFY(result);
    QVERIFY(result->effectiveUrl.startsWith(server.stranger().url()));
    verifySecretFree(result);
    QCOMPARE(server.stranger().requestCount(), 1);
    const RecordedRequest seen = server.stranger().requests().at(0);
    QVERIFY(seen.header("Authorization").isNull());
    QVERIFY(seen.header("X-Api-Key").isNull());
    QVERIFY(seen.header("Cookie").isNull());
    QCOMPARE(seen.header("Accept"), QByteArray("a/b"));

    // The stranger cannot send us back into the origin with credentials either.
    server.misbehave(Fault::None);
    server.on("GET", "/start", {ServerAnswer::redirect(server.stranger().url() + "/bounce")});
    server.on("GET", "/secret", {ServerAnswer::json("{}")});
    server.stranger().on("GET", "/bounce", {ServerAnswer::redirect(server.url() + "/secret")});
    QVERIFY(exchange(withBasic(server), get("/start")));
    QCOMPARE(server.requests().back().path, QByteArray("/secret"));
    QVERIFY(server.requests().back().header("Authorization").isNull());
}

void TestHttpTrust::absoluteTargetElsewhereGetsNoCredentials()
{
    NastyServer server;
    QVERIFY(exchange(withBasic(server), get(server.stranger().url() + "/x")));
    QVERIFY(server.stranger().requests().at(0).header("Authorization").isNull());
    QVERIFY(exchange(withBasic(server), get(server.url() + "/x")));
    QCOMPARE(server.requests().at(0).header("Authorization"), basic());
}

void TestHttpTrust::readyToken_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("Bearer") << QByteArray("Bearer") << "Bearer " + Token;
    QTest::newRow("bare") << QByteArray() << Token;
}

void TestHttpTrust::readyToken()
{
    QFETCH(QByteArray, scheme);
    NastyServer server;
    server.handle([](const RecordedRequest&) { return challenge("http://127.0.0.1:1/token"); });
    Endpoint endpoint = endpointFor(server);
    endpoint.credentials = TokenCredentials{scheme, Secret(Token)};
    const HttpResult result = exchange(endpoint, get("/"));
    QVERIFY(result);
    QCOMPARE(result->status, 401); // a ready token is not renewed by us
    QTEST(server.requests().at(0).header("Authorization"), "sent");
    QCOMPARE(server.requestCount(), 1);
}

void TestHttpTrust::noEnvironmentProxyNoCookies()
{
    qputenv("http_proxy", "http://127.0.0.1:1");
    qputenv("all_proxy", "http://127.0.0.1:1");
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::json("{}").with("Set-Cookie", "a=b; Path=/")});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QVERIFY(exchange(engine, id, get("/x")));
    QVERIFY(exchange(engine, id, get("/x")));
    QVERIFY(server.requests().at(1).header("Cookie").isNull());

    Endpoint proxied = endpointFor(server);
    proxied.baseUrl = "http://registry.example:5000";
    proxied.proxy = server.url();
    server.handle([](const RecordedRequest&) { return ServerAnswer::json("{}"); });
    QVERIFY(exchange(proxied, get("/by-proxy")));
    QCOMPARE(server.requests().back().target, QByteArray("http://registry.example:5000/by-proxy"));
    qunsetenv("http_proxy");
    qunsetenv("all_proxy");
}

void TestHttpTrust::bearerIsFetchedOnceForMany()
{
    NastyServer server;
    serveBearer(server);
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(withBasic(server));
    QObject parent;
    std::vector<std::unique_ptr<CallWatch>> watches;
    for (int i = 0; i < 12; ++i) {
        HttpRequest request = get("/v2/" + QByteArray::number(i));
        request.scope = "repository:a:pull";
        watches.push_back(std::make_unique<CallWatch>(engine.send(id, request, &parent)));
    }
    for (const auto& watch : watches) {
        QVERIFY(watch->wait());
        QCOMPARE(watch->count(), 1);
        QVERIFY2(watch->result(), qPrintable(watch->result() ? QString() : watch->result().error().text()));
        QCOMPARE(watch->result()->status, 200);
        verifySecretFree(watch->result());
    }
    QCOMPARE(server.requestCount("/token"), 1);
    for (const RecordedRequest& seen : server.requests()) {
        if (seen.path == "/token") {
            QCOMPARE(seen.header("Authorization"), basic());
            QCOMPARE(seen.target, QByteArray("/token?service=reg&scope=repository:a:pull"));
        }
    }
    // From then on the token goes along at once.
    const int before = server.requestCount();
    HttpRequest request = get("/v2/later");
    request.scope = "repository:a:pull";
    QVERIFY(exchange(engine, id, request));
    QCOMPARE(server.requestCount(), before + 1);
}

void TestHttpTrust::bearerIsRenewedWhenRefused()
{
    NastyServer server;
    serveBearer(server);
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(withBasic(server));
    QCOMPARE(exchange(engine, id, get("/v2/"))->status, 200);
    // Somebody else's fetch makes ours worthless.
    QVERIFY(exchange(endpointFor(server), get("/token")));
    const HttpResult result = exchange(engine, id, get("/v2/"));
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(result->attempts, 1);
    QCOMPARE(server.requestCount("/token"), 3);
}

void TestHttpTrust::bearerIsRenewedOnceOnly()
{
    NastyServer server;
    server.handle([url = server.url()](const RecordedRequest& request) {
        return request.path == "/token" ? ServerAnswer::json(R"({"token":")" + Token + "\"}")
                                        : challenge(url + "/token");
    });
    const HttpResult result = exchange(withBasic(server), get("/v2/"));
    QVERIFY(result);
    QCOMPARE(result->status, 401);
    QCOMPARE(server.requestCount("/v2/"), 2);
    QCOMPARE(server.requestCount("/token"), 1);
}

void TestHttpTrust::tokensAreKeptAScope()
{
    NastyServer server;
    server.handle([url = server.url()](const RecordedRequest& request) {
        if (request.path == "/token") {
            return ServerAnswer::json("{\"access_token\":\"" + request.target.split('=').back().toHex() +
                                      "\"}");
        }
        const QByteArray scope = "repository:" + request.path.split('/').value(2) + ":pull";
        return request.header("Authorization") == "Bearer " + scope.toHex()
                   ? ServerAnswer::json("{}")
                   : challenge(url + "/token", scope);
    });
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    for (const char* path : {"/v2/a/x", "/v2/b/x", "/v2/a/x", "/v2/b/x", "/v2/a/x"}) {
        const HttpResult result = exchange(engine, id, get(path));
        QVERIFY(result);
        QCOMPARE(result->status, 200);
    }
    QCOMPARE(server.requestCount("/token"), 2);
    QCOMPARE(server.requestCount("/v2/a/x"), 4);
}

void TestHttpTrust::tokenServiceFails_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << ServerAnswer::json("{}", 401) << ErrorKind::Unauthorized;
    QTest::newRow("403") << ServerAnswer::json("{}", 403) << ErrorKind::Unauthorized;
    QTest::newRow("500") << ServerAnswer::json("{}", 500) << ErrorKind::ServerFault;
    QTest::newRow("429") << ServerAnswer::json("{}", 429) << ErrorKind::RateLimited;
    QTest::newRow("HTML") << ServerAnswer::of(Fault::HtmlWith200) << ErrorKind::Malformed;
    QTest::newRow("deep") << ServerAnswer::of(Fault::DeepJson) << ErrorKind::Malformed;
    QTest::newRow("silent") << ServerAnswer::of(Fault::NeverAnswers) << ErrorKind::Stalled;
    QTest::newRow("endless") << ServerAnswer::of(Fault::NeverEnds) << ErrorKind::TooLarge;
    QTest::newRow("bomb") << ServerAnswer::of(Fault::GzipBomb) << ErrorKind::TooLarge;
    QTest::newRow("no token") << ServerAnswer::json("{}") << ErrorKind::Malformed;
}

void TestHttpTrust::tokenServiceFails()
{
    QFETCH(ServerAnswer, answer);
    NastyServer server;
    server.on("GET", "/token", {answer});
    server.on("GET", "/v2/", {challenge(server.url() + "/token")});
    HttpRequest request = get("/v2/");
    if (answer.fault == Fault::NeverAnswers) {
        request.idleLimit = Millis{1'000}; // for the others a busy machine would look like silence
    }
    const HttpResult result = exchange(withBasic(server), request);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QVERIFY(result.error().where.contains(QStringLiteral("docker-eu")));
    QVERIFY(!result.error().todo.isEmpty());
    verifySecretFree(result);
}

void TestHttpTrust::passwordGoesToARealmOnlyWhereItIsSafe()
{
    // All servers of a test are on loopback, where everything is safe; names make it another host.
    NastyServer server;
    NastyServer service;
    service.on("GET", "/token", {ServerAnswer::json(R"({"token":"x"})")});
    const QByteArray port = QByteArray::number(service.port());
    server.on("GET", "/far", {challenge("http://auth.example:" + port + "/token")});
    server.on("GET", "/near", {challenge(service.url() + "/token")});
    Endpoint endpoint = withBasic(server);
    endpoint.resolve = {"auth.example:" + port + ":127.0.0.1"};
    QVERIFY(exchange(endpoint, get("/far")));
    QCOMPARE(service.requestCount(), 1);
    QVERIFY(service.requests().at(0).header("Authorization").isNull());
    QVERIFY(exchange(endpoint, get("/near")));
    QCOMPARE(service.requests().at(1).header("Authorization"), basic());
}

QTEST_GUILESS_MAIN(TestHttpTrust)
#include "tst_http_trust.moc"
