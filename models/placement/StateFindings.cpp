// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/FindingSink.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PlacementFindings)
};

using Kind = PlacementFindingKind;

/// How long a peer's records outlive it (contract of Spegel 0.7, "Time constants").
constexpr Millis RecordLife = std::chrono::minutes{19};

/// The platforms by their manifests; a manifest of several tags stands once.
std::map<uint32_t, const PlacementPlatform*> platformsByManifest(const PlacementMap& map)
{
    std::map<uint32_t, const PlacementPlatform*> platforms;
    for (const PlacementImage& image : map.images()) {
        for (const PlacementPlatform& platform : image.platforms) {
            if (platform.manifest.isValid()) {
                platforms.emplace(platform.manifest.value, &platform);
            }
        }
    }
    return platforms;
}

void findManifestsWithoutLayers(const FindingSink& sink)
{
    const PlacementMap& map = sink.map;
    const auto platforms = platformsByManifest(map);
    Roaring manifests;
    for (const auto& [manifest, platform] : platforms) {
        manifests.add(manifest);
    }
    for (const PlacementNode& node : map.nodes()) {
        const Roaring& held = map.sets().held(node.id);
        for (const uint32_t id : held& manifests) {
            const PlacementPlatform& platform = *platforms.at(id);
            const Roaring lacking = (platform.layers & map.sets().known(node.id)) - held;
            if (lacking.isEmpty()) {
                continue;
            }
            const PlacementLayer& manifest = map.layer({id});
            PlacementFinding& finding =
                sink.add(Kind::ManifestWithoutLayers, node.name + u' ' + manifest.digest.toString(), lacking);
            finding.nodes = {node.id};
            finding.images = manifest.images;
            finding.title = Words::tr("%1 serves the manifest of %2 and lacks %3 of its %4 layers")
                                .arg(node.name, map.image(manifest.images.front()).reference())
                                .arg(lacking.cardinality())
                                .arg(platform.layers.cardinality());
        }
    }
}

void findStaleRecords(const FindingSink& sink)
{
    for (const PlacementNode& node : sink.map.nodes()) {
        const bool isUnable = node.state == NodeState::Unable;
        const bool isGone = node.state == NodeState::Gone && sink.now - node.changedAt < RecordLife;
        if (!node.isAlive || (!isUnable && !isGone)) {
            continue;
        }
        const Roaring advertised = sink.map.lastHeld(node.id) & sink.map.layerIds();
        if (advertised.isEmpty()) {
            continue;
        }
        PlacementFinding& finding = sink.add(Kind::AdvertisedNotServable, node.name, advertised);
        finding.nodes = {node.id};
        const auto layers = static_cast<int>(advertised.cardinality());
        finding.title =
            isUnable
                ? Words::tr("%1 is ready and does not serve; other nodes still look there for %n layer(s)",
                            nullptr, layers)
                      .arg(node.name)
                : Words::tr("%1 is gone; for up to 19 min other nodes still look there for %n layer(s)",
                            nullptr, layers)
                      .arg(node.name);
    }
}

void findWrongLengths(const FindingSink& sink)
{
    std::map<uint32_t, std::vector<NodeId>> nodes;
    for (const PlacementNode& node : sink.map.nodes()) {
        if (node.isAlive) {
            for (const uint32_t id : node.wrongLength) {
                nodes[id].push_back(node.id);
            }
        }
    }
    for (auto& [id, offering] : nodes) {
        const PlacementLayer& layer = sink.map.layer({id});
        if (!layer.isAlive) {
            continue;
        }
        PlacementFinding& finding =
            sink.add(Kind::WrongLength, layer.digest.toString(), Roaring::bitmapOf(1, id));
        finding.images = layer.images;
        finding.title = Words::tr("%n node(s) offer %1 in another length than the registry's %2", nullptr,
                                  static_cast<int>(offering.size()))
                            .arg(layer.digest.shortHex(), formatBytes(layer.bytes));
        finding.nodes = std::move(offering);
    }
}

PlacementFinding& addRareLayer(const FindingSink& sink, Kind kind, uint32_t id)
{
    const PlacementLayer& layer = sink.map.layer({id});
    PlacementFinding& finding = sink.add(kind, layer.digest.toString(), Roaring::bitmapOf(1, id));
    finding.images = layer.images;
    finding.isCertain = sink.map.unknown({id}) == 0;
    return finding;
}

/// "title; of 3 nodes it is not known"
QString withUnknown(const QString& title, quint32 unknown)
{
    return unknown == 0 ? title
                        : Words::tr("%1; of %n node(s) it is not known", nullptr, static_cast<int>(unknown))
                              .arg(title);
}

} // namespace

void findOnNodes(const FindingSink& sink)
{
    findManifestsWithoutLayers(sink);
    findStaleRecords(sink);
    findWrongLengths(sink);
}

void findRareLayers(const FindingSink& sink)
{
    const PlacementMap& map = sink.map;
    const Roaring singles = map.singles();
    for (const uint32_t id : map.withoutHolder()) {
        PlacementFinding& finding = addRareLayer(sink, Kind::NoHolder, id);
        finding.severity = FindingSeverity::Critical;
        finding.title = withUnknown(Words::tr("no node holds %1").arg(map.layer({id}).digest.shortHex()),
                                    map.unknown({id}));
    }
    for (const PlacementNode& node : map.nodes()) {
        for (const uint32_t id : map.sets().held(node.id) & singles) {
            PlacementFinding& finding = addRareLayer(sink, Kind::SingleHolder, id);
            finding.nodes = {node.id};
            finding.title =
                withUnknown(Words::tr("only %1 holds %2").arg(node.name, map.layer({id}).digest.shortHex()),
                            map.unknown({id}));
        }
    }
}

} // namespace stowage
