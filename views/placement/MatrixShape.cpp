// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixShape.h"

#include "models/core/NaturalOrder.h"
#include "models/fleet/LayerStanding.h"
#include "models/fleet/PlacementFilter.h"
#include "views/widgets/Words.h"

#include <algorithm>
#include <tuple>

namespace stowage {

namespace {

void readLayers(const Fleet& fleet, MatrixShape& shape, std::vector<int>& indexOf)
{
    const auto layers = fleet.layers();
    indexOf.assign(layers.size(), -1);
    for (const Layer& layer : layers) {
        if (layer.isAlive && layer.kind == ContentKind::Layer) {
            indexOf[layer.id.value] = static_cast<int>(shape.layers.size());
            shape.layers.push_back({layer.id, layer.descriptor.digest, layer.descriptor.bytes, layer.held});
        }
    }
}

/// An image with the layers of each platform that the filter leaves, and what it is sorted by.
struct Group
{
    const FleetImage* image = nullptr;
    QString reference;
    std::vector<std::vector<int>> layers; ///< by platform
    qint64 bytes = 0;
    qint64 uncopied = 0; ///< bytes that no node holds
    qint64 single = 0;   ///< bytes that one node holds

    bool isEmpty() const
    {
        return std::ranges::all_of(layers, [](const auto& each) { return each.empty(); });
    }
};

Group readGroup(const Fleet& fleet, const FleetImage& image, const PlacementFilter& filter,
                const std::vector<int>& indexOf)
{
    Group group{&image, image.image.reference(), {}, 0, 0, 0};
    for (const PlatformImage& platform : image.image.platforms) {
        std::vector<int>& layers = group.layers.emplace_back();
        for (const Descriptor& descriptor : platform.layers) {
            const std::optional<LayerId> id = fleet.findLayer(descriptor.digest);
            const int index = id ? indexOf[id->value] : -1;
            const bool again = std::ranges::find(layers, index) != layers.end();
            if (index >= 0 && !again && filter.matches(image.image, platform, fleet.layer(*id))) {
                layers.push_back(index);
            }
        }
    }
    for (const LayerId id : image.layers) {
        const Layer& layer = fleet.layer(id);
        group.bytes += layer.descriptor.bytes;
        group.uncopied += layer.held == 0 ? layer.descriptor.bytes : 0;
        group.single += layer.held == 1 ? layer.descriptor.bytes : 0;
    }
    return group;
}

bool groupLess(const Group& a, const Group& b, MatrixSort sort)
{
    if (sort == MatrixSort::Risk && a.uncopied != b.uncopied) {
        return a.uncopied > b.uncopied;
    }
    if (sort == MatrixSort::Risk && a.single != b.single) {
        return a.single > b.single;
    }
    if (sort == MatrixSort::Size && a.bytes != b.bytes) {
        return a.bytes > b.bytes;
    }
    if (a.reference != b.reference) {
        return compareNatural(a.reference, b.reference) < 0;
    }
    return a.image->id < b.image->id;
}

std::vector<Group> readGroups(const Fleet& fleet, const MatrixQuery& query, const std::vector<int>& indexOf)
{
    // Who asks has shown the error; to hide everything would say more than is known.
    const auto filter = PlacementFilter::parse(query.filter, fleet).value_or(PlacementFilter());
    std::vector<Group> groups;
    for (const FleetImage& image : fleet.images()) {
        if (!image.isAlive) {
            continue;
        }
        if (Group group = readGroup(fleet, image, filter, indexOf); !group.isEmpty()) {
            groups.push_back(std::move(group));
        }
    }
    std::ranges::sort(groups, [&](const Group& a, const Group& b) { return groupLess(a, b, query.sort); });
    return groups;
}

void sortLayers(std::vector<int>& layers, MatrixSort sort, const MatrixShape& shape)
{
    if (sort == MatrixSort::Name) {
        return;
    }
    std::ranges::stable_sort(layers, [&](int a, int b) {
        const MatrixLayer& left = shape.layers[static_cast<size_t>(a)];
        const MatrixLayer& right = shape.layers[static_cast<size_t>(b)];
        if (sort == MatrixSort::Risk && left.held != right.held) {
            return left.held < right.held;
        }
        return left.bytes > right.bytes;
    });
}

void appendHead(const Group& group, MatrixShape& shape)
{
    MatrixGroup& head = shape.groups.emplace_back();
    head.image = group.image->id;
    head.reference = words::visible(group.reference);
    if (group.layers.size() > 1) {
        for (const PlatformImage& platform : group.image->image.platforms) {
            head.platforms << words::visible(platform.platform);
        }
    }
}

void appendLayer(int group, int platform, int layer, MatrixShape& shape)
{
    shape.rows.push_back({MatrixRowKind::Layer, group, platform, layer});
    shape.largest = std::max(shape.largest, shape.layers[static_cast<size_t>(layer)].bytes);
}

void appendRows(Group& group, MatrixSort sort, MatrixShape& shape)
{
    const int index = static_cast<int>(shape.groups.size());
    appendHead(group, shape);
    shape.groups.back().firstRow = static_cast<int>(shape.rows.size());
    shape.rows.push_back({MatrixRowKind::Image, index, 0, -1});
    for (size_t i = 0; i < group.layers.size(); ++i) {
        const int platform = static_cast<int>(i);
        if (group.layers.size() > 1 && !group.layers[i].empty()) {
            shape.rows.push_back({MatrixRowKind::Platform, index, platform, -1});
        }
        sortLayers(group.layers[i], sort, shape);
        for (const int layer : group.layers[i]) {
            appendLayer(index, platform, layer, shape);
        }
    }
    shape.groups.back().endRow = static_cast<int>(shape.rows.size());
}

/// Every layer once, under the first of its images.
void appendUngrouped(const Fleet& fleet, const std::vector<Group>& groups, MatrixSort sort,
                     MatrixShape& shape)
{
    std::vector<bool> isShown(shape.layers.size());
    for (const Group& group : groups) {
        const int index = static_cast<int>(shape.groups.size());
        appendHead(group, shape);
        for (size_t i = 0; i < group.layers.size(); ++i) {
            for (const int layer : group.layers[i]) {
                if (!isShown[static_cast<size_t>(layer)]) {
                    isShown[static_cast<size_t>(layer)] = true;
                    appendLayer(index, static_cast<int>(i), layer, shape);
                }
            }
        }
    }
    const auto keyOf = [&](const MatrixRow& row) {
        const MatrixLayer& layer = shape.layers[static_cast<size_t>(row.layer)];
        const quint32 copies = sort == MatrixSort::Risk ? std::min(layer.held, 2U) : 0;
        const qint64 weight = sort == MatrixSort::Risk ? riskWeight(fleet.layer(layer.id)) : layer.bytes;
        return std::tuple(copies, -weight, sort == MatrixSort::Risk ? layer.held : 0);
    };
    if (sort != MatrixSort::Name) {
        std::ranges::stable_sort(shape.rows, {}, keyOf);
    }
}

} // namespace

void buildMatrixRows(const Fleet& fleet, const MatrixQuery& query, MatrixShape& shape)
{
    shape.layers.clear();
    shape.groups.clear();
    shape.rows.clear();
    shape.largest = 0;
    std::vector<int> indexOf;
    readLayers(fleet, shape, indexOf);
    std::vector<Group> groups = readGroups(fleet, query, indexOf);
    if (query.grouping == MatrixGrouping::None) {
        appendUngrouped(fleet, groups, query.sort, shape);
        return;
    }
    for (Group& group : groups) {
        appendRows(group, query.sort, shape);
    }
}

MatrixShape buildMatrixShape(const Fleet& fleet, const MatrixQuery& query)
{
    MatrixShape shape;
    buildMatrixRows(fleet, query, shape);
    buildMatrixColumns(fleet, query, shape);
    return shape;
}

} // namespace stowage
