// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetSummary.h"

#include "models/core/Bytes.h"
#include "models/fleet/LayerStanding.h"

#include <algorithm>

namespace stowage {
namespace {

std::optional<double> medianOf(std::vector<quint32> values)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1) {
        return *middle;
    }
    return (*std::max_element(values.begin(), middle) + static_cast<double>(*middle)) / 2;
}

void addLayers(FleetSummary& sum, std::span<const Layer> layers)
{
    std::vector<quint32> copies;
    for (const Layer& layer : layers) {
        if (!layer.isAlive || layer.kind != ContentKind::Layer) {
            continue;
        }
        ++sum.layers;
        sum.layerBytes = addBytes(sum.layerBytes, layer.descriptor.bytes);
        sum.unknownCells += layer.unknown;
        const LayerStanding standing = standingOf(layer);
        if (standing == LayerStanding::Single) {
            ++sum.singleLayers;
            sum.singleBytes = addBytes(sum.singleBytes, layer.descriptor.bytes);
        } else if (standing == LayerStanding::None) {
            ++sum.noCopyLayers;
            sum.noCopyBytes = addBytes(sum.noCopyBytes, layer.descriptor.bytes);
        }
        if (standing != LayerStanding::Unknown) {
            copies.push_back(layer.held);
        }
        sum.riskMayBeLess += isAtRisk(layer) && layer.unknown > 0 ? 1 : 0;
    }
    sum.answeredLayers = static_cast<quint32>(copies.size());
    sum.medianCopies = medianOf(std::move(copies));
}

void addImages(FleetSummary& sum, const Fleet& fleet)
{
    const auto isSingle = [&fleet](LayerId id) {
        return standingOf(fleet.layer(id)) == LayerStanding::Single;
    };
    for (const FleetImage& image : fleet.images()) {
        if (image.isAlive) {
            ++sum.images;
            sum.singleImages += std::ranges::any_of(image.layers, isSingle) ? 1 : 0;
        }
    }
}

} // namespace

FleetSummary summarize(const Fleet& fleet)
{
    FleetSummary sum;
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive) {
            ++sum.nodes;
            ++sum.nodesBy.at(static_cast<size_t>(node.state));
        }
    }
    for (const Source& source : fleet.sources()) {
        if (source.isAlive) {
            ++sum.sources;
            ++sum.sourcesBy.at(static_cast<size_t>(source.status.state));
            sum.isInventoryKnown |= source.status.hasInventory() && source.status.coverage.has_value();
        }
    }
    addLayers(sum, fleet.layers());
    addImages(sum, fleet);
    sum.isInventoryKnown |= sum.images > 0;
    sum.cells = static_cast<quint64>(sum.layers) * sum.nodes;
    return sum;
}

} // namespace stowage
