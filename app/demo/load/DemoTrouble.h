// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QByteArray>

#include <vector>

namespace stowage {

/// What goes wrong with a machine of the demonstration.
enum class DemoTrouble : quint8
{
    None,
    OutOfCpu,    ///< its processor runs into its limit and stays there
    DiskFills,   ///< its disk fills within hours, is swept when it is full, and fills again
    Absurd,      ///< its numbers are fine, but what measures them slips now and then: the teller's affair
    OutOfMemory, ///< ninety bad minutes within ninety seconds: everything swings, what measures slips
    StoreFills,  ///< /nix fills though its collection runs, and at 96 % the collection blocks
    AgentLost,   ///< the machine is fine, but its agent does not reach the hub
};

/// Which machines that befalls, and when, on the world's clock. Before `from` they are as the others, but for
/// what fills: that has done so for long.
struct DemoAffliction
{
    QByteArray machine;   ///< by name; empty: nodes by their place
    size_t everyNode = 0; ///< one in so many
    DemoTrouble trouble = DemoTrouble::None;
    Millis from{0};
    Millis until = Millis::max();

    bool operator==(const DemoAffliction&) const = default;
};

/// What a world has that is told nothing else: registry-3 out of CPU since twelve minutes, builder-2's disk
/// filling, and db-4's absurd numbers.
std::vector<DemoAffliction> usualDemoTroubles();

} // namespace stowage
