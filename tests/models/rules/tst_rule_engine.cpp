// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/rules/RuleFixture.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace stowage;
using namespace stowage::test;

class TestRuleEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAboveAndEndsAtTheClearingLimit();
    void severityStepsHaveHysteresisToo();
    void waitsAsLongAsTheRuleSays();
    void aClockSetBackEndsNothing();
    void aClockSetBackMakesNoWaitLonger();
    void whatIsOverBeforeItFiredWasOnlyPending();
    void beginsWhenItsFactSays();
    void staleFactsBeginAndEndNothing();
    void unknownFactsLeaveWhatStoodUnjudged();
    void oneConditionThatDoesNotHoldDecides();
    void aSubjectThatIsNoMoreEndsItsAlerts();
    void aKindThatIsNotKnownEndsNothing();
    void aKindThatCannotBeGatheredIsAFailureOfItsRules();
    void whatIsHeldIsNotJudged();
    void whatWasRecalledIsJudgedByItsClearingLimit();
    void whatWasRecalledOfOthersIsDropped();
    void wordsAreRenewedSeldom();
    void labelsAreSortedAndPlain();
    void anotherRuleOfTheSameIdTakesThePlace();
    void nothingChangesTwice();
    void tooManyAreCounted();
    void whatSubjectsAreCalledIsNoMatter();
};

void TestRuleEngine::beginsAboveAndEndsAtTheClearingLimit()
{
    RuleEngine engine({RuleFixture::busy()});
    struct Step
    {
        double cpu;
        const char* told;
    };
    for (const Step& step :
         {Step{90, ""}, Step{90.5, "busy/a firing warning"}, Step{85, "busy/a firing warning"},
          Step{80.1, "busy/a firing warning"}, Step{80, ""}, Step{90, ""}}) {
        engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), step.cpu}}), RuleFixture::at(0));
        QCOMPARE(RuleFixture::told(engine), QLatin1String(step.told));
    }
    QVERIFY(engine.report().isWhole);
}

void TestRuleEngine::severityStepsHaveHysteresisToo()
{
    RuleEngine engine({RuleFixture::busy()});
    struct Step
    {
        double cpu;
        AlertSeverity severity;
        double threshold;
    };
    for (const Step& step : {Step{97, AlertSeverity::Warning, 90}, Step{99, AlertSeverity::Critical, 98},
                             Step{96, AlertSeverity::Critical, 98}, Step{95, AlertSeverity::Warning, 90},
                             Step{97, AlertSeverity::Warning, 90}}) {
        engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), step.cpu}}), RuleFixture::at(0));
        const AlertObservation& alert = engine.report().alerts.at(0);
        QCOMPARE(alert.severity, step.severity);
        QCOMPARE(alert.threshold, std::optional(step.threshold));
        QCOMPARE(alert.value, std::optional(step.cpu));
        QCOMPARE(alert.unit, QStringLiteral("%"));
    }
}

void TestRuleEngine::waitsAsLongAsTheRuleSays()
{
    AlertRule rule = RuleFixture::busy();
    rule.wait = std::chrono::seconds(60);
    RuleEngine engine({rule});
    const RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), 95}});
    engine.evaluate(facts, RuleFixture::at(0));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a pending warning"));
    QCOMPARE(engine.nextTurn(), std::optional(RuleFixture::at(60)));
    QVERIFY(!engine.evaluate(facts, RuleFixture::at(59)));
    QVERIFY(engine.evaluate(facts, RuleFixture::at(60)));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    QCOMPARE(engine.report().alerts[0].startedAt, RuleFixture::at(0));
    QCOMPARE(engine.nextTurn(), std::optional<Timestamp>());
}

void TestRuleEngine::aClockSetBackEndsNothing()
{
    AlertRule rule = RuleFixture::busy();
    rule.wait = std::chrono::seconds(60);
    RuleEngine engine({rule});
    const RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), 95}});
    engine.evaluate(facts, RuleFixture::at(3'600));
    engine.evaluate(facts, RuleFixture::at(3'660));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    QVERIFY(!engine.evaluate(facts, RuleFixture::at(1'800)));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    QCOMPARE(engine.nextTurn(), std::optional<Timestamp>());
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 99}}), RuleFixture::at(1'801));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing critical"));
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 20}}), RuleFixture::at(1'802));
    QCOMPARE(RuleFixture::told(engine), QString());
}

void TestRuleEngine::aClockSetBackMakesNoWaitLonger()
{
    AlertRule rule = RuleFixture::busy();
    rule.wait = std::chrono::seconds(60);
    RuleEngine engine({rule});
    const RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), 95}});
    engine.evaluate(facts, RuleFixture::at(3'600));
    engine.evaluate(facts, RuleFixture::at(1'800));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a pending warning"));
    QCOMPARE(engine.nextTurn(), std::optional(RuleFixture::at(1'860)));
    engine.evaluate(facts, RuleFixture::at(1'860));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
}

void TestRuleEngine::whatIsOverBeforeItFiredWasOnlyPending()
{
    AlertRule rule = RuleFixture::busy();
    rule.wait = std::chrono::seconds(60);
    RuleEngine engine({rule});
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}}), RuleFixture::at(0));
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 20}}), RuleFixture::at(30));
    QCOMPARE(RuleFixture::told(engine), QString());
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}}), RuleFixture::at(61));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a pending warning"));
}

void TestRuleEngine::beginsWhenItsFactSays()
{
    const auto begun = [](double since) {
        RuleFixture::Row row;
        row.subject = QStringLiteral("a");
        row.state = QStringLiteral("gone");
        row.since = since;
        RuleEngine engine({RuleFixture::gone()});
        engine.evaluate(RuleFixture::facts({row}), RuleFixture::at(100));
        return engine.report().alerts.at(0).startedAt;
    };
    const auto millis = static_cast<double>(RuleFixture::at(40).time_since_epoch().count());
    QCOMPARE(begun(millis), RuleFixture::at(40));
    for (const double wrong : {0.0, -5.0, millis * 2, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity()}) {
        QCOMPARE(begun(wrong), RuleFixture::at(100));
    }
}

void TestRuleEngine::staleFactsBeginAndEndNothing()
{
    RuleEngine engine({RuleFixture::busy()});
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95, 0, true}}), RuleFixture::at(0));
    QCOMPARE(RuleFixture::told(engine), QString());
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}}), RuleFixture::at(1));
    QVERIFY(engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 10, 0, true}}), RuleFixture::at(2)));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    QCOMPARE(engine.report().alerts[0].value, std::optional(95.0));
    QCOMPARE(engine.report().failures->size(), size_t(1));
    QCOMPARE(engine.report().failures->at(0).key, QStringLiteral("busy/a"));
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 10}}), RuleFixture::at(3));
    QCOMPARE(RuleFixture::told(engine), QString());
    QVERIFY(engine.report().failures->empty());
}

void TestRuleEngine::unknownFactsLeaveWhatStoodUnjudged()
{
    constexpr double NotKnown = std::numeric_limits<double>::quiet_NaN();
    RuleEngine engine({RuleFixture::busy()});
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), NotKnown}}), RuleFixture::at(0));
    QCOMPARE(RuleFixture::told(engine), QString());
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}}), RuleFixture::at(1));
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), NotKnown}}), RuleFixture::at(2));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    QCOMPARE(engine.report().failures->at(0).key, QStringLiteral("busy/a"));
    QVERIFY(engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}}), RuleFixture::at(3)));
    QVERIFY(engine.report().failures->empty());
}

void TestRuleEngine::oneConditionThatDoesNotHoldDecides()
{
    AlertRule rule = RuleFixture::busy();
    rule.when.push_back({RuleFixture::State, RuleCondition::Test::IsNot, 0, 0, {QStringLiteral("down")}});
    RuleEngine engine({rule});
    RuleFixture::Row row{QStringLiteral("a"), 95};
    engine.evaluate(RuleFixture::facts({row}), RuleFixture::at(0));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    row.cpu = std::numeric_limits<double>::quiet_NaN();
    row.state = QStringLiteral("down");
    engine.evaluate(RuleFixture::facts({row}), RuleFixture::at(1));
    QCOMPARE(RuleFixture::told(engine), QString());
    row.cpu = 95;
    row.state.clear(); // nobody says
    engine.evaluate(RuleFixture::facts({row}), RuleFixture::at(2));
    QCOMPARE(RuleFixture::told(engine), QString());
}

void TestRuleEngine::aSubjectThatIsNoMoreEndsItsAlerts()
{
    RuleEngine engine({RuleFixture::busy()});
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}, {QStringLiteral("b"), 99}}),
                    RuleFixture::at(0));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning, busy/b firing critical"));
    engine.evaluate(RuleFixture::facts({{QStringLiteral("b"), 99}}), RuleFixture::at(1));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/b firing critical"));
}

void TestRuleEngine::aKindThatIsNotKnownEndsNothing()
{
    RuleEngine engine({RuleFixture::busy()});
    engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 95}}), RuleFixture::at(0));
    RuleFacts unknown;
    unknown.put(FactTable(RuleFixture::schema()));
    engine.evaluate(unknown, RuleFixture::at(1));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    engine.evaluate(RuleFacts(), RuleFixture::at(2));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
    QCOMPARE(engine.report().failures->at(0).key, QStringLiteral("busy/a"));
}

void TestRuleEngine::aKindThatCannotBeGatheredIsAFailureOfItsRules()
{
    RuleEngine engine({RuleFixture::busy()});
    FactTable table(RuleFixture::schema());
    table.setUnknown({ErrorKind::Storage, QStringLiteral("the disk is full"), {}, {}, {}});
    RuleFacts facts;
    facts.put(table);
    QVERIFY(engine.evaluate(facts, RuleFixture::at(0)));
    QCOMPARE(engine.report().failures->at(0).key, QStringLiteral("busy"));
    QCOMPARE(engine.report().failures->at(0).error.message, QStringLiteral("the disk is full"));
    QVERIFY(!engine.evaluate(facts, RuleFixture::at(1)));
    QVERIFY(engine.evaluate(RuleFixture::facts({}), RuleFixture::at(2)));
    QVERIFY(engine.report().failures->empty());
}

void TestRuleEngine::whatIsHeldIsNotJudged()
{
    AlertRule rule = RuleFixture::busy();
    rule.wait = std::chrono::seconds(60);
    RuleEngine engine({rule});
    RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), 95}});
    engine.evaluate(facts, RuleFixture::at(0));
    facts = RuleFixture::facts({{QStringLiteral("a"), 10}});
    facts.hold(QStringLiteral("host"));
    QVERIFY(!engine.evaluate(facts, RuleFixture::at(600)));
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a pending warning")); // as it was
    QVERIFY(engine.report().failures->empty());
    QVERIFY(engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), 10}}), RuleFixture::at(601)));
    QCOMPARE(RuleFixture::told(engine), QString());
}

void TestRuleEngine::whatWasRecalledIsJudgedByItsClearingLimit()
{
    AlertRule rule = RuleFixture::busy();
    rule.wait = std::chrono::seconds(600);
    struct Step
    {
        double cpu;
        bool isStale;
        const char* told;
        bool isDoubtful;
    };
    const double notKnown = std::numeric_limits<double>::quiet_NaN();
    for (const Step& step :
         {Step{95, false, "busy/a firing warning", false}, Step{85, false, "busy/a firing warning", false},
          Step{80, false, "", false}, Step{85, true, "", true}, Step{notKnown, false, "", true}}) {
        RuleEngine engine({rule});
        const RecalledAlert before = RuleFixture::recalled(rule, QStringLiteral("a"), RuleFixture::at(0));
        engine.recall({before});
        RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), step.cpu, 0, step.isStale}});
        QVERIFY(engine.evaluate(facts, RuleFixture::at(60)));
        QCOMPARE(RuleFixture::told(engine), QLatin1String(step.told));
        QCOMPARE(engine.doubtful(), step.isDoubtful ? QStringList{before.key} : QStringList());
        QVERIFY(!engine.evaluate(facts, RuleFixture::at(61)));
        QVERIFY(engine.report().failures->empty());
    }
}

void TestRuleEngine::whatWasRecalledOfOthersIsDropped()
{
    RuleEngine engine({RuleFixture::busy()});
    AlertRule other = RuleFixture::busy();
    other.id = QStringLiteral("turned-off");
    const RecalledAlert gone = RuleFixture::recalled(RuleFixture::busy(), QStringLiteral("b"), {});
    engine.recall({RuleFixture::recalled(other, QStringLiteral("a"), {}), gone,
                   RecalledAlert{QStringLiteral("busy/\n"), QStringLiteral("busy"), {}}});
    RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), 95}, {QStringLiteral("a"), 10}});
    facts.setComplete(false);
    engine.evaluate(facts, RuleFixture::at(0));
    QCOMPARE(engine.doubtful().size(), 2); // not the one whose rule is no more
    QVERIFY(engine.doubtful().contains(gone.key));
    facts.setComplete(true);
    QVERIFY(engine.evaluate(facts, RuleFixture::at(1)));
    QCOMPARE(engine.doubtful(), QStringList());
    QCOMPARE(RuleFixture::told(engine), QStringLiteral("busy/a firing warning"));
}

void TestRuleEngine::wordsAreRenewedSeldom()
{
    RuleEngine engine({RuleFixture::busy()});
    const auto summary = [&engine](double cpu, double layers, qint64 seconds) {
        engine.evaluate(RuleFixture::facts({{QStringLiteral("a"), cpu, layers}}), RuleFixture::at(seconds));
        return engine.report().alerts.at(0).summary;
    };
    const QString first = summary(92, 1, 0);
    QCOMPARE(first, QStringLiteral("a: 92 %, one layer"));
    QCOMPARE(summary(93, 9, 30), first);                               // too soon
    QCOMPARE(summary(91, 1, 90), first);                               // too little
    QCOMPARE(summary(91, 9, 91), QStringLiteral("a: 91 %, 9 layers")); // a figure is another
    QCOMPARE(summary(99, 9, 92), QStringLiteral("a: 99 %, 9 layers")); // its severity is another
    QCOMPARE(engine.report().alerts[0].annotations.at(0).value, QStringLiteral("a is busy"));
}

void TestRuleEngine::labelsAreSortedAndPlain()
{
    RuleEngine engine({RuleFixture::busy()});
    RuleFixture::Row row{QStringLiteral("a"), 95, 9};
    row.state = QStringLiteral("up\n<b>\u202e") + QString(500, QLatin1Char('x'));
    engine.evaluate(RuleFixture::facts({row}), RuleFixture::at(0));
    const std::vector<AlertLabel>& labels = engine.report().alerts.at(0).labels;
    QCOMPARE(labels.size(), size_t(3));
    QCOMPARE(labels[0], (AlertLabel{QStringLiteral("layers"), QStringLiteral("9")}));
    QCOMPARE(labels[1].name, QStringLiteral("state"));
    QVERIFY(labels[1].value.startsWith(QLatin1String("up <b> xxx")));
    QCOMPARE(labels[1].value.size(), 200);
    QCOMPARE(labels[2], (AlertLabel{QStringLiteral("subject.kind"), QStringLiteral("host")}));
}

void TestRuleEngine::anotherRuleOfTheSameIdTakesThePlace()
{
    AlertRule off = RuleFixture::busy();
    off.isOn = false;
    AlertRule other = RuleFixture::gone();
    other.severity = AlertSeverity::Critical;
    AlertRule third = RuleFixture::gone();
    third.id = QStringLiteral("third");
    const auto rules = mergedRules({RuleFixture::busy(), RuleFixture::gone()}, {off, other, third});
    QCOMPARE(rules.size(), size_t(2));
    QCOMPARE(rules[0].severity, AlertSeverity::Critical);
    QCOMPARE(rules[1].id, QStringLiteral("third"));
}

void TestRuleEngine::nothingChangesTwice()
{
    RuleEngine engine({RuleFixture::busy(), RuleFixture::gone()});
    const RuleFacts facts = RuleFixture::facts({{QStringLiteral("a"), 95}, {QStringLiteral("b"), 10}});
    QVERIFY(engine.evaluate(facts, RuleFixture::at(0)));
    QVERIFY(!engine.evaluate(facts, RuleFixture::at(1)));
    QVERIFY(!engine.evaluate(facts, RuleFixture::at(1'000)));
}

void TestRuleEngine::tooManyAreCounted()
{
    std::vector<RuleFixture::Row> rows;
    for (size_t i = 0; i < RuleEngine::MostAlerts + 7; ++i) {
        rows.push_back({QString::number(i), 95});
    }
    RuleEngine engine({RuleFixture::busy()});
    engine.evaluate(RuleFixture::facts(rows), RuleFixture::at(0));
    QCOMPARE(engine.report().alerts.size(), RuleEngine::MostAlerts);
    QCOMPARE(engine.report().leftOut, quint64(7));
}

void TestRuleEngine::whatSubjectsAreCalledIsNoMatter()
{
    RuleEngine engine({RuleFixture::busy()});
    engine.evaluate(RuleFixture::facts({{QString(), 95},
                                        {QStringLiteral("a/b\n"), 95},
                                        {QStringLiteral("twice"), 95},
                                        {QStringLiteral("twice"), 10},
                                        {QString(100'000, QLatin1Char('n')), 95}}),
                    RuleFixture::at(0));
    QCOMPARE(engine.report().alerts.size(), size_t(4));
    for (const AlertObservation& alert : engine.report().alerts) {
        QVERIFY(!alert.summary.contains(QLatin1Char('\n')));
        QVERIFY(alert.summary.size() < 300);
    }
}

QTEST_GUILESS_MAIN(TestRuleEngine)
#include "tst_rule_engine.moc"
