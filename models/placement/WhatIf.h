// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/LossSet.h"

namespace stowage {

/// An image that the surviving nodes can serve no more for some platforms, so that it must come from
/// upstream.
struct BrokenImage
{
    ImageId image;
    std::vector<quint32> platforms; ///< in PlacementImage::platforms
    qint64 bytesUpstream = 0;       ///< content of these platforms that is (or may be) lost

    bool operator==(const BrokenImage&) const = default;
};

/// What would be if these nodes were lost. Sets hold content ids; "layers" are of kind Layer, "content" is
/// every kind. A layer is lost when it had a known holder and no node is left that holds it or may hold it;
/// it may be lost when the only cells left that could be copies are unknown.
struct WhatIf
{
    LossSet lost;
    Roaring contentLost;
    Roaring contentMayBeLost;
    Roaring layersLost;
    Roaring layersMayBeLost;
    qint64 bytesLost = 0;
    qint64 bytesMayBeLost = 0;
    Roaring layersLeftSingle;    ///< had several copies and keep just one
    quint32 layersSurviving = 0; ///< had a known holder and keep one
    qint64 bytesSurviving = 0;
    /// Images some platform of which was whole among the nodes before and is not after; the heaviest first.
    std::vector<BrokenImage> imagesBroken;
    /// The same, where it hangs on content that may be lost only.
    std::vector<BrokenImage> imagesMayBreak;
    /// Surviving nodes that hold the manifest of a broken platform without holding it whole: what they still
    /// lack of it they can only get from upstream.
    std::vector<NodeId> nodesForcedUpstream;

    /// All that would have to be pulled from upstream to be complete again, once.
    qint64 bytesUpstream = 0;
};

/// Losing one node costs what it holds; losing a zone some milliseconds a million cells.
WhatIf whatIf(const PlacementMap& map, const LossSet& loss);

} // namespace stowage
