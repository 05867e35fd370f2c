// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementMap.h"

#include "models/core/Bytes.h"
#include "models/fleet/Fleet.h"

#include <QHash>

#include <algorithm>

namespace stowage {
namespace {

PlacementPlatform platformOf(const Fleet& fleet, const PlatformImage& from)
{
    PlacementPlatform platform;
    platform.platform = from.platform;
    const auto add = [&](const Descriptor& part) {
        const auto id = part.digest.isNull() ? std::nullopt : fleet.findLayer(part.digest);
        if (id) {
            platform.content.add(id->value);
        }
        return id.value_or(LayerId{});
    };
    platform.manifest = add(from.manifest);
    add(from.config);
    for (const Descriptor& layer : from.layers) {
        if (const LayerId id = add(layer); id.isValid()) {
            platform.layers.add(id.value);
        }
    }
    platform.content.runOptimize();
    platform.layers.runOptimize();
    return platform;
}

PlacementImage imageOf(const Fleet& fleet, const FleetImage& from)
{
    PlacementImage image;
    image.id = from.id;
    image.isAlive = from.isAlive;
    image.key = from.image.key;
    if (from.isAlive) {
        for (const PlatformImage& platform : from.image.platforms) {
            image.platforms.push_back(platformOf(fleet, platform));
        }
        for (const LayerId layer : from.layers) {
            image.layers.add(layer.value);
        }
    }
    return image;
}

/// Makes places for so many ids, holes at first.
template <class T>
void widen(std::vector<T>& table, size_t bound)
{
    while (table.size() < bound) {
        const auto id = static_cast<uint32_t>(table.size());
        table.emplace_back().id = {id};
    }
}

template <class T, class I>
T& placeOf(std::vector<T>& table, I id)
{
    widen(table, id.value + size_t{1});
    return table[id.value];
}

} // namespace

struct PlacementMap::Data : QSharedData
{
    std::vector<PlacementNode> nodes;
    std::vector<PlacementLayer> layers;
    std::vector<PlacementImage> images;
    QStringList zones;
    QHash<QString, quint32> zoneIds;
    QHash<QString, NodeId> nodeIds;
    PresenceSets sets;
    Roaring layerIds;
    quint32 aliveNodes = 0;

    void take(const Fleet& fleet, const Node& from)
    {
        PlacementNode node;
        node.id = from.id;
        node.isAlive = from.isAlive;
        node.name = from.seen.name;
        node.zone = zone(from.seen.zone);
        node.state = from.state;
        node.seenAt = from.seen.at;
        node.changedAt = from.changedAt;
        node.heldLayers = from.heldLayers;
        node.heldBytes = from.heldBytes;
        takeCells(fleet, node);
        put(std::move(node));
    }

    /// What the sets do not tell of its cells.
    static void takeCells(const Fleet& fleet, PlacementNode& node)
    {
        node.wrongLength = fleet.wrongLength(node.id);
        node.wasHeld = fleet.wasHeld(node.id);
    }

    /// Content that goes is forgotten on all nodes, and no change set names these.
    void retakeCells(const Fleet& fleet)
    {
        for (PlacementNode& node : nodes) {
            if (!node.wasHeld.isEmpty() || !node.wrongLength.isEmpty()) {
                takeCells(fleet, node);
            }
        }
    }

    void put(PlacementNode node)
    {
        PlacementNode& place = placeOf(nodes, node.id);
        aliveNodes += (node.isAlive ? 1U : 0U) - (place.isAlive ? 1U : 0U);
        nodeIds.insert(node.name, node.id);
        place = std::move(node);
    }

    /// Most changes of a layer are of its counts, which the sets have.
    void take(const Layer& from)
    {
        const PlacementLayer& known = placeOf(layers, from.id);
        if (from.isAlive != known.isAlive || from.images != known.images || !known.isAlive) {
            put(PlacementLayer{from.id, from.isAlive, from.descriptor.digest, from.descriptor.bytes,
                               from.kind, from.images});
        }
    }

    void put(PlacementLayer layer)
    {
        if (layer.isAlive && layer.kind == ContentKind::Layer) {
            layerIds.add(layer.id.value);
        } else {
            layerIds.remove(layer.id.value);
        }
        placeOf(layers, layer.id) = std::move(layer);
    }

    void put(PlacementImage image) { placeOf(images, image.id) = std::move(image); }

    quint32 zone(const QString& name)
    {
        const auto found = zoneIds.constFind(name);
        if (found != zoneIds.cend()) {
            return *found;
        }
        const auto id = static_cast<quint32>(zones.size());
        zones << name;
        zoneIds.insert(name, id);
        return id;
    }
};

PlacementMap::PlacementMap() : d(new Data) {}
PlacementMap::PlacementMap(const PlacementMap&) = default;
PlacementMap::PlacementMap(PlacementMap&&) noexcept = default;
PlacementMap& PlacementMap::operator=(const PlacementMap&) = default;
PlacementMap& PlacementMap::operator=(PlacementMap&&) noexcept = default;
PlacementMap::~PlacementMap() = default;

PlacementMap PlacementMap::read(const Fleet& fleet)
{
    ChangeSet all;
    const auto addAll = [](auto& changes, const auto& table) {
        for (const auto& entry : table) {
            changes.added.push_back(entry.id);
        }
    };
    addAll(all.nodes, fleet.nodes());
    addAll(all.layers, fleet.layers());
    addAll(all.images, fleet.images());
    PlacementMap map;
    map.update(fleet, all);
    map.d->layerIds.runOptimize();
    return map;
}

void PlacementMap::update(const Fleet& fleet, const ChangeSet& changes)
{
    Data& data = *d;
    const auto each = [](const auto& ids, auto take) {
        std::ranges::for_each(ids.added, take);
        std::ranges::for_each(ids.changed, take);
        std::ranges::for_each(ids.removed, take);
    };
    each(changes.nodes, [&](NodeId id) { data.take(fleet, fleet.node(id)); });
    each(changes.layers, [&](LayerId id) {
        const Layer& from = fleet.layer(id);
        data.take(from);
    });
    each(changes.images, [&](ImageId id) { data.put(imageOf(fleet, fleet.image(id))); });
    for (const NodeId id : changes.cellsOf) {
        Data::takeCells(fleet, data.nodes[id.value]);
    }
    if (!changes.layers.removed.empty() || !changes.images.isEmpty()) {
        data.retakeCells(fleet);
    }
    // Nodes may have told of content that no image needs; it has a place as well, a hole.
    widen(data.layers, fleet.layers().size());
    data.sets = fleet.presences();
}

PlacementMap PlacementMap::of(std::vector<PlacementNode> nodes, QStringList zones,
                              std::vector<PlacementLayer> layers, std::vector<PlacementImage> images,
                              PresenceSets sets)
{
    PlacementMap map;
    Data& data = *map.d;
    for (const QString& zone : std::as_const(zones)) {
        data.zone(zone);
    }
    for (PlacementNode& node : nodes) {
        data.put(std::move(node));
    }
    for (PlacementLayer& layer : layers) {
        data.put(std::move(layer));
    }
    for (PlacementImage& image : images) {
        data.put(std::move(image));
    }
    data.layerIds.runOptimize();
    widen(data.layers, sets.layerBound());
    data.sets = std::move(sets);
    return map;
}

std::span<const PlacementNode> PlacementMap::nodes() const
{
    return d->nodes;
}

std::span<const PlacementLayer> PlacementMap::layers() const
{
    return d->layers;
}

std::span<const PlacementImage> PlacementMap::images() const
{
    return d->images;
}

const QStringList& PlacementMap::zones() const
{
    return d->zones;
}

const PresenceSets& PlacementMap::sets() const
{
    return d->sets;
}

quint32 PlacementMap::aliveNodes() const
{
    return d->aliveNodes;
}

const Roaring& PlacementMap::layerIds() const
{
    return d->layerIds;
}

std::optional<NodeId> PlacementMap::findNode(const QString& name) const
{
    const auto found = d->nodeIds.constFind(name);
    return found != d->nodeIds.cend() && node(*found).isAlive ? std::optional(*found) : std::nullopt;
}

std::optional<quint32> PlacementMap::findZone(const QString& name) const
{
    const auto found = d->zoneIds.constFind(name);
    return found != d->zoneIds.cend() ? std::optional(*found) : std::nullopt;
}

std::vector<NodeId> PlacementMap::nodesInZone(quint32 zone) const
{
    std::vector<NodeId> found;
    for (const PlacementNode& node : nodes()) {
        if (node.isAlive && node.zone == zone) {
            found.push_back(node.id);
        }
    }
    return found;
}

std::vector<NodeId> PlacementMap::nodesWhere(LayerId layer, Presence wanted) const
{
    std::vector<NodeId> found;
    for (const PlacementNode& node : nodes()) {
        if (node.isAlive && sets().presence(node.id, layer) == wanted) {
            found.push_back(node.id);
        }
    }
    return found;
}

Roaring PlacementMap::lastHeld(NodeId id) const
{
    return sets().lastHeld(id) | node(id).wasHeld;
}

Roaring PlacementMap::singles() const
{
    Roaring found;
    for (const uint32_t id : layerIds()) {
        if (copies({id}) == 1) {
            found.add(id);
        }
    }
    return found;
}

Roaring PlacementMap::withoutHolder() const
{
    Roaring found;
    for (const uint32_t id : layerIds()) {
        if (copies({id}) == 0 && sets().known(LayerId{id}) > 0) {
            found.add(id);
        }
    }
    return found;
}

qint64 PlacementMap::bytesOf(const Roaring& content) const
{
    qint64 bytes = 0;
    for (const uint32_t id : content) {
        bytes = addBytes(bytes, layer({id}).bytes);
    }
    return bytes;
}

Presence PlacementMap::wholeness(NodeId node, const PlacementPlatform& platform) const
{
    const uint64_t wanted = platform.content.cardinality();
    const uint64_t held = platform.content.and_cardinality(sets().held(node));
    if (held == wanted && wanted > 0) {
        return Presence::Held;
    }
    return platform.content.and_cardinality(sets().known(node)) > held ? Presence::Absent : Presence::Unknown;
}

Presence PlacementMap::wholeness(NodeId node, ImageId id) const
{
    bool isUnknown = image(id).platforms.empty();
    for (const PlacementPlatform& platform : image(id).platforms) {
        const Presence presence = wholeness(node, platform);
        if (presence == Presence::Held) {
            return presence;
        }
        isUnknown |= presence == Presence::Unknown;
    }
    return isUnknown ? Presence::Unknown : Presence::Absent;
}

std::vector<NodeId> PlacementMap::holdersOf(const PlacementPlatform& platform) const
{
    std::vector<NodeId> found;
    if (!isServable(platform)) {
        return found;
    }
    for (const PlacementNode& node : nodes()) {
        if (platform.content.isSubset(sets().held(node.id))) {
            found.push_back(node.id);
        }
    }
    return found;
}

bool PlacementMap::isServable(const PlacementPlatform& platform) const
{
    const auto isHeld = [this](uint32_t id) {
        return copies({id}) > 0;
    };
    return !platform.content.isEmpty() &&
           std::all_of(platform.content.begin(), platform.content.end(), isHeld);
}

} // namespace stowage
