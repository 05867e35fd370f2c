// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace stowage {

/// What a machine is made of, as far as a source tells: the measure of what its samples can be. Absent is
/// not told.
struct HostFacts
{
    std::optional<double> cores; ///< that its processes may use
    std::optional<double> memoryBytes;
    std::optional<double> swapBytes;
    QHash<QString, double> diskBytes;         ///< by mount point; "" is the root file system
    QHash<QString, double> linkBitsPerSecond; ///< by network device
    std::optional<Timestamp> bootedAt;
    QString os;
    QString kernel;
    QString cpuModel;
    QString agent; ///< version of what measures there

    bool operator==(const HostFacts&) const = default;
};

/// All by which a machine may be known. Whether two of them are one machine is HostBook's judgement.
struct HostIdentity
{
    QString name;          ///< what its source calls it
    QStringList addresses; ///< host names or IP addresses that it is reached by, without a port
    QString hostname;      ///< what it calls itself
    QString machineId;     ///< /etc/machine-id or a DMI uuid
    QString instance;      ///< of the process or agent that answers: changes when another one does

    bool operator==(const HostIdentity&) const = default;
};

} // namespace stowage
