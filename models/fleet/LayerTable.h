// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeCollector.h"
#include "models/fleet/Layer.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace stowage {

/// Every content item by its digest. Ids are dense and kept for a digest that comes back; a digest that no
/// image needs is a hole.
class LayerTable
{
public:
    explicit LayerTable(ChangeCollector& changes) : m_changes(changes) {}

    /// The id for this digest, a hole until an image needs it.
    LayerId place(const Digest& digest);

    /// An image needs it. True when it is the first, so that the layer comes to be. What the first image says
    /// of kind and size stands until the layer goes.
    bool need(LayerId id, const Descriptor& descriptor, ContentKind kind, ImageId image);

    /// Whether this image is the only one that needs it.
    bool isLastNeed(LayerId id, ImageId image) const;
    /// An image needs it no more; the layer goes with the last one.
    void release(LayerId id, ImageId image);

    std::optional<LayerId> find(const Digest& digest) const;
    std::span<const Layer> all() const { return m_layers; }
    const Layer& at(LayerId id) const { return m_layers[id.value]; }

    /// Marks the layer as changed.
    Layer& edit(LayerId id);

private:
    ChangeCollector& m_changes;
    std::unordered_map<Digest, LayerId> m_ids;
    std::vector<Layer> m_layers;
};

} // namespace stowage
