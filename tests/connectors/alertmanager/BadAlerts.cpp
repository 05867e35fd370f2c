// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/alertmanager/BadAlerts.h"

namespace stowage::test {
namespace {

QByteArray silence(const QByteArray& matchers, const QByteArray& state = R"({"state":"active"})")
{
    return R"([{"id":"s","status":)" + state + R"(,"matchers":)" + matchers +
           R"(,"createdBy":"x","comment":"y","startsAt":"2026-11-21T20:00:00Z","endsAt":"2026-11-22T20:00:00Z"}])";
}

} // namespace

QByteArray rawAlert(const QByteArray& labels, const QByteArray& annotations, const QByteArray& beside)
{
    return R"({"fingerprint":"f","labels":)" + labels + R"(,"annotations":)" + annotations + beside + '}';
}

QByteArray manyLabels(int count)
{
    QByteArray labels = R"({"alertname":"Many","zone":"eu-a")";
    for (int i = 2; i < count; ++i) {
        labels +=
            R"(,"l)" + QByteArray::number(i).rightJustified(5, '0') + R"(":"v)" + QByteArray::number(i) + '"';
    }
    return labels + '}';
}

std::vector<BadAlerts> badAlerts()
{
    const QByteArray a = R"({"alertname":"A"})";
    const auto with = [&a](const QByteArray& beside) {
        return '[' + rawAlert(a, "{}", ',' + beside) + ']';
    };
    const QByteArray mega(1'048'576, 'x');
    return {
        {"none", "[]", 0, 0},
        {"no labels", "[" + rawAlert("{}") + "]", 1, 0},
        {"labels missing", R"([{"fingerprint":"f"}])", 0, 1},
        {"labels null", "[" + rawAlert("null") + "]", 0, 1},
        {"labels a list", "[" + rawAlert(R"(["alertname","A"])") + "]", 0, 1},
        {"labels a text", "[" + rawAlert(R"("alertname=A")") + "]", 0, 1},
        {"a label that is a number", "[" + rawAlert(R"({"alertname":"A","n":7})") + "]", 0, 1},
        {"a label that is null", "[" + rawAlert(R"({"alertname":"A","n":null})") + "]", 0, 1},
        {"a label that is an object", "[" + rawAlert(R"({"alertname":{"a":"b"}})") + "]", 0, 1},
        {"a label told twice", "[" + rawAlert(R"({"alertname":"A","alertname":"B"})") + "]", 1, 0},
        {"a label without a name", "[" + rawAlert(R"({"":"x"})") + "]", 1, 0},
        {"10,000 labels", "[" + rawAlert(manyLabels(10'000)) + "]", 1, 0},
        {"a megabyte of a label", "[" + rawAlert(R"({"alertname":")" + mega + "\"}") + "]", 1, 0},
        {"a megabyte of a label's name", "[" + rawAlert("{\"" + mega + R"(":"x"})") + "]", 1, 0},
        {"a megabyte of annotation", "[" + rawAlert(a, R"({"summary":")" + mega + "\"}") + "]", 1, 0},
        {"10,000 annotations", "[" + rawAlert(a, manyLabels(10'000)) + "]", 1, 0},
        {"annotations missing", R"([{"fingerprint":"f","labels":{"alertname":"A"}}])", 1, 0},
        {"annotations a list", "[" + rawAlert(a, "[1]") + "]", 1, 0},
        {"an annotation that is a number", "[" + rawAlert(a, R"({"n":1e400})").replace("1e400", "7") + "]", 1,
         0},
        {"control characters", "[" + rawAlert(R"({"alertname":"A\u0000\u001b[31m\u0007\n"})") + "]", 1, 0},
        {"writing from the right", "[" + rawAlert("{\"alertname\":\"A\\u202e\\u200b\"}") + "]", 1, 0},
        {"HTML in names", "[" + rawAlert(R"({"alertname":"<img src=x onerror=alert(1)>"})") + "]", 1, 0},
        {"HTML in annotations", "[" + rawAlert(a, R"({"summary":"<script>alert(1)</script>"})") + "]", 1, 0},
        {"a path in a label", "[" + rawAlert(R"({"alertname":"../../etc/passwd"})") + "]", 1, 0},
        {"no fingerprint", R"([{"labels":{"alertname":"A"}}])", 1, 0},
        {"a fingerprint that is a number", R"([{"fingerprint":7,"labels":{"alertname":"A"}}])", 1, 0},
        {"a fingerprint of control characters", R"([{"fingerprint":"\u0001","labels":{"alertname":"A"}}])", 1,
         0},
        {"a megabyte of fingerprint", R"([{"fingerprint":")" + mega + R"(","labels":{"alertname":"A"}}])", 1,
         0},
        {"equal fingerprints", "[" + rawAlert(a) + ',' + rawAlert(R"({"alertname":"B"})") + "]", 2, 0},
        {"equal fingerprints, three",
         "[" + rawAlert(a) + ',' + rawAlert(R"({"alertname":"B"})") + ',' + rawAlert(R"({"alertname":"C"})") +
             "]",
         3, 0},
        {"the same alert twice", "[" + rawAlert(a) + ',' + rawAlert(a) + "]", 1, 0},
        {"start in the future", with(R"("startsAt":"2099-01-01T00:00:00Z","endsAt":"2100-01-01T00:00:00Z")"),
         1, 0},
        {"end before start",
         with(
             R"("startsAt":"2026-11-21T21:00:00Z","endsAt":"2026-11-21T20:00:00Z","updatedAt":"2026-11-21T22:00:00Z")"),
         1, 0},
        {"start that is none", with(R"("startsAt":"yesterday","endsAt":"","updatedAt":[])"), 1, 0},
        {"start a number", with(R"("startsAt":18446744073709551615)"), 1, 0},
        {"Go's zero time", with(R"("startsAt":"0001-01-01T00:00:00.000Z")"), 1, 0},
        {"a year of 30 digits", with(R"("startsAt":"999999999999999999999999999999-01-01T00:00:00Z")"), 1, 0},
        {"a megabyte of time", with(R"("startsAt":")" + mega + '"'), 1, 0},
        {"status null", with(R"("status":null)"), 1, 0},
        {"status a text", with(R"("status":"suppressed")"), 1, 0},
        {"silencedBy a text", with(R"("status":{"silencedBy":"s","inhibitedBy":{},"state":7})"), 1, 0},
        {"silencedBy of numbers", with(R"("status":{"silencedBy":[1,null,{}],"state":"suppressed"})"), 1, 0},
        {"an unknown state", with(R"("status":{"state":"sleeping"})"), 1, 0},
        {"a link that runs a script", with("\"generatorURL\":\"javascript:alert(1)\""), 1, 0},
        {"a link to a file", with(R"("generatorURL":"file:///etc/passwd")"), 1, 0},
        {"a link with a password", with(R"("generatorURL":"http://a:b@h/")"), 1, 0},
        {"a link that is a list", with(R"("generatorURL":["http://h/"])"), 1, 0},
        {"members that nobody knows", with(R"("x":{"y":[1,2,{"z":null}]},"":"")"), 1, 0},
        {"deep but right", with(R"("x":)" + QByteArray(500, '[') + QByteArray(500, ']')), 1, 0},
        {"items that are none", R"([7,null,"x",[],true,1.5])", 0, 6},
        {"good ones between", R"([7,)" + rawAlert(a) + ",{}]", 1, 2},
    };
}

std::vector<NoAlerts> noAlerts()
{
    return {
        {"empty", ""},
        {"space", "  \n"},
        {"HTML", "<html><body>Sign in</body></html>"},
        {"half", R"([{"labels":{"alertname":)"},
        {"null", "null"},
        {"number", "7"},
        {"text", R"("[]")"},
        {"object", "{}"},
        {"version 1", R"({"status":"success","data":[]})"},
        {"two documents", "[][]"},
        {"not UTF-8", "[{\"labels\":{\"alertname\":\"\xff\xfe\"}}]"},
        {"half a surrogate", R"([{"labels":{"alertname":"\ud800"}}])"},
        {"raw control character", "[{\"labels\":{\"alertname\":\"a\x01\"}}]"},
        {"a number without end", R"([{"x":1e999999}])"},
        {"deep", QByteArray(100'000, '[') + QByteArray(100'000, ']')},
        {"400", R"("bad filter")", 400},
        {"401", "", 401},
        {"403", "no", 403},
        {"404", R"({"code":404,"message":"path /api/v2/alerts was not found"})", 404},
        {"404 of another", "404 page not found\n", 404},
        {"429", "", 429},
        {"500", R"({"code":[],"message":{}})", 500},
        {"502", "<html>\x01\x02 no</html>", 502},
        {"503 with control characters", R"("a\u0000\u001b[31mb")", 503},
        {"204", "", 204},
        {"301", "", 301},
    };
}

std::vector<BadAlerts> badSilences()
{
    return {
        {"none", "[]", 0, 0},
        {"broken expression", silence(R"([{"name":"zone","value":"eu-(","isRegex":true,"isEqual":true}])"), 1,
         0},
        {"no matchers", silence("[]"), 1, 0},
        {"matchers missing", R"([{"id":"s","status":{"state":"active"}}])", 0, 1},
        {"matchers an object", silence("{}"), 0, 1},
        {"a matcher that is a text", silence(R"(["a=b"])"), 0, 1},
        {"a matcher without value", silence(R"([{"name":"a"}])"), 0, 1},
        {"isRegex a text", silence(R"([{"name":"a","value":"b","isRegex":"yes"}])"), 1, 0},
        {"10,000 matchers",
         silence('[' + QByteArray(R"({"name":"a","value":"b"},)").repeated(9'999) +
                 R"({"name":"a","value":"b"}])"),
         1, 0},
        {"a megabyte of value", silence(R"([{"name":"a","value":")" + QByteArray(1'048'576, 'x') + "\"}]"), 1,
         0},
        {"state missing", silence("[]", "null"), 1, 0},
        {"expired", silence("[]", R"({"state":"expired"})"), 0, 0},
        {"items that are none", "[7,null,\"x\",{}]", 0, 4},
    };
}

} // namespace stowage::test
