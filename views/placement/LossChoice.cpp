// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/LossChoice.h"

#include <algorithm>

namespace stowage {

void LossChoice::toggleNode(const PlacementMap& map, NodeId node)
{
    const QString& name = map.node(node).name;
    if (m_nodes.removeAll(name) > 0) {
        return;
    }
    const QString zone = map.zones().value(static_cast<qsizetype>(map.node(node).zone));
    if (m_zones.removeAll(zone) == 0) {
        m_nodes << name;
        return;
    }
    for (const NodeId other : map.nodesInZone(map.node(node).zone)) {
        if (other != node) {
            m_nodes << map.node(other).name;
        }
    }
}

void LossChoice::toggleZone(const PlacementMap& map, const QString& zone)
{
    if (m_zones.removeAll(zone) > 0) {
        return;
    }
    m_zones << zone;
    if (const auto index = map.findZone(zone)) {
        for (const NodeId node : map.nodesInZone(*index)) {
            m_nodes.removeAll(map.node(node).name);
        }
    }
}

LossSet LossChoice::resolve(const PlacementMap& map) const
{
    LossSet loss;
    for (const QString& zone : m_zones) {
        if (const auto index = map.findZone(zone)) {
            const std::vector<NodeId> nodes = map.nodesInZone(*index);
            loss.nodes.insert(loss.nodes.end(), nodes.begin(), nodes.end());
        }
    }
    for (const QString& name : m_nodes) {
        if (const auto node = map.findNode(name)) {
            loss.nodes.push_back(*node);
        }
    }
    std::ranges::sort(loss.nodes);
    loss.nodes.erase(std::unique(loss.nodes.begin(), loss.nodes.end()), loss.nodes.end());
    return loss;
}

} // namespace stowage
