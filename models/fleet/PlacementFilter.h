// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/FilterExpression.h"
#include "models/fleet/Fleet.h"

#include <vector>

namespace stowage {

/// Picks layers and nodes of a placement: the `/` of the matrix and `stowage placement --filter`.
///
/// A FilterExpression over image, repository, tag, platform, digest, source, bytes, copies, absent and
/// unknown, which pick layers, and over node and zone, which pick nodes. Terms of an `and` are of the one
/// kind or of the other: `repository:team copies<2 node:eu-b`. A bare word that is in no image and no digest,
/// but in the name of a node or zone, picks nodes as well. `layer` is another name of digest, `held` of
/// copies.
class PlacementFilter
{
public:
    /// Everything.
    PlacementFilter() = default;

    /// Usage errors as FilterExpression tells them, and for a term that mixes layers and nodes. The fleet
    /// says what a bare word means.
    static Result<PlacementFilter> parse(const QString& text, const Fleet& fleet);

    /// Whether it picks none of a kind, so that all are meant.
    bool isForAllNodes() const { return m_nodes.empty(); }
    bool isForAllLayers() const { return m_layers.empty(); }

    bool matches(const Image& image, const PlatformImage& platform, const Layer& layer) const;
    /// Whether any platform of the image that is made of the layer matches with it.
    bool matches(const Image& image, const Layer& layer) const;
    /// The same of any of the layer's images.
    bool matches(const Fleet& fleet, const Layer& layer) const;
    bool matches(const NodeObservation& node) const;

private:
    std::vector<FilterExpression> m_layers; ///< all of them must match
    std::vector<FilterExpression> m_nodes;
};

} // namespace stowage
