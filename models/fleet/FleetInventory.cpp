// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetInventory.h"

#include <algorithm>

namespace stowage {
namespace {

/// A layer of several images is asked for in the name of the first that says where clients pull it from.
const Image& spokesman(const Fleet& fleet, const Layer& layer)
{
    const auto says = [&fleet](ImageId id) {
        return !fleet.image(id).image.registryNamespace.isEmpty();
    };
    const auto found = std::ranges::find_if(layer.images, says);
    return fleet.image(found == layer.images.end() ? layer.images.front() : *found).image;
}

} // namespace

FleetInventory::FleetInventory(const Fleet& fleet) : m_fleet(fleet)
{
    QObject::connect(&fleet, &Fleet::changed, &m_context, [this](const ChangeSet& changes) {
        // Content comes, goes and is renamed only with its images.
        m_revision += changes.images.isEmpty() ? 0 : 1;
    });
}

std::vector<WantedContent> FleetInventory::wanted() const
{
    std::vector<WantedContent> wanted;
    for (const Layer& layer : m_fleet.layers()) {
        if (layer.isAlive) {
            const Image& image = spokesman(m_fleet, layer);
            wanted.push_back({layer.descriptor.digest, layer.kind, layer.descriptor.bytes,
                              image.key.repository, image.registryNamespace});
        }
    }
    std::ranges::stable_partition(wanted,
                                  [](const WantedContent& w) { return w.kind == ContentKind::Layer; });
    return wanted;
}

} // namespace stowage
