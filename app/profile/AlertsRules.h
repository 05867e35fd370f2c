// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"

namespace stowage {

/// What no schema can say of a profile's "alerts": moments and time zones that there are, ends after
/// beginnings, rules that mean somebody. Looks only at what has the right type.
ProfileProblems checkAlertsRules(const JsonDocument& document);

} // namespace stowage
