// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/placement/PlainPlacement.h"

#include <algorithm>

namespace stowage::test {
namespace {

constexpr uint32_t Layers = 14;

PlainPlacement::Platform randomPlatform(std::mt19937& random, PlainPlacement& plain)
{
    PlainPlacement::Platform platform;
    for (uint32_t i = 0; i <= random() % 4; ++i) {
        platform.layers.insert(random() % Layers);
    }
    platform.content = platform.layers;
    platform.manifest = static_cast<uint32_t>(plain.isLayer.size());
    platform.content.insert({platform.manifest, platform.manifest + 1}); // and its config
    plain.isLayer.insert(plain.isLayer.end(), 2, false);
    return platform;
}

Presence randomPresence(std::mt19937& random)
{
    const auto dice = random() % 10;
    return dice < 6 ? Presence::Held : dice < 9 ? Presence::Absent : Presence::Unknown;
}

Roaring roaringOf(const PlainPlacement::Ids& ids)
{
    Roaring set;
    for (const uint32_t id : ids) {
        set.add(id);
    }
    return set;
}

} // namespace

PlainPlacement PlainPlacement::random(unsigned seed)
{
    std::mt19937 random(seed);
    PlainPlacement plain;
    plain.isLayer.assign(Layers, true);
    for (uint32_t image = 0; image < 6; ++image) {
        plain.images.emplace_back();
        for (uint32_t i = 0; i <= random() % 2; ++i) {
            plain.images.back().push_back(randomPlatform(random, plain));
        }
    }
    const bool hasDoubts = random() % 3 != 0;
    for (uint32_t node = 0; node < 7; ++node) {
        plain.zones.push_back(random() % 3);
        plain.alive.push_back(random() % 8 != 0);
        plain.counts.push_back(plain.alive.back() && (!hasDoubts || random() % 8 != 0));
        plain.cells.emplace_back();
        for (size_t content = 0; content < plain.isLayer.size(); ++content) {
            const Presence presence = randomPresence(random);
            plain.cells.back().push_back(!hasDoubts && presence == Presence::Unknown ? Presence::Absent
                                                                                     : presence);
        }
    }
    return plain;
}

std::vector<PlacementLayer> PlainPlacement::layers() const
{
    std::vector<PlacementLayer> layers;
    for (uint32_t id = 0; id < isLayer.size(); ++id) {
        PlacementLayer layer;
        layer.id = {id};
        layer.digest = Digest::of(QByteArray::number(id));
        layer.bytes = 1 << (id % 20);
        layer.kind = isLayer[id] ? ContentKind::Layer : ContentKind::Config;
        for (uint32_t image = 0; image < images.size(); ++image) {
            if (std::ranges::any_of(images[image],
                                    [id](const Platform& p) { return p.content.contains(id); })) {
                layer.images.push_back({image});
            }
        }
        layer.isAlive = !layer.images.empty();
        layers.push_back(std::move(layer));
    }
    return layers;
}

PlacementMap PlainPlacement::map() const
{
    std::vector<PlacementNode> nodes;
    PresenceSets sets;
    for (uint32_t id = 0; id < zones.size(); ++id) {
        PlacementNode node;
        node.id = {id};
        node.isAlive = alive[id];
        node.name = QStringLiteral("n%1").arg(id);
        node.zone = zones[id];
        node.state = counts[id] ? NodeState::Live : NodeState::Gone;
        nodes.push_back(std::move(node));
        Roaring known;
        Roaring held;
        for (uint32_t content = 0; content < isLayer.size(); ++content) {
            if (cells[id][content] != Presence::Unknown) {
                known.add(content);
            }
            if (cells[id][content] == Presence::Held) {
                held.add(content);
            }
        }
        sets.setNode({id}, std::move(known), std::move(held));
        sets.setCounting({id}, counts[id]);
    }
    std::vector<PlacementImage> all;
    for (uint32_t id = 0; id < images.size(); ++id) {
        PlacementImage image;
        image.id = {id};
        image.isAlive = true;
        image.key = {QStringLiteral("reg"), QStringLiteral("image"), QString::number(id)};
        for (const Platform& platform : images[id]) {
            image.platforms.push_back({QString::number(image.platforms.size()),
                                       {platform.manifest},
                                       roaringOf(platform.layers),
                                       roaringOf(platform.content)});
            image.layers |= roaringOf(platform.layers);
        }
        all.push_back(std::move(image));
    }
    return PlacementMap::of(std::move(nodes), {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")},
                            layers(), std::move(all), std::move(sets));
}

Presence PlainPlacement::at(uint32_t node, uint32_t content) const
{
    return counts[node] ? cells[node][content] : Presence::Unknown;
}

PlainPlacement::Ids PlainPlacement::nodesWhere(uint32_t content, Presence wanted) const
{
    Ids nodes;
    for (uint32_t node = 0; node < zones.size(); ++node) {
        if (alive[node] && at(node, content) == wanted) {
            nodes.insert(node);
        }
    }
    return nodes;
}

bool PlainPlacement::isServable(const Platform& platform, const Ids& withoutNodes) const
{
    return std::ranges::all_of(platform.content, [&](uint32_t content) {
        const Ids holders = nodesWhere(content, Presence::Held);
        return std::ranges::any_of(holders, [&](uint32_t node) { return !withoutNodes.contains(node); });
    });
}

Presence PlainPlacement::wholeness(uint32_t node, const Platform& platform) const
{
    const auto isOn = [&](Presence presence) {
        return [this, node, presence](uint32_t content) {
            return at(node, content) == presence;
        };
    };
    if (std::ranges::all_of(platform.content, isOn(Presence::Held))) {
        return Presence::Held;
    }
    return std::ranges::any_of(platform.content, isOn(Presence::Absent)) ? Presence::Absent
                                                                         : Presence::Unknown;
}

quint32 PlainPlacement::zonesHolding(uint32_t content) const
{
    Ids found;
    for (const uint32_t node : nodesWhere(content, Presence::Held)) {
        found.insert(zones[node]);
    }
    return static_cast<quint32>(found.size());
}

PlainPlacement::Ids idsOf(const Roaring& set)
{
    return {set.begin(), set.end()};
}

PlainPlacement::Ids idsOf(const std::vector<NodeId>& nodes)
{
    PlainPlacement::Ids ids;
    for (const NodeId node : nodes) {
        ids.insert(node.value);
    }
    return ids;
}

} // namespace stowage::test
