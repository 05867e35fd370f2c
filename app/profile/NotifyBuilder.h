// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/NotifyProfile.h"
#include "app/profile/ProfilePlaces.h"

namespace stowage {

/// Makes what a profile's "alerts.notify" says, which schema and rules found right; of an empty object the
/// usual. `quiet`: those of "alerts.quietHours".
NotifyProfile buildNotifyProfile(const nlohmann::json& notify, const ProfilePlaces& places,
                                 std::vector<QuietHours> quiet);

} // namespace stowage
