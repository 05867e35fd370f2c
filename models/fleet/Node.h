// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/NodeObservation.h"

#include <vector>

namespace stowage {

/// A node as the fleet knows it. Several sources may name one node; it is one all the same.
struct Node
{
    NodeId id;
    bool isAlive = false;                ///< false: a hole in the table
    NodeObservation seen;                ///< the newest observation
    NodeState state = NodeState::Unseen; ///< seen.state, or Stale by age
    std::vector<SourceId> sources;       ///< who tells of it, sorted
    Timestamp changedAt{};               ///< when its state or identity last changed
    quint32 heldLayers = 0;              ///< layers held (kind Layer only), 0 while its cells are unknown
    qint64 heldBytes = 0;                ///< their size

    bool operator==(const Node&) const = default;
};

} // namespace stowage
