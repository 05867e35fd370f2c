// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetSummary.h"
#include "models/fleet/SweepReport.h"

#include <optional>
#include <vector>

namespace stowage {

/// What the page says beyond the fleet's own figures.
struct PlacementSummary
{
    FleetSummary fleet;
    std::vector<ImageId> incomplete;  ///< images with a layer that no node is known to hold, sorted
    quint32 noCopyInDoubt = 0;        ///< layers without a known copy that a silent node may hold
    std::vector<NodeId> silent;       ///< nodes that are gone, unable or never answered
    std::optional<SweepReport> sweep; ///< of the source whose round is under way or ended last
};

/// Counts; linear in layers.
PlacementSummary summarizePlacement(const Fleet& fleet);

/// Nodes whose cells of this layer are unknown now but were held when last seen.
std::vector<NodeId> lastHolders(const Fleet& fleet, LayerId layer);

} // namespace stowage
