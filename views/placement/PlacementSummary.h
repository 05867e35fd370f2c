// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetSummary.h"
#include "models/fleet/LayerStanding.h"

#include <optional>
#include <vector>

namespace stowage {

/// What the profile asks of placement; nothing asked while `copies` is 0.
struct PlacementGoal
{
    quint32 copies = 0;
};

/// A layer with one known holder or none.
struct AtRisk
{
    LayerId layer;
    LayerStanding standing = LayerStanding::None; ///< None or Single
    NodeId holder;                                ///< of a Single; not valid otherwise
    quint32 unknown = 0;                          ///< cells that may hide more copies

    bool operator==(const AtRisk&) const = default;
};

/// What the page says beyond the fleet's own figures.
struct PlacementSummary
{
    FleetSummary fleet;
    std::vector<AtRisk> atRisk; ///< the heaviest first, see riskWeight()

    std::optional<double> goalShare; ///< 0 … 1, of the bytes of answered layers; nothing without a goal
    std::vector<ImageId> incomplete; ///< images with a layer that no node is known to hold, sorted
    quint32 noCopyInDoubt = 0;       ///< layers without a known copy that a silent node may hold
    std::vector<NodeId> silent;      ///< nodes that are gone, unable or never answered
};

/// Counts; linear in layers.
PlacementSummary summarizePlacement(const Fleet& fleet, PlacementGoal goal);

/// Nodes whose cells of this layer are unknown now but were held when last seen.
std::vector<NodeId> lastHolders(const Fleet& fleet, LayerId layer);

} // namespace stowage
