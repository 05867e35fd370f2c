// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"

namespace stowage {

/// What no schema can say of a profile: names that must differ, parts that must agree. Looks only at what has
/// the right type, so that it may run beside the schema's check and all problems are told at once.
ProfileProblems checkProfileRules(const JsonDocument& document);

} // namespace stowage
