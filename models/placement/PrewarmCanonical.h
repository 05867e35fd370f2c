// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmProblem.h"

namespace stowage {

/// The same problem in the one order and coarseness in which it is planned and hashed: nodes by name, pieces
/// by digest, targets by image and platform; pieces that no target needs left out; figures that change by
/// themselves (uptime, free disk, load, rates) rounded, so that a plan stays the same while nothing happens.
PrewarmProblem canonical(const PrewarmProblem& problem);

/// SHA-256 in hex over all of a canonical problem.
QString prewarmHash(const PrewarmProblem& canonicalProblem);

} // namespace stowage
