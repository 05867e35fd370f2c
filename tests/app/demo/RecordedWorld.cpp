// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/RecordedWorld.h"

#include "tests/app/demo/Recording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stowage::test {

namespace {

size_t addRecorded(DemoWorld& world, const QString& path, ContentKind kind)
{
    const RawAnswer answer = Recording::load(path).answer;
    return world.addContent(
        {{*Digest::parse(answer.header("Docker-Content-Digest")),
          answer.header("Content-Length").toLongLong(), QString::fromUtf8(answer.header("Content-Type"))},
         kind,
         answer.body,
         {}});
}

void addApi(DemoWorld& world)
{
    const size_t manifest =
        addRecorded(world, QStringLiteral("distribution-2.8.2/manifest-get.json"), ContentKind::Manifest);
    const size_t config =
        addRecorded(world, QStringLiteral("distribution-2.8.2/config-get.json"), ContentKind::Config);
    world.link("team/api", config);
    const QJsonObject json = QJsonDocument::fromJson(world.content()[manifest].body).object();
    const QJsonArray layers = json[QLatin1String("layers")].toArray();
    for (const auto& layer : layers) {
        world.link("team/api",
                   world.addContent({{*Digest::parse(layer[QLatin1String("digest")].toString().toLatin1()),
                                      layer[QLatin1String("size")].toInteger(),
                                      layer[QLatin1String("mediaType")].toString()},
                                     ContentKind::Layer,
                                     {},
                                     {}}));
    }
    // In the order in which the registry listed them.
    world.setTag("team/api", "1.1", manifest);
    world.setTag("team/api", "1.0", manifest);
}

void addPeers(DemoWorld& world)
{
    // node1 holds all, node2 the first two layers, node3 the first.
    constexpr size_t heldLayers[] = {4, 2, 1};
    for (int i = 1; i <= 3; ++i) {
        const QString folder = QStringLiteral("spegel-0.7.4/node%1/").arg(i);
        const QByteArray metadata =
            Recording::load(folder + QStringLiteral("debug-metadata.json")).answer.body;
        const QJsonObject json = QJsonDocument::fromJson(metadata).object();
        world.addNode("node" + QByteArray::number(i), "z",
                      json[QLatin1String("libp2p")][QLatin1String("id")].toString().toLatin1());
    }
    const size_t manifest = addRecorded(world, QStringLiteral("spegel-0.7.4/node1/local-head-manifest.json"),
                                        ContentKind::Manifest);
    world.setTag("team/web", "2.0", manifest);
    world.setHeld(0, manifest, true);
    for (size_t layer = 0; layer < 4; ++layer) {
        const size_t content =
            addRecorded(world, QStringLiteral("spegel-0.7.4/node1/local-head-layer-%1.json").arg(layer),
                        ContentKind::Layer);
        for (size_t node = 0; node < 3; ++node) {
            world.setHeld(node, content, layer < heldLayers[node]);
        }
    }
}

} // namespace

DemoWorld recordedWorld()
{
    DemoWorld world;
    addApi(world);
    const size_t index =
        addRecorded(world, QStringLiteral("distribution-2.8.2/index-get.json"), ContentKind::Index);
    world.setTag("multi", "3.0", index);
    world.setTag("infra/agent", "latest", index);
    world.setTag("ml/train", "0.9", index);
    addPeers(world);
    return world;
}

} // namespace stowage::test
