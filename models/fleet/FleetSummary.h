// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <array>

namespace stowage {

/// The figures of the tiles. Layers are content of kind Layer, each digest once.
struct FleetSummary
{
    bool isInventoryKnown = false; ///< a source with a list has been read; else "no images" is no finding
    quint32 images = 0;
    quint32 layers = 0;
    qint64 layerBytes = 0; ///< sum over distinct layers, at most 2^63 - 1

    /// Layers that somebody answered for, and the median of their known copies; nothing when there are none.
    quint32 answeredLayers = 0;
    std::optional<double> medianCopies;

    quint32 singleLayers = 0; ///< one known holder
    qint64 singleBytes = 0;
    quint32 singleImages = 0; ///< images that need at least one of them
    quint32 noCopyLayers = 0; ///< nodes have answered, none holds it
    qint64 noCopyBytes = 0;

    quint64 cells = 0; ///< layers × nodes
    quint64 unknownCells = 0;
    quint32 riskMayBeLess = 0; ///< single and no-copy layers some of whose cells are unknown

    quint32 nodes = 0;
    std::array<quint32, 5> nodesBy{}; ///< by NodeState
    quint32 sources = 0;
    std::array<quint32, 4> sourcesBy{}; ///< by Freshness

    quint32 nodesIn(NodeState state) const { return nodesBy.at(static_cast<size_t>(state)); }
    quint32 sourcesIn(Freshness state) const { return sourcesBy.at(static_cast<size_t>(state)); }

    bool operator==(const FleetSummary&) const = default;
};

/// Goes over the tables once: for each change set, not for each paint.
FleetSummary summarize(const Fleet& fleet);

} // namespace stowage
