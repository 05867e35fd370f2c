// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/WhatIf.h"

#include "models/core/Bytes.h"

#include <algorithm>

namespace stowage {
namespace {

/// How many of these nodes hold each content, by its id.
std::vector<quint32> copiesOn(const PresenceSets& sets, const std::vector<NodeId>& nodes)
{
    std::vector<quint32> copies(sets.layerBound());
    std::vector<uint32_t> held;
    for (const NodeId node : nodes) {
        held.resize(sets.held(node).cardinality());
        sets.held(node).toUint32Array(held.data());
        for (const uint32_t id : held) {
            ++copies[id];
        }
    }
    return copies;
}

std::vector<NodeId> survivorsOf(const PlacementMap& map, const LossSet& loss)
{
    std::vector<NodeId> nodes;
    for (const PlacementNode& node : map.nodes()) {
        if (node.isAlive && !std::ranges::binary_search(loss.nodes, node.id)) {
            nodes.push_back(node.id);
        }
    }
    return nodes;
}

/// Copies of each content that are left; the smaller side is counted.
std::vector<quint32> copiesLeft(const PlacementMap& map, const LossSet& loss)
{
    const PresenceSets& sets = map.sets();
    if (2 * loss.nodes.size() > map.aliveNodes()) {
        return copiesOn(sets, survivorsOf(map, loss));
    }
    std::vector<quint32> copies = copiesOn(sets, loss.nodes);
    for (uint32_t id = 0; id < copies.size(); ++id) {
        copies[id] = sets.copies({id}) - copies[id];
    }
    return copies;
}

/// How many alive nodes there would be left.
quint32 survivors(const PlacementMap& map, const LossSet& loss)
{
    return map.aliveNodes() - static_cast<quint32>(loss.nodes.size());
}

/// Of content that no survivor is known to hold: what some survivor's unknown cell may hide a copy of.
Roaring hiddenAmongSurvivors(const PlacementMap& map, const LossSet& loss, const Roaring& orphans)
{
    const PresenceSets& sets = map.sets();
    const quint32 left = survivors(map, loss);
    Roaring doubtful; // some cell is unknown; whether a survivor's is to be seen
    for (const uint32_t id : orphans) {
        if (map.unknown({id}) > 0) {
            doubtful.add(id);
        }
    }
    if (doubtful.isEmpty()) {
        return doubtful;
    }
    std::vector<quint32> answered(doubtful.maximum() + 1);
    for (const NodeId node : loss.nodes) {
        for (const uint32_t id : sets.known(node) & doubtful) {
            ++answered[id];
        }
    }
    Roaring hidden;
    for (const uint32_t id : doubtful) {
        if (sets.known(LayerId{id}) - answered[id] < left) {
            hidden.add(id);
        }
    }
    return hidden;
}

/// Fills in what becomes of all content.
void judgeContent(const PlacementMap& map, WhatIf& result)
{
    const PresenceSets& sets = map.sets();
    const std::vector<quint32> left = copiesLeft(map, result.lost);
    Roaring orphans;
    for (uint32_t id = 0; id < left.size() && id < map.layers().size(); ++id) {
        const PlacementLayer& layer = map.layer({id});
        const quint32 before = sets.copies(LayerId{id});
        if (!layer.isAlive || before == 0) {
            continue;
        }
        if (left[id] == 0) {
            orphans.add(id);
        } else if (layer.kind == ContentKind::Layer) {
            ++result.layersSurviving;
            result.bytesSurviving = addBytes(result.bytesSurviving, layer.bytes);
            if (left[id] == 1 && before > 1) {
                result.layersLeftSingle.add(id);
            }
        }
    }
    result.contentMayBeLost = hiddenAmongSurvivors(map, result.lost, orphans);
    result.contentLost = orphans - result.contentMayBeLost;
    result.layersLost = result.contentLost & map.layerIds();
    result.layersMayBeLost = result.contentMayBeLost & map.layerIds();
    result.bytesLost = map.bytesOf(result.layersLost);
    result.bytesMayBeLost = map.bytesOf(result.layersMayBeLost);
}

/// Images that need any of the content, each once, sorted.
std::vector<ImageId> imagesNeeding(const PlacementMap& map, const Roaring& content)
{
    std::vector<bool> isNeeding(map.images().size());
    for (const uint32_t id : content) {
        for (const ImageId image : map.layer({id}).images) {
            isNeeding[image.value] = true;
        }
    }
    std::vector<ImageId> images;
    for (const PlacementImage& image : map.images()) {
        if (isNeeding[image.id.value] && image.isAlive) {
            images.push_back(image.id);
        }
    }
    return images;
}

void judgeImages(const PlacementMap& map, WhatIf& result)
{
    const Roaring orphans = result.contentLost | result.contentMayBeLost;
    for (const ImageId id : imagesNeeding(map, orphans)) {
        BrokenImage broken{id, {}, 0};
        BrokenImage doubtful{id, {}, 0};
        Roaring missing;
        Roaring doubted;
        const auto& platforms = map.image(id).platforms;
        for (quint32 i = 0; i < platforms.size(); ++i) {
            if (!platforms[i].content.intersect(orphans) || !map.isServable(platforms[i])) {
                continue;
            }
            const bool isCertain = platforms[i].content.intersect(result.contentLost);
            (isCertain ? broken : doubtful).platforms.push_back(i);
            (isCertain ? missing : doubted) |= platforms[i].content & orphans;
        }
        broken.bytesUpstream = map.bytesOf(missing);
        doubtful.bytesUpstream = map.bytesOf(doubted);
        if (!broken.platforms.empty()) {
            result.imagesBroken.push_back(std::move(broken));
        }
        if (!doubtful.platforms.empty()) {
            result.imagesMayBreak.push_back(std::move(doubtful));
        }
    }
    for (auto* images : {&result.imagesBroken, &result.imagesMayBreak}) {
        std::ranges::stable_sort(*images, std::ranges::greater{}, &BrokenImage::bytesUpstream);
    }
}

void judgeUpstream(const PlacementMap& map, WhatIf& result)
{
    Roaring manifests;
    Roaring missing;
    for (const BrokenImage& image : result.imagesBroken) {
        for (const quint32 place : image.platforms) {
            const PlacementPlatform& platform = map.image(image.image).platforms[place];
            missing |= platform.content & result.contentLost;
            if (platform.manifest.isValid()) {
                manifests.add(platform.manifest.value);
            }
        }
    }
    result.bytesUpstream = map.bytesOf(missing);
    for (const PlacementNode& node : map.nodes()) {
        if (!std::ranges::binary_search(result.lost.nodes, node.id) &&
            map.sets().held(node.id).intersect(manifests)) {
            result.nodesForcedUpstream.push_back(node.id);
        }
    }
}

} // namespace

WhatIf whatIf(const PlacementMap& map, const LossSet& loss)
{
    WhatIf result;
    result.lost = loss;
    judgeContent(map, result);
    if (!result.contentLost.isEmpty() || !result.contentMayBeLost.isEmpty()) {
        judgeImages(map, result);
        judgeUpstream(map, result);
    }
    return result;
}

} // namespace stowage
