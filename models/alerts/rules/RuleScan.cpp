// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/rules/RuleScan.h"

#include <cmath>

namespace stowage {
namespace {

using Test = RuleCondition::Test;

bool isOneOf(const QStringList& words, const QString& text)
{
    for (const QString& word : words) {
        if (word == text) {
            return true;
        }
    }
    return false;
}

/// Plain loops over plain arrays, which the compiler turns into vector code; NaN compares as false.
void cutBelow(std::span<const double> values, double limit, std::vector<quint8>& rows)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i] = static_cast<quint8>(rows[i] & static_cast<quint8>(values[i] > limit));
    }
}

void cutAbove(std::span<const double> values, double limit, std::vector<quint8>& rows)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i] = static_cast<quint8>(rows[i] & static_cast<quint8>(values[i] < limit));
    }
}

void cutWords(std::span<const QString> texts, const QStringList& words, bool isWanted,
              std::vector<quint8>& rows)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] != 0) {
            rows[i] = !texts[i].isEmpty() && isOneOf(words, texts[i]) == isWanted ? 1 : 0;
        }
    }
}

RuleTruth truth(bool isSo)
{
    return isSo ? RuleTruth::Yes : RuleTruth::No;
}

RuleTruth truthOf(const RuleCondition& condition, const FactTable& facts, size_t row, bool isStanding)
{
    if (condition.test == Test::Is || condition.test == Test::IsNot) {
        const QString& text = facts.texts(condition.column)[row];
        return text.isEmpty() ? RuleTruth::Unknown
                              : truth(isOneOf(condition.words, text) == (condition.test == Test::Is));
    }
    const double value = facts.numbers(condition.column)[row];
    if (std::isnan(value)) {
        return RuleTruth::Unknown;
    }
    const double limit = isStanding ? condition.clear : condition.raise;
    return truth(condition.test == Test::Above ? value > limit : value < limit);
}

} // namespace

std::vector<quint8> raisedRows(const std::vector<RuleCondition>& when, const FactTable& facts)
{
    std::vector<quint8> rows(facts.rows());
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i] = static_cast<quint8>(facts.stale()[i] == 0);
    }
    for (const RuleCondition& condition : when) {
        switch (condition.test) {
        case Test::Above:
            cutBelow(facts.numbers(condition.column), condition.raise, rows);
            break;
        case Test::Below:
            cutAbove(facts.numbers(condition.column), condition.raise, rows);
            break;
        case Test::Is:
        case Test::IsNot:
            cutWords(facts.texts(condition.column), condition.words, condition.test == Test::Is, rows);
            break;
        }
    }
    return rows;
}

RuleTruth truthOf(const std::vector<RuleCondition>& when, const FactTable& facts, size_t row, bool isStanding)
{
    RuleTruth all = RuleTruth::Yes;
    for (const RuleCondition& condition : when) {
        const RuleTruth one = truthOf(condition, facts, row, isStanding);
        if (one == RuleTruth::No) {
            return one;
        }
        all = std::min(all, one);
    }
    return all;
}

int stepOf(const AlertRule& rule, const FactTable& facts, size_t row, int before)
{
    for (int step = static_cast<int>(rule.steps.size()) - 1; step >= 0; --step) {
        const RuleTruth isSo =
            truthOf(rule.steps[static_cast<size_t>(step)].when, facts, row, step <= before);
        if (isSo == RuleTruth::Yes || (isSo == RuleTruth::Unknown && step == before)) {
            return step;
        }
    }
    return -1;
}

} // namespace stowage
