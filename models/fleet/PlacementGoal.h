// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace stowage {

/// How many nodes, in how many zones, should hold each layer.
struct PlacementGoal
{
    int copies = 2;
    int zones = 1;

    bool operator==(const PlacementGoal&) const = default;
};

} // namespace stowage
