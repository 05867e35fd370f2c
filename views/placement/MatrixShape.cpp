// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixShape.h"

#include "views/placement/MatrixFilter.h"
#include "views/widgets/Words.h"

#include <QCollator>

#include <algorithm>
#include <map>

namespace stowage {

namespace {

/// Orders "n2" before "n10", names that differ in nothing but leading zeros by their letters, and no name
/// last.
class NaturalLess
{
public:
    NaturalLess() : m_collator(QLocale(QLocale::English)) { m_collator.setNumericMode(true); }

    bool operator()(const QString& a, const QString& b) const
    {
        if (a.isEmpty() || b.isEmpty()) {
            return !a.isEmpty() && b.isEmpty();
        }
        const int order = m_collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    }

private:
    QCollator m_collator;
};

/// The beginning that all names share, cut back to the last separator.
QString sharedBeginning(const std::vector<const Node*>& nodes)
{
    if (nodes.size() < 2) {
        return {};
    }
    QStringView shared = nodes.front()->seen.name;
    for (const Node* node : nodes) {
        const QStringView name = node->seen.name;
        const auto differs = std::mismatch(shared.begin(), shared.end(), name.begin(), name.end());
        shared = shared.first(differs.first - shared.begin());
    }
    const auto isSeparator = [](QChar c) {
        return c == u'-' || c == u'.' || c == u'_' || c == u'/';
    };
    const auto last = std::find_if(shared.rbegin(), shared.rend(), isSeparator);
    return shared.first(shared.rend() - last).toString();
}

/// The domain that all names have, with its dot: it tells no node from another.
QString sharedDomain(const std::vector<const Node*>& nodes)
{
    const auto domain = [](const Node* node) {
        const qsizetype dot = node->seen.name.indexOf(u'.');
        return dot > 0 ? node->seen.name.sliced(dot) : QString();
    };
    const QString first = domain(nodes.front());
    const bool shared = nodes.size() > 1 &&
                        std::ranges::all_of(nodes, [&](const Node* node) { return domain(node) == first; });
    return shared ? first : QString();
}

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

void readColumns(const Fleet& fleet, const MatrixFilter& filter, MatrixShape& shape)
{
    const NaturalLess less;
    std::map<QString, std::vector<const Node*>, NaturalLess> zones(less);
    for (const Node& node : fleet.nodes()) {
        if (node.isAlive && filter.matches(node.seen)) {
            zones[node.seen.zone].push_back(&node);
        }
    }
    for (auto& [name, nodes] : zones) {
        std::sort(nodes.begin(), nodes.end(),
                  [&](const Node* a, const Node* b) { return less(a->seen.name, b->seen.name); });
        const QString shared = sharedBeginning(nodes);
        const qsizetype domain = sharedDomain(nodes).size();
        const int zone = static_cast<int>(shape.zones.size());
        shape.zones.push_back({name, static_cast<int>(shape.columns.size()), static_cast<int>(nodes.size())});
        for (const Node* node : nodes) {
            const QString label = shortNodeLabel(node->seen.name.chopped(domain), name, shared);
            shape.columns.push_back(
                {node->id, words::visible(node->seen.name), words::visible(label), zone, node->state});
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
};

Group readGroup(const Fleet& fleet, const FleetImage& image, const MatrixFilter& filter,
                const std::vector<int>& indexOf)
{
    Group group{&image, image.image.reference(), {}, 0, 0, 0};
    for (const PlatformImage& platform : image.image.platforms) {
        std::vector<int>& layers = group.layers.emplace_back();
        for (const Descriptor& descriptor : platform.layers) {
            const std::optional<LayerId> id = fleet.findLayer(descriptor.digest);
            const int index = id ? indexOf[id->value] : -1;
            const bool again = std::find(layers.begin(), layers.end(), index) != layers.end();
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

bool groupLess(const Group& a, const Group& b, MatrixSort sort, const NaturalLess& less)
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
        return less(a.reference, b.reference);
    }
    return a.image->id < b.image->id;
}

void sortLayers(std::vector<int>& layers, MatrixSort sort, const MatrixShape& shape)
{
    if (sort == MatrixSort::Name) {
        return;
    }
    std::stable_sort(layers.begin(), layers.end(), [&](int a, int b) {
        const MatrixLayer& left = shape.layers[static_cast<size_t>(a)];
        const MatrixLayer& right = shape.layers[static_cast<size_t>(b)];
        if (sort == MatrixSort::Risk && left.held != right.held) {
            return left.held < right.held;
        }
        return left.bytes > right.bytes;
    });
}

void appendRows(const Group& group, MatrixShape& shape)
{
    const int index = static_cast<int>(shape.groups.size());
    const bool severalPlatforms = group.layers.size() > 1;
    MatrixGroup& head = shape.groups.emplace_back();
    head.image = group.image->id;
    head.reference = words::visible(group.reference);
    head.firstRow = static_cast<int>(shape.rows.size());
    shape.rows.push_back({MatrixRowKind::Image, index, 0, -1});
    for (size_t i = 0; i < group.layers.size(); ++i) {
        const int platform = static_cast<int>(i);
        if (severalPlatforms) {
            head.platforms << words::visible(group.image->image.platforms[i].platform);
        }
        if (severalPlatforms && !group.layers[i].empty()) {
            shape.rows.push_back({MatrixRowKind::Platform, index, platform, -1});
        }
        for (const int layer : group.layers[i]) {
            shape.rows.push_back({MatrixRowKind::Layer, index, platform, layer});
            shape.largest = std::max(shape.largest, shape.layers[static_cast<size_t>(layer)].bytes);
        }
    }
}

} // namespace

QString shortNodeLabel(const QString& name, const QString& zone, const QString& shared)
{
    for (const QString& beginning : {zone, shared}) {
        if (beginning.isEmpty() || !name.startsWith(beginning)) {
            continue;
        }
        QStringView rest = QStringView(name).sliced(beginning.size());
        while (!rest.isEmpty() && !rest.front().isLetterOrNumber()) {
            rest = rest.sliced(1);
        }
        // "eu-b1" in zone "eu-b" is not "1": the zone's name must end where a part of the node's name ends.
        const bool atBoundary =
            !beginning.back().isLetterOrNumber() || rest.size() < name.size() - beginning.size();
        if (!rest.isEmpty() && atBoundary) {
            return rest.toString();
        }
    }
    return name;
}

MatrixShape buildMatrixShape(const Fleet& fleet, const MatrixQuery& query)
{
    // Who asks has shown the error; to hide everything would say more than is known.
    const MatrixFilter filter = MatrixFilter::parse(query.filter, fleet).value_or(MatrixFilter());
    MatrixShape shape;
    std::vector<int> indexOf;
    readLayers(fleet, shape, indexOf);
    readColumns(fleet, filter, shape);

    std::vector<Group> groups;
    for (const FleetImage& image : fleet.images()) {
        if (!image.isAlive) {
            continue;
        }
        Group group = readGroup(fleet, image, filter, indexOf);
        if (std::any_of(group.layers.begin(), group.layers.end(),
                        [](const auto& each) { return !each.empty(); })) {
            groups.push_back(std::move(group));
        }
    }
    const NaturalLess less;
    std::sort(groups.begin(), groups.end(),
              [&](const Group& a, const Group& b) { return groupLess(a, b, query.sort, less); });
    for (Group& group : groups) {
        for (std::vector<int>& layers : group.layers) {
            sortLayers(layers, query.sort, shape);
        }
        appendRows(group, shape);
    }
    return shape;
}

} // namespace stowage
