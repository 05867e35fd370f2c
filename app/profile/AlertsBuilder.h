// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertPolicy.h"

#include <nlohmann/json.hpp>

namespace stowage {

/// Makes the policy of a profile's "alerts", which schema and rules found right; of an empty object the usual
/// one.
AlertPolicy buildAlertPolicy(const nlohmann::json& alerts);

/// "2026-12-01T20:00Z", as the profile writes a moment: seconds may be missing. Nothing when it is none.
std::optional<Timestamp> profileMoment(const QString& text);

} // namespace stowage
