// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/Connector.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>

#include <map>

namespace stowage::test {

/// What a fleet would know after a connector's deltas.
class DeltaCollector : public QObject
{
    Q_OBJECT

public:
    explicit DeltaCollector(Connector& connector)
    {
        connect(&connector, &Connector::delta, this, [this](const Delta& delta) {
            for (const ImageKey& key : delta.removedImages) {
                images.erase(key);
                removed.push_back(key);
            }
            for (const Image& image : delta.images) {
                images.insert_or_assign(image.key, image);
            }
            imagesTold += delta.images.size();
            generation = delta.generation;
            ++deltas;
            if (delta.status) {
                status = *delta.status;
                crawls += status.progress.isEmpty() ? 1 : 0; // while it reads, it says how far it is
            }
        });
    }

    /// As tests/support/plain_crawl.py prints.
    QJsonArray toJson() const
    {
        QJsonArray list;
        for (const auto& [key, image] : images) {
            QJsonArray platforms;
            for (const PlatformImage& platform : image.platforms) {
                QJsonArray layers;
                for (const Descriptor& layer : platform.layers) {
                    layers.push_back(item(layer));
                }
                platforms.push_back(QJsonObject{{QStringLiteral("platform"), platform.platform},
                                                {QStringLiteral("manifest"), item(platform.manifest)},
                                                {QStringLiteral("config"), item(platform.config)},
                                                {QStringLiteral("layers"), layers}});
            }
            list.push_back(QJsonObject{{QStringLiteral("repository"), key.repository},
                                       {QStringLiteral("tag"), key.tag},
                                       {QStringLiteral("target"), item(image.target)},
                                       {QStringLiteral("platforms"), platforms}});
        }
        return list;
    }

    QStringList references() const
    {
        QStringList list;
        for (const auto& [key, image] : images) {
            list.push_back(image.reference());
        }
        return list;
    }

    std::map<ImageKey, Image> images;
    std::vector<ImageKey> removed;
    SourceStatus status;
    quint64 generation = 0;
    size_t imagesTold = 0;
    int deltas = 0;
    int crawls = 0; ///< that came to their end

private:
    static QJsonObject item(const Descriptor& descriptor)
    {
        return {{QStringLiteral("digest"), descriptor.digest.toString()},
                {QStringLiteral("bytes"), descriptor.bytes},
                {QStringLiteral("mediaType"), descriptor.mediaType}};
    }
};

} // namespace stowage::test
