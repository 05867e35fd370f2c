// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/RiskList.h"

#include <algorithm>

namespace stowage {

std::vector<LayerRisk> riskList(const Fleet& fleet)
{
    std::vector<LayerRisk> risks;
    for (const Layer& layer : fleet.layers()) {
        if (isAtRisk(layer)) {
            const auto holders = fleet.nodesWhere(layer.id, Presence::Held);
            risks.push_back({layer.id, standingOf(layer), holders.empty() ? NodeId{} : holders.front(),
                             layer.unknown, riskWeight(layer)});
        }
    }
    std::ranges::stable_sort(risks, std::ranges::greater{}, &LayerRisk::weight);
    return risks;
}

} // namespace stowage
