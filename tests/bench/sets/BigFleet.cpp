// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sets/BigFleet.h"

#include <algorithm>
#include <random>

namespace stowage::bench {
namespace {

/// One layer in fifty is rare: it lies on a node or two.
constexpr uint32_t RareEvery = 50;

std::vector<uint32_t> sortedOnce(std::vector<uint32_t> values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::vector<PlacementNode> nodes()
{
    std::vector<PlacementNode> nodes(BigFleet::Nodes);
    for (uint32_t id = 0; id < BigFleet::Nodes; ++id) {
        nodes[id].id = {id};
        nodes[id].isAlive = true;
        nodes[id].name = QStringLiteral("n%1").arg(id);
        nodes[id].zone = id % BigFleet::Zones;
        nodes[id].state = NodeState::Live;
    }
    return nodes;
}

std::vector<PlacementImage> images(std::mt19937& random, std::vector<PlacementLayer>& layers)
{
    std::vector<PlacementImage> images(BigFleet::Images);
    for (uint32_t id = 0; id < BigFleet::Images; ++id) {
        PlacementImage& image = images[id];
        image.id = {id};
        image.isAlive = true;
        image.key = {QStringLiteral("r"), QStringLiteral("team/app-%1").arg(id), QStringLiteral("1")};
        PlacementPlatform& platform = image.platforms.emplace_back();
        // Ten layers of its own, as good as, and some that others have as well.
        for (uint32_t i = 0; i < 14; ++i) {
            const uint32_t layer = i < 10 ? id * 10 + i : random() % 500;
            platform.content.add(layer);
            layers[layer].images.push_back({id});
        }
        platform.layers = platform.content;
        image.layers = platform.content;
    }
    for (PlacementLayer& layer : layers) {
        const auto repeats = std::unique(layer.images.begin(), layer.images.end());
        layer.images.erase(repeats, layer.images.end());
    }
    return images;
}

} // namespace

BigFleet::BigFleet(uint32_t percentUnknown) : m_held(Nodes), m_known(Nodes)
{
    std::mt19937 random(9);
    std::vector<uint32_t> pool;
    for (uint32_t layer = 0; layer < Layers; ++layer) {
        if (layer % RareEvery != 0) {
            pool.push_back(layer);
        }
    }
    for (uint32_t node = 0; node < Nodes; ++node) {
        for (uint32_t i = 0; i < HeldEach; ++i) { // the first of a shuffle
            std::swap(pool[i], pool[i + random() % (pool.size() - i)]);
        }
        m_held[node].assign(pool.begin(), pool.begin() + HeldEach);
    }
    for (uint32_t layer = 0; layer < Layers; layer += RareEvery) {
        for (uint32_t copies = 0; copies <= layer / RareEvery % 2; ++copies) {
            auto& holder = m_held[random() % Nodes];
            holder[random() % HeldEach] = layer;
        }
    }
    for (uint32_t node = 0; node < Nodes; ++node) {
        m_held[node] = sortedOnce(std::move(m_held[node]));
        for (uint32_t layer = 0; layer < Layers; ++layer) {
            if (random() % 100 >= percentUnknown || std::ranges::binary_search(m_held[node], layer)) {
                m_known[node].push_back(layer);
            }
        }
    }
}

PresenceSets BigFleet::sets() const
{
    PresenceSets sets;
    for (uint32_t node = 0; node < Nodes; ++node) {
        sets.setNode({node}, Roaring(m_known[node].size(), m_known[node].data()),
                     Roaring(m_held[node].size(), m_held[node].data()));
    }
    return sets;
}

PlacementMap BigFleet::map(PresenceSets sets) const
{
    std::mt19937 random(10);
    std::vector<PlacementLayer> layers(Layers);
    for (uint32_t id = 0; id < Layers; ++id) {
        layers[id].id = {id};
        layers[id].isAlive = true;
        layers[id].digest = Digest::of(QByteArray::number(id));
        layers[id].bytes = 1'000 + id;
    }
    QStringList zones;
    for (uint32_t zone = 0; zone < Zones; ++zone) {
        zones << QStringLiteral("zone-%1").arg(zone);
    }
    auto all = images(random, layers);
    return PlacementMap::of(nodes(), zones, std::move(layers), std::move(all), std::move(sets));
}

std::vector<quint64> BigFleet::bitmaps() const
{
    constexpr size_t Words = (Layers + 63) / 64;
    std::vector<quint64> bits(2 * Words * Nodes);
    const auto put = [&bits](size_t row, const std::vector<uint32_t>& layers) {
        for (const uint32_t layer : layers) {
            bits[row * Words + layer / 64] |= quint64{1} << (layer % 64);
        }
    };
    for (uint32_t node = 0; node < Nodes; ++node) {
        put(2 * size_t{node}, m_known[node]);
        put(2 * size_t{node} + 1, m_held[node]);
    }
    return bits;
}

} // namespace stowage::bench
