// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/SmallestBreak.h"

#include <tuple>

namespace stowage {

SmallestBreak smallestBreak(const PlacementMap& map, ImageId image)
{
    SmallestBreak found;
    const auto weight = [&map](LayerId part) {
        return std::tuple(map.copies(part), map.unknown(part));
    };
    const auto& platforms = map.image(image).platforms;
    for (quint32 i = 0; i < platforms.size(); ++i) {
        if (!map.isServable(platforms[i])) {
            continue;
        }
        for (const uint32_t id : platforms[i].content) {
            if (!found.part.isValid() || weight({id}) < weight(found.part)) {
                found.part = {id};
                found.platform = i;
            }
        }
    }
    if (!found.part.isValid()) {
        found.isBrokenAlready = true;
        return found;
    }
    found.nodes = map.holders(found.part);
    found.unknown = map.unknown(found.part);
    return found;
}

} // namespace stowage
