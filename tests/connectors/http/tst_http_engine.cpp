// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/http/EngineFixture.h"
#include "tests/support/BlackHole.h"
#include "tests/support/StallMeter.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <set>

using namespace stowage;
using namespace stowage::test;

/// Calls, batches and streams; the queue; retries; redirects; connections.
class TestHttpEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerIsWhole();
    void methodsAndBodies_data();
    void methodsAndBodies();
    void headHasNoBodyAndKeepsItsLength();
    void gzipIsAskedForAndUndone();

    void neverFinishesWithinSend();
    void finishedOnceThenDeleted();
    void cancelled();
    void cancelledWhileQueued();
    void destroyedCallSaysNothing();
    void destroyedInItsOwnSlot();
    void engineDestroyed();
    void engineDestroyedInASlot();
    void endpointRemoved();
    void unknownEndpoint();

    void keptConnections();
    void deadKeptConnectionIsReplaced();
    void writeIsNotSentTwice();
    void queueingDoesNotEatTheDeadline();
    void connectionsStayWithinTheBudget();
    void rateStaysWithinTheBudget();
    void hostsDoNotWaitForEachOther();

    void retries_data();
    void retries();
    void retryAfterIsObeyed();
    void longRetryAfterGoesBack();
    void widthHalvesAndGrowsBack();

    void redirects_data();
    void redirects();
    void redirectsOffered();

    void batchOfTenThousand();
    void batchMixesResults();
    void batchCancelled();
    void batchDestroyed();
    void emptyBatch();
    void callIsNotKeptWaitingByABatch();

    void streamArrivesInPieces();
    void streamHasNoDeadlineButAnIdleLimit();
    void streamOfAnErrorStatus();
    void streamIsHeldBackBySlowTaker();
    void streamCancelledInAChunk();
    void streamBroken();

    void deadIpv6IsTold();
    void bothFamiliesAlive();
};

namespace {

ServerAnswer good()
{
    return ServerAnswer::json("{}");
}

HttpRequest probe(const QByteArray& target)
{
    HttpRequest request = get(target);
    request.retry = RetryClass::Probe;
    return request;
}

HttpRequest streamOf(const QByteArray& target)
{
    HttpRequest request = get(target);
    request.stream = true;
    return request;
}

/// Collects a batch.
class BatchWatch
{
public:
    explicit BatchWatch(HttpBatch* batch)
    {
        QObject::connect(batch, &HttpBatch::results, &m_context, [this](const std::vector<BatchItem>& items) {
            ++events;
            for (const BatchItem& item : items) {
                ++times[item.index];
                results[item.index] = item.result;
            }
        });
        QObject::connect(batch, &HttpBatch::finished, &m_context, [this] { ++finished; });
    }

    bool wait(int milliseconds = 30'000)
    {
        return QTest::qWaitFor([this] { return finished > 0; }, milliseconds);
    }

    bool eachOnce(size_t count) const
    {
        return times.size() == count &&
               std::ranges::all_of(times, [](const auto& entry) { return entry.second == 1; });
    }

    std::map<size_t, int> times;
    std::map<size_t, HttpResult> results;
    int events = 0;
    int finished = 0;

private:
    QObject m_context;
};

/// Collects a stream.
struct StreamWatch
{
    explicit StreamWatch(HttpCall* call) : end(call)
    {
        QObject::connect(call, &HttpCall::headersReceived, &context,
                         [this](const HttpAnswer& answer) { heads.push_back(answer); });
        QObject::connect(call, &HttpCall::chunk, &context, [this](const QByteArray& bytes) {
            ++chunks;
            body += bytes;
        });
    }

    QObject context;
    std::vector<HttpAnswer> heads;
    QByteArray body;
    int chunks = 0;
    CallWatch end;
};

/// Lets everything that is under way arrive.
void settle(int milliseconds = 150)
{
    QTest::qWait(milliseconds);
}

} // namespace

void TestHttpEngine::answerIsWhole()
{
    NastyServer server;
    server.on("GET", "/v2/x", {good().with("X-A", "1").with("x-a", " 2 ").with("X-Empty", "")});
    Endpoint endpoint = endpointFor(server);
    endpoint.baseUrl += "/v2/";
    const HttpResult result = exchange(endpoint, get("/x?n=5"));
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(result->body, QByteArray("{}"));
    QCOMPARE(result->headers.values("X-A"), (std::vector<QByteArray>{"1", "2"}));
    QVERIFY(result->headers.contains("X-Empty"));
    QCOMPARE(result->attempts, 1);
    QCOMPARE(result->effectiveUrl, server.url() + "/v2/x?n=5");
    QCOMPARE(result->family, IpFamily::V4);
    QVERIFY(result->phases.tcp4 && result->phases.firstByte && result->phases.body);
    QVERIFY(!result->phases.tls && !result->phases.tcp6);
    QVERIFY(result->note.isEmpty());
    const RecordedRequest seen = server.requests().at(0);
    QCOMPARE(seen.target, QByteArray("/v2/x?n=5"));
    QCOMPARE(seen.header("User-Agent"), QByteArray("stowage"));
}

void TestHttpEngine::methodsAndBodies_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << HttpMethod::Get << QByteArray();
    QTest::newRow("POST") << HttpMethod::Post << QByteArray("a=b");
    QTest::newRow("POST nothing") << HttpMethod::Post << QByteArray();
    QTest::newRow("PUT large") << HttpMethod::Put << QByteArray(3'000'000, 'x');
    QTest::newRow("PATCH") << HttpMethod::Patch << QByteArray("{}");
    QTest::newRow("DELETE") << HttpMethod::Delete << QByteArray();
}

void TestHttpEngine::methodsAndBodies()
{
    QFETCH(HttpMethod, method);
    QFETCH(QByteArray, body);
    NastyServer server;
    server.on("*", "/x", {good()});
    Endpoint endpoint = endpointFor(server);
    endpoint.readOnly = false;
    endpoint.budget.connections = 1;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    // Twice, with a GET between: nothing of one request may show in the next on the same handle.
    for (int round = 0; round < 2; ++round) {
        HttpRequest request = get("/x");
        request.method = method;
        request.body = body;
        QVERIFY(exchange(engine, id, request));
        QVERIFY(exchange(engine, id, get("/x")));
    }
    const auto seen = server.requests();
    QCOMPARE(seen.size(), size_t{4});
    QCOMPARE(seen[2].method, httpMethodName(method));
    QCOMPARE(seen[2].body, body);
    QVERIFY(seen[2].header("Content-Type").isNull());
    QCOMPARE(seen[3].method, QByteArray("GET"));
    QVERIFY(seen[3].body.isEmpty());
}

void TestHttpEngine::headHasNoBodyAndKeepsItsLength()
{
    NastyServer server;
    server.on("HEAD", "/x", {good().with("Content-Length", "123456789012")});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    for (int i = 0; i < 3; ++i) {
        HttpRequest request = get("/x");
        request.method = HttpMethod::Head;
        request.bodyLimit = 10; // bounds what comes, not what a HEAD tells of
        const HttpResult result = exchange(engine, id, request);
        QVERIFY(result);
        QVERIFY(result->body.isEmpty());
        QCOMPARE(result->headers.value("Content-Length"), QByteArray("123456789012"));
    }
    QCOMPARE(server.connectionCount(), 1);
    // A length of the compressed form would be worthless.
    QVERIFY(server.requests().at(0).header("Accept-Encoding").isNull());
}

void TestHttpEngine::gzipIsAskedForAndUndone()
{
    // printf 'hello hello hello' | gzip -n
    const QByteArray packed = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c957c84090008088f9e511000000");
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::text(packed).with("Content-Encoding", "gzip")});
    const HttpResult result = exchange(endpointFor(server), get("/x"));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QCOMPARE(result->body, QByteArray("hello hello hello"));
    QCOMPARE(server.requests().at(0).header("Accept-Encoding"), QByteArray("gzip"));

    HttpRequest ranged = get("/x");
    ranged.headers.add("Range", "bytes=0-3");
    QVERIFY(exchange(endpointFor(server), ranged));
    QVERIFY(server.requests().at(1).header("Accept-Encoding").isNull());
}

void TestHttpEngine::neverFinishesWithinSend()
{
    HttpEngine engine(quickOptions());
    Endpoint broken;
    broken.baseUrl = "nonsense";
    QObject parent;
    CallWatch watch(engine.send(engine.addEndpoint(broken), get("/"), &parent));
    QCOMPARE(watch.count(), 0);
    QVERIFY(watch.wait());
    QCOMPARE(watch.result().error().kind, ErrorKind::Profile);
}

void TestHttpEngine::finishedOnceThenDeleted()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    HttpEngine engine(quickOptions());
    QObject parent;
    CallWatch watch(engine.send(engine.addEndpoint(endpointFor(server)), get("/x"), &parent));
    QCOMPARE(watch.call()->parent(), &parent);
    HttpCall* call = watch.call();
    connect(call, &HttpCall::finished, this, [call] { call->cancel(); }); // too late, and harmless
    QVERIFY(watch.wait());
    settle();
    QCOMPARE(watch.count(), 1);
    QVERIFY(watch.call() == nullptr);
}

void TestHttpEngine::cancelled()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::NeverAnswers)});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QObject parent;
    CallWatch watch(engine.send(id, get("/x"), &parent));
    QTRY_COMPARE(server.requestCount(), 1);
    watch.call()->cancel();
    watch.call()->cancel();
    QCOMPARE(watch.count(), 0); // as the next event, not at once
    QCoreApplication::processEvents();
    QCOMPARE(watch.count(), 1);
    QCOMPARE(watch.result().error().kind, ErrorKind::Cancelled);
    settle();
    QCOMPARE(watch.count(), 1);
    QTRY_COMPARE(engine.stats(id).inFlight, 0);
}

void TestHttpEngine::cancelledWhileQueued()
{
    NastyServer server;
    server.on("GET", "/slow", {ServerAnswer::of(Fault::NeverAnswers)});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 1;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QObject parent;
    CallWatch first(engine.send(id, get("/slow"), &parent));
    CallWatch second(engine.send(id, get("/queued"), &parent));
    QTRY_COMPARE(server.requestCount(), 1);
    second.call()->cancel();
    QVERIFY(second.wait());
    first.call()->cancel();
    QVERIFY(first.wait());
    settle();
    QCOMPARE(server.requestCount("/queued"), 0);
    QTRY_COMPARE(engine.stats(id).queued, 0);
}

void TestHttpEngine::destroyedCallSaysNothing()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    auto parent = std::make_unique<QObject>();
    int told = 0;
    for (int i = 0; i < 20; ++i) {
        connect(engine.send(id, get("/x"), parent.get()), &HttpCall::finished, this, [&told] { ++told; });
    }
    parent.reset();
    settle();
    QCOMPARE(told, 0);
    QVERIFY(exchange(engine, id, get("/x"))); // and the engine goes on
}

void TestHttpEngine::destroyedInItsOwnSlot()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    auto* parent = new QObject;
    int told = 0;
    for (int i = 0; i < 5; ++i) {
        connect(engine.send(id, get("/x"), parent), &HttpCall::finished, this, [&told, parent] {
            ++told;
            delete parent;
        });
    }
    QTRY_COMPARE(told, 1);
    settle();
    QCOMPARE(told, 1);
}

void TestHttpEngine::engineDestroyed()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::NeverAnswers)});
    auto engine = std::make_unique<HttpEngine>(quickOptions());
    const EndpointId id = engine->addEndpoint(endpointFor(server));
    QObject parent;
    CallWatch watch(engine->send(id, get("/x"), &parent));
    BatchWatch batch(engine->sendBatch(id, {get("/x"), get("/x")}, &parent));
    StreamWatch stream(engine->send(id, streamOf("/x"), &parent));
    QTRY_VERIFY(server.requestCount() >= 1);
    QElapsedTimer timer;
    timer.start();
    engine.reset();
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    settle();
    QCOMPARE(watch.count() + batch.finished + stream.end.count(), 0);
    QVERIFY(parent.children().isEmpty()); // nobody would ever delete them
}

void TestHttpEngine::engineDestroyedInASlot()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    auto* engine = new HttpEngine(quickOptions());
    const EndpointId id = engine->addEndpoint(endpointFor(server));
    QObject parent;
    int told = 0;
    for (int i = 0; i < 5; ++i) {
        connect(engine->send(id, get("/x"), &parent), &HttpCall::finished, this, [&] {
            ++told;
            delete engine;
        });
    }
    QTRY_COMPARE(told, 1);
    settle();
    QCOMPARE(told, 1);
}

void TestHttpEngine::endpointRemoved()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::NeverAnswers)});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 2;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QObject parent;
    CallWatch call(engine.send(id, get("/x"), &parent));
    BatchWatch batch(engine.sendBatch(id, std::vector(50, get("/x")), &parent));
    QTRY_COMPARE(server.requestCount(), 2);
    engine.removeEndpoint(id);
    engine.removeEndpoint(id);
    QVERIFY(call.wait());
    QCOMPARE(call.result().error().kind, ErrorKind::Cancelled);
    QVERIFY(batch.wait());
    QVERIFY(batch.eachOnce(50));
    settle();
    QCOMPARE(server.requestCount(), 2);
}

void TestHttpEngine::unknownEndpoint()
{
    HttpEngine engine;
    QCOMPARE(exchange(engine, EndpointId{77}, get("/")).error().kind, ErrorKind::Defect);
    QObject parent;
    BatchWatch batch(engine.sendBatch(EndpointId{}, {get("/")}, &parent));
    QVERIFY(batch.wait());
    QCOMPARE(batch.results.at(0).error().kind, ErrorKind::Defect);
    QCOMPARE(engine.stats(EndpointId{77}).sent, quint64{0});
}

void TestHttpEngine::keptConnections()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    for (int i = 0; i < 10; ++i) {
        const HttpResult result = exchange(engine, id, get("/x"));
        QVERIFY(result);
        QCOMPARE(result->phases.tcp4.has_value(), i == 0);
        QCOMPARE(result->phases.dns.has_value(), i == 0);
    }
    QCOMPARE(server.connectionCount(), 1);
    const EndpointStats stats = engine.stats(id);
    QCOMPARE(stats.sent, quint64{10});
    QCOMPARE(stats.failed, quint64{0});
    QCOMPARE(stats.connectionsOpened, quint64{1});
    QVERIFY(stats.lastConnect.tcp4.has_value());
    QCOMPARE(stats.family, IpFamily::V4);
    QCOMPARE(stats.width, 4);
}

void TestHttpEngine::deadKeptConnectionIsReplaced()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QVERIFY(exchange(engine, id, probe("/x")));
    server.closeConnections();
    const HttpResult result = exchange(engine, id, probe("/x"));
    QVERIFY(result);
    QCOMPARE(server.connectionCount(), 2);
}

void TestHttpEngine::writeIsNotSentTwice()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    server.on("POST", "/x", {ServerAnswer::of(Fault::ResetsInHeaders)});
    Endpoint endpoint = endpointFor(server);
    endpoint.readOnly = false;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QVERIFY(exchange(engine, id, get("/x")));
    HttpRequest write = get("/x");
    write.method = HttpMethod::Post;
    write.retry = RetryClass::Write;
    const HttpResult result = exchange(engine, id, write);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Interrupted);
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(server.connectionCount(), 2); // one of its own
}

void TestHttpEngine::queueingDoesNotEatTheDeadline()
{
    NastyServer server;
    ServerAnswer slow = good();
    slow.delay = Millis{150};
    server.on("GET", "/x", {slow});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 1;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QObject parent;
    HttpRequest request = probe("/x");
    request.deadline = Millis{1'000};
    request.idleLimit = Millis{1'000};
    std::vector<std::unique_ptr<CallWatch>> watches;
    for (int i = 0; i < 8; ++i) { // 1.2 s in all
        watches.push_back(std::make_unique<CallWatch>(engine.send(id, request, &parent)));
    }
    for (const auto& watch : watches) {
        QVERIFY(watch->wait());
        QVERIFY2(watch->result(), qPrintable(watch->result() ? QString() : watch->result().error().text()));
    }
}

void TestHttpEngine::connectionsStayWithinTheBudget()
{
    NastyServer server;
    ServerAnswer slow = good();
    slow.delay = Millis{5};
    server.on("GET", "/x", {slow});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 3;
    HttpEngine engine(quickOptions());
    QObject parent;
    BatchWatch batch(engine.sendBatch(engine.addEndpoint(endpoint), std::vector(60, get("/x")), &parent));
    QVERIFY(batch.wait());
    QCOMPARE(server.mostAtOnce(), 3);
    QCOMPARE(server.connectionCount(), 3);
}

void TestHttpEngine::rateStaysWithinTheBudget()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.requestsPerSecond = 50;
    HttpEngine engine(quickOptions());
    QObject parent;
    QElapsedTimer timer;
    timer.start();
    BatchWatch batch(engine.sendBatch(engine.addEndpoint(endpoint), std::vector(30, get("/x")), &parent));
    QVERIFY(batch.wait());
    // A burst of 5, then one every 20 ms.
    QVERIFY2(timer.elapsed() >= 480, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpEngine::hostsDoNotWaitForEachOther()
{
    NastyServer stuck;
    stuck.on("GET", "/x", {ServerAnswer::of(Fault::NeverAnswers)});
    NastyServer server;
    server.on("GET", "/x", {good()});
    EngineOptions options = quickOptions();
    options.connections = 8;
    HttpEngine engine(options);
    const EndpointId stuckId = engine.addEndpoint(endpointFor(stuck));
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QObject parent;
    BatchWatch hanging(engine.sendBatch(stuckId, std::vector(100, get("/x")), &parent));
    BatchWatch batch(engine.sendBatch(id, std::vector(100, get("/x")), &parent));
    QVERIFY(batch.wait());
    QCOMPARE(hanging.finished, 0);
}

void TestHttpEngine::retries_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<RetryClass>("retryClass");
    QTest::addColumn<int>("attempts");
    QTest::newRow("200") << 200 << RetryClass::Read << 1;
    QTest::newRow("404") << 404 << RetryClass::Read << 1;
    QTest::newRow("500") << 500 << RetryClass::Read << 1;
    QTest::newRow("429") << 429 << RetryClass::Read << 4;
    QTest::newRow("502") << 502 << RetryClass::Read << 3;
    QTest::newRow("503") << 503 << RetryClass::Read << 4;
    QTest::newRow("504") << 504 << RetryClass::Read << 3;
    QTest::newRow("503, probe") << 503 << RetryClass::Probe << 1;
    QTest::newRow("503, write") << 503 << RetryClass::Write << 1;
}

void TestHttpEngine::retries()
{
    QFETCH(int, status);
    QFETCH(RetryClass, retryClass);
    QFETCH(int, attempts);
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::json("{}", status)});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    HttpRequest request = get("/x");
    request.retry = retryClass;
    const HttpResult result = exchange(engine, id, request);
    QVERIFY(result);
    QCOMPARE(result->status, status); // the last answer as it is
    QCOMPARE(result->attempts, attempts);
    QCOMPARE(server.requestCount(), attempts);
    QTRY_COMPARE(engine.stats(id).retried, static_cast<quint64>(attempts - 1));
}

void TestHttpEngine::retryAfterIsObeyed()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::json("{}", 429).with("Retry-After", "1"), good()});
    server.on("GET", "/y", {good()});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QObject parent;
    QElapsedTimer timer;
    timer.start();
    CallWatch first(engine.send(id, get("/x"), &parent));
    QTRY_VERIFY(engine.stats(id).retried == 1);
    CallWatch second(engine.send(id, get("/y"), &parent)); // the plea holds for all of the host
    QVERIFY(second.wait());
    QVERIFY2(timer.elapsed() >= 950, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(first.wait());
    QCOMPARE(first.result()->attempts, 2);
}

void TestHttpEngine::longRetryAfterGoesBack()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::json("{}", 429).with("Retry-After", "3600")});
    const HttpResult result = exchange(endpointFor(server), get("/x"));
    QVERIFY(result);
    QCOMPARE(result->status, 429);
    QCOMPARE(result->headers.value("Retry-After"), QByteArray("3600"));
    QCOMPARE(server.requestCount(), 1);
}

void TestHttpEngine::widthHalvesAndGrowsBack()
{
    NastyServer server;
    server.on("GET", "/bad", {ServerAnswer::json("{}", 500)});
    server.on("GET", "/good", {good()});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 8;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QCOMPARE(engine.stats(id).width, 8);
    QVERIFY(exchange(engine, id, get("/bad")));
    QTRY_COMPARE(engine.stats(id).width, 4);
    QVERIFY(exchange(engine, id, get("/bad")));
    QVERIFY(exchange(engine, id, get("/bad")));
    QVERIFY(exchange(engine, id, get("/bad")));
    QTRY_COMPARE(engine.stats(id).width, 1);
    QObject parent;
    BatchWatch batch(engine.sendBatch(id, std::vector(100, get("/good")), &parent));
    QVERIFY(batch.wait());
    QTRY_COMPARE(engine.stats(id).width, 8);
}

void TestHttpEngine::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("arrives");
    QTest::newRow("301 GET") << 301 << HttpMethod::Get << QByteArray("GET");
    QTest::newRow("302 POST") << 302 << HttpMethod::Post << QByteArray("GET");
    QTest::newRow("303 POST") << 303 << HttpMethod::Post << QByteArray("GET");
    QTest::newRow("307 POST") << 307 << HttpMethod::Post << QByteArray("POST");
    QTest::newRow("308 PUT") << 308 << HttpMethod::Put << QByteArray("PUT");
    QTest::newRow("307 HEAD") << 307 << HttpMethod::Head << QByteArray("HEAD");
    QTest::newRow("303 HEAD") << 303 << HttpMethod::Head << QByteArray("HEAD");
}

void TestHttpEngine::redirects()
{
    QFETCH(int, status);
    QFETCH(HttpMethod, method);
    NastyServer server;
    server.on("*", "/x", {ServerAnswer::redirect("y/../z?q=1", status)});
    server.on("*", "/z", {good()});
    Endpoint endpoint = endpointFor(server);
    endpoint.readOnly = false;
    HttpRequest request = get("/x");
    request.method = method;
    request.body = "body";
    const HttpResult result = exchange(endpoint, request);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QCOMPARE(result->status, 200);
    QCOMPARE(result->effectiveUrl, server.url() + "/z?q=1");
    const RecordedRequest seen = server.requests().back();
    QTEST(seen.method, "arrives");
    QCOMPARE(seen.body, seen.method == "POST" || seen.method == "PUT" ? QByteArray("body") : QByteArray());
}

void TestHttpEngine::redirectsOffered()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::redirect("/y", 307)});
    HttpRequest request = get("/x");
    request.followRedirects = false;
    const HttpResult result = exchange(endpointFor(server), request);
    QVERIFY(result);
    QCOMPARE(result->status, 307);
    QCOMPARE(result->headers.value("Location"), QByteArray("/y"));
    QCOMPARE(server.requestCount(), 1);
}

void TestHttpEngine::batchOfTenThousand()
{
    NastyServer server;
    server.on("HEAD", "/x", {good().with("Content-Type", "application/octet-stream")});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 32;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    HttpRequest request = get("/x");
    request.method = HttpMethod::Head;
    QObject parent;
    StallMeter stalls;
    BatchWatch batch(engine.sendBatch(id, std::vector(10'000, request), &parent));
    QVERIFY(batch.wait(60'000));
    QVERIFY(batch.eachOnce(10'000));
    QVERIFY(std::ranges::all_of(
        batch.results, [](const auto& entry) { return entry.second && entry.second->status == 200; }));
    QVERIFY(batch.events < 5'000);
    QVERIFY2(stalls.longest() <= LongestStall, qPrintable(QString::number(stalls.longest().count())));
    QVERIFY(server.connectionCount() <= 32);
    settle();
    QCOMPARE(batch.finished, 1);
}

void TestHttpEngine::batchMixesResults()
{
    NastyServer server;
    server.on("GET", "/good", {good()});
    server.on("GET", "/short", {ServerAnswer::of(Fault::EndsEarly)});
    HttpRequest post = get("/good");
    post.method = HttpMethod::Post;
    HttpEngine engine(quickOptions());
    QObject parent;
    BatchWatch batch(engine.sendBatch(engine.addEndpoint(endpointFor(server)),
                                      {get("/good"), get("/absent"), get("/short"), post, get("/good")},
                                      &parent));
    QVERIFY(batch.wait());
    QVERIFY(batch.eachOnce(5));
    QCOMPARE(batch.results.at(0)->status, 200);
    QCOMPARE(batch.results.at(1)->status, 404);
    QCOMPARE(batch.results.at(2).error().kind, ErrorKind::Interrupted);
    QCOMPARE(batch.results.at(3).error().kind, ErrorKind::ReadOnly);
    QCOMPARE(batch.results.at(4)->body, QByteArray("{}"));
}

void TestHttpEngine::batchCancelled()
{
    NastyServer server;
    ServerAnswer slow = good();
    slow.delay = Millis{10};
    server.on("GET", "/x", {slow});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QObject parent;
    HttpBatch* sent = engine.sendBatch(id, std::vector(500, get("/x")), &parent);
    BatchWatch batch(sent);
    QTRY_VERIFY(batch.events > 0);
    sent->cancel();
    sent->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(batch.finished, 1);
    QVERIFY(batch.eachOnce(500));
    const auto cancelledOnes = std::ranges::count_if(batch.results, [](const auto& entry) {
        return !entry.second && entry.second.error().kind == ErrorKind::Cancelled;
    });
    QVERIFY(cancelledOnes > 0 && cancelledOnes < 500);
    settle();
    QCOMPARE(batch.finished, 1);
    QVERIFY(server.requestCount() < 500);
    QVERIFY(exchange(engine, id, get("/x")));
}

void TestHttpEngine::batchDestroyed()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    auto parent = std::make_unique<QObject>();
    HttpBatch* sent = engine.sendBatch(id, std::vector(2'000, get("/x")), parent.get());
    BatchWatch batch(sent);
    connect(sent, &HttpBatch::results, this, [&parent] { parent.reset(); });
    QTRY_VERIFY(batch.events > 0);
    settle();
    QCOMPARE(batch.finished, 0);
    QVERIFY(exchange(engine, id, get("/x")));
    QTRY_COMPARE(engine.stats(id).queued, 0);
}

void TestHttpEngine::emptyBatch()
{
    HttpEngine engine(quickOptions());
    Endpoint endpoint;
    endpoint.baseUrl = "http://127.0.0.1:1";
    QObject parent;
    BatchWatch batch(engine.sendBatch(engine.addEndpoint(endpoint), {}, &parent));
    QCOMPARE(batch.finished, 0);
    QVERIFY(batch.wait());
    QCOMPARE(batch.events, 0);
}

void TestHttpEngine::callIsNotKeptWaitingByABatch()
{
    NastyServer server;
    ServerAnswer slow = good();
    slow.delay = Millis{5};
    server.on("GET", "/x", {slow});
    Endpoint endpoint = endpointFor(server);
    endpoint.budget.connections = 1;
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QObject parent;
    BatchWatch batch(engine.sendBatch(id, std::vector(300, get("/x")), &parent));
    CallWatch watch(engine.send(id, get("/x"), &parent));
    QVERIFY(watch.wait());
    QCOMPARE(batch.finished, 0);
    QVERIFY(batch.results.size() < 100);
}

void TestHttpEngine::streamArrivesInPieces()
{
    NastyServer server;
    ServerAnswer events = ServerAnswer::text("event: a\ndata: 1\n\nevent: b\ndata: 2\n\n").with("X-A", "1");
    events.chunked = true;
    events.chunkPause = Millis{30};
    server.on("GET", "/events", {events});
    HttpEngine engine(quickOptions());
    QObject parent;
    StreamWatch stream(engine.send(engine.addEndpoint(endpointFor(server)), streamOf("/events"), &parent));
    QVERIFY(stream.end.wait());
    QCOMPARE(stream.heads.size(), size_t{1});
    QCOMPARE(stream.heads[0].status, 200);
    QCOMPARE(stream.heads[0].headers.value("X-A"), QByteArray("1"));
    QVERIFY(stream.heads[0].body.isEmpty());
    QVERIFY(stream.chunks > 1);
    QCOMPARE(stream.body, events.body);
    QVERIFY(stream.end.result());
    QVERIFY(stream.end.result()->body.isEmpty());
}

void TestHttpEngine::streamHasNoDeadlineButAnIdleLimit()
{
    NastyServer server;
    ServerAnswer events = ServerAnswer::text(QByteArray(20, '\n'));
    events.chunked = true;
    events.chunkPause = Millis{30};
    server.on("GET", "/events", {events});
    server.on("GET", "/silent", {ServerAnswer::of(Fault::LengthTooLong)});
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpointFor(server));
    QObject parent;
    HttpRequest request = streamOf("/events");
    request.deadline = Millis{100};
    request.idleLimit = Millis{1'000};
    StreamWatch lasting(engine.send(id, request, &parent));
    request.target = "/silent";
    StreamWatch silent(engine.send(id, request, &parent));
    QVERIFY(lasting.end.wait());
    QVERIFY2(lasting.end.result(),
             qPrintable(lasting.end.result() ? QString() : lasting.end.result().error().text()));
    QVERIFY(silent.end.wait());
    QCOMPARE(silent.end.result().error().kind, ErrorKind::Stalled);
    QCOMPARE(silent.heads.size(), size_t{1});
    QCOMPARE(server.requestCount("/silent"), 1); // no retry once part of it was told
}

void TestHttpEngine::streamOfAnErrorStatus()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::text("busy", 503), ServerAnswer::redirect("/y"), good()});
    server.on("GET", "/y", {ServerAnswer::json(R"({"code":403})", 403)});
    HttpEngine engine(quickOptions());
    QObject parent;
    StreamWatch stream(engine.send(engine.addEndpoint(endpointFor(server)), streamOf("/x"), &parent));
    QVERIFY(stream.end.wait());
    QVERIFY(stream.end.result());
    QCOMPARE(stream.end.result()->status, 403);
    QCOMPARE(stream.heads.size(), size_t{1});
    QCOMPARE(stream.heads[0].status, 403);
    QCOMPARE(stream.body, QByteArray(R"({"code":403})"));
}

void TestHttpEngine::streamIsHeldBackBySlowTaker()
{
    NastyServer server;
    HttpEngine engine(quickOptions());
    QObject parent;
    HttpRequest request = streamOf("/x");
    request.bodyLimit = 64 * 1024 * 1024;
    request.idleLimit = Millis{3'000};
    ServerAnswer endless = ServerAnswer::text(QByteArray(1024 * 1024, ' ').append('\n').repeated(100));
    endless.chunked = true; // a length would end it at once
    server.on("GET", "/x", {endless});
    StreamWatch stream(engine.send(engine.addEndpoint(endpointFor(server)), request, &parent));
    qint64 most = 0;
    connect(stream.end.call(), &HttpCall::chunk, this, [&](const QByteArray& bytes) {
        most = std::max<qint64>(most, bytes.size());
        if (stream.chunks % 20 == 0) {
            QTest::qSleep(20); // a taker that is busy elsewhere
        }
    });
    QVERIFY(stream.end.wait(30'000));
    QCOMPARE(stream.end.result().error().kind, ErrorKind::TooLarge);
    QVERIFY(stream.body.size() <= request.bodyLimit);
    QVERIFY(stream.body.size() > request.bodyLimit - 1024 * 1024);
    QVERIFY(most <= 512 * 1024);
}

void TestHttpEngine::streamCancelledInAChunk()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::NeverEnds)});
    HttpEngine engine(quickOptions());
    QObject parent;
    HttpRequest request = streamOf("/x");
    request.bodyLimit = 0; // 10 GB are welcome
    StreamWatch stream(engine.send(engine.addEndpoint(endpointFor(server)), request, &parent));
    connect(stream.end.call(), &HttpCall::chunk, this, [&] { stream.end.call()->cancel(); });
    QVERIFY(stream.end.wait());
    QCOMPARE(stream.end.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(stream.chunks, 1);
    settle();
    QCOMPARE(stream.end.count(), 1);
    QCOMPARE(stream.chunks, 1);
}

void TestHttpEngine::streamBroken()
{
    NastyServer server;
    server.on("GET", "/x", {ServerAnswer::of(Fault::ResetsInBody)});
    HttpEngine engine(quickOptions());
    QObject parent;
    StreamWatch stream(engine.send(engine.addEndpoint(endpointFor(server)), streamOf("/x"), &parent));
    QVERIFY(stream.end.wait());
    QCOMPARE(stream.end.result().error().kind, ErrorKind::Interrupted);
    QVERIFY(!stream.body.isEmpty());
    QCOMPARE(server.requestCount(), 1);
}

void TestHttpEngine::deadIpv6IsTold()
{
    NastyServer server;
    server.on("GET", "/x", {good()});
    const BlackHole dead(QHostAddress(QHostAddress::LocalHostIPv6), server.port());
    if (!dead.isOpen()) {
        QSKIP("the same port is taken on ::1");
    }
    Endpoint endpoint = endpointFor(server);
    const QByteArray port = QByteArray::number(server.port());
    endpoint.baseUrl = "http://twofold.test:" + port;
    endpoint.resolve = {"twofold.test:" + port + ":[::1],127.0.0.1"};
    HttpEngine engine(quickOptions());
    const EndpointId id = engine.addEndpoint(endpoint);
    QElapsedTimer timer;
    timer.start();
    const HttpResult result = exchange(engine, id, get("/x"));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(result->family, IpFamily::V4);
    QCOMPARE(result->note, QStringLiteral("IPv6 did not answer, IPv4 did"));
    QVERIFY(result->phases.tcp4 && !result->phases.tcp6);
    QCOMPARE(engine.stats(id).note, result->note);
}

void TestHttpEngine::bothFamiliesAlive()
{
    NastyServer server(NastyServer::Plain, QHostAddress(QHostAddress::LocalHostIPv6));
    server.on("GET", "/x", {good()});
    const HttpResult result = exchange(endpointFor(server), get("/x"));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text()));
    QCOMPARE(result->family, IpFamily::V6);
    QVERIFY(result->phases.tcp6 && !result->phases.tcp4);
    QVERIFY(result->note.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpEngine)
#include "tst_http_engine.moc"
