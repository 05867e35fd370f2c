// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/rules/RuleFixture.h"

#include <QTest>

#include <limits>

using namespace stowage;
using namespace stowage::test;

class TestRuleTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersFacts_data();
    void rendersFacts();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void figuresAreInHumanUnits_data();
    void figuresAreInHumanUnits();
};

void TestRuleTemplate::rendersFacts_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<double>("layers");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("rendered");
    constexpr double NotKnown = std::numeric_limits<double>::quiet_NaN();
    const auto row = [](const char* name, const char* words, double layers, const char* state,
                        const char* rendered) {
        QTest::newRow(name) << QString::fromUtf8(words) << layers << QString::fromUtf8(state)
                            << QString::fromUtf8(rendered);
    };
    row("plain", "all is lost", 1, "up", "all is lost");
    row("subject", "node {subject}", 1, "up", "node n1");
    row("one", "{layers|one layer has|# layers have} it", 1, "up", "one layer has it");
    row("many", "{layers|one layer has|# layers have} it", 9, "up", "9 layers have it");
    row("none", "{layers|one layer has|# layers have} it", 0, "up", "0 layers have it");
    row("unknown", "{layers|one|#} left", NotKnown, "up", "– left");
    row("optional", "a[, {layers} left]", 3, "up", "a, 3 left");
    row("optional nought", "a[, {layers} left]", 0, "up", "a");
    row("optional unknown", "a[, {layers} left]", NotKnown, "up", "a");
    row("optional text", "a[: {state}]", 0, "up", "a: up");
    row("optional empty text", "a[: {state}]", 0, "", "a");
    row("optional of two", "a[: {state} {layers}]", 0, "up", "a");
    row("optional without facts", "a[ b]", 0, "up", "a b");
    row("twice", "{{{layers}}} [[x]]", 2, "up", "{2} [x]");
    row("text from outside", "{state}", 0, "<b>\n{layers}", "<b> {layers}");
}

void TestRuleTemplate::rendersFacts()
{
    QFETCH(QString, words);
    QFETCH(double, layers);
    QFETCH(QString, state);
    RuleFixture::Row row{QStringLiteral("n1"), 0, layers};
    row.state = state;
    const RuleFacts facts = RuleFixture::facts({row});
    QTEST(RuleFixture::words(words).render(*facts.find(QStringLiteral("host")), 0), "rendered");
}

void TestRuleTemplate::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("words");
    for (const char* words : {"{layers", "layers}", "[a", "a]", "[a [b]]", "{}", "{nothing}", "{layers|one}",
                              "{layers|a|b|c}", "{state|one|many}", "{subject|a|b}", "{", "[", "]", "}"}) {
        QTest::newRow(words) << QString::fromUtf8(words);
    }
}

void TestRuleTemplate::refusesWhatCannotBeRead()
{
    QFETCH(QString, words);
    const auto read = RuleTemplate::parse(words, RuleFixture::schema());
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty());
}

void TestRuleTemplate::figuresAreInHumanUnits_data()
{
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("plain");
    const auto row = [](FactUnit unit, double value, const char* shown, const char* plain) {
        QTest::addRow("%d %g", static_cast<int>(unit), value)
            << static_cast<int>(unit) << value << QString::fromUtf8(shown) << QString::fromUtf8(plain);
    };
    row(FactUnit::Count, 9, "9", "9");
    row(FactUnit::Percent, 12.4, "12 %", "12.4");
    row(FactUnit::Bytes, 1048576, "1.0 MiB", "1048576");
    row(FactUnit::Seconds, 2.31, "2.3 s", "2.31");
    row(FactUnit::Duration, 13'200, "3 h 40", "13200");
    row(FactUnit::Days, 3, "3 day(s)", "3");
    row(FactUnit::Factor, 8.88, "8.9×", "8.88");
    row(FactUnit::Factor, 23, "23×", "23");
    row(FactUnit::Flag, 1, "yes", "1");
    row(FactUnit::Count, std::numeric_limits<double>::infinity(), "–", "");
    row(FactUnit::Count, 1e300, "9000000000000000", "9000000000000000");
    row(FactUnit::Duration, -5, "0 s", "-5");
}

void TestRuleTemplate::figuresAreInHumanUnits()
{
    QFETCH(int, unit);
    QFETCH(double, value);
    QTEST(formatFact(static_cast<FactUnit>(unit), value), "shown");
    QTEST(plainFact(static_cast<FactUnit>(unit), value), "plain");
}

QTEST_GUILESS_MAIN(TestRuleTemplate)
#include "tst_rule_template.moc"
