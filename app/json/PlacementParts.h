// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "models/placement/PlacementCoverage.h"
#include "models/placement/PlacementFinding.h"
#include "models/placement/WhatIf.h"

namespace stowage {

/// Parts of the documents about placement. Lists of layers go by size, the largest first, equals by digest,
/// so that the same fleet prints the same.
Json jsonNames(const PlacementMap& map, const std::vector<NodeId>& nodes);
Json jsonLayers(const PlacementMap& map, const Roaring& layers);
Json jsonRareLayers(const PlacementMap& map, const Roaring& layers); ///< with their one holder, if any
Json jsonBrokenImages(const PlacementMap& map, const std::vector<BrokenImage>& images);
/// On which nodes each platform lies whole, and how few nodes the image hangs on.
Json jsonPlacedImage(const PlacementMap& map, ImageId image);
Json jsonFinding(const PlacementMap& map, const PlacementFinding& finding);
/// Of some layers only.
Json jsonCoverage(const PlacementMap& map, const PlacementCoverage& coverage, const PlacementGoal& goal,
                  const Roaring& layers);

/// Whether `stowage risk` tells the finding among its findings; layers with one holder or none are lists of
/// their own.
bool isTold(const PlacementFinding& finding);

/// The layers in the order that lists have.
std::vector<LayerId> bySize(const PlacementMap& map, const Roaring& layers);

} // namespace stowage
