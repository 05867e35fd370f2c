// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/load/DemoMachine.h"
#include "models/core/Time.h"

namespace stowage {

/// How a machine does at a moment of the world's time (DemoWorld::now()). A function of machine and time
/// alone: the past, before the world began, is asked for by negative times, and hub and Prometheus tell the
/// same of it. Whether the machine lives is not asked here.
struct DemoMachineLoad
{
    static DemoMachineLoad of(const DemoMachine& machine, Millis at);

    /// How long the machines have run when the world begins: what counts up began then.
    static constexpr Millis RanBefore = std::chrono::hours(24 * 41);

    // At that moment. Percent are of the whole machine.
    double cpuPercent = 0; ///< all of what follows
    double userPercent = 0;
    double systemPercent = 0;
    double iowaitPercent = 0;
    double stealPercent = 0;
    double load1 = 0;
    double load5 = 0;
    double load15 = 0;
    double memoryUsed = 0; ///< bytes
    double memoryCache = 0;
    double swapUsed = 0;
    double diskUsed = 0;
    double nixUsed = 0;       ///< 0 without /nix
    double inodesPercent = 0; ///< of the root file system
    double readPerSecond = 0; ///< bytes
    double writePerSecond = 0;
    double busyPercent = 0; ///< of the disk
    double receivedPerSecond = 0;
    double sentPerSecond = 0;
    double celsius = 0;
    double uptimeSeconds = 0;

    // Added up since the machine started.
    double userSeconds = 0; ///< of all cores
    double systemSeconds = 0;
    double iowaitSeconds = 0;
    double stealSeconds = 0;
    double idleSeconds = 0;
    double readBytes = 0;
    double writtenBytes = 0;
    double busySeconds = 0; ///< of the disk
    double receivedBytes = 0;
    double sentBytes = 0;
};

} // namespace stowage
