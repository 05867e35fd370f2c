// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "app/profile/Profile.h"
#include "models/hosts/HostBook.h"

namespace stowage {

/// `stowage/snapshot/1`: everything this version knows of; parts it cannot know are absent, not empty.
/// `hosts`: null where none are known of.
Json snapshotDocument(const Fleet& fleet, const Profile& profile, const HostBook* hosts = nullptr);

} // namespace stowage
