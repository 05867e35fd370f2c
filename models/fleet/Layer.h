// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Time.h"
#include "models/fleet/Image.h"

#include <vector>

namespace stowage {

/// A piece of content: a layer, or a config, manifest or index that peers are asked for as well.
/// held + absent + unknown is the number of alive nodes.
struct Layer
{
    LayerId id;
    bool isAlive = false; ///< false: a hole in the table; no image needs it
    Descriptor descriptor;
    ContentKind kind = ContentKind::Layer;
    std::vector<ImageId> images; ///< that need it, sorted
    quint32 held = 0;            ///< alive nodes whose presence is Held …
    quint32 absent = 0;
    quint32 unknown = 0;
    Timestamp seenAt{}; ///< the newest sighting on any node; the epoch when never asked for

    bool operator==(const Layer&) const = default;
};

} // namespace stowage
