// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"

namespace stowage {

/// How far the layers meet their goals. A layer of several images must meet the strictest.
struct PlacementCoverage
{
    qint64 bytes = 0; ///< of layers that somebody has answered for
    qint64 bytesMeeting = 0;
    quint32 layers = 0;
    quint32 layersMeeting = 0;
    Roaring below;      ///< fewer copies or zones than asked, by what is known
    Roaring mayBeBelow; ///< those of `below` whose unknown cells could make up for it

    /// 0 to 1; nothing before anybody has answered.
    std::optional<double> share() const;
};

PlacementCoverage coverageOf(const PlacementMap& map, const PlacementPolicies& policies);

/// In how many zones each layer has a copy, by layer id.
std::vector<quint32> zonesHolding(const PlacementMap& map);

/// The strictest goal of a layer's images.
PlacementGoal goalOf(const PlacementMap& map, const PlacementPolicies& policies, LayerId layer);

} // namespace stowage
