// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stowage {

/// How many nodes, in how many zones, should hold each layer. Nothing is asked while `copies` is 0.
struct PlacementGoal
{
    quint32 copies = 0;
    quint32 zones = 0;

    bool operator==(const PlacementGoal&) const = default;
};

} // namespace stowage
