// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Presence.h"

#include <roaring/roaring.hh>

#include <QSharedDataPointer>

#include <span>
#include <vector>

namespace stowage {

/// One cell's new answer, within a batch of one node.
struct CellStep
{
    LayerId layer;
    Presence presence = Presence::Unknown;

    bool operator==(const CellStep&) const = default;
};

/// Who holds what: two bitmaps a node over dense layer ids (known, held within known), and for each layer how
/// many nodes hold it and how many have answered. Only nodes that count are in the algebra and in the counts;
/// what was last answered by the others is kept beside.
///
/// A value: a copy shares the rows and costs a pointer a node, so that a worker can have one. The fleet keeps
/// its presences in it.
class PresenceSets
{
public:
    /// Replaces the node's row; `held` is cut down to `known`.
    void setNode(NodeId node, Roaring known, Roaring held);
    /// Takes a batch of answers; Unknown takes the cell out of `known`.
    void apply(NodeId node, std::span<const CellStep> steps);
    void set(NodeId node, LayerId layer, Presence presence);

    /// Whether the node's row is part of the algebra. A node is not until it is told; setNode() tells it.
    void setCounting(NodeId node, bool counts);
    bool isCounting(NodeId node) const { return node.value < m_rows.size() && m_rows[node.value].isCounting; }

    void dropNode(NodeId node);
    void dropLayer(LayerId layer);

    /// Ids up to, but not including, this may have a row.
    uint32_t nodeBound() const { return static_cast<uint32_t>(m_rows.size()); }
    uint32_t layerBound() const { return static_cast<uint32_t>(m_copies.size()); }

    /// Counting nodes that hold the layer, and that have answered for it.
    quint32 copies(LayerId layer) const { return layer.value < m_copies.size() ? m_copies[layer.value] : 0; }
    quint32 known(LayerId layer) const
    {
        return layer.value < m_known.size() ? m_known[layer.value] + m_knownByAll : 0;
    }

    /// What a node that counts holds and has answered for; empty for others.
    const Roaring& held(NodeId node) const { return isCounting(node) ? lastHeld(node) : none(); }
    const Roaring& known(NodeId node) const { return isCounting(node) ? lastKnown(node) : none(); }

    /// The same whether the node counts or not: what was true when it last did.
    const Roaring& lastHeld(NodeId node) const;
    const Roaring& lastKnown(NodeId node) const;

    Presence presence(NodeId node, LayerId layer) const;
    Presence lastPresence(NodeId node, LayerId layer) const;

    /// Gives back what growing left over and finds the smaller forms; O(1) for rows that have not changed
    /// much. Rows do so by themselves while they grow.
    void compact();

    /// Bytes of rows and counts, as they would be without another copy.
    size_t bytesUsed() const;

private:
    struct Cells : QSharedData
    {
        Roaring known;
        Roaring held;
        quint32 loose = 0; ///< changes since it was last compacted
    };
    struct Row
    {
        QSharedDataPointer<Cells> cells; ///< null until something is told
        bool isCounting = false;
    };

    static const Roaring& none();
    const Cells* find(NodeId node) const;
    Row& rowOf(NodeId node);
    void put(Row& row, LayerId layer, Presence presence);
    void widen(size_t layers);
    void countRow(const Row& row, quint32 step);
    static void compact(Cells& cells);
    static void compactWhenLoose(Row& row);

    std::vector<Row> m_rows;
    std::vector<quint32> m_copies;
    std::vector<quint32> m_known; ///< less m_knownByAll, modulo 2^32
    /// Rows that count, each as if it knew every layer: that it lacks some is in m_known. Most rows know
    /// most, so that one begins or ceases to count for what it does not know.
    quint32 m_knownByAll = 0;
};

} // namespace stowage
