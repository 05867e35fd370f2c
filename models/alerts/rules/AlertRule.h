// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertSeverity.h"
#include "models/alerts/rules/RuleTemplate.h"
#include "models/core/Time.h"

namespace stowage {

/// What must be so of one fact. A fact that is not known is neither so nor otherwise.
struct RuleCondition
{
    enum class Test : quint8
    {
        Above, ///< more than `raise`; again less than or equal to `clear` ends it
        Below, ///< less than `raise`; again more than or equal to `clear` ends it
        Is,    ///< one of `words`
        IsNot, ///< none of `words`
    };

    size_t column = 0; ///< of the rule's kind of facts
    Test test = Test::Above;
    double raise = 0;
    double clear = 0; ///< as `raise` where the rule names none
    QStringList words{};

    bool operator==(const RuleCondition&) const = default;
};

/// From when on an alert is of another severity.
struct RuleStep
{
    AlertSeverity severity = AlertSeverity::Critical;
    std::vector<RuleCondition> when; ///< all of them

    bool operator==(const RuleStep&) const = default;
};

/// What is to be told of one kind of facts, and when.
struct AlertRule
{
    QString id; ///< "node-gone"; the alert's name
    FactSchema facts;
    RuleTemplate title;
    RuleTemplate summary;
    AlertSeverity severity = AlertSeverity::Warning;
    std::vector<RuleCondition> when; ///< all of them
    std::vector<RuleStep> steps;     ///< the last that holds counts
    Millis wait{0};                  ///< so long it must be so
    Millis cooldown{0};              ///< so long after its end it is told again without noise
    std::vector<size_t> labels;      ///< facts that the alert takes along
    std::optional<size_t> value;     ///< the fact that the alert's value is
    std::optional<size_t> since;     ///< a moment: since when it is so; else since it was first seen so
    bool isOn = true;                ///< false: a profile has turned it off
};

/// All of `own` with `more` besides; one of the same id takes the other's place. Those that are off are left
/// out.
std::vector<AlertRule> mergedRules(std::vector<AlertRule> own, std::vector<AlertRule> more);

} // namespace stowage
