// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertPolicy.h"
#include "models/alerts/rules/AlertRule.h"

#include <span>

namespace stowage {

/// The policy with each rule's cooldown behind what the profile itself says. Rules wait and have hysteresis
/// by themselves; neither is asked for a second time.
AlertPolicy withRuleTempos(AlertPolicy policy, std::span<const AlertRule> rules);

} // namespace stowage
