// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/prometheus/BadRules.h"

namespace stowage::test {

QByteArray rulesPage(const QByteArray& rules, const QByteArray& beside)
{
    return R"({"status":"success","data":{"groups":[{"name":"lab","rules":[)" + rules + "]}]}" + beside + '}';
}

QByteArray ruleOf(const QByteArray& name, const QByteArray& alerts, const QByteArray& health)
{
    return R"({"type":"alerting","name":")" + name + R"(","health":")" + health +
           R"(","lastError":"boom","lastEvaluation":"2026-11-21T21:59:00.5Z","alerts":[)" + alerts + "]}";
}

QByteArray ruleAlert(const QByteArray& labels, const QByteArray& state, const QByteArray& value)
{
    return R"({"labels":)" + labels + R"(,"annotations":{"summary":"s"},"state":")" + state +
           R"(","activeAt":"2026-11-21T21:00:00.123456789Z","value":")" + value + "\"}";
}

std::vector<BadRules> badRules()
{
    const QByteArray a = R"({"alertname":"A"})";
    const QByteArray mega(1'048'576, 'x');
    const auto one = [](const QByteArray& alert) {
        return rulesPage(ruleOf("A", alert));
    };
    QByteArray many = R"({"alertname":"Many")";
    for (int i = 0; i < 10'000; ++i) {
        many += ",\"l" + QByteArray::number(i) + R"(":"v")";
    }
    many += '}';
    return {
        {"no groups", R"({"status":"success","data":{"groups":[]}})", 0, 0, 0},
        {"groups that are none", R"({"status":"success","data":{"groups":[7,null,"x",{}]}})", 0, 0, 0},
        {"rules an object", R"({"status":"success","data":{"groups":[{"name":"g","rules":{}}]}})", 0, 0, 0},
        {"rules that are none", rulesPage("7,null,\"x\",[]"), 0, 0, 0},
        {"a rule without a name", rulesPage(R"({"type":"alerting","health":"err"})"), 0, 0, 1},
        {"two of one name that fail", rulesPage(ruleOf("A", "", "err") + ',' + ruleOf("A", "", "err")), 0, 0,
         2},
        {"a megabyte of error",
         rulesPage(R"({"type":"alerting","name":"A","health":"err","lastError":")" + mega + "\"}"), 0, 0, 1},
        {"an error of control characters",
         rulesPage(R"({"type":"alerting","name":"A\u0000","health":"err","lastError":"a\u001b[31m\n"})"), 0,
         0, 1},
        {"health a number", rulesPage(R"({"type":"alerting","name":"A","health":7})"), 0, 0, 0},
        {"no type", rulesPage(R"({"name":"A","health":"ok","alerts":[)" + ruleAlert(a) + "]}"), 1, 0, 0},
        {"a recording rule", rulesPage(R"({"type":"recording","name":"r","health":"err","lastError":"x"})"),
         0, 0, 0},
        {"alerts null", rulesPage(R"({"type":"alerting","name":"A","health":"ok","alerts":null})"), 0, 0, 0},
        {"alerts a text", rulesPage(R"({"type":"alerting","name":"A","health":"ok","alerts":"A"})"), 0, 0, 0},
        {"alerts that are none", one("7,null,\"x\",[]"), 0, 4, 0},
        {"labels missing", one(R"({"state":"firing"})"), 0, 1, 0},
        {"labels of numbers", one(ruleAlert(R"({"alertname":1})")), 0, 1, 0},
        {"no labels", one(ruleAlert("{}")), 1, 0, 0},
        {"10,000 labels", one(ruleAlert(many)), 1, 0, 0},
        {"a megabyte of a label", one(ruleAlert(R"({"alertname":")" + mega + "\"}")), 1, 0, 0},
        {"control characters", one(ruleAlert(R"({"alertname":"A\u0000\u202e<b>"})")), 1, 0, 0},
        {"state unknown", one(ruleAlert(a, "sleeping")), 0, 1, 0},
        {"state missing", one(R"({"labels":{"alertname":"A"}})"), 0, 1, 0},
        {"inactive", one(ruleAlert(a, "inactive")), 0, 0, 0},
        {"value no number", one(ruleAlert(a, "firing", "much")), 1, 0, 0},
        {"value without end", one(ruleAlert(a, "firing", "+Inf")), 1, 0, 0},
        {"value none", one(ruleAlert(a, "firing", "NaN")), 1, 0, 0},
        {"value huge", one(ruleAlert(a, "firing", "1e999")), 1, 0, 0},
        {"value a list", one(R"({"labels":{"alertname":"A"},"state":"firing","value":[1]})"), 1, 0, 0},
        {"activeAt words", one(R"({"labels":{"alertname":"A"},"state":"firing","activeAt":"long ago"})"), 1,
         0, 0},
        {"activeAt in the future",
         one(R"({"labels":{"alertname":"A"},"state":"firing","activeAt":"2199-01-01T00:00:00Z"})"), 1, 0, 0},
        {"the same labels twice", one(ruleAlert(a) + ',' + ruleAlert(a, "pending")), 1, 0, 0},
        {"the same labels, pending first", one(ruleAlert(a, "pending") + ',' + ruleAlert(a)), 1, 0, 0},
    };
}

} // namespace stowage::test
