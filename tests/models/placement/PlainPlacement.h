// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementCoverage.h"
#include "models/placement/WhatIf.h"

#include <random>
#include <set>

namespace stowage::test {

/// Who holds what as a plain matrix, and the answers of placement worked out from it cell by cell, without
/// any set algebra: what the real ones are held against.
struct PlainPlacement
{
    using Ids = std::set<uint32_t>;

    struct Platform
    {
        Ids content;
        Ids layers;
        uint32_t manifest = 0;
    };
    struct Lost
    {
        Ids layers;
        Ids layersMaybe;
        Ids leftSingle;
        quint32 surviving = 0;
        std::set<std::pair<uint32_t, quint32>> broken; ///< image and platform
        std::set<std::pair<uint32_t, quint32>> mayBreak;
        Ids forcedUpstream;
    };

    std::vector<quint32> zones; ///< by node
    std::vector<bool> alive;    ///< by node
    std::vector<bool> counts;   ///< by node: its cells are known at all
    std::vector<bool> isLayer;  ///< by content id: else a manifest or config
    std::vector<std::vector<Platform>> images;
    std::vector<std::vector<Presence>> cells; ///< by node and content

    /// A fleet with holes, doubts, shared layers and several platforms.
    static PlainPlacement random(unsigned seed);

    PlacementMap map() const;
    std::vector<PlacementLayer> layers() const;

    Presence at(uint32_t node, uint32_t content) const;
    Ids nodesWhere(uint32_t content, Presence wanted) const;
    bool isServable(const Platform& platform, const Ids& withoutNodes) const;
    Presence wholeness(uint32_t node, const Platform& platform) const;
    Lost lose(const Ids& nodes) const;
    /// The size of the smallest set that leaves some platform of the image unservable, by trying all sets;
    /// nothing when none is servable.
    std::optional<size_t> smallestBreak(uint32_t image) const;
    quint32 zonesHolding(uint32_t content) const;
};

PlainPlacement::Ids idsOf(const Roaring& set);
PlainPlacement::Ids idsOf(const std::vector<NodeId>& nodes);

} // namespace stowage::test
