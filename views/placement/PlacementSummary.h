// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <optional>
#include <vector>

namespace stowage {

/// What the profile asks of placement; nothing asked while `copies` is 0.
struct PlacementGoal
{
    quint32 copies = 0;
};

/// A layer that few nodes hold.
struct RiskEntry
{
    LayerId layer;
    quint32 copies = 0; ///< 0 or 1
    qint64 weight = 0;  ///< bytes × images that need it

    bool operator==(const RiskEntry&) const = default;
};

/// The fleet's placement in numbers. Layers that no node has answered for are counted in `layers` and
/// `unasked` only: unknown is neither a copy nor the lack of one.
struct PlacementSummary
{
    int layers = 0;
    qint64 bytes = 0;
    int images = 0;
    int nodes = 0;
    int unasked = 0;
    std::optional<double> medianCopies; ///< over layers; nothing when none has been answered for
    std::optional<double> goalShare;    ///< 0 … 1, of the bytes of those layers; nothing without a goal

    int single = 0; ///< layers that one node holds
    qint64 singleBytes = 0;
    int singleImages = 0;

    std::vector<ImageId> incomplete; ///< images with a layer that no node is known to hold, sorted
    int none = 0;                    ///< such layers
    int noneInDoubt = 0;             ///< of them, those that a silent node may hold

    qint64 unknownCells = 0;
    std::vector<NodeId> silent; ///< nodes that are gone, unable or never answered

    std::vector<RiskEntry> atRisk; ///< one copy or none, by weight
};

/// Counts; linear in layers.
PlacementSummary summarize(const Fleet& fleet, PlacementGoal goal);

/// Nodes whose cells of this layer are unknown now but were held when last seen.
std::vector<NodeId> lastHolders(const Fleet& fleet, LayerId layer);

} // namespace stowage
