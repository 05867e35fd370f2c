// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/RuleReader.h"
#include "app/rules/RuleWords.h"
#include "models/alerts/rules/FactKind.h"
#include "tests/app/rules/RuleTexts.h"

#include <QSet>
#include <QTest>

using namespace stowage;
using namespace stowage::test;

class TestRuleReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownRulesCanBeRead();
    void ownRulesAreGivenToTranslators();
    void ownRulesCoverWhatIsAskedFor();
    void readsARule();
    void aRuleMayTurnAnotherOff();
    void namesFaultsByLine_data();
    void namesFaultsByLine();
    void namesAllFaultsAtOnce();
    void theSchemaKnowsTheKinds();
};

void TestRuleReader::ownRulesCanBeRead()
{
    const auto rules = ownRules();
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text()));
    QVERIFY(rules->size() > 25);
    QSet<QString> ids;
    for (const AlertRule& rule : *rules) {
        QVERIFY2(!rule.when.empty(), qPrintable(rule.id));
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
        ids.insert(rule.id);
    }
}

void TestRuleReader::ownRulesAreGivenToTranslators()
{
    const auto rules = ownRules();
    QVERIFY(rules);
    for (const AlertRule& rule : *rules) {
        QVERIFY2(isRuleTextKnown(rule.title.text()), qPrintable(rule.title.text()));
        QVERIFY2(isRuleTextKnown(rule.summary.text()), qPrintable(rule.summary.text()));
    }
}

void TestRuleReader::ownRulesCoverWhatIsAskedFor()
{
    QSet<QString> ids;
    const auto rules = ownRules();
    QVERIFY(rules);
    for (const AlertRule& rule : *rules) {
        ids.insert(rule.id);
    }
    for (const char* id : {"node-gone",
                           "node-unable",
                           "single-holder",
                           "coverage-broken",
                           "forecast",
                           "registry-errors",
                           "registry-latency",
                           "hit-rate",
                           "crawl-failing",
                           "crawl-incomplete",
                           "source-stale",
                           "identity-changed",
                           "quarantine-rate",
                           "certificate-ends",
                           "certificate-ended",
                           "v6-dark",
                           "registry-errors-unusual",
                           "registry-hits",
                           "source-errors",
                           "sweep-late",
                           "stowage-queue",
                           "stowage-disk",
                           "stowage-not-writing",
                           "stowage-slow-writes",
                           "stowage-database-size",
                           "stowage-stalls",
                           "stowage-memory"}) {
        QVERIFY2(ids.contains(QLatin1String(id)), id);
    }
}

void TestRuleReader::readsARule()
{
    const QByteArray text =
        oneRule("{\"id\": \"cpu-high\", \"about\": \"host\", \"title\": \"{subject} is busy\", // in words\n"
                "\"summary\": \"{cpu.percent}\", \"severity\": \"critical\", \"forSeconds\": 60,"
                "\"cooldownSeconds\": 7, \"labels\": [\"zone\"], \"value\": \"cpu.percent\","
                "\"when\": [{\"fact\": \"cpu.percent\", \"above\": 95, \"clear\": 80},"
                "{\"fact\": \"state\", \"is\": [\"up\"]}],"
                "\"steps\": [{\"severity\": \"info\", \"when\": [{\"fact\": \"load.1m\", \"below\": 3}]}]}");
    const auto rules = readRules(text, QStringLiteral("rules.json"));
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text()));
    const AlertRule& rule = rules->at(0);
    QCOMPARE(rule.id, QStringLiteral("cpu-high"));
    QCOMPARE(rule.severity, AlertSeverity::Critical);
    QCOMPARE(rule.wait, Millis(60'000));
    QCOMPARE(rule.cooldown, Millis(7'000));
    QCOMPARE(rule.when.size(), size_t(2));
    QCOMPARE(rule.when[0].raise, 95.0);
    QCOMPARE(rule.when[0].clear, 80.0);
    QCOMPARE(rule.when[1].words, QStringList{QStringLiteral("up")});
    QCOMPARE(rule.steps.at(0).severity, AlertSeverity::Info);
    QCOMPARE(rule.steps[0].when.at(0).test, RuleCondition::Test::Below);
    QCOMPARE(rule.facts.fields.at(*rule.value).name, QStringLiteral("cpu.percent"));
}

void TestRuleReader::aRuleMayTurnAnotherOff()
{
    const auto rules = readRules(oneRule("{\"id\": \"node-gone\", \"enabled\": false}"), QString());
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text()));
    const auto merged = mergedRules(ownRules().value(), *rules);
    QCOMPARE(merged.size() + 1, ownRules()->size());
}

void TestRuleReader::namesFaultsByLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("says");
    for (const BadRules& bad : badRules()) {
        QTest::newRow(bad.name) << bad.text << bad.line << QString::fromUtf8(bad.says);
    }
}

void TestRuleReader::namesFaultsByLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(QString, says);
    const auto rules = checkRules(text, QStringLiteral("rules.json"));
    QVERIFY(!rules);
    QVERIFY(!rules.error().empty());
    bool isSaid = false;
    for (const ProfileProblem& problem : rules.error()) {
        isSaid |= problem.line == line && problem.text().contains(says);
    }
    QVERIFY2(isSaid, qPrintable(rules.error().front().text()));
}

void TestRuleReader::namesAllFaultsAtOnce()
{
    const QByteArray text = oneRule("{\"id\": \"a\", \"about\": \"host\",\n\"title\": \"{x}\",\n"
                                    "\"when\": [{\"fact\": \"y\", \"above\": 1}],\n\"labels\": [\"z\"]}");
    const auto rules = readRules(text, QStringLiteral("rules.json"));
    QVERIFY(!rules);
    QCOMPARE(rules.error().kind, ErrorKind::Profile);
    QCOMPARE(rules.error().message.count(QLatin1String("rules.json:")), 3);
}

void TestRuleReader::theSchemaKnowsTheKinds()
{
    for (const FactSchema& schema : factSchemas()) {
        const QByteArray rule =
            "{\"id\": \"x\", \"about\": \"" + schema.kind.toUtf8() +
            "\", \"title\": \"{subject}\", \"when\": [{\"fact\": \"nothing\", \"above\": 1}]}";
        const auto rules = checkRules(oneRule(rule), QString());
        QVERIFY(!rules);
        QCOMPARE(rules.error().size(), size_t(1)); // the fact, and not the kind
    }
}

QTEST_GUILESS_MAIN(TestRuleReader)
#include "tst_rule_reader.moc"
