// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Image.h"

#include <vector>

namespace stowage {

/// An entry of an index.
struct ManifestChild
{
    Descriptor descriptor;
    QString platform; ///< "linux/arm64/v8"; empty where the entry does not say
    bool isIndex = false;

    bool operator==(const ManifestChild&) const = default;
};

/// What a manifest or an index says, of whichever of the four media types.
struct Manifest
{
    ContentKind kind = ContentKind::Manifest; ///< Manifest or Index
    QString mediaType;
    Descriptor config;                ///< of a Manifest
    bool configTellsPlatform = false; ///< the config is an image's, not an artifact's
    std::vector<Descriptor> layers;   ///< of a Manifest, from the base up
    /// Of an Index: the manifests and indexes that a node may run. Attestations (platform unknown/unknown, or
    /// annotated `vnd.docker.reference.type`) are left out: no node pulls them with the image, so that they
    /// are neither fetched nor counted, and no peer is asked for them. Entries of other media types are left
    /// out as well.
    std::vector<ManifestChild> children;
    int leftOut = 0; ///< how many entries were

    bool operator==(const Manifest&) const = default;
};

} // namespace stowage
