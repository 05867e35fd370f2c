// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/HeadRequest.h"
#include "connectors/spegel/HeadVerdict.h"
#include "connectors/spegel/MetadataParser.h"
#include "models/fleet/ReferenceGrammar.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace stowage;

namespace {

using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

struct Recording
{
    QByteArray target;
    HttpAnswer answer;
};

QString recordings()
{
    return qEnvironmentVariable("STOWAGE_SOURCE_DIR") + QStringLiteral("/tests/recordings/spegel-0.7.4");
}

Recording readRecording(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no recording %s", qPrintable(path));
    }
    const QJsonObject exchange = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject response = exchange[u"response"].toObject();
    Recording recording;
    recording.target = exchange[u"request"][u"target"].toString().toLatin1();
    recording.answer.status = response[u"status"].toInt();
    recording.answer.body = response[u"body"].toString().toUtf8();
    const QJsonArray headers = response[u"headers"].toArray();
    for (const auto& field : headers) {
        recording.answer.headers.add(field[0].toString().toLatin1(), field[1].toString().toLatin1());
    }
    return recording;
}

const Digest Layer = Digest::of("layer");

WantedContent layerOf(qint64 bytes)
{
    return {Layer, ContentKind::Layer, bytes, QStringLiteral("team/web"), QStringLiteral("docker.io")};
}

HttpAnswer answerOf(int status, const Fields& fields)
{
    HttpAnswer answer;
    answer.status = status;
    for (const auto& [name, value] : fields) {
        answer.headers.add(name, value);
    }
    return answer;
}

} // namespace

Q_DECLARE_METATYPE(stowage::Presence)
Q_DECLARE_METATYPE(stowage::Evidence)
Q_DECLARE_METATYPE(stowage::ErrorKind)
Q_DECLARE_METATYPE(Fields)

/// What a peer's answers mean, held against the recorded ones and against many that lie.
class TestSpegelAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesRecordings_data();
    void judgesRecordings();
    void refusesARecordedHitOfAnotherSize();
    void judgesAnswers_data();
    void judgesAnswers();
    void judgesErrors_data();
    void judgesErrors();
    void asksAsTheRecordings();
    void encodesTheNamespace();
    void knowsRepositoryNames_data();
    void knowsRepositoryNames();
    void readsRecordedIdentities();
    void refusesIdentities_data();
    void refusesIdentities();
};

void TestSpegelAnswers::judgesRecordings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Presence>("presence");
    QTest::addColumn<Evidence>("evidence");
    const auto row = [](const QByteArray& file, Presence presence, Evidence evidence) {
        QTest::newRow(file.constData()) << QString::fromLatin1(file) << presence << evidence;
    };
    // Which node holds what, as the recordings' README and the answers of a plain GET say.
    const QSet<QString> held{
        QStringLiteral("node1/layer-0"), QStringLiteral("node1/layer-1"),  QStringLiteral("node1/layer-2"),
        QStringLiteral("node1/layer-3"), QStringLiteral("node1/manifest"), QStringLiteral("node1/tag"),
        QStringLiteral("node2/layer-0"), QStringLiteral("node2/layer-1"),  QStringLiteral("node3/layer-0")};
    for (const char* node : {"node1", "node2", "node3"}) {
        for (const char* what : {"layer-0", "layer-1", "layer-2", "layer-3", "manifest", "tag"}) {
            const bool isHeld =
                held.contains(QStringLiteral("%1/%2").arg(QLatin1String(node), QLatin1String(what)));
            row(QByteArray(node).append("/local-head-").append(what),
                isHeld ? Presence::Held : Presence::Absent, isHeld ? Evidence::LocalHit : Evidence::JsonMiss);
        }
        row(QByteArray(node) + "/local-head-manifest-asked-as-blob", Presence::Absent, Evidence::JsonMiss);
        row(QByteArray(node) + "/local-get-missing", Presence::Absent, Evidence::JsonMiss);
        row(QByteArray(node) + "/local-head-namespace-not-mirrored", Presence::Unknown, Evidence::BareMiss);
        row(QByteArray(node) + "/local-head-no-namespace", Presence::Unknown, Evidence::BareMiss);
        row(QByteArray(node) + "/catalog", Presence::Unknown, Evidence::BareMiss);
    }
    // node1 holds all and serves itself; the others pass the question on, and that is not their own copy.
    row("node1/mirror-head-layer", Presence::Held, Evidence::LocalHit);
    row("node2/mirror-head-layer", Presence::Unknown, Evidence::ForwardedHit);
    row("node3/mirror-head-layer", Presence::Unknown, Evidence::ForwardedHit);
}

void TestSpegelAnswers::judgesRecordings()
{
    QFETCH(QString, file);
    const Recording recording =
        readRecording(recordings() + QLatin1Char('/') + file + QStringLiteral(".json"));
    WantedContent asked = layerOf(0);
    const QByteArray digest = recording.answer.headers.value("docker-content-digest");
    if (!digest.isEmpty()) {
        asked.digest = Digest::parse(digest).value();
    }
    const HeadVerdict verdict = judgeHead(asked, recording.answer);
    QTEST(verdict.presence, "presence");
    QTEST(verdict.evidence, "evidence");
}

void TestSpegelAnswers::refusesARecordedHitOfAnotherSize()
{
    const Recording recording =
        readRecording(recordings() + QStringLiteral("/node1/local-head-layer-0.json"));
    WantedContent asked = layerOf(922'135);
    asked.digest = Digest::parse(recording.answer.headers.value("Docker-Content-Digest")).value();
    QCOMPARE(judgeHead(asked, recording.answer), (HeadVerdict{Presence::Held, Evidence::LocalHit}));
    asked.bytes = 922'136;
    QCOMPARE(judgeHead(asked, recording.answer), (HeadVerdict{Presence::Unknown, Evidence::SizeMismatch}));
    asked.bytes = 922'135;
    asked.digest = Layer;
    QCOMPARE(judgeHead(asked, recording.answer), (HeadVerdict{Presence::Unknown, Evidence::Unintelligible}));
}

void TestSpegelAnswers::judgesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<Presence>("presence");
    QTest::addColumn<Evidence>("evidence");
    const auto row = [](const char* name, int status, const Fields& fields, Presence presence,
                        Evidence evidence) {
        QTest::newRow(name) << status << fields << presence << evidence;
    };
    const auto unknown = [&](const char* name, int status, const Fields& fields, Evidence evidence) {
        row(name, status, fields, Presence::Unknown, evidence);
    };
    const QByteArray digest = Layer.toByteArray();
    const QByteArray other = Digest::of("other").toByteArray();

    // 200
    row("hit", 200, {{"Content-Length", "100"}, {"OCI-Namespace", "docker.io"}}, Presence::Held,
        Evidence::LocalHit);
    row("hit, lower case", 200, {{"content-length", "100"}, {"oci-namespace", "docker.io"}}, Presence::Held,
        Evidence::LocalHit);
    row("hit, upper case", 200, {{"CONTENT-LENGTH", "100"}, {"OCI-NAMESPACE", "docker.io"}}, Presence::Held,
        Evidence::LocalHit);
    row("hit with its digest", 200,
        {{"Content-Length", "100"}, {"Oci-Namespace", "docker.io"}, {"Docker-Content-Digest", digest}},
        Presence::Held, Evidence::LocalHit);
    row("length twice, equal", 200,
        {{"Content-Length", "100"}, {"Content-Length", "100"}, {"OCI-Namespace", "docker.io"}},
        Presence::Held, Evidence::LocalHit);
    unknown("hit of another digest", 200,
            {{"Content-Length", "100"}, {"OCI-Namespace", "docker.io"}, {"Docker-Content-Digest", other}},
            Evidence::Unintelligible);
    unknown("forwarded", 200, {{"Content-Length", "100"}, {"Docker-Content-Digest", digest}},
            Evidence::ForwardedHit);
    unknown("empty namespace", 200, {{"Content-Length", "100"}, {"OCI-Namespace", " "}},
            Evidence::ForwardedHit);
    unknown("HTML with 200", 200, {{"Content-Length", "100"}, {"Content-Type", "text/html"}},
            Evidence::ForwardedHit);
    unknown("no headers at all", 200, {}, Evidence::ForwardedHit);
    unknown("one byte less", 200, {{"Content-Length", "99"}, {"OCI-Namespace", "docker.io"}},
            Evidence::SizeMismatch);
    unknown("one byte more", 200, {{"Content-Length", "101"}, {"OCI-Namespace", "docker.io"}},
            Evidence::SizeMismatch);
    unknown("nothing in it", 200, {{"Content-Length", "0"}, {"OCI-Namespace", "docker.io"}},
            Evidence::SizeMismatch);
    unknown("no length", 200, {{"OCI-Namespace", "docker.io"}}, Evidence::Unintelligible);
    for (const char* length :
         {"", "-100", "+100", "0x64", "100 bytes", "1e2", "9223372036854775808", "ten", "100, 100"}) {
        QTest::addRow("hit with length '%s'", length)
            << 200 << Fields{{"Content-Length", length}, {"OCI-Namespace", "docker.io"}} << Presence::Unknown
            << Evidence::Unintelligible;
    }
    unknown("two lengths", 200,
            {{"Content-Length", "100"}, {"Content-Length", "7"}, {"OCI-Namespace", "docker.io"}},
            Evidence::Unintelligible);

    // 404
    row("miss", 404, {{"Content-Type", "application/json"}, {"Content-Length", "139"}}, Presence::Absent,
        Evidence::JsonMiss);
    row("miss with a charset", 404,
        {{"content-type", "Application/JSON; charset=utf-8"}, {"content-length", "147"}}, Presence::Absent,
        Evidence::JsonMiss);
    unknown("bare miss", 404, {{"Content-Length", "0"}}, Evidence::BareMiss);
    unknown("miss without any header", 404, {}, Evidence::BareMiss);
    unknown("JSON of no bytes", 404, {{"Content-Type", "application/json"}, {"Content-Length", "0"}},
            Evidence::BareMiss);
    unknown("JSON of no length", 404, {{"Content-Type", "application/json"}}, Evidence::Unintelligible);
    unknown("HTML miss", 404, {{"Content-Type", "text/html"}, {"Content-Length", "139"}},
            Evidence::Unintelligible);
    unknown("text miss", 404, {{"Content-Type", "text/plain; charset=utf-8"}, {"Content-Length", "19"}},
            Evidence::Unintelligible);
    unknown("almost JSON", 404, {{"Content-Type", "application/json5"}, {"Content-Length", "139"}},
            Evidence::Unintelligible);
    unknown("typeless miss with a length", 404, {{"Content-Length", "139"}}, Evidence::Unintelligible);
    unknown("miss of negative length", 404, {{"Content-Type", "application/json"}, {"Content-Length", "-1"}},
            Evidence::Unintelligible);
    unknown("miss past 2^63", 404,
            {{"Content-Type", "application/json"}, {"Content-Length", "99999999999999999999"}},
            Evidence::Unintelligible);

    // the rest
    unknown("unauthorised", 401, {{"Content-Type", "application/json"}, {"Content-Length", "70"}},
            Evidence::Unauthorized);
    unknown("too many requests", 429, {{"Retry-After", "1"}}, Evidence::RateLimited);
    unknown("forbidden", 403, {}, Evidence::Unauthorized);
    for (const int status : {500, 501, 502, 503, 504, 599}) {
        QTest::addRow("%d", status) << status << Fields{} << Presence::Unknown << Evidence::ServerFault;
    }
    const Fields convincing{{"Content-Length", "100"}, {"OCI-Namespace", "docker.io"}};
    for (const int status :
         {0, -1, 100, 201, 204, 206, 301, 302, 304, 307, 400, 405, 410, 416, 418, 600, 999}) {
        QTest::addRow("%d", status) << status << convincing << Presence::Unknown << Evidence::Unintelligible;
    }
}

void TestSpegelAnswers::judgesAnswers()
{
    QFETCH(int, status);
    QFETCH(Fields, fields);
    const HeadVerdict verdict = judgeHead(layerOf(100), answerOf(status, fields));
    QTEST(verdict.presence, "presence");
    QTEST(verdict.evidence, "evidence");
}

void TestSpegelAnswers::judgesErrors_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Evidence>("evidence");
    const auto row = [](ErrorKind kind, Evidence evidence) {
        QTest::newRow(qPrintable(errorKindName(kind))) << kind << evidence;
    };
    row(ErrorKind::Timeout, Evidence::Silent);
    row(ErrorKind::Stalled, Evidence::Silent);
    row(ErrorKind::NameResolution, Evidence::Unreachable);
    row(ErrorKind::Connect, Evidence::Unreachable);
    row(ErrorKind::Tls, Evidence::Unreachable);
    row(ErrorKind::Interrupted, Evidence::Unreachable);
    row(ErrorKind::Malformed, Evidence::Unintelligible);
    row(ErrorKind::TooLarge, Evidence::Unintelligible);
    row(ErrorKind::Redirect, Evidence::Unintelligible);
    row(ErrorKind::RateLimited, Evidence::RateLimited);
    row(ErrorKind::Unauthorized, Evidence::Unauthorized);
    row(ErrorKind::Forbidden, Evidence::Unauthorized);
    row(ErrorKind::ServerFault, Evidence::ServerFault);
    row(ErrorKind::Cancelled, Evidence::NotAsked);
    row(ErrorKind::ReadOnly, Evidence::NotAsked);
}

void TestSpegelAnswers::judgesErrors()
{
    QFETCH(ErrorKind, kind);
    const HeadVerdict verdict = judgeHead(layerOf(100), fail({kind, {}, {}, {}, {}}));
    QCOMPARE(verdict.presence, Presence::Unknown);
    QTEST(verdict.evidence, "evidence");
}

void TestSpegelAnswers::asksAsTheRecordings()
{
    const Recording layer = readRecording(recordings() + QStringLiteral("/node1/local-head-layer-0.json"));
    const Recording manifest =
        readRecording(recordings() + QStringLiteral("/node1/local-head-manifest.json"));
    const auto asked = [](const Recording& recording, ContentKind kind) {
        return localHead({Digest::parse(recording.answer.headers.value("Docker-Content-Digest")).value(),
                          kind, 1, QStringLiteral("team/web"), QStringLiteral("docker.io")},
                         Millis{700});
    };
    QCOMPARE(asked(layer, ContentKind::Layer).target, layer.target);
    QCOMPARE(asked(layer, ContentKind::Config).target, layer.target);
    QCOMPARE(asked(manifest, ContentKind::Manifest).target, manifest.target);
    QCOMPARE(asked(manifest, ContentKind::Index).target, manifest.target);

    const HttpRequest request = asked(layer, ContentKind::Layer);
    QCOMPARE(request.method, HttpMethod::Head);
    QCOMPARE(request.headers.value("x-spegel-mirrored"), QByteArray("true"));
    QCOMPARE(request.deadline, Millis{700});
    QCOMPARE(request.retry, RetryClass::Probe);
    QVERIFY(!request.followRedirects);
}

void TestSpegelAnswers::encodesTheNamespace()
{
    WantedContent wanted = layerOf(1);
    wanted.registryNamespace = QStringLiteral("localhost:5000&x=1#é ");
    const QByteArray target = localHead(wanted, Millis{1}).target;
    QVERIFY2(target.endsWith("?ns=localhost%3A5000%26x%3D1%23%C3%A9%20"), target.constData());
}

void TestSpegelAnswers::knowsRepositoryNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isName");
    for (const char* name :
         {"a", "0", "team/web", "a/b/c/d", "a.b", "a_b", "a__b", "a-b", "a---b", "a-b.c_d__e/f0"}) {
        QTest::newRow(name) << QString::fromLatin1(name) << true;
    }
    for (const char* name :
         {"",      "/",     "a/",           "/a",  "a//b", "..",  "../etc/passwd", "a/../b", "a..b", ".a",
          "a.",    "a___b", "a._b",         "_a",  "-a",   "a-",  "Team",          "a b",    "a?b",  "a#b",
          "a%2fb", "a\nb",  "a\r\nHost: x", "a:b", "a@b",  "a\\b"}) {
        QTest::newRow(
            qPrintable(QStringLiteral("not '%1'").arg(QLatin1String(name).toString().toHtmlEscaped())))
            << QString::fromLatin1(name) << false;
    }
    QTest::newRow("a null byte") << QStringLiteral("a") + QChar(0) << false;
    QTest::newRow("not ASCII") << QStringLiteral("é") << false;
    QTest::newRow("a foreign digit") << QStringLiteral("٣") << false;
    QTest::newRow("255") << QString(255, QLatin1Char('a')) << true;
    QTest::newRow("256") << QString(256, QLatin1Char('a')) << false;
}

void TestSpegelAnswers::knowsRepositoryNames()
{
    QFETCH(QString, name);
    QTEST(isRepositoryName(name.toUtf8()), "isName");
}

void TestSpegelAnswers::readsRecordedIdentities()
{
    QSet<QString> identities;
    for (const char* node : {"node1", "node2", "node3"}) {
        const Recording recording =
            readRecording(recordings() + QStringLiteral("/%1/debug-metadata.json").arg(QLatin1String(node)));
        const auto identity = parsePeerIdentity(recording.answer.body);
        QVERIFY(identity);
        QVERIFY(identity->startsWith(QStringLiteral("12D3KooW")));
        identities.insert(*identity);
    }
    QCOMPARE(identities.size(), 3);
}

void TestSpegelAnswers::refusesIdentities_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>Sign in</body></html>");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no libp2p") << QByteArray("{}");
    QTest::newRow("libp2p is text") << QByteArray(R"({"libp2p":"12D3KooW"})");
    QTest::newRow("no id") << QByteArray(R"({"libp2p":{}})");
    QTest::newRow("id is a number") << QByteArray(R"({"libp2p":{"id":12}})");
    QTest::newRow("id is empty") << QByteArray(R"({"libp2p":{"id":""}})");
    QTest::newRow("id with a control character") << QByteArray(R"({"libp2p":{"id":"a\u001b[31mb"}})");
    QTest::newRow("id with a path") << QByteArray(R"({"libp2p":{"id":"../../x"}})");
    QTest::newRow("id too long") << QByteArray(R"({"libp2p":{"id":")") + QByteArray(129, 'a') + R"("}})";
    QTest::newRow("cut short") << QByteArray(R"({"libp2p":{"id":"12D3KooW)");
    QTest::newRow("trailing rubbish") << QByteArray(R"({"libp2p":{"id":"12D3KooW"}} }})");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"libp2p\":{\"id\":\"12D\xff\xfe\"}}");
    QTest::newRow("invalid UTF-8 elsewhere")
        << QByteArray("{\"x\":\"\xff\",\"libp2p\":{\"id\":\"12D3KooW\"}}");
    QTest::newRow("100,000 deep") << QByteArray(100'000, '[');
    QTest::newRow("100,000 deep in libp2p") << "{\"libp2p\":" + QByteArray(100'000, '{');
}

void TestSpegelAnswers::refusesIdentities()
{
    QFETCH(QByteArray, body);
    const auto identity = parsePeerIdentity(body);
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, ErrorKind::Malformed);
    QVERIFY(!identity.error().message.isEmpty());
    QVERIFY(!identity.error().todo.isEmpty());
}

QTEST_GUILESS_MAIN(TestSpegelAnswers)
#include "tst_spegel_answers.moc"
