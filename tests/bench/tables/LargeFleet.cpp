// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/tables/LargeFleet.h"

namespace stowage::bench {

namespace {

Descriptor descriptor(const QString& name, qint64 bytes)
{
    return {Digest::of(name.toUtf8()), bytes, {}};
}

Descriptor layer(int number)
{
    // Sizes in no order.
    return descriptor(QStringLiteral("layer %1").arg(number), (qint64{number} * 7'919) % 1'000'003 * 1'024);
}

/// Over every layer of the image, or every other.
PlatformImage platform(const QString& name, int image, int step)
{
    PlatformImage platform;
    platform.platform = name;
    platform.manifest = descriptor(QStringLiteral("manifest %1 %2").arg(image).arg(name), 1'200);
    platform.config = descriptor(QStringLiteral("config %1 %2").arg(image).arg(name), 4'200);
    for (int l = step - 1; l < LargeFleet::LayersInImage; l += step) {
        platform.layers.push_back(layer(image * LargeFleet::LayersInImage + l));
    }
    return platform;
}

QString nodeName(int number)
{
    return QStringLiteral("eu-%1-%2").arg(QChar(u'a' + number % 3)).arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

LargeFleet::LargeFleet()
{
    tellImages();
    tellNodes();
    fleet.flush();
}

Delta LargeFleet::delta(const QString& source) const
{
    Delta delta;
    delta.source = source;
    delta.generation = 1;
    delta.at = clock.now();
    return delta;
}

void LargeFleet::tellImages()
{
    Delta told = delta(QStringLiteral("registry-1"));
    for (int i = 0; i < Images; ++i) {
        Image image;
        image.key = {told.source, QStringLiteral("team/app-%1").arg(i), QStringLiteral("1.%1").arg(i % 20)};
        image.platforms = {platform(QStringLiteral("linux/amd64"), i, 1),
                           platform(QStringLiteral("linux/arm64"), i, 2)};
        image.target = descriptor(QStringLiteral("index %1").arg(i), 900);
        told.images.push_back(image);
    }
    fleet.apply(told);
}

void LargeFleet::tellNodes()
{
    for (int n = 0; n < Nodes; ++n) {
        Delta told = delta(QStringLiteral("peers"));
        NodeObservation node;
        node.name = nodeName(n);
        node.zone = node.name.left(4);
        node.state = NodeState::Live;
        node.at = told.at;
        told.nodes = {node};
        NodeContent content{node.name, told.at, {}};
        for (int l = 0; l < Images * LayersInImage; ++l) {
            const bool isHeld = (l * 31 + n * 17) % 23 == 0;
            content.sightings.push_back({layer(l).digest, isHeld ? Presence::Held : Presence::Absent,
                                         isHeld ? Evidence::LocalHit : Evidence::JsonMiss});
        }
        told.contents = {content};
        fleet.apply(told);
    }
}

void LargeFleet::turnCells(int count)
{
    m_isTurned = !m_isTurned;
    clock.advance(Millis{1});
    Delta told = delta(QStringLiteral("peers"));
    NodeContent content{nodeName(0), told.at, {}};
    for (int i = 0; i < count; ++i) {
        const int l = i * (Images * LayersInImage / count);
        const bool isHeld = ((l * 31) % 23 == 0) != m_isTurned;
        content.sightings.push_back({layer(l).digest, isHeld ? Presence::Held : Presence::Absent,
                                     isHeld ? Evidence::LocalHit : Evidence::JsonMiss});
    }
    told.contents = {content};
    fleet.apply(told);
}

} // namespace stowage::bench
