// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Layer.h"

namespace stowage {

/// How safe a layer stands among the nodes, as far as is known.
enum class LayerStanding : quint8
{
    Unknown, ///< no node has answered for it
    None,    ///< nodes have answered, none holds it
    Single,  ///< one known holder
    Fine,    ///< two or more
};

QString layerStandingName(LayerStanding standing); ///< "unknown", "none", "single", "fine"
QString layerStandingText(LayerStanding standing); ///< the same for a person

/// Unknown cells may hide copies: where there are some, None and Single mean "that we know of".
LayerStanding standingOf(const Layer& layer);

/// Whether it belongs on the list of risks: no known holder or a single one.
bool isAtRisk(const Layer& layer);

/// What hangs on the layer: its bytes times the images that pull it, at most 2^63 - 1.
qint64 riskWeight(const Layer& layer);

} // namespace stowage
