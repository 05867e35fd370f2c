// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleEngine.h"

#include "models/alerts/rules/RuleScan.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleEngine)
};

/// What of a fact decides whether words about it are still right.
double worthOf(const FactTable& facts, size_t row, size_t column)
{
    return facts.schema().fields[column].unit == FactUnit::Text
               ? static_cast<double>(qHash(facts.texts(column)[row]))
               : facts.numbers(column)[row];
}

std::vector<double> worthsOf(const FactTable& facts, size_t row, const std::vector<size_t>& columns)
{
    std::vector<double> worths;
    worths.reserve(columns.size());
    for (const size_t column : columns) {
        worths.push_back(worthOf(facts, row, column));
    }
    return worths;
}

bool isAnother(double before, double now)
{
    constexpr double Tenth = 0.1;
    if (std::isnan(before) || std::isnan(now)) {
        return std::isnan(before) != std::isnan(now);
    }
    return std::abs(now - before) > Tenth * std::max(std::abs(before), std::abs(now));
}

/// Since when it is so: as its source says, where it can be true.
Timestamp beginOf(const AlertRule& rule, const FactTable& facts, size_t row, Timestamp now)
{
    if (!rule.since) {
        return now;
    }
    const double moment = facts.numbers(*rule.since)[row];
    const auto latest = static_cast<double>(now.time_since_epoch().count());
    return moment > 0 && moment <= latest ? Timestamp(Millis(static_cast<qint64>(moment))) : now;
}

std::vector<AlertLabel> labelsOf(const AlertRule& rule, const FactTable& facts, size_t row)
{
    std::vector<AlertLabel> labels{{QStringLiteral("subject.kind"), subjectKindName(facts.schema().subject)}};
    for (const size_t column : rule.labels) {
        QString value = facts.plain(row, column);
        if (!value.isEmpty()) {
            labels.push_back({facts.schema().fields[column].name, std::move(value)});
        }
    }
    std::ranges::sort(labels, {}, &AlertLabel::name);
    return labels;
}

/// The limit of the fact that the alert's value is: of the step that it stands on, else of the rule.
std::optional<double> thresholdOf(const AlertRule& rule, int step)
{
    std::optional<double> threshold;
    const auto look = [&rule, &threshold](const std::vector<RuleCondition>& when) {
        for (const RuleCondition& condition : when) {
            const bool isLimit = condition.words.isEmpty() && condition.column == rule.value;
            threshold = isLimit ? condition.raise : threshold;
        }
    };
    look(rule.when);
    if (step >= 0) {
        look(rule.steps[static_cast<size_t>(step)].when);
    }
    return threshold;
}

/// Tables are mostly gathered in the same order again.
std::optional<size_t> rowOf(const FactTable& facts, const QString& subject, size_t before)
{
    const bool isThere = before < facts.rows() && facts.subject(before) == subject;
    return isThere ? std::optional(before) : facts.find(subject);
}

Error unjudged(const QString& why)
{
    return {ErrorKind::NotFound, why, RuleEngine::source(), {}, {}};
}

} // namespace

RuleEngine::RuleEngine(std::vector<AlertRule> rules) : m_rules(std::move(rules)), m_states(m_rules.size())
{
    for (size_t i = 0; i < m_rules.size(); ++i) {
        m_states[i].recalled = RuleRecall(m_rules[i].id);
        std::vector<size_t>& shown = m_states[i].shown;
        shown = m_rules[i].title.columns();
        const std::vector<size_t> more = m_rules[i].summary.columns();
        shown.insert(shown.end(), more.begin(), more.end());
        shown.insert(shown.end(), m_rules[i].labels.begin(), m_rules[i].labels.end());
        std::ranges::sort(shown);
        shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    }
    m_report.isWhole = true;
}

void RuleEngine::recall(const std::vector<RecalledAlert>& alerts)
{
    for (const RecalledAlert& alert : alerts) {
        const auto rule = std::ranges::find(m_rules, alert.name, &AlertRule::id);
        if (rule != m_rules.end()) {
            m_states[static_cast<size_t>(rule - m_rules.begin())].recalled.add(alert);
            m_isChanged = true;
        }
    }
}

bool RuleEngine::evaluate(const RuleFacts& facts, Timestamp now)
{
    std::vector<AlertRuleFailure> failures;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        const QString& kind = m_rules[i].facts.kind;
        const FactTable* table = facts.find(kind);
        const bool isKnown = table != nullptr && table->isKnown();
        if (!facts.isHeld(kind)) {
            if (isKnown) {
                judgeRecalled(i, *table, facts.isComplete(), now);
                judgeRule(i, *table, now);
            } else {
                keepAll(m_states[i], Words::tr("nothing is known of it now"));
            }
        }
        if (!isKnown && table != nullptr && table->trouble()) {
            failures.push_back({m_rules[i].id, m_rules[i].id, *table->trouble(), now});
        }
    }
    assemble(std::move(failures), now);
    m_doubtful.clear();
    for (const State& state : m_states) {
        m_doubtful += state.recalled.keys();
    }
    return std::exchange(m_isChanged, false);
}

/// By its clearing limits, as what stands. It has waited once already, before it was told.
void RuleEngine::judgeRecalled(size_t place, const FactTable& facts, bool isComplete, Timestamp now)
{
    const AlertRule& rule = m_rules[place];
    RuleRecall& recalled = m_states[place].recalled;
    if (recalled.isEmpty()) {
        return;
    }
    for (const auto& [key, found] : recalled.find(facts)) {
        const RuleTruth isSo =
            facts.isStale(found.row) ? RuleTruth::Unknown : truthOf(rule.when, facts, found.row, true);
        if (isSo == RuleTruth::Yes) {
            begin(place, facts, found.row, std::min(found.since, now - rule.wait), now);
        }
        if (isSo != RuleTruth::Unknown) {
            recalled.drop(key);
            m_isChanged = true;
        }
    }
    if (isComplete && recalled.dropAbsent(facts)) {
        m_isChanged = true;
    }
}

void RuleEngine::begin(size_t place, const FactTable& facts, size_t row, Timestamp begun, Timestamp now)
{
    const auto [added, isNew] = m_states[place].standing.try_emplace(facts.subject(row));
    if (isNew) {
        added->second.row = row;
        added->second.begun = begun;
        tell(place, added->second, facts, row, now);
    }
}

void RuleEngine::judgeRule(size_t place, const FactTable& facts, Timestamp now)
{
    const AlertRule& rule = m_rules[place];
    auto& standing = m_states[place].standing;
    std::vector<quint8> raised = raisedRows(rule.when, facts);
    for (auto each = standing.begin(); each != standing.end();) {
        const auto row = rowOf(facts, each->first, each->second.row);
        const bool isStale = row && facts.isStale(*row);
        const RuleTruth isSo = !row      ? RuleTruth::No
                               : isStale ? RuleTruth::Unknown
                                         : truthOf(rule.when, facts, *row, true);
        if (isSo == RuleTruth::No) {
            // What began at once anew in this row is judged below by its raising limits, and cannot be so.
            each = standing.erase(each);
            m_isChanged = true;
            continue;
        }
        raised[*row] = 0;
        each->second.row = *row;
        if (isSo == RuleTruth::Yes) {
            tell(place, each->second, facts, *row, now);
        } else {
            keep(each->second, isStale ? Words::tr("what is known of it is old")
                                       : Words::tr("a fact of it is not known now"));
        }
        ++each;
    }
    for (size_t row = 0; row < raised.size(); ++row) {
        if (raised[row] != 0) {
            begin(place, facts, row, beginOf(rule, facts, row, now), now);
        }
    }
}

void RuleEngine::keepAll(State& state, const QString& why)
{
    for (auto& [subject, standing] : state.standing) {
        keep(standing, why);
    }
}

void RuleEngine::keep(Standing& standing, const QString& why)
{
    if (standing.unjudged != why) {
        standing.unjudged = why;
        m_isChanged = true;
    }
}

bool RuleEngine::isReworded(const State& state, const Standing& standing, const FactTable& facts, size_t row,
                            Timestamp now) const
{
    if (now - standing.wordedAt < Rewording) {
        return false;
    }
    for (size_t i = 0; i < state.shown.size(); ++i) {
        if (isAnother(standing.worded[i], worthOf(facts, row, state.shown[i]))) {
            return true;
        }
    }
    return false;
}

void RuleEngine::tell(size_t place, Standing& standing, const FactTable& facts, size_t row, Timestamp now)
{
    const AlertRule& rule = m_rules[place];
    const State& state = m_states[place];
    AlertObservation& told = standing.told;
    const bool isFirst = told.key.isEmpty();
    const int step = stepOf(rule, facts, row, standing.step);
    // A clock that was set back neither ends what fires, nor keeps anything waiting for longer than the rule.
    standing.begun = std::min(standing.begun, now);
    standing.wordedAt = std::min(standing.wordedAt, now);
    const bool hasFired = !isFirst && told.phase == AlertPhase::Firing;
    const bool isLong = now - standing.begun >= rule.wait;
    const AlertPhase phase = hasFired || isLong ? AlertPhase::Firing : AlertPhase::Pending;
    const std::optional<double> value =
        rule.value ? std::optional(facts.numbers(*rule.value)[row]) : std::nullopt;
    const bool isTurn = isFirst || step != standing.step || phase != told.phase;
    m_isChanged |= isTurn || value != told.value || !standing.unjudged.isEmpty();
    standing.unjudged.clear();
    told.phase = phase;
    told.value = value && std::isfinite(*value) ? value : std::nullopt;
    if (isFirst) {
        told.key = rule.id + u'/' + facts.subject(row);
        told.name = rule.id;
        told.subject = facts.about(row);
        told.unit = rule.value ? factSymbol(facts.schema().fields[*rule.value].unit) : QString();
        told.startedAt = standing.begun;
    }
    if (isTurn || isReworded(state, standing, facts, row, now)) {
        standing.step = step;
        told.severity = step < 0 ? rule.severity : rule.steps[static_cast<size_t>(step)].severity;
        told.threshold = thresholdOf(rule, step);
        told.summary = rule.summary.render(facts, row);
        told.labels = labelsOf(rule, facts, row);
        told.annotations = {{QStringLiteral("title"), rule.title.render(facts, row)}};
        standing.worded = worthsOf(facts, row, state.shown);
        standing.wordedAt = now;
        m_isChanged = true;
    }
}

void RuleEngine::assemble(std::vector<AlertRuleFailure> failures, Timestamp now)
{
    m_report.failures = m_report.failures.value_or(std::vector<AlertRuleFailure>{});
    const auto isSame = [](const AlertRuleFailure& one, const AlertRuleFailure& other) {
        return one.key == other.key && one.error == other.error;
    };
    const size_t ofRules = failures.size();
    if (!m_isChanged) {
        // Failures of rules stand before those of alerts, which are as they were.
        const auto& before = *m_report.failures;
        m_isChanged = before.size() < ofRules ||
                      !std::equal(failures.begin(), failures.end(), before.begin(), isSame) ||
                      (before.size() > ofRules && !before[ofRules].key.contains(u'/'));
    }
    if (!m_isChanged) {
        return;
    }
    m_report.alerts.clear();
    m_report.leftOut = 0;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        for (const auto& [subject, standing] : m_states[i].standing) {
            if (m_report.alerts.size() >= MostAlerts) {
                ++m_report.leftOut;
                continue;
            }
            m_report.alerts.push_back(standing.told);
            if (!standing.unjudged.isEmpty() && standing.told.phase == AlertPhase::Firing) {
                failures.push_back({standing.told.key, m_rules[i].id, unjudged(standing.unjudged), now});
            }
        }
    }
    m_report.failures = std::move(failures);
}

std::optional<Timestamp> RuleEngine::nextTurn() const
{
    std::optional<Timestamp> next;
    for (size_t i = 0; i < m_rules.size(); ++i) {
        for (const auto& [subject, standing] : m_states[i].standing) {
            if (standing.told.phase == AlertPhase::Pending) {
                const Timestamp due = standing.begun + m_rules[i].wait;
                next = next ? std::min(*next, due) : due;
            }
        }
    }
    return next;
}

} // namespace stowage
