// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/PlacementParts.h"

#include "models/core/Bytes.h"
#include "models/placement/SmallestBreak.h"

#include <algorithm>

namespace stowage {
namespace {

std::string digestOf(const PlacementMap& map, LayerId layer)
{
    return map.layer(layer).digest.toByteArray().toStdString();
}

Json jsonReferences(const PlacementMap& map, const std::vector<ImageId>& images)
{
    Json array = Json::array();
    for (const ImageId image : images) {
        array.push_back(jsonText(map.image(image).reference()));
    }
    return array;
}

Json jsonLayer(const PlacementMap& map, LayerId id)
{
    return {{"digest", digestOf(map, id)},
            {"bytes", map.layer(id).bytes},
            {"images", jsonReferences(map, map.layer(id).images)},
            {"unknown", map.unknown(id)}};
}

Json jsonSmallestBreak(const PlacementMap& map, ImageId image)
{
    const SmallestBreak found = smallestBreak(map, image);
    if (found.isBrokenAlready) {
        return nullptr;
    }
    return {{"nodes", jsonNames(map, found.nodes)},
            {"content", digestOf(map, found.part)},
            {"unknown", found.unknown}};
}

} // namespace

std::vector<LayerId> bySize(const PlacementMap& map, const Roaring& layers)
{
    std::vector<LayerId> sorted;
    for (const uint32_t id : layers) {
        sorted.push_back({id});
    }
    std::ranges::sort(sorted, [&map](LayerId a, LayerId b) {
        const PlacementLayer& first = map.layer(a);
        const PlacementLayer& second = map.layer(b);
        return first.bytes != second.bytes ? first.bytes > second.bytes : first.digest < second.digest;
    });
    return sorted;
}

bool isTold(const PlacementFinding& finding)
{
    return finding.kind != PlacementFindingKind::SingleHolder &&
           finding.kind != PlacementFindingKind::NoHolder;
}

Json jsonNames(const PlacementMap& map, const std::vector<NodeId>& nodes)
{
    Json names = Json::array();
    for (const NodeId node : nodes) {
        names.push_back(jsonText(map.node(node).name));
    }
    return names;
}

Json jsonLayers(const PlacementMap& map, const Roaring& layers)
{
    Json array = Json::array();
    for (const LayerId layer : bySize(map, layers)) {
        array.push_back(jsonLayer(map, layer));
    }
    return array;
}

Json jsonRareLayers(const PlacementMap& map, const Roaring& layers)
{
    Json array = Json::array();
    for (const LayerId layer : bySize(map, layers)) {
        Json entry = jsonLayer(map, layer);
        if (const auto holders = map.holders(layer); holders.size() == 1) {
            entry["node"] = jsonText(map.node(holders.front()).name);
        }
        array.push_back(std::move(entry));
    }
    return array;
}

Json jsonBrokenImages(const PlacementMap& map, const std::vector<BrokenImage>& images)
{
    Json array = Json::array();
    for (const BrokenImage& broken : images) {
        const PlacementImage& image = map.image(broken.image);
        Json platforms = Json::array();
        for (const quint32 platform : broken.platforms) {
            platforms.push_back(jsonText(image.platforms[platform].platform));
        }
        array.push_back({{"source", jsonText(image.key.source)},
                         {"image", jsonText(image.reference())},
                         {"platforms", std::move(platforms)},
                         {"bytesUpstream", broken.bytesUpstream}});
    }
    return array;
}

Json jsonPlacedImage(const PlacementMap& map, ImageId id)
{
    const PlacementImage& image = map.image(id);
    Json platforms = Json::array();
    for (const PlacementPlatform& platform : image.platforms) {
        platforms.push_back({{"platform", jsonText(platform.platform)},
                             {"servable", map.isServable(platform)},
                             {"nodesWhole", jsonNames(map, map.holdersOf(platform))}});
    }
    return {{"source", jsonText(image.key.source)},
            {"image", jsonText(image.reference())},
            {"platforms", std::move(platforms)},
            {"smallestBreak", jsonSmallestBreak(map, id)}};
}

Json jsonFinding(const PlacementMap& map, const PlacementFinding& finding)
{
    Json layers = Json::array();
    for (const LayerId layer : finding.layers) {
        layers.push_back(digestOf(map, layer));
    }
    return {{"kind", jsonText(placementFindingName(finding.kind))},
            {"severity", jsonText(findingSeverityName(finding.severity))},
            {"certain", finding.isCertain},
            {"policy", finding.isPolicy()},
            {"title", jsonText(finding.title)},
            {"rule", jsonText(finding.rule)},
            {"nodes", jsonNames(map, finding.nodes)},
            {"images", jsonReferences(map, finding.images)},
            {"layers", std::move(layers)},
            {"bytes", finding.bytes},
            {"since", jsonText(toRfc3339(finding.since))},
            {"sinceExact", finding.isSinceExact}};
}

Json jsonCoverage(const PlacementMap& map, const PlacementCoverage& coverage, const PlacementGoal& goal,
                  const Roaring& layers)
{
    qint64 bytes = 0;
    qint64 meeting = 0;
    for (const uint32_t id : layers) {
        if (map.sets().known(LayerId{id}) > 0) {
            bytes = addBytes(bytes, map.layer({id}).bytes);
            meeting = coverage.below.contains(id) ? meeting : addBytes(meeting, map.layer({id}).bytes);
        }
    }
    return {{"goal", goal.copies},
            {"zones", goal.zones},
            {"bytesMeeting",
             bytes > 0 ? Json(static_cast<double>(meeting) / static_cast<double>(bytes)) : Json(nullptr)}};
}

} // namespace stowage
