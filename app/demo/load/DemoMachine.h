// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/load/DemoTrouble.h"

#include <optional>

namespace stowage {

class DemoWorld;

/// A machine that monitors know: a node of the world, or one that only they know.
struct DemoMachine
{
    QByteArray name;
    QByteArray zone;
    QByteArray address;         ///< "10.77.1.17"
    QByteArray machineId;       ///< 32 hex digits
    std::optional<size_t> node; ///< of the world; none for those beside it
    int cores = 8;
    double memoryBytes = 0;
    double swapBytes = 0;
    double diskBytes = 0;       ///< of the root file system
    double nixBytes = 0;        ///< of a file system at /nix; 0: none
    bool isInPrometheus = true; ///< it runs a node-exporter; all run a Beszel agent
    DemoTrouble trouble = DemoTrouble::None;
    Millis troubleFrom{0}; ///< on the world's clock
    Millis troubleUntil = Millis::max();
    double character = 0; ///< 0 … 1: what makes its load its own

    bool operator==(const DemoMachine&) const = default;
};

/// The machines of a world with its troubles: first its nodes, in their order, then registry-3, builder-2 and
/// db-4. The same in every run.
std::vector<DemoMachine> demoMachines(const DemoWorld& world);

} // namespace stowage
