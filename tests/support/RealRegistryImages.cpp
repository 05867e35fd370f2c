// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealRegistryImages.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace stowage::test {
namespace {

const QString ManifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
const QString IndexType = QStringLiteral("application/vnd.oci.image.index.v1+json");
const QString ConfigType = QStringLiteral("application/vnd.oci.image.config.v1+json");
const QString LayerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar");

QJsonObject descriptor(const QByteArray& body, const QString& mediaType)
{
    return {{QStringLiteral("mediaType"), mediaType},
            {QStringLiteral("digest"), Digest::of(body).toString()},
            {QStringLiteral("size"), body.size()}};
}

QJsonObject platformObject(const QString& platform)
{
    const QStringList parts = platform.split(QLatin1Char('/'));
    QJsonObject object{{QStringLiteral("os"), parts.value(0)},
                       {QStringLiteral("architecture"), parts.value(1)}};
    if (parts.size() > 2) {
        object.insert(QStringLiteral("variant"), parts.at(2));
    }
    return object;
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool writeFile(const QString& path, const QByteArray& body)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(body) == body.size();
}

QJsonObject manifestObject(const QJsonObject& config, const QJsonArray& layers)
{
    return {{QStringLiteral("schemaVersion"), 2},
            {QStringLiteral("mediaType"), ManifestType},
            {QStringLiteral("config"), config},
            {QStringLiteral("layers"), layers}};
}

} // namespace

QByteArray madeLayer(const QString& name, qsizetype bytes)
{
    QRandomGenerator random(static_cast<quint32>(qHash(name, 7)));
    QByteArray body = name.toUtf8();
    while (body.size() < bytes) {
        const quint32 word = random.generate();
        body.append(reinterpret_cast<const char*>(&word), sizeof word);
    }
    return body;
}

MadeImage madeImage(const QString& name, const std::vector<QByteArray>& layers, const QString& platform)
{
    MadeImage image;
    QJsonArray layerList;
    QJsonArray diffIds;
    for (const QByteArray& layer : layers) {
        image.blobs.push_back({layer, LayerType.toLatin1()});
        layerList.push_back(descriptor(layer, LayerType));
        diffIds.push_back(Digest::of(layer).toString());
    }
    QJsonObject config = platformObject(platform);
    config.insert(QStringLiteral("author"), name);
    config.insert(QStringLiteral("rootfs"), QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                                                        {QStringLiteral("diff_ids"), diffIds}});
    image.blobs.push_back({compact(config), ConfigType.toLatin1()});
    image.manifests.push_back(
        {compact(manifestObject(descriptor(image.blobs.back().body, ConfigType), layerList)),
         ManifestType.toLatin1()});
    return image;
}

MadeImage madeIndex(const std::vector<std::pair<QString, MadeImage>>& platforms, bool hasAttestation)
{
    MadeImage index;
    QJsonArray entries;
    const auto add = [&](const QString& platform, const MadeImage& image) {
        QJsonObject entry = descriptor(image.manifests.back().body, ManifestType);
        entry.insert(QStringLiteral("platform"), platformObject(platform));
        entries.push_back(entry);
        index.blobs.insert(index.blobs.end(), image.blobs.begin(), image.blobs.end());
        index.manifests.insert(index.manifests.end(), image.manifests.begin(), image.manifests.end());
    };
    for (const auto& [platform, image] : platforms) {
        add(platform, image);
    }
    if (hasAttestation) {
        add(QStringLiteral("unknown/unknown"), madeImage(QStringLiteral("attestation"), {QByteArray("{}")}));
    }
    index.manifests.push_back({compact({{QStringLiteral("schemaVersion"), 2},
                                        {QStringLiteral("mediaType"), IndexType},
                                        {QStringLiteral("manifests"), entries}}),
                               IndexType.toLatin1()});
    return index;
}

bool writeLayout(const QString& folder, const QMap<QString, MadeImage>& images)
{
    const QString blobs = folder + QStringLiteral("/blobs/sha256/");
    QDir().mkpath(blobs);
    bool isWritten = writeFile(folder + QStringLiteral("/oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
    QJsonArray entries;
    for (auto image = images.cbegin(); image != images.cend(); ++image) {
        for (const auto* parts : {&image->blobs, &image->manifests}) {
            for (const MadeImage::Part& part : *parts) {
                isWritten = writeFile(blobs + part.digest().shortHex(64), part.body) && isWritten;
            }
        }
        const MadeImage::Part& target = image->manifests.back();
        QJsonObject entry = descriptor(target.body, QString::fromLatin1(target.mediaType));
        entry.insert(QStringLiteral("annotations"),
                     QJsonObject{{QStringLiteral("org.opencontainers.image.ref.name"), image.key()}});
        entries.push_back(entry);
    }
    return writeFile(
               folder + QStringLiteral("/index.json"),
               compact({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), entries}})) &&
           isWritten;
}

} // namespace stowage::test
