// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementFinding.h"
#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"

namespace stowage {

/// All findings, undated: the gravest kind first, then the heaviest. Goes over the whole map: at thousands of
/// nodes work for another thread (see PlacementWatch).
std::vector<PlacementFinding> placementFindings(const PlacementMap& map, const PlacementPolicies& policies,
                                                Timestamp now);

} // namespace stowage
