// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "app/profile/Profile.h"
#include "models/hosts/HostBook.h"

namespace stowage {

class AlertBook;
class IncidentBook;

/// What is known beside the fleet; null where nothing is.
struct SnapshotParts
{
    const HostBook* hosts = nullptr;
    const AlertBook* alerts = nullptr;
    const IncidentBook* incidents = nullptr;
};

/// `stowage/snapshot/1`: everything this version knows of; parts it cannot know are absent, not empty.
Json snapshotDocument(const Fleet& fleet, const Profile& profile, const SnapshotParts& parts = {});

} // namespace stowage
