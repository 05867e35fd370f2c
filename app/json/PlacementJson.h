// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "app/profile/Profile.h"
#include "models/fleet/PlacementFilter.h"
#include "models/placement/PlacementFinding.h"
#include "models/placement/WhatIf.h"

namespace stowage {

/// `stowage/placement/1`, of all layers or of those that images named `reference` ("team/api:1.0") need, as
/// far as the filter matches them; and of the nodes that it matches.
Json placementDocument(const Fleet& fleet, const Profile& profile, const QString& reference,
                       const PlacementFilter& filter = {});

/// The "risk" of such a document, of these layers.
Json placementRisk(const PlacementMap& map, const PlacementPolicies& policies, const Roaring& layers);

/// `stowage/whatif/1`. `words` is what was asked to be lost, as it was said.
Json whatIfDocument(const PlacementMap& map, const WhatIf& result, const QStringList& words, Timestamp at,
                    const QString& context);

/// `stowage/risk/1`.
Json riskDocument(const PlacementMap& map, const PlacementPolicies& policies,
                  const std::vector<PlacementFinding>& findings, Timestamp at, const QString& context);

} // namespace stowage
