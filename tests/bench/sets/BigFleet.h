// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementMap.h"

namespace stowage::bench {

/// 5,000 nodes in 12 zones, 20,000 layers of 2,000 images. Each node holds 2,000 layers at random, which is
/// the worst that bitmaps can meet: 10 M presences. All other cells are known to be absent, but for as many
/// in a hundred, anywhere, as the constructor is told.
class BigFleet
{
public:
    static constexpr uint32_t Nodes = 5'000;
    static constexpr uint32_t Layers = 20'000;
    static constexpr uint32_t Images = 2'000;
    static constexpr uint32_t Zones = 12;
    static constexpr uint32_t HeldEach = 2'000;

    explicit BigFleet(uint32_t percentUnknown);

    quint64 presences() const { return quint64{Nodes} * HeldEach; }

    /// The sets from the lists.
    PresenceSets sets() const;
    /// A map around them.
    PlacementMap map(PresenceSets sets) const;

    /// The same as plain bitmaps, two bits a cell.
    std::vector<quint64> bitmaps() const;

private:
    std::vector<std::vector<uint32_t>> m_held; ///< each node's layers, sorted
    std::vector<std::vector<uint32_t>> m_known;
};

} // namespace stowage::bench
