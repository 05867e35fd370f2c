// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeSet.h"
#include "models/hosts/Host.h"

namespace stowage {

/// What happened to the hosts since the last of these, coalesced.
struct HostChanges
{
    Changes<HostId> hosts;
    bool isAnythingToSettle = false; ///< ambiguities or alarms came or went

    bool isEmpty() const { return hosts.isEmpty() && !isAnythingToSettle; }
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::HostChanges)
