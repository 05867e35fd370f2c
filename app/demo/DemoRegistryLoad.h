// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <optional>
#include <vector>

namespace stowage {

class DemoWorld;

/// What the clients of the simulated registry have asked of it since its process began, and what that cost:
/// a function of the world's time alone, whose counts only grow.
///
/// From `busyFrom` on, on the world's clock, it runs into its limit of one core: what it does takes ten times
/// as long, and one request in twelve ends with 500.
struct DemoRegistryLoad
{
    static constexpr double CpuLimit = 1; ///< cores

    static DemoRegistryLoad of(const DemoWorld& world, std::optional<Millis> busyFrom);

    /// Requests that ended in one way, or calls of the storage.
    struct Work
    {
        const char* what = nullptr;   ///< handler or action
        const char* method = nullptr; ///< in lower case; null of the storage
        const char* code = nullptr;
        double before = 0; ///< done while all was well: a whole number
        double since = 0;  ///< done since it is busy

        double count() const { return before + since; }
    };

    std::vector<Work> requests;
    std::vector<Work> storage;
    double cpuSeconds = 0;
    double memoryBytes = 0;
    double files = 0;
    double underWay = 0; ///< requests, but for those that really are
    double lookups = 0;  ///< of the cache of descriptors
    double hits = 0;
    Timestamp startedAt{};
};

} // namespace stowage
