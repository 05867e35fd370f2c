// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "models/fleet/LayerStanding.h"

namespace stowage {

/// A layer with one known holder or none.
struct LayerRisk
{
    LayerId layer;
    LayerStanding standing = LayerStanding::None; ///< None or Single
    NodeId holder;                                ///< of a Single; not valid otherwise
    quint32 unknown = 0;                          ///< cells that may hide more copies
    qint64 weight = 0;                            ///< riskWeight()

    bool operator==(const LayerRisk&) const = default;
};

/// All risks, the heaviest first, equals by id.
std::vector<LayerRisk> riskList(const Fleet& fleet);

} // namespace stowage
