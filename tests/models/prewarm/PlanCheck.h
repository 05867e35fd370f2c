// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmProblem.h"

namespace stowage::test {

/// Plays a plan wave by wave, in maps by name, and says the first promise it breaks: a step that fetches what
/// lies there, a supplier that does not hold it when the wave begins, a holder or a registry that serves too
/// many, two nodes of a zone that fetch from outside what one of them could give the other, a registry read
/// twice, a piece below its goal that nobody speaks of. Empty when it keeps all. All nodes are fit.
QString brokenPromise(const PrewarmProblem& problem, const PrewarmPlan& plan);

} // namespace stowage::test
