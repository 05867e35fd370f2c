// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "views/widgets/DetailList.h"

namespace stowage {

class Fleet;

/// What the side panel tells of a node's peer: what it last said of itself, and how old that is. What it did
/// not say is not among it.
std::vector<Detail> metricDetails(const Fleet& fleet, NodeId node);

} // namespace stowage
