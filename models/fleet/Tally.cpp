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
    if (!m_layers.at(layer).isAlive || before == after) {
        return;
    }
    const Layer& entry = recount(layer);
    if (before == Presence::Held) {
        shift(node, entry, false);
    } else if (after == Presence::Held) {
        shift(node, entry, true);
    }
}

void Tally::nodeCounts(NodeId node, bool begins)
{
    Node& holder = m_nodes.edit(node);
    holder.heldLayers = 0;
    holder.heldBytes = 0;
    if (begins) {
        for (const uint32_t value : m_presences.sets().lastHeld(node)) {
            if (const Layer& layer = m_layers.at(LayerId{value}); layer.isAlive) {
                shift(node, layer, true);
            }
        }
    }
    if (++m_stirring <= FewNodes) {
        m_stirred |= m_presences.sets().lastKnown(node);
    }
}

void Tally::layerCame(LayerId layer)
{
    Layer& entry = recount(layer);
    if (!m_presences.isTold(layer)) {
        return;
    }
    for (const Node& node : m_nodes.all()) {
        if (node.isAlive) {
            entry.seenAt = std::max(entry.seenAt, m_presences.seenAt(layer, node.id));
        }
    }
    shiftHolders(entry, true);
}

void Tally::layerGoes(LayerId layer)
{
    shiftHolders(m_layers.at(layer), false);
}

void Tally::settleNodes()
{
    if (m_nodeCount != m_nodes.aliveCount() || m_stirring > FewNodes) {
        m_nodeCount = m_nodes.aliveCount();
        for (const Layer& layer : m_layers.all()) {
            recountAlive(layer);
        }
    } else {
        for (const uint32_t value : m_stirred) {
            recountAlive(m_layers.at(LayerId{value}));
        }
    }
    m_stirred = {};
    m_stirring = 0;
}

void Tally::recountAlive(const Layer& layer)
{
    if (layer.isAlive) {
        recount(layer.id);
    }
}

Layer& Tally::recount(LayerId id)
{
    const PresenceSets& sets = m_presences.sets();
    Layer& layer = m_layers.edit(id);
    layer.held = sets.copies(id);
    layer.absent = sets.known(id) - layer.held;
    layer.unknown = m_nodeCount - sets.known(id);
    return layer;
}

void Tally::shiftHolders(const Layer& layer, bool up)
{
    if (layer.held == 0) {
        return;
    }
    for (const Node& node : m_nodes.all()) {
        if (m_presences.sets().presence(node.id, layer.id) == Presence::Held) {
            shift(node.id, layer, up);
        }
    }
}

void Tally::shift(NodeId node, const Layer& layer, bool up)
{
    if (layer.kind == ContentKind::Layer) {
        Node& holder = m_nodes.edit(node);
        holder.heldLayers += up ? 1U : -1U;
        holder.heldBytes = up ? plus(holder.heldBytes, layer.descriptor.bytes)
                              : minus(holder.heldBytes, layer.descriptor.bytes);
    }
}

} // namespace stowage
