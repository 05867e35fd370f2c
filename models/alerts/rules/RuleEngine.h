// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertReport.h"
#include "models/alerts/rules/AlertRule.h"
#include "models/alerts/rules/RuleFacts.h"
#include "models/alerts/rules/RuleRecall.h"

#include <map>

namespace stowage {

/// Stowage's own rules over what is known: a source of alerts like any other, whose name is Source. A value
/// without a clock; any thread, one at a time.
///
/// An alert's key is "rule/subject". It begins when all conditions hold for as long as the rule waits, and
/// ends when one holds no more by its clearing limit. By a fact that is stale or unknown nothing begins and
/// nothing ends: what stood stands as it was, and is told as a failure with the alert's key, so that it can
/// be shown as unjudged. What stands by facts that are held, because the screen is frozen, is not judged at
/// all, and nothing is said of that. A subject that is no more ends its alerts. A rule that cannot be
/// evaluated at all is a failure with the rule's id for a key.
///
/// What earlier runs left standing is recalled from the log: it goes on or ends once it can be judged,
/// without waiting anew. Until then it is not among the report's alerts, but doubtful().
class RuleEngine
{
public:
    static QString source() { return QStringLiteral("stowage"); }

    /// An alert's figures are put into new words at most so often, and when they are another by a tenth.
    static constexpr Millis Rewording{60'000};
    static constexpr size_t MostAlerts = 20'000; ///< what is beyond is counted in AlertReport::leftOut

    explicit RuleEngine(std::vector<AlertRule> rules = {});

    const std::vector<AlertRule>& rules() const { return m_rules; }

    /// What stands by the log. Of rules that are no more nothing is recalled.
    void recall(const std::vector<RecalledAlert>& alerts);

    /// Judges everything anew. True when report() is another than before.
    bool evaluate(const RuleFacts& facts, Timestamp now);

    /// All that stands or waits, by rule and subject; isWhole.
    const AlertReport& report() const { return m_report; }

    /// Alert::key of what was recalled and could not be judged yet: it may stand or not.
    const QStringList& doubtful() const { return m_doubtful; }

    /// When something that waits will have waited long enough; nothing while nothing waits.
    std::optional<Timestamp> nextTurn() const;

private:
    /// An alert that stands, or waits to.
    struct Standing
    {
        AlertObservation told;
        size_t row = 0;    ///< where it stood last: mostly still does
        Timestamp begun{}; ///< since when its conditions hold
        Timestamp wordedAt{};
        std::vector<double> worded; ///< what the words were made of
        int step = -1;              ///< of its severity; -1: the rule's own
        QString unjudged;           ///< why it cannot be judged now; empty: it can
    };
    struct State
    {
        std::vector<size_t> shown;            ///< columns that the words are made of
        std::map<QString, Standing> standing; ///< by subject
        RuleRecall recalled;
    };

    void judgeRule(size_t place, const FactTable& facts, Timestamp now);
    void judgeRecalled(size_t place, const FactTable& facts, bool isComplete, Timestamp now);
    void begin(size_t place, const FactTable& facts, size_t row, Timestamp begun, Timestamp now);
    void keepAll(State& state, const QString& why);
    void keep(Standing& standing, const QString& why);
    void tell(size_t place, Standing& standing, const FactTable& facts, size_t row, Timestamp now);
    bool isReworded(const State& state, const Standing& standing, const FactTable& facts, size_t row,
                    Timestamp now) const;
    void assemble(std::vector<AlertRuleFailure> failures, Timestamp now);

    std::vector<AlertRule> m_rules;
    std::vector<State> m_states; ///< by rule
    AlertReport m_report;
    QStringList m_doubtful;
    bool m_isChanged = true;
};

} // namespace stowage
