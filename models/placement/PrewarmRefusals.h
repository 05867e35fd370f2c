// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmStock.h"

namespace stowage {

/// What stays below the goal when all that was chosen is done, by image, and why. A platform that certainly
/// no node pulls is none of it: see platformsLeftOut().
std::vector<PrewarmRefusal> prewarmRefusals(const PrewarmStock& planned);

/// Targets that every node which could be asked is known not to pull.
std::vector<quint32> platformsLeftOut(const PrewarmProblem& problem);

} // namespace stowage
