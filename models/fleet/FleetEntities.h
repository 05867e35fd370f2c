// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Presence.h"
#include "models/fleet/Image.h"
#include "models/fleet/NodeObservation.h"
#include "models/fleet/SourceStatus.h"

#include <vector>

namespace stowage {

/// A node as the fleet knows it.
struct Node
{
    NodeId id;
    bool isAlive = false;                ///< false: a hole in the table
    NodeObservation seen;                ///< the newest observation
    NodeState state = NodeState::Unseen; ///< seen.state, or Stale by age
    std::vector<SourceId> sources;       ///< who tells of it, sorted
    Timestamp changedAt{};               ///< when its state or identity last changed
    quint32 heldLayers = 0;              ///< layers held (kind Layer only), 0 while its cells are unknown
    qint64 heldBytes = 0;
};

/// An image with its place in the tables.
struct FleetImage
{
    ImageId id;
    bool isAlive = false;
    Image image;
    SourceId source;
    Timestamp seenAt{};
    std::vector<LayerId> layers;  ///< distinct layers over all platforms, in manifest order
    std::vector<LayerId> content; ///< layers, configs, manifests and the index
};

/// A piece of content: a layer, or a config, manifest or index that peers are asked for as well.
struct Layer
{
    LayerId id;
    bool isAlive = false;
    Descriptor descriptor;
    ContentKind kind = ContentKind::Layer;
    std::vector<ImageId> images; ///< that need it, sorted
    quint32 held = 0;            ///< alive nodes whose presence is Held …
    quint32 absent = 0;
    quint32 unknown = 0;
    Timestamp seenAt{}; ///< the newest sighting on any node
};

/// A source as the fleet knows it: its connector's status with the state judged by age.
struct Source
{
    SourceId id;
    bool isAlive = false;
    SourceStatus status;
    quint64 generation = 0;
};

/// One cell of the matrix.
struct Cell
{
    Presence presence = Presence::Unknown; ///< as it may be counted now
    Presence lastSeen = Presence::Unknown; ///< as it was last answered
    Evidence evidence = Evidence::NotAsked;
    Timestamp seenAt{}; ///< the epoch when never asked
    Freshness freshness = Freshness::Unseen;
};

} // namespace stowage
