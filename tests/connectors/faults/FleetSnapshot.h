// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

#include <map>

namespace stowage::test {

/// What a fleet holds, without the times at which it was seen last: equal before and after bad input.
struct FleetSnapshot
{
    std::map<ImageKey, Image> images;
    std::map<Digest, Descriptor> layers;
    /// By node and digest.
    std::map<std::pair<QString, Digest>, Presence> presences; ///< as counted now
    std::map<std::pair<QString, Digest>, Presence> lastSeen;

    bool operator==(const FleetSnapshot&) const = default;

    static FleetSnapshot of(const Fleet& fleet)
    {
        FleetSnapshot held;
        for (const FleetImage& image : fleet.images()) {
            if (image.isAlive) {
                held.images.emplace(image.image.key, image.image);
            }
        }
        for (const Layer& layer : fleet.layers()) {
            if (layer.isAlive) {
                held.layers.emplace(layer.descriptor.digest, layer.descriptor);
            }
        }
        for (const Node& node : fleet.nodes()) {
            for (const Layer& layer : fleet.layers()) {
                if (node.isAlive && layer.isAlive) {
                    const std::pair place{node.seen.name, layer.descriptor.digest};
                    held.presences.emplace(place, fleet.presence(layer.id, node.id));
                    held.lastSeen.emplace(place, fleet.cell(layer.id, node.id).lastSeen);
                }
            }
        }
        return held;
    }
};

} // namespace stowage::test
