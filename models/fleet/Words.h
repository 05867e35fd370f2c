// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

namespace stowage {

/// Words for a person, translated; the stable names are nodeStateName() and freshnessName().
QString nodeStateText(NodeState state);
QString freshnessText(Freshness freshness);

/// "n1, n2, n3"
QString namesOf(const Fleet& fleet, const std::vector<NodeId>& nodes);
QString namesOf(const Fleet& fleet, const std::vector<SourceId>& sources);
QString referencesOf(const Fleet& fleet, const std::vector<ImageId>& images);

/// "3: n1, n2, n3": how many nodes have the layer so, and the first of them by name.
QString cellsText(const Fleet& fleet, const Layer& layer, Presence presence);

/// Where a layer lies that few hold: "n1", "n1, 3 unknown" where cells may hide more, "last on n2" or "no
/// node" where nobody is known to hold it; empty where several do or nobody has answered. `sole` is its only
/// known holder, if there is one.
QString onlyOnText(const Fleet& fleet, const Layer& layer, NodeId sole);

} // namespace stowage
