// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/FleetJson.h"

#include "app/json/MetricsJson.h"

#include <algorithm>

namespace stowage {
namespace {

Json jsonAge(Timestamp seenAt, Timestamp now)
{
    return seenAt == Timestamp{} ? Json(nullptr) : Json(std::max(Millis{0}, now - seenAt).count());
}

Json jsonStrings(const QStringList& list)
{
    Json array = Json::array();
    for (const QString& text : list) {
        array.push_back(jsonText(text));
    }
    return array;
}

Json jsonCoverage(const std::optional<Coverage>& coverage)
{
    if (!coverage) {
        return nullptr;
    }
    return {{"complete", coverage->complete}, {"unseen", jsonStrings(coverage->unseen)}};
}

Json jsonNames(const Fleet& fleet, LayerId layer, Presence presence)
{
    Json names = Json::array();
    for (const NodeId node : fleet.nodesWhere(layer, presence)) {
        names.push_back(jsonText(fleet.node(node).seen.name));
    }
    return names;
}

Json jsonPlatform(const PlatformImage& platform)
{
    Json layers = Json::array();
    for (const Descriptor& layer : platform.layers) {
        layers.push_back(layer.digest.toByteArray().toStdString());
    }
    return {{"platform", jsonText(platform.platform)},
            {"digest", platform.manifest.digest.toByteArray().toStdString()},
            {"layers", std::move(layers)}};
}

template <class Entities, class Print>
Json jsonAlive(const Fleet& fleet, const Entities& entities, Print print)
{
    Json array = Json::array();
    for (const auto& entity : entities) {
        if (entity.isAlive) {
            array.push_back(print(fleet, entity.id));
        }
    }
    return array;
}

/// In the order of `key`: in which order a crawl met them differs from run to run.
template <class I, class Print, class Key>
Json jsonSorted(const Fleet& fleet, std::vector<I> ids, Print print, Key key)
{
    std::sort(ids.begin(), ids.end(), [&key](I one, I other) { return key(one) < key(other); });
    Json array = Json::array();
    for (const I id : ids) {
        array.push_back(print(fleet, id));
    }
    return array;
}

} // namespace

std::string jsonText(const QString& text)
{
    return text.toStdString();
}

Json jsonDocument(const char* schemaName, Timestamp at, const QString& context)
{
    return {{"schema", std::string("stowage/") + schemaName + "/1"},
            {"at", jsonText(toRfc3339(at))},
            {"context", jsonText(context)}};
}

Json jsonError(const Error& error)
{
    return {{"kind", jsonText(errorKindName(error.kind))},
            {"message", jsonText(error.message)},
            {"where", jsonText(error.where)},
            {"todo", jsonText(error.todo)}};
}

Json jsonSource(const Fleet& fleet, SourceId id)
{
    const SourceStatus& status = fleet.source(id).status;
    return {{"id", jsonText(status.id)},
            {"kind", jsonText(status.kind)},
            {"url", jsonText(status.url)},
            {"state", jsonText(freshnessName(status.state))},
            {"ageMs", jsonAge(status.lastAnswer, fleet.now())},
            {"identity", jsonText(status.identity)},
            {"version", jsonText(status.version)},
            {"capabilities", jsonStrings(status.capabilities)},
            {"coverage", jsonCoverage(status.coverage)},
            {"warnings", jsonStrings(status.warnings)},
            {"requests", {{"sent", status.requestsSent}, {"failed", status.requestsFailed}}},
            {"metrics", jsonMetricsSummary(fleet, id)},
            {"error", status.error ? jsonError(*status.error) : Json(nullptr)}};
}

Json jsonNode(const Fleet& fleet, NodeId id)
{
    const Node& node = fleet.node(id);
    Json sources = Json::array();
    for (const SourceId source : node.sources) {
        sources.push_back(jsonText(fleet.source(source).status.id));
    }
    return {{"name", jsonText(node.seen.name)},
            {"zone", jsonText(node.seen.zone)},
            {"state", jsonText(nodeStateName(node.state))},
            {"reason", jsonText(node.seen.reason)},
            {"identity", jsonText(node.seen.identity)},
            {"sources", std::move(sources)},
            {"layers", node.heldLayers},
            {"bytes", node.heldBytes},
            {"ageMs", jsonAge(node.seen.at, fleet.now())},
            {"metrics", jsonMetrics(fleet, id)},
            {"metricsAgeMs", jsonMetricsAge(fleet, id)},
            {"warnings", jsonBreaches(fleet, id)}};
}

Json jsonImage(const Fleet& fleet, ImageId id)
{
    const FleetImage& entity = fleet.image(id);
    const Image& image = entity.image;
    Json platforms = Json::array();
    for (const PlatformImage& platform : image.platforms) {
        platforms.push_back(jsonPlatform(platform));
    }
    Json whole = Json::array();
    for (const NodeId node : fleet.nodesHoldingWhole(id)) {
        whole.push_back(jsonText(fleet.node(node).seen.name));
    }
    return {{"source", jsonText(image.key.source)},
            {"repository", jsonText(image.key.repository)},
            {"tag", jsonText(image.key.tag)},
            {"digest", image.target.digest.toByteArray().toStdString()},
            {"mediaType", jsonText(image.target.mediaType)},
            {"platforms", std::move(platforms)},
            {"bytes", image.layerBytes()},
            {"nodesWhole", std::move(whole)},
            {"ageMs", jsonAge(entity.seenAt, fleet.now())}};
}

Json jsonLayer(const Fleet& fleet, LayerId id)
{
    const Layer& layer = fleet.layer(id);
    return {{"digest", layer.descriptor.digest.toByteArray().toStdString()},
            {"bytes", layer.descriptor.bytes},
            {"mediaType", jsonText(layer.descriptor.mediaType)},
            {"images", layer.images.size()},
            {"held", jsonNames(fleet, id, Presence::Held)},
            {"absent", jsonNames(fleet, id, Presence::Absent)},
            {"unknown", jsonNames(fleet, id, Presence::Unknown)},
            {"ageMs", jsonAge(layer.seenAt, fleet.now())}};
}

Json jsonSources(const Fleet& fleet)
{
    return jsonAlive(fleet, fleet.sources(), jsonSource);
}

Json jsonNodes(const Fleet& fleet)
{
    return jsonAlive(fleet, fleet.nodes(), jsonNode);
}

Json jsonImages(const Fleet& fleet)
{
    std::vector<ImageId> ids;
    for (const FleetImage& image : fleet.images()) {
        if (image.isAlive) {
            ids.push_back(image.id);
        }
    }
    return jsonSorted(fleet, std::move(ids), jsonImage,
                      [&fleet](ImageId id) -> const ImageKey& { return fleet.image(id).image.key; });
}

Json jsonLayers(const Fleet& fleet)
{
    std::vector<LayerId> ids;
    for (const Layer& layer : fleet.layers()) {
        if (layer.isAlive && layer.kind == ContentKind::Layer) {
            ids.push_back(layer.id);
        }
    }
    return jsonSorted(fleet, std::move(ids), jsonLayer,
                      [&fleet](LayerId id) -> const Digest& { return fleet.layer(id).descriptor.digest; });
}

QByteArray printJson(const Json& document)
{
    return QByteArray::fromStdString(document.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace stowage
