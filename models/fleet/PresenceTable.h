// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Observed.h"
#include "models/core/Presence.h"
#include "models/fleet/MomentPool.h"

#include <roaring/roaring.hh>

#include <vector>

namespace stowage {

/// Who holds what, as it was answered: a node is a row of bitmaps over dense layer ids, with the time and
/// evidence of each cell's newest sighting beside them. It knows nothing of node states; Fleet decides what
/// may be counted.
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

    Roaring held(NodeId node) const;   ///< current() is Held
    Roaring absent(NodeId node) const; ///< current() is Absent

    /// Forgets a node, or a layer on every node.
    void dropNode(NodeId node);
    void dropLayer(LayerId layer);

    /// Whether the freshness of any of the node's cells has turned since the last call. Cheap between turns.
    bool judge(NodeId node, Timestamp now, const FreshnessLimits& limits);

    size_t momentCount() const { return m_moments.size(); }

private:
    /// The time (28 bits of pool index) and evidence (4 bits) of a cell's newest sighting.
    static_assert(EvidenceCount <= 16, "a note has four bits for it");
    struct Note
    {
        quint32 moment : 28 = 0;
        quint32 evidence : 4 = 0;
    };
    struct Row
    {
        SourceId source;
        Roaring known;           ///< there was a definite answer once
        Roaring held;            ///< it was Held; within known
        Roaring doubted;         ///< something other than an answer came after it; within known
        std::vector<Note> notes; ///< by layer
        Timestamp nextTurn{};    ///< no cell turns stale or offline before
        Timestamp judgedAt{};    ///< turns before this have been told
    };

    Row& rowOf(NodeId node);
    const Row* find(NodeId node) const;
    Note noteOf(LayerId layer, NodeId node) const;
    static Presence currentIn(const Row& row, LayerId layer);
    static void set(Row& row, LayerId layer, Presence presence);

    std::vector<Row> m_rows;
    MomentPool m_moments;
    NodeId m_batchNode;
    MomentPool::Index m_batchMoment = 0;
};

} // namespace stowage
