// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace stowage {

/// A number that is no metric but a fact of the machine (HostFacts).
enum class HostFact : quint8
{
    Cores,
    MemoryBytes,
    SwapBytes,
    DiskBytes,         ///< a mount point
    LinkBitsPerSecond, ///< a network device
};

/// A text that a label tells of the machine (HostFacts, HostIdentity).
enum class HostWord : quint8
{
    Hostname,
    MachineId,
    Kernel,
    Os,
    CpuModel,
    Agent,
};

/// One query of a metric table, and what its series mean. Each series tells its host by the label "instance".
struct MetricQuery
{
    /// PromQL. `$host` stands for the label matchers of the hosts that are asked for, `$rate` for the window
    /// of a rate, `,$pick` for further matchers of one device or one value of `label`.
    QString expression;
    QString metric;                  ///< of ours; empty where `label` tells it, or where it is only a fact
    QString label;                   ///< whose value says which metric a series is
    QHash<QString, QString> metrics; ///< by that value
    QString device;                  ///< the label that names the device; "/" there is the root file system
    std::optional<HostFact> fact;    ///< the values are this fact as well
    QHash<QString, HostWord> words;  ///< facts in words, by label

    bool operator==(const MetricQuery&) const = default;
};

} // namespace stowage
