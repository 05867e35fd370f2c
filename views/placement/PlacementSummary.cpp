// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementSummary.h"

#include "models/fleet/LayerStanding.h"

#include <algorithm>

namespace stowage {

namespace {

/// The report that says most about now: of a round under way, else of the one that ended last.
bool saysMore(const SweepReport& a, const SweepReport& b)
{
    const auto endOf = [](const SweepReport& report) {
        return report.last ? report.last->startedAt + report.last->took : Timestamp{};
    };
    return a.startedAt.has_value() != b.startedAt.has_value() ? a.startedAt.has_value() : endOf(a) > endOf(b);
}

void addNoCopies(const Fleet& fleet, PlacementSummary& summary)
{
    for (const Layer& layer : fleet.layers()) {
        if (isAtRisk(layer) && standingOf(layer) == LayerStanding::None) {
            summary.incomplete.insert(summary.incomplete.end(), layer.images.begin(), layer.images.end());
            summary.noCopyInDoubt += layer.unknown > 0 ? 1 : 0;
        }
    }
    std::ranges::sort(summary.incomplete);
    summary.incomplete.erase(std::unique(summary.incomplete.begin(), summary.incomplete.end()),
                             summary.incomplete.end());
}

} // namespace

PlacementSummary summarizePlacement(const Fleet& fleet)
{
    PlacementSummary summary;
    summary.fleet = summarize(fleet);
    addNoCopies(fleet, summary);
    for (const Node& node : fleet.nodes()) {
        const bool answers = node.state == NodeState::Live || node.state == NodeState::Stale;
        if (node.isAlive && !answers) {
            summary.silent.push_back(node.id);
        }
    }
    for (const Source& source : fleet.sources()) {
        const auto& sweep = source.status.sweep;
        if (source.isAlive && sweep && (!summary.sweep || saysMore(*sweep, *summary.sweep))) {
            summary.sweep = sweep;
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
