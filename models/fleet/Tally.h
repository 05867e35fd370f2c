// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/LayerTable.h"
#include "models/fleet/NodeTable.h"
#include "models/fleet/PresenceTable.h"

namespace stowage {

/// Keeps what layers and nodes tell of the sets right as cells change, nodes begin and cease to count, and
/// layers come and go: the counts of a layer are the sets' own, those of a node (layers and bytes held) go by
/// steps. Work in proportion to what changed.
class Tally
{
public:
    Tally(NodeTable& nodes, LayerTable& layers, const PresenceTable& presences)
        : m_nodes(nodes), m_layers(layers), m_presences(presences)
    {
    }

    /// A counting node's answer changed.
    void cellChanged(LayerId layer, NodeId node, Presence before, Presence after);

    /// All of the node's cells begin (or cease) to count. Layers follow with settleNodes().
    void nodeCounts(NodeId node, bool begins);

    /// After nodes came, went or changed: brings the counts of layers up to date. Each layer is looked at
    /// once, however many nodes changed.
    void settleNodes();

    /// Takes in what is known of a layer that an image has begun to need.
    void layerCame(LayerId layer);

    /// Gives up what the nodes hold of a layer that is about to go.
    void layerGoes(LayerId layer);

private:
    /// Takes the layer's counts from the sets.
    Layer& recount(LayerId id);
    void recountAlive(const Layer& layer);
    /// What its holders hold of the layer comes or goes.
    void shiftHolders(const Layer& layer, bool up);
    void shift(NodeId node, const Layer& layer, bool up);

    NodeTable& m_nodes;
    LayerTable& m_layers;
    const PresenceTable& m_presences;
    /// From so many changed nodes on all layers are looked at, rather than those that they tell of.
    static constexpr int FewNodes = 16;

    quint32 m_nodeCount = 0;
    Roaring m_stirred;  ///< known on nodes that changed
    int m_stirring = 0; ///< how many nodes changed since settleNodes()
};

} // namespace stowage
