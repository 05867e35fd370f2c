// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoSize.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stowage {

namespace {

constexpr int NodesInZone = 6; ///< in the smallest of fleets with many zones; zones grow as the root
constexpr int LeastZones = 3;

// What an operator has grows slower than the nodes it runs on.
constexpr double LayerFactor = 13;
constexpr double LayerPower = 0.7;
constexpr int NamedImages = 20;
constexpr int NamedLayers = 120;
constexpr double LayersInImage = 5.5; ///< of those made up

} // namespace

DemoSize DemoSize::uniform(int zones, int nodesPerZone, int images)
{
    return {std::vector<int>(static_cast<size_t>(std::max(0, zones)), nodesPerZone), images};
}

DemoSize DemoSize::ofNodes(int nodes)
{
    const DemoSize demonstration;
    if (nodes == demonstration.nodes()) {
        return demonstration;
    }
    const int root = static_cast<int>(std::lround(std::sqrt(nodes / NodesInZone)));
    const int zones = std::min(nodes, std::max(LeastZones, root));
    DemoSize size = uniform(zones, zones == 0 ? 0 : nodes / zones, NamedImages);
    for (int left = 0; zones > 0 && left < nodes % zones; ++left) {
        ++size.nodesInZone[static_cast<size_t>(left)];
    }
    if (nodes > demonstration.nodes()) {
        const double more = LayerFactor * std::pow(nodes, LayerPower) - NamedLayers;
        size.images += static_cast<int>(more / LayersInImage);
    }
    return size;
}

int DemoSize::nodes() const
{
    return std::accumulate(nodesInZone.begin(), nodesInZone.end(), 0);
}

} // namespace stowage
