// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/AuthChallenge.h"
#include "connectors/http/BearerTokens.h"
#include "connectors/http/HeaderLists.h"
#include "connectors/http/HostQueue.h"
#include "connectors/http/ReadOnlyGate.h"
#include "connectors/http/RedirectPolicy.h"
#include "connectors/http/RetryAfter.h"
#include "connectors/http/RetryPolicy.h"
#include "connectors/http/Scheduler.h"

#include <QTest>

using namespace stowage;
using namespace std::chrono_literals;

/// The engine's decisions, without a socket.
class TestHttpPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersCompareWithoutCase();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
    void retriesByTheTable_data();
    void retriesByTheTable();
    void backOffDoublesWithFullJitter();
    void challengesAreParsed_data();
    void challengesAreParsed();
    void findsTheSchemeAmongSeveral();
    void tokensAreReadOrRefused_data();
    void tokensAreReadOrRefused();
    void oneFetchForAllWhoWait();
    void tokenUrlIsBuilt();
    void gateLetsReadsOnly_data();
    void gateLetsReadsOnly();
    void redirectsAreJudged_data();
    void redirectsAreJudged();
    void redirectsEnd();
    void urlsAreRedacted_data();
    void urlsAreRedacted();
    void urlsThatAreNone_data();
    void urlsThatAreNone();
    void widthHalvesOnceARoundAndGrowsBack();
    void widthHalvesOnRisingTimes();
    void bucketLimitsTheRate();
    void queueIsFair();
    void queueWaitsWhenAsked();
    void singleCallsDoNotWaitForSweeps();
    void whoCannotGoHoldsNobody();
    void badHeadersAreRefused();
    void credentialsAreStripped();
};

namespace {

HttpHeaders fields(std::initializer_list<std::pair<QByteArray, QByteArray>> list)
{
    HttpHeaders headers;
    for (const auto& [name, value] : list) {
        headers.add(name, value);
    }
    return headers;
}

Timestamp at(QStringView text)
{
    return *fromRfc3339(text);
}

Url url(const QByteArray& text)
{
    return *Url::parse(text);
}

} // namespace

void TestHttpPolicies::headersCompareWithoutCase()
{
    const HttpHeaders headers = fields({{"Content-Type", "a"}, {"X", "1"}, {"x", "2"}});
    QCOMPARE(headers.value("content-type"), QByteArray("a"));
    QVERIFY(headers.value("absent").isNull());
    QVERIFY(!headers.contains("absent"));
    QCOMPARE(headers.values("X"), (std::vector<QByteArray>{"1", "2"}));
}

void TestHttpPolicies::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("millis"); // -1: nothing
    QTest::newRow("absent") << QByteArray() << QByteArray() << qint64{-1};
    QTest::newRow("seconds") << QByteArray("120") << QByteArray() << qint64{120'000};
    QTest::newRow("blanks") << QByteArray(" 3 ") << QByteArray() << qint64{3'000};
    QTest::newRow("zero") << QByteArray("0") << QByteArray() << qint64{0};
    QTest::newRow("negative") << QByteArray("-5") << QByteArray() << qint64{-1};
    QTest::newRow("fraction") << QByteArray("1.5") << QByteArray() << qint64{-1};
    QTest::newRow("huge") << QByteArray("99999999999999999999999") << QByteArray() << qint64{86'400'000};
    QTest::newRow("a year") << QByteArray("31536000") << QByteArray() << qint64{86'400'000};
    QTest::newRow("nonsense") << QByteArray("soon") << QByteArray() << qint64{-1};
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 22:00:30 GMT") << QByteArray() << qint64{30'000};
    QTest::newRow("date past") << QByteArray("Sat, 21 Nov 2026 21:00:00 GMT") << QByteArray() << qint64{0};
    QTest::newRow("obsolete date") << QByteArray("Saturday, 21-Nov-26 22:00:30 GMT") << QByteArray()
                                   << qint64{30'000};
    QTest::newRow("by the server's clock, ten years off")
        << QByteArray("Mon, 21 Nov 2016 22:00:07 GMT") << QByteArray("Mon, 21 Nov 2016 22:00:00 GMT")
        << qint64{7'000};
}

void TestHttpPolicies::retryAfterIsRead()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QFETCH(qint64, millis);
    HttpHeaders headers;
    if (!value.isNull()) {
        headers.add("Retry-After", value);
    }
    if (!date.isNull()) {
        headers.add("Date", date);
    }
    const auto wait = retryAfter(headers, at(u"2026-11-21T22:00:00Z"));
    QCOMPARE(wait ? wait->count() : -1, millis);
}

void TestHttpPolicies::retriesByTheTable_data()
{
    QTest::addColumn<RetryCause>("cause");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("probe");
    QTest::addColumn<int>("write");
    QTest::newRow("no cause") << RetryCause::None << 0 << 0 << 0;
    QTest::newRow("unreachable") << RetryCause::Unreachable << 2 << 0 << 2;
    QTest::newRow("broken") << RetryCause::Broken << 2 << 0 << 0;
    QTest::newRow("timed out") << RetryCause::TimedOut << 1 << 0 << 0;
    QTest::newRow("429") << retryCauseOf(429) << 3 << 0 << 0;
    QTest::newRow("502") << retryCauseOf(502) << 2 << 0 << 0;
    QTest::newRow("503") << retryCauseOf(503) << 3 << 0 << 0;
    QTest::newRow("504") << retryCauseOf(504) << 2 << 0 << 0;
    QTest::newRow("500 is final") << retryCauseOf(500) << 0 << 0 << 0;
    QTest::newRow("404 is final") << retryCauseOf(404) << 0 << 0 << 0;
}

void TestHttpPolicies::retriesByTheTable()
{
    QFETCH(RetryCause, cause);
    const RetryPolicy policy(250ms, 10s, 30s);
    const auto count = [&](RetryClass retryClass) {
        int attempts = 1;
        while (policy.delay(retryClass, cause, attempts, {}, 0.5)) {
            ++attempts;
        }
        return attempts - 1;
    };
    QTEST(count(RetryClass::Read), "read");
    QTEST(count(RetryClass::Probe), "probe");
    QTEST(count(RetryClass::Write), "write");
}

void TestHttpPolicies::backOffDoublesWithFullJitter()
{
    const RetryPolicy policy(100ms, 300ms, 5s);
    const auto delay = [&](int attempts, double random, std::optional<Millis> patience = {}) {
        return policy.delay(RetryClass::Read, RetryCause::Unavailable, attempts, patience, random);
    };
    QCOMPARE(delay(1, 0.0), Millis{0});
    QCOMPARE(delay(1, 0.5), Millis{50});
    QCOMPARE(delay(2, 0.5), Millis{100});
    QCOMPARE(delay(3, 0.5), Millis{150}); // capped at 300
    QCOMPARE(delay(1, 0.5, 2s), Millis{2'050});
    QVERIFY(!delay(1, 0.5, 6s)); // too long to wait: the answer goes back
}

void TestHttpPolicies::challengesAreParsed_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArrayList>("expected"); // "scheme token68 name=value …"
    QTest::newRow("empty") << QByteArray("") << QByteArrayList{};
    QTest::newRow("scheme alone") << QByteArray("Negotiate") << QByteArrayList{"negotiate"};
    QTest::newRow("token68") << QByteArray("Negotiate YWJj==") << QByteArrayList{"negotiate YWJj=="};
    QTest::newRow("registry")
        << QByteArray(
               R"(Bearer realm="https://auth.example/token",service="reg",scope="repository:a/b:pull,push")")
        << QByteArrayList{
               "bearer realm=https://auth.example/token service=reg scope=repository:a/b:pull,push"};
    QTest::newRow("unquoted") << QByteArray("Basic realm=x") << QByteArrayList{"basic realm=x"};
    QTest::newRow("blanks around =") << QByteArray("Basic realm = \"x y\"")
                                     << QByteArrayList{"basic realm=x y"};
    QTest::newRow("escapes") << QByteArray(R"(Basic realm="a\"b\\c")")
                             << QByteArrayList{R"(basic realm=a"b\c)"};
    QTest::newRow("comma in quotes") << QByteArray(R"(Basic realm="a, Bearer b=c")")
                                     << QByteArrayList{"basic realm=a, Bearer b=c"};
    QTest::newRow("two") << QByteArray(R"(Basic realm="a", Bearer realm="b", service=c)")
                         << QByteArrayList{"basic realm=a", "bearer realm=b service=c"};
    QTest::newRow("empty elements") << QByteArray(R"(, ,Basic realm=a,, charset=utf-8,)")
                                    << QByteArrayList{"basic realm=a charset=utf-8"};
    QTest::newRow("RFC 9110's own")
        << QByteArray(R"(Newauth realm="apps", type=1, title="Login to \"apps\"", Basic realm="simple")")
        << QByteArrayList{R"(newauth realm=apps type=1 title=Login to "apps")", "basic realm=simple"};
    QTest::newRow("scheme, scheme") << QByteArray("Negotiate, NTLM") << QByteArrayList{"negotiate", "ntlm"};
    QTest::newRow("quote never closes") << QByteArray(R"(Bearer realm="a)") << QByteArrayList{"bearer"};
    QTest::newRow("no name") << QByteArray("Bearer =x") << QByteArrayList{"bearer"};
    QTest::newRow("binary") << QByteArray("\x01\x02\xff") << QByteArrayList{};
    QTest::newRow("names without case") << QByteArray("BEARER Realm=A") << QByteArrayList{"bearer realm=A"};
}

void TestHttpPolicies::challengesAreParsed()
{
    QFETCH(QByteArray, field);
    QByteArrayList shown;
    for (const AuthChallenge& challenge : AuthChallenge::parse(field)) {
        QByteArray text = challenge.scheme;
        text += challenge.token68.isEmpty() ? QByteArray() : ' ' + challenge.token68;
        for (const auto& [name, value] : challenge.parameters) {
            text += ' ' + name + '=' + value;
        }
        shown << text;
    }
    QTEST(shown, "expected");
}

void TestHttpPolicies::findsTheSchemeAmongSeveral()
{
    const HttpHeaders headers = fields(
        {{"WWW-Authenticate", "Basic realm=a"}, {"www-authenticate", "Digest nonce=1, Bearer realm=b"}});
    QCOMPARE(AuthChallenge::find(headers, "bearer")->parameter("realm"), QByteArray("b"));
    QVERIFY(!AuthChallenge::find(headers, "negotiate"));
}

void TestHttpPolicies::tokensAreReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("token"); // null: refused
    QTest::addColumn<int>("seconds");
    QTest::newRow("token") << QByteArray(R"({"token":"abc","expires_in":300})") << QByteArray("abc") << 300;
    QTest::newRow("access_token") << QByteArray(R"({"access_token":"abc"})") << QByteArray("abc") << 60;
    QTest::newRow("null beside it") << QByteArray(R"({"token":null,"access_token":"x"})") << QByteArray("x")
                                    << 60;
    QTest::newRow("empty beside it") << QByteArray(R"({"token":"","access_token":"x"})") << QByteArray("x")
                                     << 60;
    QTest::newRow("negative life") << QByteArray(R"({"token":"a","expires_in":-1})") << QByteArray("a") << 60;
    QTest::newRow("eternal life") << QByteArray(R"({"token":"a","expires_in":9223372036854775807})")
                                  << QByteArray("a") << 86'400;
    QTest::newRow("beyond 2^63") << QByteArray(R"({"token":"a","expires_in":9223372036854775808})")
                                 << QByteArray("a") << 60;
    QTest::newRow("none") << QByteArray("{}") << QByteArray() << 0;
    QTest::newRow("number") << QByteArray(R"({"token":5})") << QByteArray() << 0;
    QTest::newRow("array") << QByteArray("[]") << QByteArray() << 0;
    QTest::newRow("HTML") << QByteArray("<html>") << QByteArray() << 0;
    QTest::newRow("empty") << QByteArray("") << QByteArray() << 0;
    QTest::newRow("header smuggling") << QByteArray(R"({"token":"a\r\nX-Evil: 1"})") << QByteArray() << 0;
    QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray() << 0;
}

void TestHttpPolicies::tokensAreReadOrRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, token);
    const auto parsed = BearerToken::parse(json);
    QCOMPARE(parsed.has_value(), !token.isNull());
    if (parsed) {
        QCOMPARE(parsed->token.reveal(), token);
        QTEST(static_cast<int>(parsed->life.count()), "seconds");
    } else {
        QCOMPARE(parsed.error().kind, ErrorKind::Malformed);
    }
}

void TestHttpPolicies::oneFetchForAllWhoWait()
{
    BearerTokens tokens;
    const SteadyTime now{1h};
    const auto challenge = AuthChallenge::parse("Bearer realm=r,service=s,scope=a")[0];
    QVERIFY(!tokens.isBearer());
    const TokenScope scope = tokens.learn(challenge, {}, "/a");
    QVERIFY(tokens.isBearer());

    using Renewal = BearerTokens::Renewal;
    QCOMPARE(tokens.renew(scope, {}, 1, now), Renewal::Fetch);
    QCOMPARE(tokens.renew(scope, {}, 2, now), Renewal::Wait);
    QCOMPARE(tokens.renew(scope, {}, 3, now), Renewal::Wait);
    tokens.forget(3);
    QCOMPARE(tokens.settle(scope, Secret("T1"), 100s, now), (std::vector<quint64>{1, 2}));
    QCOMPARE(tokens.tokenFor({}, "/a", now).reveal(), QByteArray("T1"));
    QVERIFY(tokens.tokenFor({}, "/b", now).isEmpty());

    // One that left without the token finds it there; one that had it asks for the next.
    QCOMPARE(tokens.renew(scope, {}, 4, now), Renewal::Resend);
    QCOMPARE(tokens.renew(scope, Secret("T1"), 5, now), Renewal::Fetch);
    QVERIFY(tokens.tokenFor({}, "/a", now).isEmpty());
    QCOMPARE(tokens.settle(scope, {}, 0s, now), std::vector<quint64>{5});
    QCOMPARE(tokens.renew(scope, {}, 6, now), Renewal::Fetch);

    // A token is not sent when it is about to end.
    tokens.settle(scope, Secret("T2"), 100s, now);
    QVERIFY(!tokens.tokenFor({}, "/a", now + 89s).isEmpty());
    QVERIFY(tokens.tokenFor({}, "/a", now + 91s).isEmpty());

    // The request's own scope stands in for a challenge without one, and is what tokens are found by.
    const auto bare = AuthChallenge::parse("Bearer realm=r,service=s")[0];
    QCOMPARE(tokens.learn(bare, "repository:x:pull", "/x").scope, QByteArray("repository:x:pull"));
}

void TestHttpPolicies::tokenUrlIsBuilt()
{
    QCOMPARE(
        (TokenScope{"https://a/t", "my reg", "repository:a/b:pull,push registry:catalog:*"}.url()),
        QByteArray("https://a/t?service=my%20reg&scope=repository:a/b:pull,push&scope=registry:catalog:%2A"));
    QCOMPARE((TokenScope{"https://a/t?x=1", "s&evil=1", ""}.url()),
             QByteArray("https://a/t?x=1&service=s%26evil%3D1"));
}

void TestHttpPolicies::gateLetsReadsOnly_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("atOrigin");
    QTest::addColumn<bool>("lets");
    QTest::newRow("GET") << HttpMethod::Get << QByteArray("/any") << true << true;
    QTest::newRow("HEAD elsewhere") << HttpMethod::Head << QByteArray("/any") << false << true;
    QTest::newRow("declared") << HttpMethod::Post << QByteArray("/hub/api/auth") << true << true;
    QTest::newRow("other method") << HttpMethod::Put << QByteArray("/hub/api/auth") << true << false;
    QTest::newRow("longer") << HttpMethod::Post << QByteArray("/hub/api/auth/x") << true << false;
    QTest::newRow("slash") << HttpMethod::Post << QByteArray("/hub/api/auth/") << true << false;
    QTest::newRow("case") << HttpMethod::Post << QByteArray("/hub/api/AUTH") << true << false;
    QTest::newRow("without prefix") << HttpMethod::Post << QByteArray("/api/auth") << true << false;
    QTest::newRow("elsewhere") << HttpMethod::Post << QByteArray("/hub/api/auth") << false << false;
    QTest::newRow("DELETE") << HttpMethod::Delete << QByteArray("/x") << true << false;
}

void TestHttpPolicies::gateLetsReadsOnly()
{
    QFETCH(HttpMethod, method);
    QFETCH(QByteArray, path);
    QFETCH(bool, atOrigin);
    const ReadOnlyGate gate(true, url("http://a/hub"), {{HttpMethod::Post, "/api/auth"}});
    QTEST(gate.lets(method, path, atOrigin), "lets");
    QVERIFY(ReadOnlyGate(false, url("http://a/hub"), {}).lets(method, path, atOrigin));
}

void TestHttpPolicies::redirectsAreJudged_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("to"); // null: refused
    QTest::addColumn<HttpMethod>("then");
    const QByteArray from("https://a.example/v2/x?y=1");
    const auto row = [&](const char* name, HttpMethod method, int status, const char* location,
                         const char* to, HttpMethod then) {
        QTest::newRow(name) << from << method << status << QByteArray(location) << QByteArray(to) << then;
    };
    using enum HttpMethod;
    row("absolute", Get, 307, "https://b.example/z", "https://b.example/z", Get);
    row("relative", Get, 302, "/z?q", "https://a.example/z?q", Get);
    row("sibling", Get, 302, "w", "https://a.example/v2/w", Get);
    row("no scheme", Get, 302, "//b.example/z", "https://b.example/z", Get);
    row("fragment dropped", Get, 302, "/z#top", "https://a.example/z", Get);
    row("HEAD stays", Head, 303, "/z", "https://a.example/z", Head);
    row("303 is GET", Post, 303, "/z", "https://a.example/z", Get);
    row("POST 302 is GET", Post, 302, "/z", "https://a.example/z", Get);
    row("POST 307 stays", Post, 307, "/z", "https://a.example/z", Post);
    row("PUT 301 stays", Put, 301, "/z", "https://a.example/z", Put);
    row("down to http", Get, 302, "http://a.example/z", nullptr, Get);
    row("file", Get, 302, "file:///etc/passwd", nullptr, Get);
    row("javascript", Get, 302, "javascript:alert(1)", nullptr, Get);
    row("credentials", Get, 302, "https://u:p@b.example/", nullptr, Get);
    row("empty", Get, 302, "", nullptr, Get);
    row("itself", Get, 302, "https://a.example/v2/x?y=1", nullptr, Get);
    row("itself, after POST", Post, 303, "https://a.example/v2/x?y=1", "https://a.example/v2/x?y=1", Get);
    row("control", Get, 302, "/a\x01", nullptr, Get);
}

void TestHttpPolicies::redirectsAreJudged()
{
    QFETCH(QByteArray, from);
    QFETCH(HttpMethod, method);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, to);
    const auto step = RedirectPolicy::follow(url(from), method, status, location, {from});
    QCOMPARE(step ? step->url.text : QByteArray(), to);
    if (step) {
        QTEST(step->method, "then");
    } else {
        QCOMPARE(step.error().kind, ErrorKind::Redirect);
        QVERIFY(!step.error().todo.isEmpty());
    }
}

void TestHttpPolicies::redirectsEnd()
{
    std::vector<QByteArray> visited;
    int hops = 0;
    for (;; ++hops) {
        const QByteArray here = "http://a/" + QByteArray::number(hops);
        visited.push_back(here);
        if (!RedirectPolicy::follow(url(here), HttpMethod::Get, 302, "/" + QByteArray::number(hops + 1),
                                    visited)) {
            break;
        }
    }
    QCOMPARE(hops, RedirectPolicy::MostHops);
}

void TestHttpPolicies::urlsAreRedacted_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << QByteArray("http://a/b?n=1&last=x") << QByteArray("http://a/b?n=1&last=x");
    QTest::newRow("user") << QByteArray("http://u:p@a/b") << QByteArray("http://a/b");
    QTest::newRow("at in path") << QByteArray("http://a/b@c") << QByteArray("http://a/b@c");
    QTest::newRow("S3") << QByteArray("https://s3/x?X-Amz-Credential=AK&X-Amz-Signature=abc&n=1")
                        << QByteArray("https://s3/x?X-Amz-Credential=***&X-Amz-Signature=***&n=1");
    QTest::newRow("token") << QByteArray("http://a/?access_token=T&x")
                           << QByteArray("http://a/?access_token=***&x");
}

void TestHttpPolicies::urlsAreRedacted()
{
    QFETCH(QByteArray, url);
    QTEST(redactedUrl(url), "shown");
}

void TestHttpPolicies::urlsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "a", "/a", "ftp://a/", "file:///a", "http://", "http://u:p@a/",
                             "http://a:99999/", "http://a b/"}) {
        QTest::newRow(text) << QByteArray(text);
    }
    QTest::newRow("line break") << QByteArray("http://a\r\nX: 1/");
    QTest::newRow("NUL") << QByteArray("http://a/\0b", 11);
}

void TestHttpPolicies::urlsThatAreNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Url::parse(text));
}

void TestHttpPolicies::widthHalvesOnceARoundAndGrowsBack()
{
    WidthControl width(8);
    std::vector<quint64> round;
    for (int i = 0; i < 8; ++i) {
        round.push_back(width.depart());
    }
    for (const quint64 departure : round) {
        width.trouble(departure); // the same overload eight times over
    }
    QCOMPARE(width.width(), 4);
    width.trouble(width.depart());
    QCOMPARE(width.width(), 2);
    width.trouble(width.depart());
    width.trouble(width.depart());
    QCOMPARE(width.width(), 1);
    // Two calm rounds for each step.
    int answers = 0;
    while (width.width() < 8) {
        width.fine(width.depart(), 1ms);
        ++answers;
    }
    QCOMPARE(answers, 2 * (1 + 2 + 3 + 4 + 5 + 6 + 7));
}

void TestHttpPolicies::widthHalvesOnRisingTimes()
{
    WidthControl width(8);
    const auto window = [&](std::chrono::microseconds time) {
        for (int i = 0; i < 64; ++i) {
            width.fine(width.depart(), time);
        }
    };
    window(10ms);
    window(15ms);
    QCOMPARE(width.width(), 8); // noise
    window(100ms);
    QVERIFY(width.width() < 8);
    const int narrowed = width.width();
    window(100ms); // what stays slow is usual from then on
    QVERIFY(width.width() >= narrowed);
}

void TestHttpPolicies::bucketLimitsTheRate()
{
    TokenBucket bucket(10);
    SteadyTime now{1h};
    const SteadyTime end = now + 10s;
    int taken = 0;
    while (now < end) {
        if (bucket.take(now)) {
            ++taken;
        } else {
            QVERIFY(bucket.next(now) > now);
            now = bucket.next(now);
        }
    }
    QVERIFY2(taken >= 99 && taken <= 101, qPrintable(QString::number(taken)));
    TokenBucket unlimited(0);
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(unlimited.take(now));
    }
}

void TestHttpPolicies::queueIsFair()
{
    HostQueue queue({0, 100});
    const SteadyTime now{1h};
    queue.pushBatch(7, 3);
    queue.pushBatch(8, 1);
    queue.push(1);
    queue.push(2);
    queue.pushAgain(9);
    QCOMPARE(queue.waiting(), size_t{7});
    std::vector<std::pair<quint64, int>> order;
    while (const auto ticket = queue.take(now)) {
        order.emplace_back(ticket->owner, ticket->index ? static_cast<int>(*ticket->index) : -1);
    }
    const std::vector<std::pair<quint64, int>> expected{{9, -1}, {1, -1}, {7, 0}, {8, 0},
                                                        {2, -1}, {7, 1},  {7, 2}};
    QCOMPARE(order, expected);
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.inFlight(), 7);

    queue.pushBatch(10, 5);
    queue.push(11);
    QCOMPARE(queue.drop(10), size_t{5});
    QCOMPARE(queue.drop(11), size_t{1});
    QCOMPARE(queue.drop(12), size_t{0});
    QVERIFY(queue.isEmpty());
    QVERIFY(!queue.take(now));
}

void TestHttpPolicies::queueWaitsWhenAsked()
{
    HostQueue queue({0, 2});
    const SteadyTime now{1h};
    for (quint64 call = 1; call <= 3; ++call) {
        queue.push(call);
    }
    queue.holdUntil(now + 5s);
    QVERIFY(!queue.take(now));
    QCOMPARE(queue.nextChance(now), std::optional(now + 5s));
    QVERIFY(queue.take(now + 5s));
    QVERIFY(queue.take(now + 5s));
    QVERIFY(!queue.take(now + 5s)); // the width
    QVERIFY(!queue.nextChance(now + 5s));
    queue.done();
    QVERIFY(queue.take(now + 5s));
}

namespace {

/// An engine's endpoints, without an engine.
class Endpoints
{
public:
    EndpointState& add(const Budget& budget)
    {
        Endpoint endpoint;
        endpoint.baseUrl = "http://127.0.0.1:1";
        endpoint.budget = budget;
        const EndpointId id{static_cast<quint32>(m_states.size())};
        return *m_states.emplace_back(std::make_unique<EndpointState>(id, endpoint));
    }

private:
    std::vector<std::unique_ptr<EndpointState>> m_states;
};

} // namespace

void TestHttpPolicies::singleCallsDoNotWaitForSweeps()
{
    constexpr int Nodes = 100;
    constexpr int Calls = 10;
    Endpoints endpoints;
    Scheduler scheduler;
    for (quint64 node = 0; node < Nodes; ++node) {
        EndpointState& peer = endpoints.add({0, 100});
        peer.queue.pushBatch(1000 + node, 20);
        scheduler.ready(peer);
    }
    EndpointState& registry = endpoints.add({0, 100});
    for (quint64 call = 1; call <= Calls; ++call) {
        registry.queue.push(call);
        scheduler.ready(registry);
    }
    int turns = 0;
    int told = 0;
    while (!registry.queue.isEmpty()) {
        const auto turn = scheduler.next(SteadyTime{1h});
        QVERIFY(turn);
        ++turns;
        told += turn->endpoint == &registry ? 1 : 0;
    }
    QCOMPARE(told, Calls);
    QVERIFY2(turns <= 2 * Calls, qPrintable(QString::number(turns)));
    while (scheduler.next(SteadyTime{1h})) {
        ++turns;
    }
    QCOMPARE(turns, Nodes * 20 + Calls); // and nothing of the sweep is lost
}

void TestHttpPolicies::whoCannotGoHoldsNobody()
{
    Endpoints endpoints;
    Scheduler scheduler;
    EndpointState& narrow = endpoints.add({0, 1});
    EndpointState& peer = endpoints.add({0, 100});
    narrow.queue.push(1);
    narrow.queue.push(2);
    peer.queue.pushBatch(3, 2);
    scheduler.ready(narrow);
    scheduler.ready(peer);
    std::vector<EndpointState*> order;
    while (const auto turn = scheduler.next(SteadyTime{1h})) {
        order.push_back(turn->endpoint);
    }
    QCOMPARE(order, (std::vector<EndpointState*>{&narrow, &peer, &peer}));
    narrow.queue.done();
    scheduler.ready(narrow);
    const auto turn = scheduler.next(SteadyTime{1h});
    QVERIFY(turn);
    QCOMPARE(turn->ticket.owner, quint64{2});
    narrow.queue.push(4);
    scheduler.ready(narrow);
    scheduler.forget(narrow);
    QVERIFY(!scheduler.next(SteadyTime{1h}));
}

void TestHttpPolicies::badHeadersAreRefused()
{
    HeaderLists lists;
    QVERIFY(lists.list(fields({{"Accept", "a/b"}}), "Bearer x"));
    QVERIFY(!lists.list(fields({{"Accept", "a\r\nX: 1"}}), {}));
    QVERIFY(!lists.list(fields({{"A b", "c"}}), {}));
    QVERIFY(!lists.list(fields({{"", "c"}}), {}));
    QVERIFY(!lists.list({}, "Bearer x\nX: 1"));
    const auto once = lists.list(fields({{"Accept", "a/b"}}), "Bearer x");
    QCOMPARE(lists.list(fields({{"Accept", "a/b"}}), "Bearer x"), once);
    QVERIFY(lists.list(fields({{"Accept", "a/b"}}), "Bearer y") != once);
}

void TestHttpPolicies::credentialsAreStripped()
{
    const HttpHeaders kept = withoutCredentials(fields({{"Accept", "1"},
                                                        {"authorization", "2"},
                                                        {"Cookie", "3"},
                                                        {"X-Api-Key", "4"},
                                                        {"X-Auth", "5"},
                                                        {"Range", "6"}}));
    QCOMPARE(kept, fields({{"Accept", "1"}, {"Range", "6"}}));
}

QTEST_GUILESS_MAIN(TestHttpPolicies)
#include "tst_http_policies.moc"
