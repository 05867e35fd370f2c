// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoImages.h"
#include "app/demo/DemoRegistry.h"
#include "app/demo/MicroServer.h"
#include "tests/app/demo/RawHttp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

/// The small HTTP server by raw bytes, and what the recordings do not show of the registry.
class TestDemoServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsConnectionsAlive();
    void answersPipelinedRequests();
    void sendsLargeBodiesWhole();
    void discardsRequestBodies();
    void dropsHeadersThatWouldSplitTheAnswer();
    void closesOldClients();
    void survivesGarbage_data();
    void survivesGarbage();

    void hangsUntilAskedAgain();
    void forgetsHangingClientsThatLeave_data();
    void forgetsHangingClientsThatLeave();
    void stopsWhileRequestsHang();
    void refusesAndComesBackOnItsPort();
    void reservedPortRefuses();
    void takenPortIsAnError();

    void headOfAHugeLayerHasNoBody();
    void layersHaveNoBytes();
    void catalogIsWalkedPageByPage();
    void catalogNumbers_data();
    void catalogNumbers();
    void acceptRules_data();
    void acceptRules();
    void answersBesideTheApi();
    void conditionalRequests();
    void emptiedRepositoryHasNullTags();
    void deletesManifests();
    void refusesOtherMethods_data();
    void refusesOtherMethods();
};

namespace {

constexpr qint64 HugeLayer = qint64{3} << 30;

MicroResponse text(QByteArray body)
{
    return {200, {{"Content-Type", "text/plain"}}, std::move(body), -1};
}

/// Answers every request with its method and path.
MicroAnswer echo(const MicroRequest& request)
{
    return text(request.method.toByteArray() + ' ' + request.path);
}

bool isServing(const MicroServer& server)
{
    const auto answer = askOnce(server.port(), "GET", "/alive");
    return answer && answer->status == 200 && answer->body == "GET /alive";
}

/// A registry with team/api:1.0 (OCI), its index multi:1.0, and a layer of 3 GiB.
struct Registry
{
    Registry() : registry(world)
    {
        layer = addDemoLayer(world, "huge", HugeLayer);
        manifest = addDemoManifest(world, "api", "amd64", {layer});
        pushDemoImage(world, "team/api", "1.0", manifest);
        pushDemoImage(world, "multi", "1.0", addDemoIndex(world, {{"amd64", manifest}}));
        pushDemoImage(world, "old", "1.0",
                      addDemoManifest(world, "old", "amd64", {layer}, DemoDialect::Docker));
        if (!registry.server().listen()) {
            qFatal("cannot listen");
        }
    }

    quint16 port() const { return registry.server().port(); }
    QByteArray digest(size_t content) const
    {
        return world.content()[content].descriptor.digest.toByteArray();
    }
    QByteArray layerTarget() const { return "/v2/team/api/blobs/" + digest(layer); }

    DemoWorld world;
    size_t layer = 0;
    size_t manifest = 0;
    DemoRegistry registry;
};

constexpr char OciManifest[] = "application/vnd.oci.image.manifest.v1+json";

} // namespace

void TestDemoServer::keepsConnectionsAlive()
{
    Registry registry;
    RawHttp http(registry.port());
    for (int i = 0; i < 20; ++i) {
        const auto head = http.ask("HEAD", registry.layerTarget());
        QVERIFY(head);
        QCOMPARE(head->status, 200);
        const auto get = http.ask("GET", "/v2/");
        QVERIFY(get);
        QCOMPARE(get->body, "{}");
        const auto missing = http.ask("HEAD", "/v2/team/api/manifests/none");
        QVERIFY(missing);
        QCOMPARE(missing->status, 404);
    }
    QCOMPARE(http.leftOver(), QByteArray());
    QCOMPARE(registry.registry.server().connectionCount(), 1);
    QVERIFY(http.isConnected());
}

void TestDemoServer::answersPipelinedRequests()
{
    MicroServer server(&echo);
    QVERIFY(server.listen());
    RawHttp http(server.port());
    constexpr int count = 500;
    QByteArray all;
    for (int i = 0; i < count; ++i) {
        all += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }
    http.send(all);
    for (int i = 0; i < count; ++i) {
        const auto answer = http.receive(false);
        QVERIFY(answer);
        QCOMPARE(answer->body, "GET /" + QByteArray::number(i));
    }
    QCOMPARE(http.leftOver(), QByteArray());
}

void TestDemoServer::sendsLargeBodiesWhole()
{
    const QByteArray large(20 << 20, 'x');
    MicroServer server([&large](const MicroRequest&) -> MicroAnswer { return text(large); });
    QVERIFY(server.listen());
    RawHttp http(server.port());
    for (int i = 0; i < 2; ++i) {
        const auto answer = http.ask("GET", "/");
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), large.size());
    }
}

void TestDemoServer::discardsRequestBodies()
{
    int calls = 0;
    MicroServer server([&calls](const MicroRequest& request) {
        ++calls;
        return echo(request);
    });
    QVERIFY(server.listen());
    RawHttp http(server.port());
    const QByteArray body(1 << 20, 'y');
    http.send("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(body.size()) +
              "\r\n\r\n" + body);
    const auto posted = http.receive(false);
    QVERIFY(posted);
    QCOMPARE(posted->body, "POST /a");
    http.send("PUT /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    const auto put = http.receive(false);
    QVERIFY(put);
    QCOMPARE(put->body, "PUT /b");
    QCOMPARE(calls, 2);
}

void TestDemoServer::dropsHeadersThatWouldSplitTheAnswer()
{
    MicroServer server([](const MicroRequest&) -> MicroAnswer {
        return MicroResponse{200, {{"X-Bad", "a\r\nX-Injected: b"}, {"X-Good", "c"}}, "body", -1};
    });
    QVERIFY(server.listen());
    const auto answer = askOnce(server.port(), "GET", "/");
    QVERIFY(answer);
    QVERIFY(answer->header("X-Injected").isNull());
    QCOMPARE(answer->header("X-Good"), "c");
    QCOMPARE(answer->body, "body");
}

void TestDemoServer::closesOldClients()
{
    MicroServer server(&echo);
    QVERIFY(server.listen());
    RawHttp http(server.port());
    http.send("GET /old HTTP/1.0\r\n\r\n");
    const auto answer = http.receive(false);
    QVERIFY(answer);
    QCOMPARE(answer->body, "GET /old");
    QTRY_VERIFY(!http.isConnected());
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestDemoServer::survivesGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("\0", 1);
    QTest::newRow("line ends") << QByteArray("\r\n\r\n\r\n\r\n");
    QTest::newRow("a word") << QByteArray("hello\r\n\r\n");
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n");
    QTest::newRow("no target") << QByteArray("GET HTTP/1.1\r\n\r\n");
    QTest::newRow("spaces") << QByteArray("   \r\n\r\n");
    QTest::newRow("TLS hello") << QByteArray::fromHex("1603010200010001fc0303aabbccddeeff00112233");
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    QTest::newRow("HTTP/9.9") << QByteArray("GET / HTTP/9.9\r\n\r\n");
    QTest::newRow("broken escape") << QByteArray("GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("NUL in target") << QByteArray("GET /a\0b HTTP/1.1\r\nHost: h\r\n\r\n", 31);
    QTest::newRow("high bytes in target") << QByteArray("GET /\xff\xfe\x80 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("dots") << QByteArray("GET /../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("CONNECT") << QByteArray("CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("unknown method") << QByteArray("FROB / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTest::newRow("long method") << QByteArray(5000, 'M') + " / HTTP/1.1\r\nHost: h\r\n\r\n";
    QTest::newRow("long target") << "GET /" + QByteArray(200000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n";
    QTest::newRow("long header") << "GET / HTTP/1.1\r\nX: " + QByteArray(200000, 'b') + "\r\n\r\n";
    QTest::newRow("many headers") << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(20000) + "\r\n";
    QTest::newRow("no colon") << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n");
    QTest::newRow("no name") << QByteArray("GET / HTTP/1.1\r\n: value\r\n\r\n");
    QTest::newRow("folded") << QByteArray("GET / HTTP/1.1\r\nA: b\r\n  c\r\n\r\n");
    QTest::newRow("folded first") << QByteArray("GET / HTTP/1.1\r\n  c\r\n\r\n");
    QTest::newRow("bare line feeds") << QByteArray("GET / HTTP/1.1\nHost: h\n\n");
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("huge length") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\nx");
    QTest::newRow("length of words") << QByteArray("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\nx");
    QTest::newRow("two lengths") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx");
    QTest::newRow("short body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nx");
    QTest::newRow("bad chunk") << QByteArray(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
    QTest::newRow("huge chunk") << QByteArray(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc");
    QTest::newRow("unknown encoding") << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\nabc");
    QTest::newRow("half a request") << QByteArray("GET /half HTTP/1.1\r\nHos");
    QTest::newRow("noise") << QByteArray::fromHex("deadbeef00ff").repeated(5000);
    QTest::newRow("long query") << "GET /?" + QByteArray("a=%41&").repeated(2000) +
                                       " HTTP/1.1\r\nHost: h\r\n\r\n";
}

void TestDemoServer::survivesGarbage()
{
    QFETCH(const QByteArray, bytes);
    MicroServer server([](const MicroRequest& request) -> MicroAnswer {
        (void)request.queryValue("none");
        (void)request.listHeader("Accept");
        return echo(request);
    });
    QVERIFY(server.listen());
    {
        RawHttp http(server.port());
        http.send(bytes);
        QVERIFY(isServing(server)); // by then it was read, for one loop serves both
        http.socket().abort();
    }
    QVERIFY(isServing(server));
}

void TestDemoServer::hangsUntilAskedAgain()
{
    bool hangs = true;
    MicroServer server([&hangs](const MicroRequest& request) -> MicroAnswer {
        return hangs && request.path == "/slow" ? MicroAnswer(MicroSuspend{}) : echo(request);
    });
    QVERIFY(server.listen());
    RawHttp http(server.port());
    http.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(server.suspendedCount(), 1);
    QVERIFY(askOnce(server.port(), "GET", "/quick"));

    server.resume(); // still hangs
    QTRY_COMPARE(server.suspendedCount(), 1);

    hangs = false;
    server.resume();
    const auto answer = http.receive(false);
    QVERIFY(answer);
    QCOMPARE(answer->body, "GET /slow");
    QCOMPARE(server.suspendedCount(), 0);
    const auto next = http.ask("GET", "/next");
    QVERIFY(next);
    QCOMPARE(next->body, "GET /next");
}

void TestDemoServer::forgetsHangingClientsThatLeave_data()
{
    QTest::addColumn<bool>("resets");
    QTest::addColumn<bool>("sendsMore");
    QTest::newRow("closes") << false << false;
    QTest::newRow("closes with bytes unread") << false << true;
    QTest::newRow("resets") << true << false;
}

void TestDemoServer::forgetsHangingClientsThatLeave()
{
    QFETCH(const bool, resets);
    QFETCH(const bool, sendsMore);
    MicroServer server([](const MicroRequest&) -> MicroAnswer { return MicroSuspend{}; });
    QVERIFY(server.listen());
    for (int i = 0; i < 30; ++i) {
        RawHttp http(server.port());
        http.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(server.suspendedCount(), 1);
        if (sendsMore) {
            http.send("GET /more HTTP/1.1\r\nHost: h\r\n\r\n");
            http.socket().flush();
        }
        if (resets) {
            http.socket().abort();
        } else {
            http.socket().disconnectFromHost();
        }
        QTRY_COMPARE(server.suspendedCount(), 0);
        QTRY_COMPARE(server.connectionCount(), 0);
    }
}

void TestDemoServer::stopsWhileRequestsHang()
{
    MicroServer server([](const MicroRequest&) -> MicroAnswer { return MicroSuspend{}; });
    for (int round = 0; round < 3; ++round) {
        QVERIFY(server.listen());
        std::vector<std::unique_ptr<RawHttp>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawHttp>(server.port()));
            clients.back()->send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        QTRY_COMPARE(server.suspendedCount(), 20);
        if (round == 0) {
            server.refuse();
        } else {
            server.close();
        }
        QCOMPARE(server.suspendedCount(), 0);
        QVERIFY(!clients.front()->receive(true));
    }
}

void TestDemoServer::refusesAndComesBackOnItsPort()
{
    MicroServer server(&echo);
    QVERIFY(server.listen());
    const quint16 port = server.port();
    RawHttp kept(port);
    QVERIFY(kept.ask("GET", "/"));
    for (int i = 0; i < 5; ++i) {
        server.refuse();
        QCOMPARE(server.port(), port);
        QVERIFY(!server.isListening());
        QTRY_VERIFY(!kept.isConnected());
        QCOMPARE(RawHttp(port).socket().error(), QAbstractSocket::ConnectionRefusedError);
        QVERIFY(server.listen());
        QCOMPARE(server.port(), port);
        QVERIFY(isServing(server));
    }
    server.close();
    QCOMPARE(server.port(), quint16{0});
}

void TestDemoServer::reservedPortRefuses()
{
    MicroServer server(&echo);
    QVERIFY(server.reserve());
    QVERIFY(server.port() != 0);
    QVERIFY(!RawHttp(server.port()).isConnected());
    server.refuse(); // nothing to do
    QVERIFY(server.listen());
    QVERIFY(server.listen());
    QVERIFY(isServing(server));
    QCOMPARE(server.url(), "http://127.0.0.1:" + QByteArray::number(server.port()));
}

void TestDemoServer::takenPortIsAnError()
{
    MicroServer first(&echo);
    QVERIFY(first.listen());
    MicroServer second(&echo);
    const auto taken = second.reserve(first.port());
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::Connect);
    QVERIFY(taken.error().message.contains(QString::number(first.port())));
    QCOMPARE(second.port(), quint16{0});
    QVERIFY(second.listen());
}

void TestDemoServer::headOfAHugeLayerHasNoBody()
{
    Registry registry;
    RawHttp http(registry.port());
    const auto head = http.ask("HEAD", registry.layerTarget());
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QCOMPARE(head->header("Content-Length"), "3221225472");
    const auto next = http.ask("GET", "/v2/");
    QVERIFY(next);
    QCOMPARE(next->body, "{}");
    QCOMPARE(http.leftOver(), QByteArray());
}

void TestDemoServer::layersHaveNoBytes()
{
    Registry registry;
    const auto answer = askOnce(registry.port(), "GET", registry.layerTarget());
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QVERIFY(answer->body.contains("BLOB_UNKNOWN"));
    // Content of another repository is not this one's.
    const auto other = askOnce(registry.port(), "HEAD", "/v2/none/blobs/" + registry.digest(registry.layer));
    QVERIFY(other);
    QCOMPARE(other->status, 404);
}

void TestDemoServer::catalogIsWalkedPageByPage()
{
    Registry registry;
    for (int i = 0; i < 197; ++i) {
        registry.world.setTag("more/r" + QByteArray::number(i), "1", registry.manifest);
    }
    RawHttp http(registry.port());
    QStringList names;
    QByteArray target = "/v2/_catalog"; // of 100 by default
    int pages = 0;
    for (; !target.isEmpty() && pages < 10; ++pages) {
        const auto answer = http.ask("GET", target);
        QVERIFY(answer);
        const QJsonObject json = QJsonDocument::fromJson(answer->body).object();
        const QJsonArray page = json[QLatin1String("repositories")].toArray();
        for (const auto& name : page) {
            names += name.toString();
        }
        const QByteArray link = answer->header("Link");
        target = link.isEmpty() ? QByteArray() : link.sliced(1, link.indexOf('>') - 1);
    }
    QCOMPARE(pages, 2);
    QCOMPARE(names.size(), 200); // the last page is full and has no Link
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 200);
}

void TestDemoServer::catalogNumbers_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<qsizetype>("names");
    QTest::newRow("none") << QByteArray("") << 200 << qsizetype{3};
    QTest::newRow("zero") << QByteArray("?n=0") << 200 << qsizetype{0};
    QTest::newRow("one") << QByteArray("?n=1") << 200 << qsizetype{1};
    QTest::newRow("most") << QByteArray("?n=1000") << 200 << qsizetype{3};
    QTest::newRow("too many") << QByteArray("?n=1001") << 400 << qsizetype{0};
    QTest::newRow("negative") << QByteArray("?n=-5") << 200 << qsizetype{3};
    QTest::newRow("word") << QByteArray("?n=all") << 200 << qsizetype{3};
    QTest::newRow("beyond int") << QByteArray("?n=99999999999999999999") << 200 << qsizetype{3};
    QTest::newRow("encoded last") << QByteArray("?last=%6fld") << 200 << qsizetype{1};
    QTest::newRow("past the end") << QByteArray("?last=zzz") << 200 << qsizetype{0};
    QTest::newRow("bad bytes in last") << QByteArray("?last=%ff%00") << 200 << qsizetype{0};
}

void TestDemoServer::catalogNumbers()
{
    QFETCH(const QByteArray, query);
    QFETCH(const int, status);
    QFETCH(const qsizetype, names);
    Registry registry;
    const auto answer = askOnce(registry.port(), "GET", "/v2/_catalog" + query);
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    const QJsonObject json = QJsonDocument::fromJson(answer->body).object();
    QCOMPARE(json[QLatin1String("repositories")].toArray().size(), names);
}

void TestDemoServer::acceptRules_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<int>("status");
    const QByteArray oci = OciManifest;
    QTest::newRow("manifest, accepted") << QByteArray("/v2/team/api/manifests/1.0") << oci << 200;
    QTest::newRow("with quality") << QByteArray("/v2/team/api/manifests/1.0") << "a/b, " + oci + ";q=0.1"
                                  << 200;
    QTest::newRow("manifest, anything")
        << QByteArray("/v2/team/api/manifests/1.0") << QByteArray("*/*") << 404;
    QTest::newRow("index as manifest") << QByteArray("/v2/multi/manifests/1.0") << oci << 404;
    QTest::newRow("docker, anything") << QByteArray("/v2/old/manifests/1.0") << QByteArray("*/*") << 200;
}

void TestDemoServer::acceptRules()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, accept);
    QFETCH(const int, status);
    Registry registry;
    const auto answer = askOnce(registry.port(), "GET", target, {{"Accept", accept}});
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body.contains("accept header does not support OCI"), status == 404);
}

void TestDemoServer::answersBesideTheApi()
{
    Registry registry;
    RawHttp http(registry.port());
    const auto moved = http.ask("GET", "/v2");
    QVERIFY(moved);
    QCOMPARE(moved->status, 301);
    QCOMPARE(moved->header("Location"), "/v2/");
    QCOMPARE(moved->header("Content-Length"), "39");
    const auto root = http.ask("GET", "/");
    QVERIFY(root);
    QCOMPARE(root->status, 200);
    QCOMPARE(root->body, QByteArray());
    const auto broken = http.ask("GET", "/v2/%zz");
    QVERIFY(broken);
    QCOMPARE(broken->status, 400);
    QTRY_VERIFY(!http.isConnected());
}

void TestDemoServer::conditionalRequests()
{
    Registry registry;
    const QByteArray digest = registry.digest(registry.manifest);
    const QByteArray target = "/v2/team/api/manifests/1.0";
    RawHttp http(registry.port());
    for (const QByteArray& tag : {digest, '"' + digest + '"'}) {
        const auto same = http.ask("GET", target, {{"Accept", OciManifest}, {"If-None-Match", tag}});
        QVERIFY(same);
        QCOMPARE(same->status, 304);
    }
    // A list is no match for a manifest, but for a blob.
    for (const QByteArray& tag : {QByteArray("\"sha256:0\""), "\"x\", \"" + digest + '"'}) {
        const auto other = http.ask("GET", target, {{"Accept", OciManifest}, {"If-None-Match", tag}});
        QVERIFY(other);
        QCOMPARE(other->status, 200);
        QCOMPARE(Digest::of(other->body).toByteArray(), digest);
    }
    const QByteArray layer = "\"x\", \"" + registry.digest(registry.layer) + '"';
    const auto blob = http.ask("HEAD", registry.layerTarget(), {{"If-None-Match", layer}});
    QVERIFY(blob);
    QCOMPARE(blob->status, 304);
    QCOMPARE(http.leftOver(), QByteArray());
}

void TestDemoServer::emptiedRepositoryHasNullTags()
{
    Registry registry;
    registry.world.removeTag("team/api", "1.0");
    const auto answer = askOnce(registry.port(), "GET", "/v2/team/api/tags/list");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, "{\"name\":\"team/api\",\"tags\":null}\n");
}

void TestDemoServer::deletesManifests()
{
    Registry registry;
    RawHttp http(registry.port());
    const auto byTag = http.ask("DELETE", "/v2/team/api/manifests/1.0");
    QVERIFY(byTag);
    QCOMPARE(byTag->status, 400);
    QCOMPARE(byTag->body,
             "{\"errors\":[{\"code\":\"DIGEST_INVALID\",\"message\":\"provided digest did not match "
             "uploaded content\"}]}\n");
    const QByteArray target = "/v2/team/api/manifests/" + registry.digest(registry.manifest);
    const auto deleted = http.ask("DELETE", target);
    QVERIFY(deleted);
    QCOMPARE(deleted->status, 202);
    const auto again = http.ask("DELETE", target);
    QVERIFY(again);
    QCOMPARE(again->status, 404);
    QVERIFY(registry.world.findRepository("team/api")->tags.empty());
    QVERIFY(registry.world.findRepository("multi")->tag("1.0"));
    for (const int status : {202, 404}) {
        const auto blob = http.ask("DELETE", registry.layerTarget());
        QVERIFY(blob);
        QCOMPARE(blob->status, status);
    }
}

void TestDemoServer::refusesOtherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("allowed");
    QTest::newRow("catalog") << QByteArray("POST") << QByteArray("/v2/_catalog") << QByteArray("GET");
    QTest::newRow("tags") << QByteArray("HEAD") << QByteArray("/v2/team/api/tags/list") << QByteArray("GET");
    QTest::newRow("manifest") << QByteArray("PUT") << QByteArray("/v2/team/api/manifests/1.0")
                              << QByteArray("DELETE, GET, HEAD");
    QTest::newRow("blob") << QByteArray("PATCH") << "/v2/team/api/blobs/sha256:" + QByteArray(64, 'a')
                          << QByteArray("DELETE, GET, HEAD");
}

void TestDemoServer::refusesOtherMethods()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, allowed);
    Registry registry;
    const auto answer = askOnce(registry.port(), method, target);
    QVERIFY(answer);
    QCOMPARE(answer->status, 405);
    QCOMPARE(answer->header("Allow"), allowed);
    const auto options = askOnce(registry.port(), "OPTIONS", target);
    QVERIFY(options);
    QCOMPARE(options->status, 200);
    QCOMPARE(options->header("Allow"), allowed);
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demo_server.moc"
