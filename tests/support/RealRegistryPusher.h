// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/RealRegistryImages.h"

#include <QNetworkAccessManager>
#include <QSet>

#include <deque>
#include <functional>

namespace stowage::test {

/// Fills a registry. Both ways block until all is there, and return what went wrong or nothing.
class RealRegistryPusher : public QObject
{
    Q_OBJECT

public:
    explicit RealRegistryPusher(QByteArray url);

    /// Queues an image for push(): blobs, then manifests, by plain HTTP.
    void add(const QString& repository, const QString& tag, const MadeImage& image);

    /// Pushes what was added, six requests at once, each blob once a repository.
    QString push();

    /// Pushes every image of a layout with `skopeo copy --all`, as `host`/`repository`:name.
    static QString pushLayout(const QString& folder, const QString& reference, const QString& host,
                              const QString& repository, const QString& tag);

    /// DELETE of a manifest by digest, which removes every tag on it.
    QString remove(const QString& repository, const Digest& digest);

Q_SIGNALS:
    void advanced();

private:
    QNetworkRequest request(const QByteArray& target, const QByteArray& type = {}) const;
    void pushBlob(const QString& repository, const MadeImage::Part& part);
    void take(QNetworkReply* reply, const std::function<void(QNetworkReply*)>& then);

    QByteArray m_url;
    QNetworkAccessManager m_manager;
    std::vector<std::deque<std::function<void()>>> m_phases; ///< blobs; children; what tags point at
    QSet<QString> m_blobs;
    int m_open = 0;
    QString m_error;
};

/// Pushes five tags of three repositories that share layers with `skopeo`, one of them an index of two
/// platforms with an attestation; `folder` takes their layout. Returns what went wrong, or nothing.
QString pushSharedImages(const QString& folder, const QString& host);

/// A thousand manifests and more: `repositories` of `tags` each, every tag with a config of its own upon
/// three of ten layers that all share.
void addManyImages(RealRegistryPusher& pusher, int repositories, int tags);

} // namespace stowage::test
