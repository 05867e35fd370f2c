// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/NodeTable.h"

#include <algorithm>

namespace stowage {
namespace {

/// What was only configured says where the node should be, not how it is.
void takeConfiguration(NodeObservation& seen, const NodeObservation& configured)
{
    seen.zone = configured.zone.isEmpty() ? seen.zone : configured.zone;
    seen.address = configured.address.isEmpty() ? seen.address : configured.address;
}

} // namespace

NodeId NodeTable::place(const QString& name)
{
    const NodeId id = m_names.intern(name);
    if (id.value == m_nodes.size()) {
        Node& node = m_nodes.emplace_back();
        node.id = id;
        node.seen.name = name;
        m_witnesses.emplace_back();
    }
    return id;
}

void NodeTable::observe(NodeId id, SourceId source, NodeObservation observation, bool isRestored,
                        Timestamp now)
{
    observation.at = std::min(observation.at, now);
    if (observation.state == NodeState::Stale) {
        observation.state = NodeState::Live;
    }
    auto& witnesses = m_witnesses[id.value];
    const auto place = std::ranges::lower_bound(witnesses, source, {}, &Witness::source);
    if (place == witnesses.end() || place->source != source) {
        witnesses.insert(place, {source, std::move(observation), isRestored});
    } else if (observation.at == Timestamp{}) {
        takeConfiguration(place->seen, observation);
    } else if (observation.at >= place->seen.at || place->seen.at > now) {
        *place = {source, std::move(observation), isRestored};
    }
    settle(id, now);
}

void NodeTable::forget(NodeId id, SourceId source, Timestamp now)
{
    auto& witnesses = m_witnesses[id.value];
    if (std::erase_if(witnesses, [source](const Witness& witness) { return witness.source == source; }) !=
        0) {
        settle(id, now);
    }
}

void NodeTable::judge(NodeId id, Timestamp now)
{
    Node& node = m_nodes[id.value];
    const NodeState state = judged(id, node.seen.state, now);
    if (node.isAlive && state != node.state) {
        m_changes.nodes.touch(id, true);
        node.state = state;
        node.changedAt = now;
    }
}

std::optional<NodeId> NodeTable::find(const QString& name) const
{
    const auto id = m_names.find(name);
    return id && at(*id).isAlive ? id : std::nullopt;
}

Node& NodeTable::edit(NodeId id)
{
    Node& node = m_nodes[id.value];
    m_changes.nodes.touch(id, node.isAlive);
    return node;
}

void NodeTable::settle(NodeId id, Timestamp now)
{
    const auto& witnesses = m_witnesses[id.value];
    Node& node = m_nodes[id.value];
    Node next;
    next.id = id;
    next.seen.name = node.seen.name;
    next.changedAt = node.changedAt;
    next.heldLayers = node.heldLayers;
    next.heldBytes = node.heldBytes;
    if (!witnesses.empty()) {
        next.isAlive = true;
        next.seen = newest(witnesses);
        next.seen.name = node.seen.name;
        next.state = judged(id, next.seen.state, now);
        next.sources.resize(witnesses.size());
        std::ranges::transform(witnesses, next.sources.begin(), &Witness::source);
    }
    if (next == node) {
        return;
    }
    if (next.state != node.state || next.seen.identity != node.seen.identity || !node.isAlive) {
        next.changedAt = next.seen.at;
    }
    m_changes.nodes.touch(id, node.isAlive);
    m_aliveCount += (next.isAlive ? 1U : 0U) - (node.isAlive ? 1U : 0U);
    node = std::move(next);
}

NodeState NodeTable::judged(NodeId id, NodeState seen, Timestamp now) const
{
    const auto isFresh = [&](const Witness& witness) {
        return !witness.isRestored &&
               stowage::judge(witness.seen.at, now, m_sources.limits(witness.source)) == Freshness::Live;
    };
    if (seen == NodeState::Live && std::ranges::none_of(m_witnesses[id.value], isFresh)) {
        return NodeState::Stale;
    }
    return seen;
}

NodeObservation NodeTable::newest(const std::vector<Witness>& witnesses)
{
    const auto at = [](const Witness& witness) {
        return witness.seen.at;
    };
    NodeObservation seen = std::ranges::max_element(witnesses, {}, at)->seen;
    for (const Witness& witness : witnesses) {
        seen.zone = seen.zone.isEmpty() ? witness.seen.zone : seen.zone;
        seen.identity = seen.identity.isEmpty() ? witness.seen.identity : seen.identity;
        seen.address = seen.address.isEmpty() ? witness.seen.address : seen.address;
        seen.stability = seen.stability.isWatched() ? seen.stability : witness.seen.stability;
    }
    return seen;
}

} // namespace stowage
