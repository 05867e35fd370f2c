// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementFinding.h"
#include "models/placement/WhatIf.h"

namespace stowage {

/// What is lost, in lines and tables for a terminal.
QString whatIfWords(const PlacementMap& map, const WhatIf& result);

/// What is at risk: findings, then layers with one holder and with none, by size.
QString riskWords(const PlacementMap& map, const std::vector<PlacementFinding>& findings);

} // namespace stowage
