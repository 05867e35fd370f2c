// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoWorldBuilder.h"

#include "app/demo/DemoPeerId.h"
#include "app/demo/DemoRandom.h"

#include <algorithm>

namespace stowage {

namespace {

constexpr qint64 Mebi = qint64{1} << 20;
constexpr quint64 CatalogueSalt = 0x5701; ///< so that images and placement do not draw the same numbers
constexpr quint64 PlacementSalt = 0x5702;

/// Every fifth node builds for both architectures.
constexpr size_t BuilderEvery = 5;

/// What was built of a spec.
struct BuiltImage
{
    std::vector<size_t> ownLayers; ///< of the first platform
    std::vector<size_t> layers;    ///< of the first platform, the base's first
    size_t target = 0;
    std::vector<size_t> manifests;
};

using BuiltImages = QHash<QByteArray, BuiltImage>;

QByteArray zoneName(size_t zone)
{
    constexpr size_t letters = 26;
    return "eu-" + (zone < letters ? QByteArray(1, static_cast<char>('a' + zone))
                                   : "z" + QByteArray::number(static_cast<qulonglong>(zone)));
}

void addNodes(DemoWorld& world, const DemoSize& size, DemoRandom& random)
{
    const int most = size.nodesInZone.empty() ? 0 : *std::ranges::max_element(size.nodesInZone);
    const qsizetype digits = std::max<qsizetype>(2, QByteArray::number(most).size());
    for (size_t zone = 0; zone < size.nodesInZone.size(); ++zone) {
        for (int i = 1; i <= size.nodesInZone[zone]; ++i) {
            const QByteArray number = QByteArray::number(i).rightJustified(digits, '0');
            world.addNode(zoneName(zone) + '-' + number, zoneName(zone), demoPeerId(random));
        }
    }
}

/// Odd sizes look like real ones; they stay within a MiB of what the catalogue says.
qint64 sizeOf(int mebibytes, const QByteArray& label)
{
    return mebibytes * Mebi + static_cast<qint64>(Digest::of(label).hash() % (Mebi / 2));
}

size_t addPlatform(DemoWorld& world, const DemoImageSpec& spec, const QByteArray& architecture,
                   BuiltImage& built)
{
    for (size_t i = 0; i < spec.layers.size(); ++i) {
        const QByteArray label =
            spec.reference() + ' ' + architecture + ' ' + QByteArray::number(static_cast<qulonglong>(i));
        built.ownLayers.push_back(addDemoLayer(world, label, sizeOf(spec.layers[i], label), spec.dialect));
        built.layers.push_back(built.ownLayers.back());
    }
    built.manifests.push_back(
        addDemoManifest(world, spec.reference(), architecture, built.layers, spec.dialect));
    return built.manifests.back();
}

BuiltImage build(DemoWorld& world, const DemoImageSpec& spec, const BuiltImages& earlier)
{
    BuiltImage built;
    built.layers = earlier.value(spec.base).layers;
    built.target = addPlatform(world, spec, "amd64", built);
    if (spec.isMultiArch) {
        BuiltImage arm;
        const size_t manifest = addPlatform(world, spec, "arm64", arm);
        built.manifests.push_back(manifest);
        built.target =
            addDemoIndex(world, {{"amd64", built.manifests.front()}, {"arm64", manifest}}, spec.dialect);
    }
    pushDemoImage(world, spec.repository, spec.tag, built.target);
    return built;
}

void hold(DemoWorld& world, size_t node, const std::vector<size_t>& contents)
{
    for (const size_t content : contents) {
        world.setHeld(node, content, true);
    }
}

/// Whole on some nodes; on others a few layers are left from earlier times.
void place(DemoWorld& world, const DemoImageSpec& spec, const BuiltImage& built, DemoRandom& random)
{
    std::vector<std::vector<size_t>> platforms;
    for (const size_t manifest : built.manifests) {
        platforms.push_back(world.withParts(manifest));
    }
    for (size_t node = 0; node < world.nodes().size(); ++node) {
        if (random.percent(spec.spread)) {
            world.setHeld(node, built.target, true);
            const size_t count = node % BuilderEvery == 0 ? platforms.size() : 1;
            for (size_t i = 0; i < count; ++i) {
                hold(world, node, platforms[i]);
            }
            continue;
        }
        for (const size_t layer : built.ownLayers) {
            if (random.percent(spec.spread / 6)) {
                world.setHeld(node, layer, true);
            }
        }
    }
}

void makeFragile(DemoWorld& world, const BuiltImages& images)
{
    for (const DemoFragileLayer& fragile : demoFragileLayers()) {
        const auto image = images.constFind(QByteArray(fragile.image));
        if (image == images.cend()) {
            continue;
        }
        const size_t layer = image->ownLayers[fragile.layer];
        for (size_t node = 0; node < world.nodes().size(); ++node) {
            world.setHeld(node, layer, false);
        }
        for (const DemoNodeRef& holder : fragile.holders) {
            world.setHeld(nodeAt(world, holder), layer, true);
        }
    }
}

} // namespace

DemoWorld buildDemoWorld(const DemoSize& size, quint64 seed)
{
    DemoWorld world;
    DemoRandom random(seed ^ PlacementSalt);
    addNodes(world, size, random);
    BuiltImages images;
    for (const DemoImageSpec& spec : demoCatalogue(size.images, seed ^ CatalogueSalt)) {
        const BuiltImage built = build(world, spec, images);
        place(world, spec, built, random);
        images.insert(spec.reference(), built);
    }
    if (!world.nodes().empty()) {
        makeFragile(world, images);
    }
    return world;
}

size_t nodeAt(const DemoWorld& world, DemoNodeRef place)
{
    // Nodes stand zone by zone: collect where each zone begins.
    std::vector<size_t> starts;
    const auto& nodes = world.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (i == 0 || nodes[i].zone != nodes[i - 1].zone) {
            starts.push_back(i);
        }
    }
    const size_t zone = place.zone % starts.size();
    const size_t end = zone + 1 < starts.size() ? starts[zone + 1] : nodes.size();
    return starts[zone] + place.node % (end - starts[zone]);
}

} // namespace stowage
