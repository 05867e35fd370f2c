// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/PlacementJson.h"

#include "app/json/PlacementParts.h"
#include "models/core/Bytes.h"
#include "models/placement/PlacementCoverage.h"

#include <algorithm>

namespace stowage {
namespace {

/// Images of that name, or all.
std::vector<ImageId> imagesNamed(const PlacementMap& map, const QString& reference)
{
    std::vector<ImageId> images;
    for (const PlacementImage& image : map.images()) {
        if (image.isAlive && (reference.isEmpty() || image.reference() == reference)) {
            images.push_back(image.id);
        }
    }
    return images;
}

Roaring layersOf(const PlacementMap& map, const std::vector<ImageId>& images)
{
    Roaring layers;
    for (const ImageId image : images) {
        layers |= map.image(image).layers;
    }
    return layers;
}

} // namespace

Json placementRisk(const PlacementMap& map, const PlacementPolicies& policies, const Roaring& layers)
{
    return {{"single", jsonRareLayers(map, map.singles() & layers)},
            {"none", jsonRareLayers(map, map.withoutHolder() & layers)},
            {"copies", jsonCoverage(map, coverageOf(map, policies), policies.base, layers)}};
}

Json placementDocument(const Fleet& fleet, const Profile& profile, const QString& reference,
                       const PlacementFilter& filter)
{
    const PlacementMap map = PlacementMap::read(fleet);
    auto images = imagesNamed(map, reference);
    Roaring wanted;
    Json layers = Json::array();
    for (const uint32_t id : layersOf(map, images)) {
        if (filter.matches(fleet, fleet.layer({id}))) {
            wanted.add(id);
            layers.push_back(jsonLayer(fleet, {id}));
        }
    }
    if (!filter.isForAllLayers()) {
        std::erase_if(images, [&](ImageId id) { return !map.image(id).layers.intersect(wanted); });
    }
    Json document = jsonDocument("placement", fleet.now(), profile.name);
    document["nodes"] = Json::array();
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive && filter.matches(node.seen)) {
            document["nodes"].push_back(jsonNode(fleet, node.id));
        }
    }
    document["layers"] = std::move(layers);
    document["risk"] = placementRisk(map, profile.policies(), wanted);
    document["images"] = Json::array();
    for (const ImageId image : images) {
        document["images"].push_back(jsonPlacedImage(map, image));
    }
    return document;
}

Json whatIfDocument(const PlacementMap& map, const WhatIf& result, const QStringList& words, Timestamp at,
                    const QString& context)
{
    Json document = jsonDocument("whatif", at, context);
    document["lose"] = Json::array();
    for (const QString& word : words) {
        document["lose"].push_back(jsonText(word));
    }
    document["nodes"] = jsonNames(map, result.lost.nodes);
    document["layersLost"] = jsonLayers(map, result.layersLost);
    document["bytesLost"] = result.bytesLost;
    document["imagesBroken"] = jsonBrokenImages(map, result.imagesBroken);
    document["mayBeLost"] = jsonLayers(map, result.layersMayBeLost);
    document["bytesMayBeLost"] = result.bytesMayBeLost;
    document["imagesMayBreak"] = jsonBrokenImages(map, result.imagesMayBreak);
    document["leftSingle"] = jsonLayers(map, result.layersLeftSingle);
    document["layersSurviving"] = result.layersSurviving;
    document["bytesSurviving"] = result.bytesSurviving;
    document["manifestsLost"] = result.contentLost.cardinality() - result.layersLost.cardinality();
    document["manifestsMayBeLost"] =
        result.contentMayBeLost.cardinality() - result.layersMayBeLost.cardinality();
    document["nodesForcedUpstream"] = jsonNames(map, result.nodesForcedUpstream);
    document["bytesUpstream"] = result.bytesUpstream;
    return document;
}

Json riskDocument(const PlacementMap& map, const PlacementPolicies& policies,
                  const std::vector<PlacementFinding>& findings, Timestamp at, const QString& context)
{
    Json document = jsonDocument("risk", at, context);
    const Json risk = placementRisk(map, policies, map.layerIds());
    for (const char* part : {"single", "none", "copies"}) {
        document[part] = risk[part];
    }
    document["findings"] = Json::array();
    for (const PlacementFinding& finding : findings) {
        if (isTold(finding)) {
            document["findings"].push_back(jsonFinding(map, finding));
        }
    }
    return document;
}

} // namespace stowage
