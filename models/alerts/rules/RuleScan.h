// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/rules/AlertRule.h"

namespace stowage {

/// Whether something is so.
enum class RuleTruth : quint8
{
    No,
    Unknown,
    Yes,
};

/// Rows in which all conditions are so by their raising limits, 1 each; none that is stale.
std::vector<quint8> raisedRows(const std::vector<RuleCondition>& when, const FactTable& facts);

/// Whether all conditions are so in a row: what stands by its clearing limits, what does not by its raising
/// ones. One that is not so decides, whatever is not known beside it.
RuleTruth truthOf(const std::vector<RuleCondition>& when, const FactTable& facts, size_t row,
                  bool isStanding);

/// The last step that holds; -1 for none. What is not known leaves it at `before`.
int stepOf(const AlertRule& rule, const FactTable& facts, size_t row, int before);

} // namespace stowage
