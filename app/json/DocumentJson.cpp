// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/DocumentJson.h"

#include <algorithm>

namespace stowage {
namespace {

bool isWanted(const Fleet& fleet, const Layer& layer, const QString& reference)
{
    if (!layer.isAlive || layer.kind != ContentKind::Layer) {
        return false;
    }
    return reference.isEmpty() || std::ranges::any_of(layer.images, [&](ImageId image) {
               return fleet.image(image).image.reference() == reference;
           });
}

Json jsonRisk(const Fleet& fleet, const Layer& layer)
{
    Json images = Json::array();
    for (const ImageId image : layer.images) {
        images.push_back(jsonText(fleet.image(image).image.reference()));
    }
    Json risk{{"digest", layer.descriptor.digest.toByteArray().toStdString()},
              {"bytes", layer.descriptor.bytes}};
    if (const auto holders = fleet.nodesWhere(layer.id, Presence::Held); holders.size() == 1) {
        risk["node"] = jsonText(fleet.node(holders.front()).seen.name);
    }
    risk["images"] = std::move(images);
    risk["unknown"] = layer.unknown;
    return risk;
}

/// Dearest first; equal sizes by digest, so that the same fleet prints the same.
void sortBySize(std::vector<const Layer*>& layers)
{
    std::ranges::sort(layers, [](const Layer* a, const Layer* b) {
        return a->descriptor.bytes != b->descriptor.bytes ? a->descriptor.bytes > b->descriptor.bytes
                                                          : a->descriptor.digest < b->descriptor.digest;
    });
}

Json jsonRisks(const Fleet& fleet, std::vector<const Layer*> layers)
{
    sortBySize(layers);
    Json array = Json::array();
    for (const Layer* layer : layers) {
        array.push_back(jsonRisk(fleet, *layer));
    }
    return array;
}

} // namespace

Json snapshotDocument(const Fleet& fleet, const Profile& profile)
{
    Json document = jsonDocument("snapshot", fleet.now(), profile.name);
    document["sources"] = jsonSources(fleet);
    document["nodes"] = jsonNodes(fleet);
    document["images"] = jsonImages(fleet);
    document["layers"] = jsonLayers(fleet);
    return document;
}

Json placementDocument(const Fleet& fleet, const Profile& profile, const QString& reference)
{
    Json layers = Json::array();
    std::vector<const Layer*> single;
    std::vector<const Layer*> none;
    qint64 bytes = 0;
    qint64 meeting = 0;
    for (const Layer& layer : fleet.layers()) {
        if (!isWanted(fleet, layer, reference)) {
            continue;
        }
        layers.push_back(jsonLayer(fleet, layer.id));
        bytes += layer.descriptor.bytes;
        meeting += layer.held >= profile.placement.copies ? layer.descriptor.bytes : 0;
        if (layer.held == 1) {
            single.push_back(&layer);
        } else if (layer.held == 0) {
            none.push_back(&layer);
        }
    }
    Json document = jsonDocument("placement", fleet.now(), profile.name);
    document["nodes"] = jsonNodes(fleet);
    document["layers"] = std::move(layers);
    document["risk"] = {
        {"single", jsonRisks(fleet, std::move(single))},
        {"none", jsonRisks(fleet, std::move(none))},
        {"copies",
         {{"goal", profile.placement.copies},
          {"bytesMeeting",
           bytes > 0 ? Json(static_cast<double>(meeting) / static_cast<double>(bytes)) : Json(nullptr)}}}};
    return document;
}

} // namespace stowage
