// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Time.h"
#include "models/fleet/Image.h"

#include <vector>

namespace stowage {

/// An image with its place in the tables.
struct FleetImage
{
    ImageId id;
    bool isAlive = false; ///< false: a hole in the table
    Image image;
    SourceId source;
    Timestamp seenAt{};
    std::vector<LayerId> layers;  ///< distinct layers over all platforms, in manifest order
    std::vector<LayerId> content; ///< layers, configs, manifests and the index, each once

    bool operator==(const FleetImage&) const = default;
};

} // namespace stowage
