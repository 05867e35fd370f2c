// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"
#include "app/demo/hub/DemoHub.h"
#include "tests/app/demo/RawHttp.h"
#include "tests/app/demo/Recording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace stowage;
using namespace stowage::test;
using namespace std::chrono_literals;

/// The simulated hub held against the recorded one: status, headers and shape.
class TestDemoHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answers_data();
    void answers();
    void eventsAreThoseOfTheRecording();
    void pagesAndTiers();
    void filters_data();
    void filters();

private:
    QByteArray signIn();
    QJsonObject list(const QByteArray& target);

    DemoWorld m_world;
    std::unique_ptr<DemoHub> m_hub;
};

namespace {

/// Header lines but for moment and length, sorted.
QByteArrayList sortedHeaders(const RawAnswer& answer)
{
    QByteArrayList lines;
    for (const auto& [name, value] : answer.headers) {
        if (name != "Date" && name != "Content-Length" && name != "Transfer-Encoding") {
            lines += name + ": " + value;
        }
    }
    std::ranges::sort(lines);
    return lines;
}

QString typeOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return QStringLiteral("bool");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("text");
    case QJsonValue::Array:
        return QStringLiteral("list");
    case QJsonValue::Object:
        return QStringLiteral("object");
    default:
        return QStringLiteral("null");
    }
}

/// "created: text, id: text, …", and that of a list's first record behind it.
QString shapeOf(const QJsonObject& object)
{
    QStringList members;
    for (auto it = object.begin(); it != object.end(); ++it) {
        members << it.key() + QStringLiteral(": ") + typeOf(it.value());
    }
    const QJsonArray items = object[QLatin1String("items")].toArray();
    QString shape = members.join(QStringLiteral(", "));
    if (!items.isEmpty()) {
        shape += QStringLiteral(" [") + shapeOf(items.last().toObject()) + u']';
    }
    return shape;
}

QJsonObject parsed(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& token = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n" +
           (token.isEmpty() ? QByteArray() : "Authorization: " + token + "\r\n") +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

void TestDemoHub::init()
{
    m_hub.reset();
    m_world = buildDemoWorld(DemoSize::uniform(1, 6, 2), 1);
    m_world.setBeganAt(Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} + 22h});
    m_hub = std::make_unique<DemoHub>(m_world);
    QVERIFY(m_hub->start());
}

QByteArray TestDemoHub::signIn()
{
    RawHttp http(m_hub->server().port());
    http.send(post("/api/collections/users/auth-with-password", QByteArray(R"({"identity":")") +
                                                                    DemoHub::User + R"(","password":")" +
                                                                    DemoHub::Password + "\"}"));
    const auto answer = http.receive(false);
    return answer ? parsed(answer->body)[QLatin1String("token")].toString().toLatin1() : QByteArray();
}

QJsonObject TestDemoHub::list(const QByteArray& target)
{
    const auto answer =
        askOnce(m_hub->server().port(), "GET", "/api/collections/" + target, {{"Authorization", signIn()}});
    return answer ? parsed(answer->body) : QJsonObject();
}

void TestDemoHub::answers_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"alerts", "alerts_history", "quiet_hours", "auth-refresh-bad-token", "auth-refresh", "auth-wrong",
          "container_stats", "containers", "health", "info", "system_details", "system_stats",
          "systems-bad-token", "systems", "unknown-collection", "unknown-route"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestDemoHub::answers()
{
    QFETCH(const QString, name);
    Recording recording = Recording::load(QStringLiteral("beszel-0.18.8/%1.json").arg(name));
    // The recorded machines were called lab-1 and lab-2.
    recording.target.replace("lab", "eu-");
    const QByteArray token = signIn();
    QVERIFY(!token.isEmpty());
    RawHttp http(m_hub->server().port());
    std::optional<RawAnswer> answer;
    if (recording.method == "POST") {
        QByteArray auth;
        for (const auto& [header, value] : recording.headers) {
            auth = header == "Authorization" ? (value == "TOKEN" ? token : value) : auth;
        }
        http.send(post(recording.target,
                       name == QLatin1String("auth-wrong")
                           ? R"({"identity":"ops@example.test","password":"wrong"})"
                           : "",
                       auth));
        answer = http.receive(false);
    } else {
        for (auto& [header, value] : recording.headers) {
            value = value == "TOKEN" ? token : value;
        }
        answer = http.ask("GET", recording.target, recording.headers);
    }
    QVERIFY(answer);
    QCOMPARE(answer->status, recording.answer.status);
    QCOMPARE(sortedHeaders(*answer).join('\n'), sortedHeaders(recording.answer).join('\n'));
    QCOMPARE(shapeOf(parsed(answer->body)), shapeOf(parsed(recording.answer.body)));
    if (recording.answer.status != 200 || name == QLatin1String("health") ||
        name == QLatin1String("systems-bad-token") || name == QLatin1String("unknown-route")) {
        QCOMPARE(answer->body, recording.answer.body);
    }
    QCOMPARE(http.leftOver(), QByteArray());
}

void TestDemoHub::eventsAreThoseOfTheRecording()
{
    const QByteArray token = signIn();
    RawHttp stream(m_hub->server().port());
    stream.send("GET /api/realtime HTTP/1.1\r\nHost: hub\r\n\r\n");
    QByteArray told;
    const auto gets = [&](const char* what) {
        return QTest::qWaitFor([&] {
            told += stream.socket().readAll();
            return told.contains(what);
        });
    };
    QVERIFY(gets("event:PB_CONNECT\ndata:{\"clientId\":\""));
    QVERIFY(told.contains("Content-Type: text/event-stream\r\n"));
    const qsizetype begin = told.indexOf("clientId\":\"") + 11;
    const QByteArray client = told.mid(begin, told.indexOf('"', begin) - begin);
    QCOMPARE(client.size(), qsizetype(40));

    RawHttp http(m_hub->server().port());
    http.send(post("/api/realtime", R"({"clientId":"nobody","subscriptions":[]})", token));
    QCOMPARE(http.receive(false)->status, 404);
    http.send(post("/api/realtime",
                   R"({"clientId":")" + client + R"(","subscriptions":["systems/*","system_stats/*"]})",
                   token));
    QCOMPARE(http.receive(true)->status, 204);
    QCOMPARE(m_hub->subscribers(), 1);
    m_world.setNow(2min);
    m_hub->tick();
    QVERIFY(gets(
        ("id:" + client + "\nevent:system_stats/*\ndata:{\"record\":{\"collectionId\":\"ej9oowivz8b2mht\"")
            .constData()));
    QVERIFY(gets("event:systems/*\ndata:{\"record\":{"));
    QVERIFY(gets(",\"action\":\"update\"}\n\n"));
    QVERIFY(!told.contains("container_stats"));
    m_world.setNow(DemoHub::LongestStream + 1min);
    m_hub->tick();
    QTRY_VERIFY(m_hub->subscribers() == 0);
    QVERIFY(gets("\r\n0\r\n\r\n")); // ended in good order
}

void TestDemoHub::pagesAndTiers()
{
    const qsizetype systems = static_cast<qsizetype>(m_hub->systems().size());
    const QJsonObject first = list("systems/records?perPage=4&sort=id");
    const QJsonObject last = list("systems/records?perPage=4&page=3&sort=id");
    QCOMPARE(first[QLatin1String("totalItems")].toInt(), static_cast<int>(systems));
    QCOMPARE(first[QLatin1String("items")].toArray().size(), qsizetype(4));
    QCOMPARE(last[QLatin1String("items")].toArray().size(), systems - 8);
    QCOMPARE(list("systems/records?skipTotal=1")[QLatin1String("totalItems")].toInt(), -1);
    QCOMPARE(list("systems/records")[QLatin1String("perPage")].toInt(), 30);
    QCOMPARE(list("systems/records?perPage=5000")[QLatin1String("perPage")].toInt(), 1000);
    for (const auto& [type, rows] : {std::pair{"1m", 60}, std::pair{"10m", 72}, std::pair{"20m", 72},
                                     std::pair{"120m", 84}, std::pair{"480m", 90}}) {
        const QByteArray filter = QByteArray("system_stats/records?filter=type%3D'") + type +
                                  "'%26%26system%3D'" + m_hub->systems().back().id + '\'';
        QCOMPARE(list(filter)[QLatin1String("totalItems")].toInt(), rows);
    }
}

void TestDemoHub::filters_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<bool>("holds"); // of a record with a=x, n=12
    const auto row = [](const char* filter, bool holds) {
        QTest::newRow(filter) << QByteArray(filter) << holds;
    };
    row("", true);
    row("a='x'", true);
    row("a='y'", false);
    row("a!='y' && n>3", true);
    row("a='y' || n>=12", true);
    row("a='y'||a='z'||n<12", false);
    row("(a~'X')", true);
    row("n>'2'", false); // as text
    row("a='x&&y'", false);
    row("a='x' && n>12 || n=12", true);
}

void TestDemoHub::filters()
{
    QFETCH(const QByteArray, filter);
    QFETCH(const bool, holds);
    const auto parsedFilter = DemoHubFilter::parse(filter);
    QVERIFY(parsedFilter);
    QCOMPARE(parsedFilter->matches([](QByteArrayView name) { return QByteArray(name == "a" ? "x" : "12"); }),
             holds);
    for (const char* odd : {"a", "='x'", "a=x", "a='x", "a='x' &&", "&&"}) {
        QVERIFY2(!DemoHubFilter::parse(odd), odd);
    }
}

QTEST_GUILESS_MAIN(TestDemoHub)
#include "tst_demo_hub.moc"
