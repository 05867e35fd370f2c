// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"

#include <QHash>

#include <optional>

namespace stowage {

/// A member of an object; null where there is none, or no object.
const nlohmann::json& memberOf(const nlohmann::json& object, const char* key);

/// The text of a key; empty where something else stands.
QString textOf(const nlohmann::json& object, const char* key);

/// The list of a key; an empty one where something else stands.
const nlohmann::json& listOf(const nlohmann::json& object, const char* key);

/// Names of one kind, each with the pointer of where it stood first.
using ClaimedNames = QHash<QString, std::string>;

/// The problem where the name at `pointer` is another's already; an empty name is nobody's. `key`: what is
/// compared.
std::optional<ProfileProblem> claimName(ClaimedNames& names, const QString& name, const QString& key,
                                        const std::string& pointer, const JsonDocument& document,
                                        const QString& todo);

} // namespace stowage
