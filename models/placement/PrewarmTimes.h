// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "models/placement/PrewarmMove.h"
#include "models/placement/PrewarmProblem.h"

#include <span>

namespace stowage {

/// What times are reckoned with where nothing was measured: a gigabit network's disk-bound half, and a
/// registry far away. Plans say that they were assumed.
inline constexpr qint64 AssumedPeerBytesPerSecond = 50'000'000;
inline constexpr qint64 AssumedUpstreamBytesPerSecond = 20'000'000;

/// How long each wave takes at least: until the busiest node has taken in all that it fetches, the busiest
/// holder has served all that is asked of it, and each registry too.
std::vector<Millis> waveTimes(const PrewarmProblem& problem, std::span<const PrewarmMove> moves);

} // namespace stowage
