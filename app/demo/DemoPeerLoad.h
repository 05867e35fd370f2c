// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <array>
#include <cstddef>

namespace stowage {

class DemoWorld;

/// Shares of observations at most each bound of a histogram, the last one infinite.
using DemoShares = std::array<double, 12>;

/// What a node's peer has done since its process began, as a function of the world's time alone: it only
/// grows, begins anew with the process, and is the same in every run. Most peers find nearly all they look
/// for quickly; some do not.
struct DemoPeerLoad
{
    static DemoPeerLoad of(const DemoWorld& world, size_t node);

    double hits = 0; ///< whole numbers, as counters are
    double misses = 0;
    const DemoShares* resolve = nullptr; ///< of the hits
    const DemoShares* pulls = nullptr;   ///< of the hits: how long serving them took
    double cpuSeconds = 0;
    double memoryBytes = 0;
    double receivedBytes = 0;
    double sentBytes = 0;
    Timestamp startedAt{};
    Timestamp lastSuccess{}; ///< the epoch while it had none
};

} // namespace stowage
