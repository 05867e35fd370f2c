// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmProblem.h"

namespace stowage {

/// Plans. The same problem, in whatever order its lists are, gives the same plan and hash but for its times.
/// Takes time: see PrewarmPlanner for one that a window can wait for.
PrewarmPlan planPrewarm(const PrewarmProblem& problem, Timestamp now);

} // namespace stowage
