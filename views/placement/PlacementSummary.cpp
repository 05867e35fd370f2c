// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementSummary.h"

#include "models/fleet/RiskList.h"

#include <algorithm>

namespace stowage {

namespace {

bool isAnswered(const Layer& layer)
{
    return layer.isAlive && layer.kind == ContentKind::Layer && standingOf(layer) != LayerStanding::Unknown;
}

std::optional<double> shareMeeting(const Fleet& fleet, PlacementGoal goal)
{
    double answered = 0;
    double meeting = 0;
    for (const Layer& layer : fleet.layers()) {
        if (isAnswered(layer)) {
            const auto bytes = static_cast<double>(layer.descriptor.bytes);
            answered += bytes;
            meeting += layer.held >= goal.copies ? bytes : 0;
        }
    }
    return goal.copies > 0 && answered > 0 ? std::optional(meeting / answered) : std::nullopt;
}

} // namespace

PlacementSummary summarizePlacement(const Fleet& fleet, PlacementGoal goal)
{
    PlacementSummary summary;
    summary.fleet = summarize(fleet);
    summary.goalShare = shareMeeting(fleet, goal);
    summary.atRisk = riskList(fleet);
    for (const LayerRisk& risk : summary.atRisk) {
        if (risk.standing == LayerStanding::None) {
            const std::vector<ImageId>& images = fleet.layer(risk.layer).images;
            summary.incomplete.insert(summary.incomplete.end(), images.begin(), images.end());
            summary.noCopyInDoubt += risk.unknown > 0 ? 1 : 0;
        }
    }
    std::ranges::sort(summary.incomplete);
    summary.incomplete.erase(std::unique(summary.incomplete.begin(), summary.incomplete.end()),
                             summary.incomplete.end());
    for (const Node& node : fleet.nodes()) {
        const bool answers = node.state == NodeState::Live || node.state == NodeState::Stale;
        if (node.isAlive && !answers) {
            summary.silent.push_back(node.id);
        }
    }
    return summary;
}

std::vector<NodeId> lastHolders(const Fleet& fleet, LayerId layer)
{
    std::vector<NodeId> nodes = fleet.nodesWhere(layer, Presence::Unknown);
    std::erase_if(nodes, [&](NodeId node) { return fleet.cell(layer, node).lastSeen != Presence::Held; });
    return nodes;
}

} // namespace stowage
