// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmMove.h"
#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmStock.h"

#include <span>

namespace stowage {

/// What the moves would do to registries, holders, disks and copies, and what was taken for granted. `now` is
/// before, `planned` after them.
std::vector<PrewarmEffect> prewarmEffects(const PrewarmStock& now, const PrewarmStock& planned,
                                          std::span<const PrewarmMove> moves);

} // namespace stowage
