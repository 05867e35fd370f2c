// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "app/profile/Profile.h"

namespace stowage {

/// `stowage/snapshot/1`: everything this version knows of; parts it cannot know are absent, not empty.
Json snapshotDocument(const Fleet& fleet, const Profile& profile);

} // namespace stowage
