// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/Image.h"

#include "models/core/Bytes.h"

#include <QHash>
#include <QSet>

namespace stowage {

QString contentKindName(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Layer:
        return QStringLiteral("layer");
    case ContentKind::Config:
        return QStringLiteral("config");
    case ContentKind::Manifest:
        return QStringLiteral("manifest");
    case ContentKind::Index:
        break;
    }
    return QStringLiteral("index");
}

size_t qHash(const ImageKey& key, size_t seed)
{
    return qHashMulti(seed, key.source, key.repository, key.tag);
}

qint64 Image::layerBytes() const
{
    QSet<Digest> counted;
    qint64 sum = 0;
    for (const PlatformImage& platform : platforms) {
        for (const Descriptor& layer : platform.layers) {
            if (!counted.contains(layer.digest)) {
                counted.insert(layer.digest);
                sum = addBytes(sum, layer.bytes);
            }
        }
    }
    return sum;
}

bool Image::isIndex() const
{
    return target.mediaType == QLatin1String("application/vnd.oci.image.index.v1+json") ||
           target.mediaType == QLatin1String("application/vnd.docker.distribution.manifest.list.v2+json");
}

QString Image::reference() const
{
    return key.repository + QLatin1Char(':') + key.tag;
}

} // namespace stowage
