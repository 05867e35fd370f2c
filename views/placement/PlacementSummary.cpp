// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PlacementSummary.h"

#include <algorithm>

namespace stowage {

namespace {

class Counter
{
public:
    explicit Counter(PlacementGoal goal) : m_goal(goal) {}

    void add(const Layer& layer)
    {
        const qint64 bytes = layer.descriptor.bytes;
        ++m_summary.layers;
        m_summary.bytes += bytes;
        m_summary.unknownCells += layer.unknown;
        if (layer.held + layer.absent == 0) {
            ++m_summary.unasked;
            return;
        }
        m_copies.push_back(layer.held);
        m_answeredBytes += bytes;
        m_goalBytes += layer.held >= m_goal.copies ? bytes : 0;
        if (layer.held == 1) {
            ++m_summary.single;
            m_summary.singleBytes += bytes;
            m_singleImages.insert(m_singleImages.end(), layer.images.begin(), layer.images.end());
        }
        if (layer.held == 0) {
            ++m_summary.none;
            m_summary.noneInDoubt += layer.unknown > 0 ? 1 : 0;
            m_summary.incomplete.insert(m_summary.incomplete.end(), layer.images.begin(), layer.images.end());
        }
        if (layer.held <= 1) {
            const auto images = static_cast<qint64>(layer.images.size());
            m_summary.atRisk.push_back({layer.id, layer.held, bytes * images});
        }
    }

    PlacementSummary finish()
    {
        if (!m_copies.empty()) {
            m_summary.medianCopies = median();
        }
        if (m_goal.copies > 0 && m_answeredBytes > 0) {
            m_summary.goalShare = static_cast<double>(m_goalBytes) / static_cast<double>(m_answeredBytes);
        }
        m_summary.singleImages = static_cast<int>(distinct(m_singleImages));
        distinct(m_summary.incomplete);
        std::stable_sort(m_summary.atRisk.begin(), m_summary.atRisk.end(),
                         [](const RiskEntry& a, const RiskEntry& b) {
                             return a.copies != b.copies ? a.copies < b.copies : a.weight > b.weight;
                         });
        return std::move(m_summary);
    }

    PlacementSummary& summary() { return m_summary; }

private:
    static size_t distinct(std::vector<ImageId>& ids)
    {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids.size();
    }

    double median()
    {
        const auto middle = m_copies.begin() + static_cast<std::ptrdiff_t>(m_copies.size() / 2);
        std::nth_element(m_copies.begin(), middle, m_copies.end());
        if (m_copies.size() % 2 == 1) {
            return *middle;
        }
        return (*middle + *std::max_element(m_copies.begin(), middle)) / 2.0;
    }

    PlacementGoal m_goal;
    PlacementSummary m_summary;
    std::vector<quint32> m_copies;
    std::vector<ImageId> m_singleImages;
    qint64 m_answeredBytes = 0;
    qint64 m_goalBytes = 0;
};

} // namespace

PlacementSummary summarize(const Fleet& fleet, PlacementGoal goal)
{
    Counter counter(goal);
    for (const Layer& layer : fleet.layers()) {
        if (layer.isAlive && layer.kind == ContentKind::Layer) {
            counter.add(layer);
        }
    }
    for (const FleetImage& image : fleet.images()) {
        counter.summary().images += image.isAlive ? 1 : 0;
    }
    for (const Node& node : fleet.nodes()) {
        const bool answers = node.state == NodeState::Live || node.state == NodeState::Stale;
        counter.summary().nodes += node.isAlive ? 1 : 0;
        if (node.isAlive && !answers) {
            counter.summary().silent.push_back(node.id);
        }
    }
    return counter.finish();
}

std::vector<NodeId> lastHolders(const Fleet& fleet, LayerId layer)
{
    std::vector<NodeId> nodes = fleet.nodesWhere(layer, Presence::Unknown);
    std::erase_if(nodes, [&](NodeId node) { return fleet.cell(layer, node).lastSeen != Presence::Held; });
    return nodes;
}

} // namespace stowage
