// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementFinding.h"
#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"

namespace stowage {

/// What the makers of findings read, and where their findings go.
struct FindingSink
{
    const PlacementMap& map;
    const PlacementPolicies& policies;
    Timestamp now{};
    std::vector<PlacementFinding>& findings;

    /// Starts a finding about content: its layers, their bytes, and a key of kind and subject.
    PlacementFinding& add(PlacementFindingKind kind, const QString& subject, const Roaring& content) const;
};

/// What the policies ask for and is not so: key images, then goals of copies and zones.
void findBrokenKeys(const FindingSink& sink);
void findBrokenCoverage(const FindingSink& sink);

/// What is wrong on single nodes: manifests without layers, records without content, wrong lengths.
void findOnNodes(const FindingSink& sink);

/// Layers with one holder or none.
void findRareLayers(const FindingSink& sink);

} // namespace stowage
