// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/rules/RuleFixture.h"

#include "models/alerts/AlertBookIdentity.h"

namespace stowage::test {

FactSchema RuleFixture::schema()
{
    return {QStringLiteral("host"),
            SubjectKind::Host,
            {{QStringLiteral("state"), FactUnit::Text},
             {QStringLiteral("cpu"), FactUnit::Percent},
             {QStringLiteral("layers"), FactUnit::Count},
             {QStringLiteral("since"), FactUnit::Moment}}};
}

RuleFacts RuleFixture::facts(const std::vector<Row>& rows)
{
    FactTable table(schema());
    for (const Row& each : rows) {
        const size_t row = table.add(each.subject, each.isStale);
        table.setText(row, State, each.state);
        table.set(row, Cpu, each.cpu);
        table.set(row, Layers, each.layers);
        table.set(row, Since, each.since);
    }
    table.setKnown();
    RuleFacts facts;
    facts.put(std::move(table));
    return facts;
}

RuleTemplate RuleFixture::words(const QString& text)
{
    return RuleTemplate::parse(text, schema()).value();
}

AlertRule RuleFixture::busy()
{
    AlertRule rule;
    rule.id = QStringLiteral("busy");
    rule.facts = schema();
    rule.title = words(QStringLiteral("{subject} is busy"));
    rule.summary = words(QStringLiteral("{subject}: {cpu}[, {layers|one layer|# layers}]"));
    rule.when = {{Cpu, RuleCondition::Test::Above, 90, 80}};
    rule.steps = {{AlertSeverity::Critical, {{Cpu, RuleCondition::Test::Above, 98, 95}}}};
    rule.labels = {Layers, State};
    rule.value = Cpu;
    return rule;
}

AlertRule RuleFixture::gone()
{
    AlertRule rule;
    rule.id = QStringLiteral("gone");
    rule.facts = schema();
    rule.title = rule.summary = words(QStringLiteral("{subject} is gone"));
    rule.when = {{State, RuleCondition::Test::Is, 0, 0, {QStringLiteral("gone")}}};
    rule.since = Since;
    return rule;
}

RecalledAlert RuleFixture::recalled(const AlertRule& rule, const QString& subject, Timestamp since)
{
    AlertObservation told;
    told.name = rule.id;
    told.key = rule.id + u'/' + subject;
    return {alertIdentity(RuleEngine::source(), told).key, rule.id, since};
}

Timestamp RuleFixture::at(qint64 seconds)
{
    return Timestamp(std::chrono::seconds(1'800'000'000 + seconds));
}

QString RuleFixture::told(const RuleEngine& engine)
{
    QStringList all;
    for (const AlertObservation& alert : engine.report().alerts) {
        all << QStringLiteral("%1 %2 %3")
                   .arg(alert.key, alertPhaseName(alert.phase), alertSeverityName(alert.severity));
    }
    return all.join(QStringLiteral(", "));
}

} // namespace stowage::test
