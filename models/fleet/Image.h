// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Digest.h"

#include <QString>

#include <tuple>
#include <vector>

namespace stowage {

/// What a piece of content is; peers are asked for manifests and blobs on different routes.
enum class ContentKind : quint8
{
    Layer,
    Config,
    Manifest,
    Index
};

QString contentKindName(ContentKind kind); ///< "layer", "config", "manifest", "index"

/// OCI descriptor: names content by digest, type and size in bytes.
struct Descriptor
{
    Digest digest;
    qint64 bytes = 0;
    QString mediaType;

    bool operator==(const Descriptor&) const = default;
};

/// One platform of an image: "linux/arm64/v8" or "" where neither index nor config says.
struct PlatformImage
{
    QString platform;
    Descriptor manifest;
    Descriptor config;
    std::vector<Descriptor> layers;

    bool operator==(const PlatformImage&) const = default;
};

/// Names an image within the fleet.
struct ImageKey
{
    QString source;
    QString repository;
    QString tag;

    bool operator==(const ImageKey&) const = default;
    /// By source, repository, tag.
    bool operator<(const ImageKey& other) const
    {
        return std::tie(source, repository, tag) < std::tie(other.source, other.repository, other.tag);
    }
};

size_t qHash(const ImageKey& key, size_t seed = 0);

/// A tag of a repository and what it points at.
struct Image
{
    ImageKey key;
    QString registryNamespace; ///< the name clients pull it by ("docker.io"); peers are asked with it
    Descriptor target;         ///< the manifest or index that the tag names
    std::vector<PlatformImage> platforms; ///< one for a plain manifest, several for an index

    /// Sum over distinct layers of all platforms, in bytes.
    qint64 layerBytes() const;
    bool isIndex() const;
    /// "team/api:1.0"
    QString reference() const;

    bool operator==(const Image&) const = default;
};

} // namespace stowage
