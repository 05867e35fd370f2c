// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmProblem.h"

namespace stowage::test {

/// Three zones of three nodes and a few images: some to be warmed, one that lacks zones.
PrewarmProblem samplePlanProblem(const QString& nodePrefix = QStringLiteral("eu"));

PrewarmPlan samplePlan(Timestamp now);

/// With names of two hundred letters.
PrewarmPlan longNamedPlan(Timestamp now);

/// Every layer meets the goal.
PrewarmPlan emptyPlan(Timestamp now);

/// No node can take anything.
PrewarmPlan refusedPlan(Timestamp now);

} // namespace stowage::test
