// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/startup/CachedFleet.h"

#include "connectors/store/SqliteHistory.h"
#include "models/core/SystemClock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::bench {
namespace {

constexpr int LayersOfAnImage = 10;
constexpr qint64 Mebi = 1024 * 1024;

const QString RegistryUrl = QStringLiteral("http://127.0.0.1:1"); // tcpmux: nobody listens there
const QString LayerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar+gzip");
const QString ManifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");

/// Each at an address of its own, as the profile wants it.
QString peerUrl(int node)
{
    return QStringLiteral("http://127.1.%1.%2:1").arg(node / 250).arg(1 + node % 250);
}

QString nodeName(int node)
{
    return QStringLiteral("node-%1").arg(node, 3, 10, QLatin1Char('0'));
}

Descriptor descriptor(const QString& what, int number, qint64 bytes, const QString& type)
{
    return {Digest::of(QStringLiteral("%1 %2").arg(what).arg(number).toUtf8()), bytes, type};
}

Descriptor layer(int number)
{
    return descriptor(QStringLiteral("layer"), number, (1 + number % 97) * Mebi, LayerType);
}

Delta deltaOf(const QString& source, const QString& kind, const QString& capability, Timestamp at)
{
    SourceStatus status;
    status.id = source;
    status.kind = kind;
    status.url = RegistryUrl;
    status.state = Freshness::Live;
    status.capabilities = {capability};
    status.lastAnswer = at;
    Delta delta;
    delta.source = source;
    delta.generation = 1;
    delta.at = at;
    delta.status = status;
    return delta;
}

Delta images(int layers, Timestamp at)
{
    Delta delta =
        deltaOf(QStringLiteral("registry-1"), QStringLiteral("registry"), QStringLiteral("inventory"), at);
    for (int first = 0; first < layers; first += LayersOfAnImage) {
        const int number = first / LayersOfAnImage;
        PlatformImage platform;
        platform.platform = QStringLiteral("linux/amd64");
        platform.manifest = descriptor(QStringLiteral("manifest"), number, 1'500, ManifestType);
        platform.config = descriptor(QStringLiteral("config"), number, 3'000, LayerType);
        for (int i = first; i < std::min(layers, first + LayersOfAnImage); ++i) {
            platform.layers.push_back(layer(i));
        }
        delta.images.push_back(
            {{delta.source, QStringLiteral("team/app-%1").arg(number), QStringLiteral("1.0")},
             QStringLiteral("docker.io"),
             platform.manifest,
             {platform}});
    }
    return delta;
}

/// Each node holds about a third, in a pattern without end.
Delta holdings(int nodes, int layers, Timestamp at)
{
    Delta delta = deltaOf(QStringLiteral("peers"), QStringLiteral("spegel"), QStringLiteral("placement"), at);
    for (int node = 0; node < nodes; ++node) {
        const QString zone(QLatin1Char(static_cast<char>('a' + node % 3)));
        delta.nodes.push_back({nodeName(node), zone, NodeState::Live, {}, {}, peerUrl(node), at});
        NodeContent content{nodeName(node), at, {}};
        for (int i = 0; i < layers; ++i) {
            const bool isHeld = (static_cast<unsigned>(node * 7919 + i * 104'729) >> 3) % 3 == 0;
            content.sightings.push_back({layer(i).digest, isHeld ? Presence::Held : Presence::Absent,
                                         isHeld ? Evidence::LocalHit : Evidence::JsonMiss});
        }
        delta.contents.push_back(std::move(content));
    }
    return delta;
}

QJsonObject profile(int nodes)
{
    QJsonArray peers;
    for (int node = 0; node < nodes; ++node) {
        peers.push_back(
            QJsonObject{{QStringLiteral("name"), nodeName(node)},
                        {QStringLiteral("zone"), QString(QLatin1Char(static_cast<char>('a' + node % 3)))},
                        {QStringLiteral("registry"), peerUrl(node)}});
    }
    const QJsonObject registry{{QStringLiteral("id"), QStringLiteral("registry-1")},
                               {QStringLiteral("kind"), QStringLiteral("registry")},
                               {QStringLiteral("url"), RegistryUrl},
                               {QStringLiteral("namespace"), QStringLiteral("docker.io")}};
    const QJsonObject spegel{{QStringLiteral("id"), QStringLiteral("peers")},
                             {QStringLiteral("kind"), QStringLiteral("spegel")},
                             {QStringLiteral("namespaces"), QJsonArray{QStringLiteral("docker.io")}},
                             {QStringLiteral("nodes"), peers}};
    return {{QStringLiteral("schema"), QStringLiteral("stowage/profile/1")},
            {QStringLiteral("name"), QStringLiteral("bench")},
            {QStringLiteral("risk"), QStringLiteral("development")},
            {QStringLiteral("sources"), QJsonArray{registry, spegel}}};
}

} // namespace

bool CachedFleet::write(const QString& folder) const
{
    QFile file(folder + QStringLiteral("/profile.json"));
    const QByteArray text = QJsonDocument(profile(nodes)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        return false;
    }
    const SystemClock clock;
    SqliteHistory history(folder + QStringLiteral("/data"), clock);
    bool isFine = true;
    QObject::connect(&history, &History::failed, &history, [&isFine](const Error&) { isFine = false; });
    history.record(images(layers, clock.now()));
    history.record(holdings(nodes, layers, clock.now()));
    history.close();
    return isFine;
}

} // namespace stowage::bench
