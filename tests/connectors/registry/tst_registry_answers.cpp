// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/registry/LinkHeader.h"
#include "connectors/registry/ProxyRecognition.h"
#include "connectors/registry/RegistryErrors.h"
#include "connectors/registry/RegistryVersion.h"
#include "tests/support/RealRegistryRecording.h"

using namespace stowage;
using test::recordedAnswer;

class TestRegistryAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char* name, const char* field, const char* target) {
            QTest::newRow(name) << QByteArray(field) << QByteArray(target);
        };
        row("distribution", R"(</v2/_catalog?last=a%2Fb&n=2>; rel="next")", "/v2/_catalog?last=a%2Fb&n=2");
        row("token", "</x>; rel=next", "/x");
        row("upper case", R"(</x>; REL="NEXT")", "/x");
        row("several relations", R"(</x>; rel="last next")", "/x");
        row("blanks", R"(  < /x >  ;  rel =  "next"  )", " /x ");
        row("second link", R"(</p>; rel="prev", </n>; rel="next")", "/n");
        row("comma in the target", R"(</a,b>; rel="prev", </n>; rel="next")", "/n");
        row("semicolon and comma in a title", R"(</p>; title="a, b; rel=next"; rel="prev", </n>; rel="next")",
            "/n");
        row("escaped quote", R"(</n>; title="a\"b"; rel="next")", "/n");
        row("first rel counts", R"(</p>; rel="prev"; rel="next")", "");
        row("other relation", R"(</p>; rel="nextish")", "");
        row("no rel", "</p>", "");
        row("no brackets", "/p; rel=next", "");
        row("unclosed", "</p; rel=next", "");
        row("empty", "", "");
        row("only a semicolon", "</p>;", "");
        row("unclosed quote", R"(</p>; rel="next)", "/p");
    }

    void links()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, target);
        HttpHeaders headers;
        headers.add("link", field);
        QCOMPARE(nextLink(headers).value_or(QByteArray()), target);
    }

    void linkInASecondField()
    {
        HttpHeaders headers;
        headers.add("Link", R"(</p>; rel="prev")");
        headers.add("Link", R"(</n>; rel="next")");
        QCOMPARE(nextLink(headers), QByteArray("/n"));
        QCOMPARE(nextLink({}), std::nullopt);
    }

    void recordedLinks()
    {
        for (const QString& server :
             {QStringLiteral("distribution-2.8.2"), QStringLiteral("distribution-3.1.1")}) {
            QCOMPARE(nextLink(recordedAnswer(server + QStringLiteral("/catalog-page-1")).headers),
                     QByteArray("/v2/_catalog?last=ml%2Ftrain&n=2"));
        }
        QCOMPARE(nextLink(recordedAnswer(QStringLiteral("distribution-3.1.1/tags-n1")).headers),
                 QByteArray("/v2/team/api/tags/list?last=1.0&n=1"));
    }

    void resolved_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QByteArray>("next");
        const auto row = [](const char* name, const char* base, const char* link, const char* next) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(link) << QByteArray(next);
        };
        const char* plain = "http://r.test:5000";
        const char* prefixed = "https://r.test/mirror";
        row("absolute path", plain, "/v2/_catalog?last=b&n=2", "/v2/_catalog?last=b&n=2");
        row("relative path", plain, "_catalog?last=b", "/v2/_catalog?last=b");
        row("query alone", plain, "?last=b", "/v2/_catalog?last=b");
        row("whole URL", plain, "http://r.test:5000/v2/_catalog?last=b", "/v2/_catalog?last=b");
        row("behind a TLS terminator", plain, "https://r.test/v2/_catalog?last=b", "/v2/_catalog?last=b");
        row("host in upper case", plain, "http://R.TEST:5000/v2/_catalog", "/v2/_catalog");
        row("no scheme", plain, "//r.test:5000/v2/_catalog?x", "/v2/_catalog?x");
        row("percent-encoded", plain, "/v2/_catalog?last=a%2Fb%20c&n=2", "/v2/_catalog?last=a%2Fb%20c&n=2");
        row("with the prefix", prefixed, "/mirror/v2/_catalog?last=b", "/v2/_catalog?last=b");
        row("prefix stripped on the way", prefixed, "/v2/_catalog?last=b", "/v2/_catalog?last=b");
    }

    void resolved()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, link);
        QFETCH(QByteArray, next);
        const auto target = resolveNextLink(base, "/v2/_catalog?n=2", link);
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QCOMPARE(*target, next);
    }

    void notFollowed_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, const QByteArray& link, ErrorKind kind) {
            QTest::newRow(name) << link << static_cast<int>(kind);
        };
        row("another host", "http://evil.test/v2/_catalog", ErrorKind::Redirect);
        row("another host, no scheme", "//evil.test/v2/_catalog", ErrorKind::Redirect);
        row("user before the host", "http://r.test@evil.test/v2/_catalog", ErrorKind::Redirect);
        row("outside the API", "/admin/delete", ErrorKind::Malformed);
        row("up", "/v2/../admin", ErrorKind::Malformed);
        row("up, encoded", "/v2/%2e%2e/admin", ErrorKind::Malformed);
        row("empty", "", ErrorKind::Malformed);
        row("control character", "/v2/_catalog?a=\r\nHost: x", ErrorKind::Malformed);
        row("NUL", QByteArray("/v2/\0", 5), ErrorKind::Malformed);
        row("another scheme", "file:///v2/etc/passwd", ErrorKind::Redirect);
        row("not a URL", "http://[", ErrorKind::Malformed);
    }

    void notFollowed()
    {
        QFETCH(QByteArray, link);
        QFETCH(int, kind);
        const auto target = resolveNextLink("http://r.test:5000", "/v2/_catalog", link);
        QVERIFY2(!target, target ? target->constData() : "");
        QCOMPARE(static_cast<int>(target.error().kind), kind);
        QVERIFY(!target.error().message.contains(QLatin1Char('\n')));
    }

    void faults()
    {
        const auto recorded = [](const char* name) {
            return recordedAnswer(QStringLiteral("distribution-2.8.2/") + QString::fromLatin1(name));
        };
        QVERIFY(isSaidToBeAbsent(recorded("tags-unknown")));
        QVERIFY(isSaidToBeAbsent(recorded("manifest-unknown")));
        QVERIFY(!isSaidToBeAbsent(recorded("bad-name"))); // plain text: not the registry's word
        QVERIFY(!isSaidToBeAbsent(recorded("tags")));
        const Error error = answerError(recorded("tags-unknown"));
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QCOMPARE(error.message,
                 QStringLiteral("HTTP 404 NAME_UNKNOWN (repository name not known to registry)"));
        HttpAnswer answer;
        answer.status = 503;
        QCOMPARE(answerError(answer).kind, ErrorKind::ServerFault);
        answer.status = 401;
        QCOMPARE(answerError(answer).kind, ErrorKind::Unauthorized);
        answer.status = 418;
        QCOMPARE(answerError(answer).kind, ErrorKind::Malformed);
    }

    void versions()
    {
        const HttpAnswer two = recordedAnswer(QStringLiteral("distribution-2.8.2/v2"));
        const HttpAnswer three = recordedAnswer(QStringLiteral("distribution-3.1.1/v2"));
        QCOMPARE(guessVersion(two, {}).text, QStringLiteral("2.x (by its answers)"));
        QCOMPARE(guessVersion(three, {}).text, QStringLiteral("3.x (by its answers)"));
        QCOMPARE(guessVersion(recordedAnswer(QStringLiteral("nixery/v2")), {}), RegistryVersion());
        const RegistryMetrics twoMetrics = metricsOf("2.8.2");
        const RegistryMetrics threeMetrics = metricsOf("3.1.1");
        QCOMPARE(guessVersion(two, twoMetrics).text, QStringLiteral("2.x (by its metrics)"));
        QCOMPARE(guessVersion(three, threeMetrics).text, QStringLiteral("3.x (by its metrics)"));

        QVERIFY(versionWarnings(guessVersion(two, {}), {}).isEmpty());
        QCOMPARE(versionWarnings(guessVersion(three, {}), {}).size(), 2);
        QVERIFY(versionWarnings(guessVersion(three, threeMetrics), threeMetrics)
                    .isEmpty()); // filesystem: not concerned
        RegistryMetrics onS3 = threeMetrics;
        onS3.storageDriver = QStringLiteral("s3aws");
        QCOMPARE(versionWarnings(guessVersion(three, onS3), onS3).size(), 2);
    }

    void metrics()
    {
        QCOMPARE(metricsOf("2.8.2").storageDriver, QStringLiteral("filesystem"));
        QVERIFY(!metricsOf("2.8.2").isVersion3);
        QVERIFY(!metricsOf("3.1.1").hasProxied); // counters are there, at zero
        QVERIFY(readRegistryMetrics("registry_proxy_requests_total{type=\"manifest\"} 3\n").hasProxied);
        QCOMPARE(readRegistryMetrics({}), RegistryMetrics());
        QCOMPARE(readRegistryMetrics("<html>\nregistry"), RegistryMetrics());
        QVERIFY(
            readRegistryMetrics("registry_storage_action_seconds_bucket{driver=\"x").storageDriver.isEmpty());
    }

    void proxies()
    {
        QCOMPARE(judgeProxy(recordedAnswer(QStringLiteral("distribution-2.8.2/manifest-unknown"))),
                 ProxyVerdict::Registry);
        QCOMPARE(judgeProxy(recordedAnswer(QStringLiteral("distribution-3.1.1/manifest-unknown"))),
                 ProxyVerdict::Registry);
        HttpAnswer answer;
        answer.status = 500;
        answer.body =
            R"({"errors":[{"code":"UNKNOWN","message":"unknown error","detail":{"errors":[{"code":"MANIFEST_UNKNOWN"}]}}]})";
        QCOMPARE(judgeProxy(answer), ProxyVerdict::Proxy);
        answer.body = "oops";
        QCOMPARE(judgeProxy(answer), ProxyVerdict::Unclear);
        QCOMPARE(judgeProxy(fail(Error{})), ProxyVerdict::Unclear);
    }

private:
    static RegistryMetrics metricsOf(const char* version)
    {
        return readRegistryMetrics(
            recordedAnswer(QStringLiteral("distribution-%1/debug-metrics").arg(QLatin1String(version))).body);
    }
};

QTEST_GUILESS_MAIN(TestRegistryAnswers)
#include "tst_registry_answers.moc"
