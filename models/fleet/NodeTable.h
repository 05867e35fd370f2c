// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeCollector.h"
#include "models/fleet/Node.h"
#include "models/fleet/SourceTable.h"

#include <span>
#include <vector>

namespace stowage {

/// The nodes, each with what every one of its sources last said of it. A node is in it while a source names
/// it.
class NodeTable
{
public:
    NodeTable(const SourceTable& sources, ChangeCollector& changes) : m_sources(sources), m_changes(changes)
    {
    }

    /// Whether what was last seen on a node in this state may be counted now.
    static bool counts(const Node& node)
    {
        return node.isAlive && (node.state == NodeState::Live || node.state == NodeState::Stale);
    }

    /// The id for this name, a hole until it is observed.
    NodeId place(const QString& name);

    /// Takes an observation; `isRestored` when it comes from disk, which never makes a node live.
    void observe(NodeId id, SourceId source, NodeObservation observation, bool isRestored, Timestamp now);

    /// A source no longer names the node; it goes with the last one. Its counts stay for the tally to take
    /// back.
    void forget(NodeId id, SourceId source, Timestamp now);

    /// Judges the node's state by age.
    void judge(NodeId id, Timestamp now);

    std::optional<NodeId> find(const QString& name) const;
    std::span<const Node> all() const { return m_nodes; }
    const Node& at(NodeId id) const { return m_nodes[id.value]; }
    quint32 aliveCount() const { return m_aliveCount; }

    /// For counts only: marks the node as changed.
    Node& edit(NodeId id);

private:
    /// What one source last said.
    struct Witness
    {
        SourceId source;
        NodeObservation seen;
        bool isRestored = false;
    };

    void settle(NodeId id, Timestamp now);
    NodeState judged(NodeId id, NodeState seen, Timestamp now) const;
    static NodeObservation newest(const std::vector<Witness>& witnesses);

    const SourceTable& m_sources;
    ChangeCollector& m_changes;
    Interner<NodeTag> m_names;
    std::vector<Node> m_nodes;
    std::vector<std::vector<Witness>> m_witnesses; ///< by node, sorted by source
    quint32 m_aliveCount = 0;
};

} // namespace stowage
