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

std::vector<WantedContent> wantedBy(const Fleet& fleet)
{
    std::vector<WantedContent> wanted;
    for (const Layer& layer : fleet.layers()) {
        if (layer.isAlive) {
            const Image& image = spokesman(fleet, layer);
            wanted.push_back({layer.descriptor.digest, layer.kind, layer.descriptor.bytes,
                              image.key.repository, image.registryNamespace});
        }
    }
    std::stable_partition(wanted.begin(), wanted.end(),
                          [](const WantedContent& each) { return each.kind == ContentKind::Layer; });
    return wanted;
}

} // namespace

FleetInventory::FleetInventory(const Fleet& fleet) : m_fleet(fleet), m_wanted(wantedBy(fleet))
{
    QObject::connect(&fleet, &Fleet::changed, &m_context, [this](const ChangeSet& changes) {
        // Content comes, goes and is renamed only with its images; most of their changes are that they were
        // seen again.
        if (!changes.images.isEmpty()) {
            auto wanted = wantedBy(m_fleet);
            m_revision += wanted == m_wanted ? 0 : 1;
            m_wanted = std::move(wanted);
        }
    });
}

} // namespace stowage
