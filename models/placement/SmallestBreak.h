// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementMap.h"

namespace stowage {

/// The fewest nodes whose loss makes peers unable to serve an image.
struct SmallestBreak
{
    /// No platform is whole among the nodes now: nothing is left to break, `nodes` is empty.
    bool isBrokenAlready = false;
    std::vector<NodeId> nodes; ///< sorted
    LayerId part;              ///< the content that is gone with them
    quint32 platform = 0;      ///< that breaks, in PlacementImage::platforms
    quint32 unknown = 0;       ///< cells of `part` that may hide more copies: with any, this many may not do

    bool operator==(const SmallestBreak&) const = default;
};

/// Exact: a platform breaks as soon as one part of it has no holder left, so the smallest set is the holders
/// of its rarest part. Of equals the one with the fewest unknown cells, then the first.
SmallestBreak smallestBreak(const PlacementMap& map, ImageId image);

} // namespace stowage
