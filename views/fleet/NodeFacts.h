// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Presence.h"
#include "models/core/Time.h"
#include "views/widgets/DetailList.h"
#include "views/widgets/LineList.h"

#include <optional>

namespace stowage {

class Fleet;
struct Node;

// What the side panel tells of a node, computed when it is selected or has changed.

std::vector<Detail> nodeDetails(const Fleet& fleet, const Node& node);

/// Images of which the node holds every layer, config and manifest of at least one platform, by name.
std::vector<LineItem> imagesHeldWhole(const Fleet& fleet, NodeId node);

struct LastEvidence
{
    Evidence evidence = Evidence::NotAsked;
    Timestamp at{};
    LayerId layer;
};

/// The newest answer about any content of this node; nothing when it was never asked.
std::optional<LastEvidence> lastEvidence(const Fleet& fleet, NodeId node);

} // namespace stowage
