// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/LayerTable.h"

#include <algorithm>

namespace stowage {

LayerId LayerTable::place(const Digest& digest)
{
    const LayerId next{static_cast<uint32_t>(m_layers.size())};
    const auto [entry, isNew] = m_ids.try_emplace(digest, next);
    if (isNew) {
        Layer& layer = m_layers.emplace_back();
        layer.id = next;
        layer.descriptor.digest = digest;
    }
    return entry->second;
}

bool LayerTable::need(LayerId id, const Descriptor& descriptor, ContentKind kind, ImageId image)
{
    Layer& layer = edit(id);
    const bool isFirst = !layer.isAlive;
    if (isFirst) {
        layer.isAlive = true;
        layer.descriptor = descriptor;
        layer.kind = kind;
    }
    const auto place = std::ranges::lower_bound(layer.images, image);
    if (place == layer.images.end() || *place != image) {
        layer.images.insert(place, image);
    }
    return isFirst;
}

bool LayerTable::isLastNeed(LayerId id, ImageId image) const
{
    const auto& images = at(id).images;
    return images.size() == 1 && images.front() == image;
}

void LayerTable::release(LayerId id, ImageId image)
{
    Layer& layer = edit(id);
    std::erase(layer.images, image);
    if (layer.images.empty()) {
        const Digest digest = layer.descriptor.digest;
        layer = {};
        layer.id = id;
        layer.descriptor.digest = digest;
    }
}

std::optional<LayerId> LayerTable::find(const Digest& digest) const
{
    const auto found = m_ids.find(digest);
    return found != m_ids.end() && at(found->second).isAlive ? std::optional(found->second) : std::nullopt;
}

Layer& LayerTable::edit(LayerId id)
{
    Layer& layer = m_layers[id.value];
    m_changes.layers.touch(id, layer.isAlive);
    return layer;
}

} // namespace stowage
