// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealRegistryPusher.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QProcess>

namespace stowage::test {
namespace {

constexpr int AtOnce = 6; // what QNetworkAccessManager opens to a host
constexpr int SkopeoPatience = 60'000;

/// Three repositories that share layers, one of them with an index of two platforms and an attestation.
QMap<QString, MadeImage> sharedSet()
{
    const QByteArray base = madeLayer(QStringLiteral("base"), 300'000);
    const QByteArray runtime = madeLayer(QStringLiteral("runtime"), 120'000);
    const auto app = [](const char* name) {
        return madeLayer(QString::fromLatin1(name), 40'000);
    };
    return {
        {QStringLiteral("api-1.0"), madeImage(QStringLiteral("api 1.0"), {base, runtime, app("api 1.0")})},
        {QStringLiteral("api-1.1"), madeImage(QStringLiteral("api 1.1"), {base, runtime, app("api 1.1")})},
        {QStringLiteral("train"), madeImage(QStringLiteral("train"), {base, app("train")})},
        {QStringLiteral("multi"),
         madeIndex({{QStringLiteral("linux/amd64"), madeImage(QStringLiteral("m"), {base, app("m amd64")})},
                    {QStringLiteral("linux/arm64/v8"),
                     madeImage(QStringLiteral("m"), {app("m base arm64"), app("m arm64")},
                               QStringLiteral("linux/arm64/v8"))}},
                   true)},
    };
}

} // namespace

RealRegistryPusher::RealRegistryPusher(QByteArray url) : m_url(std::move(url)), m_phases(3)
{
    m_manager.setProxy(QNetworkProxy::NoProxy);
}

void RealRegistryPusher::add(const QString& repository, const QString& tag, const MadeImage& image)
{
    for (const MadeImage::Part& part : image.blobs) {
        const QString key = repository + QLatin1Char(' ') + part.digest().toString();
        if (!m_blobs.contains(key)) {
            m_blobs.insert(key);
            m_phases[0].push_back([this, repository, part] { pushBlob(repository, part); });
        }
    }
    for (size_t i = 0; i < image.manifests.size(); ++i) {
        const bool isTarget = i + 1 == image.manifests.size();
        const MadeImage::Part part = image.manifests[i];
        const QString reference = isTarget ? tag : part.digest().toString();
        m_phases[isTarget ? 2 : 1].push_back([this, repository, reference, part] {
            const QString target = QStringLiteral("/v2/%1/manifests/%2").arg(repository, reference);
            take(m_manager.put(request(target.toUtf8(), part.mediaType), part.body), {});
        });
    }
}

QString RealRegistryPusher::push()
{
    m_error.clear();
    for (auto& phase : m_phases) {
        QEventLoop loop;
        const auto pump = [&] {
            while (m_open < AtOnce && !phase.empty() && m_error.isEmpty()) {
                const auto step = std::move(phase.front());
                phase.pop_front();
                step();
            }
            if (m_open == 0) {
                loop.quit();
            }
        };
        QObject::connect(this, &RealRegistryPusher::advanced, &loop, pump);
        QMetaObject::invokeMethod(&loop, pump, Qt::QueuedConnection);
        loop.exec();
        phase.clear();
    }
    return m_error;
}

void RealRegistryPusher::pushBlob(const QString& repository, const MadeImage::Part& part)
{
    const QString target = QStringLiteral("/v2/%1/blobs/uploads/").arg(repository);
    take(m_manager.post(request(target.toUtf8()), QByteArray()), [this, part](QNetworkReply* reply) {
        const QUrl location = reply->url().resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
        QByteArray upload = location.toEncoded();
        upload += (location.hasQuery() ? "&digest=" : "?digest=") + part.digest().toByteArray();
        QNetworkRequest put(QUrl::fromEncoded(upload));
        put.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/octet-stream"));
        take(m_manager.put(put, part.body), {});
    });
}

QNetworkRequest RealRegistryPusher::request(const QByteArray& target, const QByteArray& type) const
{
    QNetworkRequest request(QUrl::fromEncoded(m_url + target));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      type.isEmpty() ? QByteArray("application/octet-stream") : type);
    return request;
}

void RealRegistryPusher::take(QNetworkReply* reply, const std::function<void(QNetworkReply*)>& then)
{
    ++m_open;
    connect(reply, &QNetworkReply::finished, this, [this, reply, then] {
        --m_open;
        reply->deleteLater();
        if (reply->error() != QNetworkReply::NoError) {
            m_error = reply->errorString() + QLatin1Char(' ') + QString::fromUtf8(reply->readAll());
        } else if (then) {
            then(reply);
        }
        Q_EMIT advanced();
    });
}

QString RealRegistryPusher::remove(const QString& repository, const Digest& digest)
{
    m_error.clear();
    const QString target = QStringLiteral("/v2/%1/manifests/%2").arg(repository, digest.toString());
    QEventLoop loop;
    connect(this, &RealRegistryPusher::advanced, &loop, &QEventLoop::quit);
    take(m_manager.deleteResource(request(target.toUtf8())), {});
    loop.exec();
    return m_error;
}

QString RealRegistryPusher::pushLayout(const QString& folder, const QString& reference, const QString& host,
                                       const QString& repository, const QString& tag)
{
    QProcess skopeo;
    skopeo.setProcessChannelMode(QProcess::MergedChannels);
    skopeo.start(QStringLiteral("skopeo"),
                 {QStringLiteral("--insecure-policy"), QStringLiteral("copy"), QStringLiteral("--all"),
                  QStringLiteral("--preserve-digests"), QStringLiteral("--dest-tls-verify=false"),
                  QStringLiteral("oci:%1:%2").arg(folder, reference),
                  QStringLiteral("docker://%1/%2:%3").arg(host, repository, tag)});
    if (!skopeo.waitForFinished(SkopeoPatience) || skopeo.exitCode() != 0) {
        return QStringLiteral("skopeo: ") + skopeo.errorString() + QString::fromUtf8(skopeo.readAll());
    }
    return {};
}

QString pushSharedImages(const QString& folder, const QString& host)
{
    if (!writeLayout(folder, sharedSet())) {
        return QStringLiteral("the layout cannot be written to %1").arg(folder);
    }
    const auto push = [&](const char* name, const char* repository, const char* tag) {
        return RealRegistryPusher::pushLayout(folder, QString::fromLatin1(name), host,
                                              QString::fromLatin1(repository), QString::fromLatin1(tag));
    };
    return push("api-1.0", "team/api", "1.0") + push("api-1.1", "team/api", "1.1") +
           push("api-1.1", "team/api", "latest") + push("train", "ml/train", "2024") +
           push("multi", "multi", "3.0");
}

void addManyImages(RealRegistryPusher& pusher, int repositories, int tags)
{
    std::vector<QByteArray> layers;
    for (int i = 0; i < 10; ++i) {
        layers.push_back(madeLayer(QStringLiteral("shared %1").arg(i), 2'000 + 500 * i));
    }
    for (int r = 0; r < repositories; ++r) {
        const QString repository = QStringLiteral("many/r%1").arg(r, 3, 10, QLatin1Char('0'));
        for (int t = 0; t < tags; ++t) {
            const size_t first = static_cast<size_t>(r + t);
            pusher.add(repository, QStringLiteral("1.%1").arg(t),
                       madeImage(QStringLiteral("%1 %2").arg(r).arg(t),
                                 {layers[first % 10], layers[(first + 3) % 10], layers[(first + 7) % 10]}));
        }
    }
}

} // namespace stowage::test
