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

/// The only known holder: "n1", or "n1, 3 unknown" where cells may hide more; empty unless there is just one.
QString singleHolder(const Fleet& fleet, const Layer& layer);
QString singleHolderText(const Fleet& fleet, const Layer& layer);

} // namespace stowage
