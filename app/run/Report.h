// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/DocumentJson.h"
#include "app/profile/Profile.h"
#include "models/fleet/Fleet.h"

#include <QString>

namespace stowage {

/// The fleet on one page of text, worst first: for the demo without a display, and for a look over SSH.
class Report
{
public:
    static QString print(const Fleet& fleet, const Profile& profile, const SnapshotParts& parts = {});
};

} // namespace stowage
