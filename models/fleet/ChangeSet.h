// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"

#include <QMetaType>

#include <vector>

namespace stowage {

/// Ids that came, changed and went, each sorted and without repeats; an id stands in one of the three only.
/// What came and went since the last change set is among the removed, though it was never told as added.
template <class I>
struct Changes
{
    std::vector<I> added;
    std::vector<I> changed;
    std::vector<I> removed;

    bool isEmpty() const { return added.empty() && changed.empty() && removed.empty(); }
};

/// What happened to the fleet since the last change set, coalesced.
struct ChangeSet
{
    Changes<NodeId> nodes;
    Changes<ImageId> images;
    Changes<LayerId> layers; ///< every content item: layers, configs, manifests, indexes
    Changes<SourceId> sources;
    std::vector<NodeId> cellsOf; ///< nodes some of whose presences changed

    bool isEmpty() const
    {
        return nodes.isEmpty() && images.isEmpty() && layers.isEmpty() && sources.isEmpty() &&
               cellsOf.empty();
    }
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::ChangeSet)
