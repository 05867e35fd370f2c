// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Tally.h"

#include <algorithm>

namespace stowage {
namespace {

/// Sizes are what a server claims, so their sum may pass 2^63: it then wraps, and unwraps on the way back.
qint64 plus(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) + static_cast<quint64>(b));
}

qint64 minus(qint64 a, qint64 b)
{
    return static_cast<qint64>(static_cast<quint64>(a) - static_cast<quint64>(b));
}

} // namespace

void Tally::cellChanged(LayerId layer, NodeId node, Presence before, Presence after)
{
    if (m_layers.at(layer).isAlive && before != after) {
        shift(layer, node, before, false);
        shift(layer, node, after, true);
        setUnknown(m_layers.edit(layer));
    }
}

void Tally::nodeCounts(NodeId node, bool begins)
{
    const auto shiftAll = [&](const Roaring& cells, Presence presence) {
        for (const uint32_t value : cells) {
            const LayerId layer{value};
            if (m_layers.at(layer).isAlive) {
                shift(layer, node, presence, begins);
                setUnknown(m_layers.edit(layer));
            }
        }
    };
    shiftAll(m_presences.held(node), Presence::Held);
    shiftAll(m_presences.absent(node), Presence::Absent);
}

void Tally::layerCame(LayerId layer)
{
    for (const Node& node : m_nodes.all()) {
        if (node.isAlive) {
            Layer& entry = m_layers.edit(layer);
            entry.seenAt = std::max(entry.seenAt, m_presences.seenAt(layer, node.id));
        }
        if (NodeTable::counts(node)) {
            shift(layer, node.id, m_presences.current(layer, node.id), true);
        }
    }
    setUnknown(m_layers.edit(layer));
}

void Tally::layerGoes(LayerId layer)
{
    for (const Node& node : m_nodes.all()) {
        if (NodeTable::counts(node)) {
            shift(layer, node.id, m_presences.current(layer, node.id), false);
        }
    }
}

void Tally::recountUnknown()
{
    if (m_nodeCount == m_nodes.aliveCount()) {
        return;
    }
    m_nodeCount = m_nodes.aliveCount();
    for (const Layer& layer : m_layers.all()) {
        if (layer.isAlive) {
            setUnknown(m_layers.edit(layer.id));
        }
    }
}

void Tally::shift(LayerId layer, NodeId node, Presence presence, bool up)
{
    if (presence == Presence::Unknown) {
        return;
    }
    Layer& entry = m_layers.edit(layer);
    const quint32 step = up ? 1U : -1U;
    (presence == Presence::Held ? entry.held : entry.absent) += step;
    if (presence == Presence::Held && entry.kind == ContentKind::Layer) {
        Node& holder = m_nodes.edit(node);
        holder.heldLayers += step;
        holder.heldBytes = up ? plus(holder.heldBytes, entry.descriptor.bytes)
                              : minus(holder.heldBytes, entry.descriptor.bytes);
    }
}

} // namespace stowage
