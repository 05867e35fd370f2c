// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"
#include "models/alerts/rules/AlertRule.h"
#include "models/core/Error.h"

namespace stowage {

/// Reads rules: JSON with comments, by resources/schemas/alert-rules.json. Every fault is named by its line;
/// with any of them there are no rules. Needs the compiled-in resources.
tl::expected<std::vector<AlertRule>, ProfileProblems> checkRules(const QByteArray& text,
                                                                 const QString& fileName);

/// The same with the faults as one error, a line each.
Result<std::vector<AlertRule>> readRules(const QByteArray& text, const QString& where);

/// The rules that a document has at `pointer`, an array that the schema's `rule` has been held against; what
/// is wrong with them is added to `problems`. For rules that stand in the profile itself.
std::vector<AlertRule> rulesAt(const JsonDocument& document, const std::string& pointer,
                               ProfileProblems& problems);

/// The rules that Stowage comes with, in the program's language.
Result<std::vector<AlertRule>> ownRules();

} // namespace stowage
