// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeCollector.h"
#include "models/fleet/FleetImage.h"

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace stowage {

/// The images by their keys. Ids are kept for a key that comes back.
class ImageTable
{
public:
    explicit ImageTable(ChangeCollector& changes) : m_changes(changes) {}

    /// The id for this key, a hole until edited.
    ImageId place(const ImageKey& key);
    std::optional<ImageId> find(const ImageKey& key) const;
    std::span<const FleetImage> all() const { return m_images; }
    const FleetImage& at(ImageId id) const { return m_images[id.value]; }

    /// Marks the image as changed.
    FleetImage& edit(ImageId id);

private:
    ChangeCollector& m_changes;
    QHash<ImageKey, ImageId> m_ids;
    std::vector<FleetImage> m_images;
};

} // namespace stowage
