// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmProblem.h"

namespace stowage::test {

/// The fewest bytes that any set of pulls needs to bring every piece as near to its goal as pulling
/// everything everywhere would: by trying all sets, without any of the planner's cleverness. For at most some
/// 20 pairs of a target and a node; all cells known, all nodes fit, one goal.
qint64 fewestBytes(const PrewarmProblem& problem);

} // namespace stowage::test
