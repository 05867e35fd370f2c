// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoImages.h"

#include <nlohmann/json.hpp>

#include <array>

namespace stowage {

namespace {

using Json = nlohmann::ordered_json;

/// Media types by dialect.
struct Types
{
    QLatin1String layer;
    QLatin1String config;
    QLatin1String manifest;
    QLatin1String index;
};

const Types& typesOf(DemoDialect dialect)
{
    static constexpr std::array<Types, 2> types{
        Types{QLatin1String("application/vnd.oci.image.layer.v1.tar+gzip"),
              QLatin1String("application/vnd.oci.image.config.v1+json"),
              QLatin1String("application/vnd.oci.image.manifest.v1+json"),
              QLatin1String("application/vnd.oci.image.index.v1+json")},
        Types{QLatin1String("application/vnd.docker.image.rootfs.diff.tar.gzip"),
              QLatin1String("application/vnd.docker.container.image.v1+json"),
              QLatin1String("application/vnd.docker.distribution.manifest.v2+json"),
              QLatin1String("application/vnd.docker.distribution.manifest.list.v2+json")}};
    return types[static_cast<size_t>(dialect)];
}

Json descriptorJson(const Descriptor& descriptor)
{
    return {{"mediaType", descriptor.mediaType.toStdString()},
            {"digest", descriptor.digest.toByteArray().toStdString()},
            {"size", descriptor.bytes}};
}

size_t addDocument(DemoWorld& world, ContentKind kind, QLatin1String mediaType, const Json& json,
                   std::vector<size_t> parts)
{
    const QByteArray body = QByteArray::fromStdString(json.dump());
    return world.addContent({{Digest::of(body), body.size(), mediaType}, kind, body, std::move(parts)});
}

size_t addConfig(DemoWorld& world, const QByteArray& label, const QByteArray& architecture,
                 const std::vector<size_t>& layers, DemoDialect dialect)
{
    Json diffs = Json::array();
    for (const size_t layer : layers) {
        const QByteArray packed = world.content()[layer].descriptor.digest.toByteArray();
        diffs.push_back(Digest::of("unpacked " + packed).toByteArray().toStdString());
    }
    const Json config{{"architecture", architecture.toStdString()},
                      {"os", "linux"},
                      {"created", "2026-11-01T06:00:00Z"},
                      {"config", {{"Labels", {{"org.opencontainers.image.title", label.toStdString()}}}}},
                      {"rootfs", {{"type", "layers"}, {"diff_ids", diffs}}}};
    return addDocument(world, ContentKind::Config, typesOf(dialect).config, config, {});
}

} // namespace

size_t addDemoLayer(DemoWorld& world, const QByteArray& label, qint64 bytes, DemoDialect dialect)
{
    return world.addContent({{Digest::of("stowage demo layer " + label), bytes, typesOf(dialect).layer},
                             ContentKind::Layer,
                             {},
                             {}});
}

size_t addDemoManifest(DemoWorld& world, const QByteArray& label, const QByteArray& architecture,
                       const std::vector<size_t>& layers, DemoDialect dialect)
{
    const size_t config = addConfig(world, label, architecture, layers, dialect);
    Json list = Json::array();
    std::vector<size_t> parts{config};
    for (const size_t layer : layers) {
        list.push_back(descriptorJson(world.content()[layer].descriptor));
        parts.push_back(layer);
    }
    const QLatin1String type = typesOf(dialect).manifest;
    const Json manifest{{"schemaVersion", 2},
                        {"mediaType", type.data()},
                        {"config", descriptorJson(world.content()[config].descriptor)},
                        {"layers", list}};
    return addDocument(world, ContentKind::Manifest, type, manifest, std::move(parts));
}

size_t addDemoIndex(DemoWorld& world, const std::vector<DemoPlatform>& platforms, DemoDialect dialect)
{
    Json list = Json::array();
    std::vector<size_t> parts;
    for (const DemoPlatform& platform : platforms) {
        Json one = descriptorJson(world.content()[platform.manifest].descriptor);
        one["platform"] = {{"architecture", platform.architecture.toStdString()}, {"os", "linux"}};
        list.push_back(std::move(one));
        parts.push_back(platform.manifest);
    }
    const QLatin1String type = typesOf(dialect).index;
    const Json index{{"schemaVersion", 2}, {"mediaType", type.data()}, {"manifests", list}};
    return addDocument(world, ContentKind::Index, type, index, std::move(parts));
}

void pushDemoImage(DemoWorld& world, const QByteArray& repository, const QByteArray& tag, size_t image)
{
    for (const size_t content : world.withParts(image)) {
        world.link(repository, content);
    }
    world.setTag(repository, tag, image);
}

} // namespace stowage
