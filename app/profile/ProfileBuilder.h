// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/JsonDocument.h"
#include "app/profile/Profile.h"

namespace stowage {

/// Makes the profile of a document that schema and rules found right. Relative paths start from `fileName`'s
/// folder.
Profile buildProfile(const JsonDocument& document, const QString& fileName);

} // namespace stowage
