// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/rules/RuleTexts.h"

namespace stowage::test {

QByteArray oneRule(const QByteArray& rule)
{
    return "{\n  \"schema\": \"stowage/alert-rules/1\",\n  \"rules\": [\n" + rule + "\n  ]\n}\n";
}

std::vector<BadRules> badRules()
{
    const auto with = [](const char* more) {
        return oneRule(QByteArray(R"({"id": "x", "about": "host", "title": "{subject}")") + more + '}');
    };
    const QByteArray when = R"("when": [{"fact": "cpu.percent", "above": 9}])";
    return {
        {"empty", "", 1, ""},
        {"no json", "rules", 1, ""},
        {"cut short", "{ \"schema\": \"stowage/alert-rules/1\", \"rules\": [", 1, ""},
        {"not utf-8", "{ \"schema\": \"\xff\" }", 1, "UTF-8"},
        {"deep", QByteArray(10'000, '['), 1, ""},
        {"a list", "[]", 1, ""},
        {"another schema", "{\"schema\": \"stowage/profile/1\", \"rules\": []}", 1, "stowage/alert-rules/1"},
        {"no rules", "{\n\"schema\": \"stowage/alert-rules/1\"}", 1, "rules"},
        {"rules no list", "{\"schema\": \"stowage/alert-rules/1\",\n\"rules\": {}}", 2, ""},
        {"rule no object", oneRule("7"), 4, ""},
        {"no id",
         oneRule(R"({"about": "host", "title": "x", "when": [{"fact": "cpu.percent", "above": 9}]})"), 4,
         "id"},
        {"bad id", oneRule(R"({"id": "Not Good", "enabled": false})"), 4, "Not Good"},
        {"id with dots", oneRule(R"({"id": "../x", "enabled": false})"), 4, ""},
        {"no kind", oneRule(R"({"id": "x", "title": "x", "when": [{"fact": "cpu.percent", "above": 9}]})"), 4,
         "about"},
        {"unknown kind",
         oneRule(
             R"({"id": "x", "about": "hots", "title": "x", "when": [{"fact": "cpu.percent", "above": 9}]})"),
         4, "hots"},
        {"no title",
         oneRule(R"({"id": "x", "about": "host", "when": [{"fact": "cpu.percent", "above": 9}]})"), 4,
         "title"},
        {"no when", with(""), 4, "when"},
        {"empty when", with(R"(, "when": [])"), 4, ""},
        {"when no list", with(R"(, "when": {})"), 4, ""},
        {"unknown fact", with(R"(, "when": [{"fact": "cpu.percnt", "above": 9}])"), 4, "cpu.percent"},
        {"fact a number", with(R"(, "when": [{"fact": 3, "above": 9}])"), 4, ""},
        {"no test", with(R"(, "when": [{"fact": "cpu.percent"}])"), 4, "above"},
        {"two tests", with(R"(, "when": [{"fact": "cpu.percent", "above": 1, "below": 2}])"), 4, "one of"},
        {"a word asked as a number", with(R"(, "when": [{"fact": "state", "above": 1}])"), 4, "word"},
        {"a number asked as a word", with(R"(, "when": [{"fact": "cpu.percent", "is": ["x"]}])"), 4,
         "number"},
        {"limit a word", with(R"(, "when": [{"fact": "cpu.percent", "above": "9"}])"), 4, ""},
        {"ends before it begins", with(R"(, "when": [{"fact": "cpu.percent", "above": 9, "clear": 10}])"), 4,
         "clear"},
        {"ends before it begins below",
         with(R"(, "when": [{"fact": "cpu.percent", "below": 9, "clear": 8}])"), 4, "clear"},
        {"bad severity", with((", \"severity\": \"page\", " + when).constData()), 4, "page"},
        {"bad template",
         oneRule("{\"id\": \"x\", \"about\": \"host\", \"title\": \"{nothing}\",\n" + when + '}'), 4,
         "nothing"},
        {"bad summary", with((",\n\"summary\": \"{cpu.percent\", " + when).constData()), 5, "brace"},
        {"bad label", with((", \"labels\": [\"zon\"], " + when).constData()), 4, "zone"},
        {"value a word", with((", \"value\": \"state\", " + when).constData()), 4, "number"},
        {"since no moment", with((", \"since\": \"cpu.percent\", " + when).constData()), 4, "moment"},
        {"negative for", with((", \"forSeconds\": -1, " + when).constData()), 4, ""},
        {"endless for", with((", \"forSeconds\": 1e300, " + when).constData()), 4, ""},
        {"unknown key", with((", \"cooldwn\": 1, " + when).constData()), 4, "cooldwn"},
        {"step without when", with((", \"steps\": [{\"severity\": \"critical\"}], " + when).constData()), 4,
         "when"},
        {"twice",
         oneRule(R"({"id": "x", "enabled": false},)"
                 "\n"
                 R"({"id": "x", "enabled": false})"),
         5, "two rules"},
    };
}

} // namespace stowage::test
