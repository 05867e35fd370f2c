// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/ImageTable.h"

namespace stowage {

ImageId ImageTable::place(const ImageKey& key)
{
    const auto found = m_ids.constFind(key);
    if (found != m_ids.cend()) {
        return *found;
    }
    const ImageId id{static_cast<uint32_t>(m_images.size())};
    m_images.emplace_back().id = id;
    m_ids.insert(key, id);
    return id;
}

std::optional<ImageId> ImageTable::find(const ImageKey& key) const
{
    const auto found = m_ids.constFind(key);
    return found != m_ids.cend() && at(*found).isAlive ? std::optional(*found) : std::nullopt;
}

FleetImage& ImageTable::edit(ImageId id)
{
    FleetImage& image = m_images[id.value];
    m_changes.images.touch(id, image.isAlive);
    return image;
}

} // namespace stowage
