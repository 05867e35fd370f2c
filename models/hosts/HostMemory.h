// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostMatching.h"
#include "models/hosts/HostObservation.h"

#include <optional>
#include <vector>

namespace stowage {

/// From when on which machine answers under one id of a source.
struct MachineTurn
{
    quint32 number = 1; ///< of the machine: 1 is the first that was known
    Timestamp since{};

    bool operator==(const MachineTurn&) const = default;
};

/// What is remembered of a machine to know it by.
struct MachinePrint
{
    quint32 number = 1;
    QString machineId;
    QString instance;
    QString hostname;
    QString cpuModel;
    std::optional<double> cores;
    std::optional<double> memoryBytes;

    bool operator==(const MachinePrint&) const = default;
};

/// The machines that were known under one id of a source.
struct KnownMachines
{
    SubjectKey subject;               ///< as the source says it
    std::vector<MachinePrint> prints; ///< by number, ascending
    std::vector<MachineTurn> turns;   ///< by time, ascending; empty while there was one only

    bool operator==(const KnownMachines&) const = default;
};

/// A host as a source knew it last, to be shown dated until the source has answered anew.
struct KeptHost
{
    SubjectKey subject;
    HostKind kind = HostKind::Machine;
    HostState state = HostState::Unseen;
    HostIdentity identity;
    std::optional<double> cpuLimit;
    Timestamp seenAt{};

    bool operator==(const KeptHost&) const = default;
};

/// What is kept of hosts from run to run, beside their series.
struct HostMemory
{
    std::vector<HostDecision> decisions;
    std::vector<KnownMachines> machines;
    std::vector<HostAlarm> alarms;
    std::vector<KeptHost> hosts;

    bool operator==(const HostMemory&) const = default;
};

} // namespace stowage
