// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeSet.h"
#include "models/placement/PlacementFacts.h"
#include "models/placement/PresenceSets.h"

#include <QSharedDataPointer>
#include <QStringList>

#include <optional>
#include <span>

namespace stowage {

class Fleet;

/// Who holds what in the whole fleet at one moment, with the facts that questions of placement need. A value:
/// a copy is O(1) and can go to another thread. Ids are the fleet's.
///
/// Cells are as the fleet shows them: unknown on nodes that are gone, unable or unseen. An unknown cell is
/// neither a copy nor an absence.
class PlacementMap
{
public:
    PlacementMap();
    PlacementMap(const PlacementMap&);
    PlacementMap(PlacementMap&&) noexcept;
    PlacementMap& operator=(const PlacementMap&);
    PlacementMap& operator=(PlacementMap&&) noexcept;
    ~PlacementMap();

    static PlacementMap read(const Fleet& fleet);
    /// Brings it up to date; work in proportion to the change, and a pointer a node.
    void update(const Fleet& fleet, const ChangeSet& changes);

    /// Puts a map together without a fleet, for simulations and tests. Ids must be their places.
    static PlacementMap of(std::vector<PlacementNode> nodes, QStringList zones,
                           std::vector<PlacementLayer> layers, std::vector<PlacementImage> images,
                           PresenceSets sets);

    std::span<const PlacementNode> nodes() const; ///< by NodeId::value, holes included
    std::span<const PlacementLayer> layers() const;
    std::span<const PlacementImage> images() const;
    const QStringList& zones() const; ///< names; "" is the zone of nodes without one, and may stand here too
    const PresenceSets& sets() const;

    const PlacementNode& node(NodeId id) const { return nodes()[id.value]; }
    const PlacementLayer& layer(LayerId id) const { return layers()[id.value]; }
    const PlacementImage& image(ImageId id) const { return images()[id.value]; }

    /// Nodes that are not holes.
    quint32 aliveNodes() const;
    /// Content of kind Layer.
    const Roaring& layerIds() const;

    quint32 copies(LayerId layer) const { return sets().copies(layer); }
    /// Cells of the layer of which nothing is known.
    quint32 unknown(LayerId layer) const { return aliveNodes() - sets().known(layer); }

    std::optional<NodeId> findNode(const QString& name) const;
    std::optional<quint32> findZone(const QString& name) const;
    std::vector<NodeId> nodesInZone(quint32 zone) const;

    /// Nodes whose cell of the layer is `wanted`, in id order.
    std::vector<NodeId> nodesWhere(LayerId layer, Presence wanted) const;
    std::vector<NodeId> holders(LayerId layer) const { return nodesWhere(layer, Presence::Held); }

    /// What the node held by its last definite answers, however it stands now.
    Roaring lastHeld(NodeId node) const;

    /// Layers (kind Layer) with exactly one known holder.
    Roaring singles() const;
    /// Layers that some node has answered for and none holds.
    Roaring withoutHolder() const;
    /// Bytes of these, at most 2^63 - 1.
    qint64 bytesOf(const Roaring& content) const;

    /// Whether a node has the image for a platform: Held when all of its content is there, Absent when some
    /// certainly is not, else Unknown.
    Presence wholeness(NodeId node, const PlacementPlatform& platform) const;
    /// The same for any platform of the image: the best of them.
    Presence wholeness(NodeId node, ImageId image) const;
    /// Nodes that hold all of the platform.
    std::vector<NodeId> holdersOf(const PlacementPlatform& platform) const;
    /// Whether the nodes together hold all of the platform, so that no pull of it goes upstream.
    bool isServable(const PlacementPlatform& platform) const;

private:
    struct Data;
    QSharedDataPointer<Data> d;
};

} // namespace stowage
