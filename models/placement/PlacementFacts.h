// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Time.h"
#include "models/fleet/Image.h"
#include "models/fleet/NodeObservation.h"

#include <roaring/roaring.hh>

#include <vector>

namespace stowage {

/// A node as far as placement cares. Stands at its id's place in PlacementMap::nodes().
struct PlacementNode
{
    NodeId id;
    bool isAlive = false; ///< false: a hole in the table
    QString name;
    quint32 zone = 0; ///< in PlacementMap::zones()
    NodeState state = NodeState::Unseen;
    Timestamp seenAt{};    ///< of the newest observation; the epoch when it never answered
    Timestamp changedAt{}; ///< when its state or identity last changed
    quint32 heldLayers = 0;
    qint64 heldBytes = 0;
    Roaring wrongLength; ///< content that it offers in another length than the registry's
    Roaring wasHeld;     ///< content that it held until it gave no answer for it
};

/// A piece of content: a layer, config, manifest or index.
struct PlacementLayer
{
    LayerId id;
    bool isAlive = false;
    Digest digest;
    qint64 bytes = 0;
    ContentKind kind = ContentKind::Layer;
    std::vector<ImageId> images; ///< that need it, sorted
};

/// What a node must hold to have an image for one platform.
struct PlacementPlatform
{
    QString platform;
    LayerId manifest; ///< not valid where the registry told none
    Roaring layers;
    Roaring content; ///< manifest, config and layers
};

/// An image, with its platforms as sets.
struct PlacementImage
{
    ImageId id;
    bool isAlive = false;
    ImageKey key;
    std::vector<PlacementPlatform> platforms;
    Roaring layers; ///< over all platforms

    /// "team/api:1.0"
    QString reference() const { return key.repository + u':' + key.tag; }
};

} // namespace stowage
