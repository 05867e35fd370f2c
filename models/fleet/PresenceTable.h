// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Observed.h"
#include "models/core/Presence.h"
#include "models/fleet/MomentPool.h"
#include "models/fleet/SightingNotes.h"
#include "models/placement/PresenceSets.h"

#include <vector>

namespace stowage {

/// Who holds what, as it was answered: the sets of what stands, and beside them the time and evidence of each
/// cell's newest sighting. It knows nothing of node states; the store tells it which nodes count.
class PresenceTable
{
public:
    /// What a row looks like before and after a sighting.
    struct Step
    {
        Presence before = Presence::Unknown;
        Presence after = Presence::Unknown;
        bool isVisible = false; ///< presence, evidence or freshness differ, not only the time
    };

    /// One answer's sightings share a moment: begin, record each, end.
    void beginBatch(NodeId node, SourceId source, Timestamp at);
    /// A sighting of the batch's node. Dropped (no step) when the cell knows a newer one.
    Step record(LayerId layer, Presence presence, Evidence evidence, Timestamp now,
                const FreshnessLimits& limits);
    void endBatch();

    /// As of the newest sighting; Unknown when that was not an answer.
    Presence current(LayerId layer, NodeId node) const;
    /// The last definite answer.
    Presence lastDefinite(LayerId layer, NodeId node) const;
    Evidence evidence(LayerId layer, NodeId node) const;
    Timestamp seenAt(LayerId layer, NodeId node) const;

    /// Who told of this node's content last.
    SourceId source(NodeId node) const;

    /// Answers that stand, as sets. Nodes count in them as count() says.
    const PresenceSets& sets() const { return m_sets; }
    void count(NodeId node, bool counts) { m_sets.setCounting(node, counts); }

    Roaring held(NodeId node) const { return m_sets.lastHeld(node); } ///< current() is Held
    Roaring absent(NodeId node) const;                                ///< current() is Absent

    /// Cells that were Held until something other than an answer came.
    const Roaring& wasHeld(NodeId node) const;
    /// Cells whose newest evidence is SizeMismatch.
    const Roaring& wrongLength(NodeId node) const;

    /// Whether anybody ever told of this layer.
    bool isTold(LayerId layer) const { return layer.value < m_isTold.size() && m_isTold[layer.value]; }

    /// Forgets a node, or a layer on every node.
    void dropNode(NodeId node);
    void dropLayer(LayerId layer);

    /// Whether the freshness of any of the node's cells has turned since the last call. Cheap between turns.
    bool judge(NodeId node, Timestamp now, const FreshnessLimits& limits);

    size_t momentCount() const { return m_moments.size(); }

private:
    struct Row
    {
        SourceId source;
        Roaring wasHeld;      ///< it was Held until something other than an answer came
        Roaring wasAbsent;    ///< the same of Absent; of no cell that the sets know
        Roaring wrongLength;  ///< the newest evidence is SizeMismatch
        SightingNotes notes;  ///< the newest sighting of each cell
        Timestamp nextTurn{}; ///< no cell turns stale or offline before
        Timestamp judgedAt{}; ///< turns before this have been told
    };

    Row& rowOf(NodeId node);
    const Row* find(NodeId node) const;
    SightingNotes::Note noteOf(LayerId layer, NodeId node) const;
    void set(NodeId node, LayerId layer, Presence presence);

    PresenceSets m_sets;
    std::vector<Row> m_rows;
    std::vector<bool> m_isTold; ///< by layer
    MomentPool m_moments;
    NodeId m_batchNode;
    MomentPool::Index m_batchMoment = 0;
};

} // namespace stowage
