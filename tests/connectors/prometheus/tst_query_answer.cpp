// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/MetricAnswer.h"
#include "connectors/prometheus/PrometheusPages.h"
#include "connectors/prometheus/PrometheusTargets.h"
#include "connectors/prometheus/QueryText.h"
#include "tests/connectors/faults/Recording.h"
#include "tests/connectors/prometheus/NastyAnswers.h"

#include <QTest>

#include <cmath>

using namespace stowage;
using namespace stowage::test;

/// What is made of a server's answers: recorded ones, and such as no server should give.
class TestQueryAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedUp();
    void recordedEmpty();
    void recordedErrors();
    void recordedPages();
    void nasty_data();
    void nasty();
    void values_data();
    void values();
    void matrix();
    void tooManyPoints();
    void warnings();
    void refusals_data();
    void refusals();
    void hosts();
    void durations_data();
    void durations();
    void addresses_data();
    void addresses();
    void texts();
    void failingRules();
    void metadata();
};

namespace {

HttpAnswer answerOf(QByteArray body, int status = 200)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

HttpAnswer vectorOf(const QByteArray& series)
{
    return answerOf(R"({"status":"success","data":{"resultType":"vector","result":[)" + series + "]}}");
}

Result<QueryAnswer> vectorIn(const HttpAnswer& answer)
{
    return parseQueryAnswer(answer, QueryShape::Vector, 1'000'000);
}

HttpAnswer recorded(const char* name)
{
    return recordedAnswer((QByteArray("prometheus-2.42/") + name + ".json").constData());
}

} // namespace

void TestQueryAnswer::recordedUp()
{
    const auto reading = readTargets(recorded("query-up"));
    QVERIFY(reading.has_value());
    QCOMPARE(reading->targets.size(), 8U);
    QCOMPARE(reading->targets[6].host, QStringLiteral("127.0.0.1:9"));
    QCOMPARE(reading->targets[6].job, QStringLiteral("dead"));
    QCOMPARE(reading->targets[6].value, 0.0);
    QCOMPARE(reading->targets[7].value, 1.0);
    QCOMPARE(reading->targets[7].evaluatedAt, 1'795'301'919'085);
}

void TestQueryAnswer::recordedEmpty()
{
    const auto answer = vectorIn(recorded("query-empty"));
    QVERIFY(answer.has_value());
    QVERIFY(answer->series.empty() && answer->warnings.isEmpty() && !answer->isPartial);
}

void TestQueryAnswer::recordedErrors()
{
    const HttpAnswer bad = recorded("query-bad");
    const auto answer = vectorIn(bad);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Unsupported);
    QVERIFY2(answer.error().message.contains(QLatin1String("unexpected end of input inside braces")),
             qPrintable(answer.error().message));
    QVERIFY(!isTooMuch(HttpResult(bad)));
    QVERIFY(isTooMuch(HttpResult(recorded("range-too-long"))));
}

void TestQueryAnswer::recordedPages()
{
    const auto targets = parseTargets(recorded("targets"));
    QVERIFY(targets.has_value());
    QCOMPARE(targets->size(), 8U);
    const ScrapeTarget& dead = targets->front();
    QCOMPARE(dead.host, QStringLiteral("127.0.0.1:9"));
    QCOMPARE(dead.address, QStringLiteral("127.0.0.1"));
    QVERIFY(dead.lastError.endsWith(QLatin1String("connect: connection refused")));
    QCOMPARE(dead.every, std::optional(Millis{5'000}));
    QCOMPARE(*parseBuildInfo(recorded("buildinfo")), QStringLiteral("2.42.0+ds"));
    QCOMPARE(*parseFailingRules(recorded("rules")), QStringList());
}

void TestQueryAnswer::nasty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const NastyAnswer& answer : nastyAnswers()) {
        QTest::newRow(answer.name) << answer.body << answer.status;
    }
}

/// None crashes any of the parsers, each is an error that can be shown.
void TestQueryAnswer::nasty()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const HttpAnswer answer = answerOf(body, status);
    const MetricQuery query{QStringLiteral("x{$host}"), QStringLiteral("load.1m"), {}, {}, {}, {}, {}};
    const auto check = [](const auto& result) {
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty() && result.error().message.size() < 600);
        for (const QChar c : result.error().text()) {
            QVERIFY(c.category() != QChar::Other_Control);
        }
    };
    check(readHosts(answer, query));
    check(readTargets(answer));
    check(parseQueryAnswer(answer, QueryShape::Matrix, 100));
    check(parseTargets(answer));
    check(parseMetadata(answer));
    check(parseFailingRules(answer));
    check(parseBuildInfo(answer));
}

void TestQueryAnswer::values_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isTaken");
    QTest::addColumn<double>("number");
    const double infinity = std::numeric_limits<double>::infinity();
    const auto row = [](const char* value, bool isTaken, double number) {
        QTest::newRow(value) << QByteArray(value) << isTaken << number;
    };
    row(R"([1.5,"0.25"])", true, 0.25);
    row(R"([1,"0e+00"])", true, 0);
    row(R"([1,"1.7976931348623157e+308"])", true, 1.7976931348623157e+308);
    row(R"([1,"+Inf"])", true, infinity);
    row(R"([1,"-Inf"])", true, -infinity);
    row(R"([1,"NaN"])", true, qQNaN());
    row(R"([1,7])", true, 7);
    row(R"([1,""])", false, 0);
    row(R"([1,"x"])", false, 0);
    row(R"([1,"1 "])", false, 0);
    row(R"([1,"1e999"])", false, 0);
    row(R"([1,null])", false, 0);
    row(R"([1,[1]])", false, 0);
    row(R"([null,"1"])", false, 0);
    row(R"(["1","1"])", false, 0);
    row(R"([1e300,"1"])", false, 0);
    row(R"([1])", false, 0);
    row(R"([1,"1","2"])", false, 0);
    row(R"({"1":"1"})", false, 0);
    row(R"("1")", false, 0);
}

void TestQueryAnswer::values()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isTaken);
    QFETCH(const double, number);
    const auto answer = vectorIn(vectorOf(R"({"metric":{"instance":"a"},"value":)" + value + "}"));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->series.size(), isTaken ? 1U : 0U);
    QCOMPARE(answer->skipped, isTaken ? 0U : 1U);
    if (isTaken) {
        const double read = answer->series[0].points[0].value;
        QVERIFY(std::isnan(number) ? std::isnan(read) : read == number);
    }
}

void TestQueryAnswer::matrix()
{
    const auto answer = parseQueryAnswer(
        answerOf(R"({"status":"success","data":{"resultType":"matrix","result":[)"
                 R"({"metric":{"instance":"a"},"values":[[1795328190,"1"],[1795328195.5,"2"]]},)"
                 R"({"metric":{"instance":"b"},"values":[]},)"
                 R"({"metric":{"instance":"c"},"values":[[1,"1"],[2]]}]}})"),
        QueryShape::Matrix, 100);
    QVERIFY(answer.has_value());
    QCOMPARE(answer->series.size(), 2U);
    QCOMPARE(answer->skipped, 1U);
    QCOMPARE(answer->series[0].points,
             (std::vector<QueryPoint>{{1'795'328'190'000, 1}, {1'795'328'195'500, 2}}));
}

void TestQueryAnswer::tooManyPoints()
{
    QByteArray points;
    for (int i = 0; i < 50; ++i) {
        points += QByteArray(i == 0 ? "" : ",") + '[' + QByteArray::number(i) + ",\"1\"]";
    }
    const HttpAnswer answer =
        answerOf(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[)" +
                 points + "]}]}}");
    QVERIFY(parseQueryAnswer(answer, QueryShape::Matrix, 50).has_value());
    const auto refused = parseQueryAnswer(answer, QueryShape::Matrix, 49);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooLarge);
}

void TestQueryAnswer::warnings()
{
    const QByteArray good = R"("status":"success","data":{"resultType":"vector","result":[]})";
    const auto warned =
        vectorIn(answerOf("{" + good + R"(,"warnings":["no store\nanswered",7],"infos":["not a counter"]})"));
    QVERIFY(warned.has_value());
    QCOMPARE(warned->warnings,
             (QStringList{QStringLiteral("no store answered"), QStringLiteral("not a counter")}));
    QVERIFY(warned->isPartial);
    const auto informed = vectorIn(answerOf("{" + good + R"(,"infos":["not a counter"]})"));
    QVERIFY(informed && !informed->isPartial);
    const auto partial = vectorIn(answerOf("{" + good + R"(,"isPartial":true})")); // VictoriaMetrics
    QVERIFY(partial && partial->isPartial);
    const auto whole = vectorIn(answerOf("{" + good + R"(,"isPartial":false})"));
    QVERIFY(whole && !whole->isPartial);
}

void TestQueryAnswer::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<bool>("isTooMuch");
    const auto row = [](const char* name, int status, const char* error, bool tooMuch) {
        QTest::newRow(name) << status << QByteArray(error) << tooMuch;
    };
    row("prometheus: samples", 422, "query processing would load too many samples into memory", true);
    row("prometheus: time", 503, "query timed out in expression evaluation", true);
    row("mimir: length", 422, "the query time range exceeds the limit (query length: 9000h)", true);
    row("victoriametrics: points", 422, "too many points for the given step=1", true);
    row("gateway", 504, "", true);
    row("body", 413, "", true);
    row("thanos: points", 400, "exceeded maximum resolution of 11,000 points per timeseries", true);
    row("cannot be read", 400, "parse error: exceeds what I know", false);
    row("no such parameter", 400, "invalid parameter \\\"end\\\"", false);
    row("fine", 200, "", false);
    row("unauthorized", 401, "", false);
    row("broken", 500, "", false);
    row("gone", 404, "", false);
}

void TestQueryAnswer::refusals()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, error);
    QFETCH(const bool, isTooMuch);
    const QByteArray body = R"({"status":"error","error":")" + error + "\"}";
    QCOMPARE(stowage::isTooMuch(HttpResult(answerOf(body, status))), isTooMuch);
}

void TestQueryAnswer::hosts()
{
    const MetricQuery query{QStringLiteral("x{$host}"),
                            {},
                            QStringLiteral("mode"),
                            {{QStringLiteral("user"), QStringLiteral("cpu.user.percent")}},
                            QStringLiteral("mountpoint"),
                            HostFact::DiskBytes,
                            {{QStringLiteral("nodename"), HostWord::Hostname}}};
    const auto series = [](const char* labels, const char* value) {
        return QByteArray(R"({"metric":{)") + labels + R"(},"value":[1,")" + value + "\"]}";
    };
    const auto reading = readHosts(
        vectorOf(QByteArrayList{
            series(R"("instance":"a","mode":"user","mountpoint":"/","nodename":"n1")", "1"),
            series(R"("instance":"a","mode":"user","mountpoint":"/data")", "2"),
            series(R"("instance":"a","mode":"user","mountpoint":"/data","job":"x")", "3"), // once more
            series(R"("instance":"a","mode":"idle","mountpoint":"/data")", "4"), // a mode that is not wanted
            series(R"("mode":"user","mountpoint":"/")", "5"),                    // whose?
            series(R"("instance":"a","mode":"user")", "6"),                      // of which device?
            series(R"("instance":"a\u0007","mode":"user","mountpoint":"/")", "7"),
            series(R"("instance":7,"mode":"user","mountpoint":"/")", "8"),
        }
                     .join(',')),
        query);
    QVERIFY(reading.has_value());
    QCOMPARE(reading->values.size(), 2U);
    QCOMPARE(reading->values[0].metric, QStringLiteral("cpu.user.percent"));
    QCOMPARE(reading->values[1].metric, QStringLiteral("cpu.user.percent[/data]"));
    QCOMPARE(reading->values[1].value, 2.0);
    QCOMPARE(reading->doubled, 1U);
    QCOMPARE(reading->skipped, 4U);
    QCOMPARE(reading->words.size(), 1U);
    QCOMPARE(reading->words[0].text, QStringLiteral("n1"));
    QCOMPARE(reading->facts[0].device, QString());
}

void TestQueryAnswer::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("millis");
    const auto row = [](const char* text, qint64 millis) {
        QTest::newRow(text) << QString::fromLatin1(text) << millis;
    };
    row("15s", 15'000);
    row("1m30s", 90'000);
    row("500ms", 500);
    row("1h", 3'600'000);
    row("1d", 86'400'000);
    row("", -1);
    row("0s", -1);
    row("15", -1);
    row("s", -1);
    row("-5s", -1);
    row("99999999999999999999s", -1);
    row("9000000000000000000w", -1);
    row("1x", -1);
}

void TestQueryAnswer::durations()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, millis);
    QCOMPARE(parseDuration(text).value_or(Millis{-1}).count(), millis);
}

void TestQueryAnswer::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    const auto row = [](const char* address, const char* host) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(host);
    };
    row("10.77.0.1:9100", "10.77.0.1");
    row("n1", "n1");
    row("[fe80::1]:9100", "fe80::1");
    row("fe80::1", "fe80::1");
    row("http://n1:9100/metrics", "n1");
    row("https://[::1]/m", "::1");
    row("[", "");
    row("", "");
    row("/", "");
}

void TestQueryAnswer::addresses()
{
    QFETCH(const QString, address);
    QFETCH(const QString, host);
    QCOMPARE(hostOfAddress(address), host);
}

void TestQueryAnswer::texts()
{
    QCOMPARE(matcher(QStringLiteral("a"), QStringLiteral("x\"\\\n")), QStringLiteral("a=\"x\\\"\\\\\\n\""));
    QCOMPARE(expressionFor(QStringLiteral("rate(x{m=\"1\",$pick,$host}[$rate])"),
                           {QStringLiteral("instance=\"$rate\""), {}, Millis{1'001}}),
             QStringLiteral("rate(x{m=\"1\",instance=\"$rate\"}[2s])"));
    QCOMPARE(apiTarget("/q", {{"query", "a{b=\"&\"}"}, {"time", "1"}}),
             QByteArray("/q?query=a%7Bb%3D%22%26%22%7D&time=1"));
    QCOMPARE(secondsText(1'795'301'919'085), QByteArray("1795301919.085"));
    QCOMPARE(secondsText(15'000), QByteArray("15"));
    QCOMPARE(serverText("a\x01"
                        "b\xff  c"),
             QStringLiteral("a b\uFFFD c"));
    QCOMPARE(serverText(std::string(100'000, 'x')).size(), 240);
}

void TestQueryAnswer::failingRules()
{
    const auto failing = parseFailingRules(
        answerOf(R"({"status":"success","data":{"groups":[7,{"rules":[)"
                 R"({"type":"recording","name":"a:b","health":"err","lastError":"boom"},)"
                 R"({"type":"alerting","name":"A","health":"err"},{"type":"recording","health":"ok"}]}]}})"));
    QVERIFY(failing.has_value());
    QCOMPARE(*failing, QStringList{QStringLiteral("a:b (boom)")});
}

void TestQueryAnswer::metadata()
{
    const auto types = parseMetadata(answerOf(R"({"status":"success","data":{"a":[{"type":"counter"}],"b":7,)"
                                              R"("c":[{"type":"counter"},{"type":"gauge"}]}})"));
    QVERIFY(types.has_value());
    QCOMPARE(types->value(QStringLiteral("a")), QStringLiteral("counter"));
    QVERIFY(types->value(QStringLiteral("c")).isEmpty()); // they disagree
    QVERIFY(!types->contains(QStringLiteral("b")));
}

QTEST_GUILESS_MAIN(TestQueryAnswer)
#include "tst_query_answer.moc"
