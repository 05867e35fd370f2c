// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"

namespace stowage {

/// Nodes that are supposed to be lost at once.
struct LossSet
{
    std::vector<NodeId> nodes; ///< each once, sorted; zones are resolved

    bool operator==(const LossSet&) const = default;
};

/// Reads "n1", an alias of the profile's, or "zone:eu-b"; names regardless of case. What is not there is a
/// Usage error that names the nearest.
Result<LossSet> parseLoss(const PlacementMap& map, const PlacementPolicies& policies,
                          const QStringList& words);

} // namespace stowage
