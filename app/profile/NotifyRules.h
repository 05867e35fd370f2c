// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"

namespace stowage {

/// What no schema can say of a profile's "alerts.notify": names that are taken, an address told twice or not
/// at all, programs without a path. Looks only at what has the right type.
ProfileProblems checkNotifyRules(const JsonDocument& document);

} // namespace stowage
