// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/MetricTraits.h"

#include <array>

namespace stowage {
namespace {

constexpr double Unbounded = std::numeric_limits<double>::infinity();
constexpr double MostMemory = 0x1p47; // 128 TiB, what x86-64 addresses with four levels
constexpr double MostDisk = 0x1p60;   // 1 EiB, the largest file systems in use
constexpr double MostLoad = 1e5;      // hung network mounts make thousands
constexpr double MostUptime = 40 * 366 * 86'400.0;
constexpr double MostLatency = 86'400;

struct Row
{
    const char* name;
    MetricFamily family;
    MetricPart part;
    MetricHabit habit;
    double most;
};

using Family = MetricFamily;
using Part = MetricPart;
using Habit = MetricHabit;

/// The metrics of which more is known than their unit tells.
constexpr std::array Rows{
    Row{"memory.used.bytes", Family::Memory, Part::Used, Habit::Level, MostMemory},
    Row{"memory.total.bytes", Family::Memory, Part::Total, Habit::Level, MostMemory},
    Row{"memory.percent", Family::Memory, Part::Percent, Habit::Level, 100},
    Row{"swap.used.bytes", Family::Swap, Part::Used, Habit::Volatile, MostDisk},
    Row{"swap.total.bytes", Family::Swap, Part::Total, Habit::Level, MostDisk},
    Row{"disk.used.bytes", Family::Disk, Part::Used, Habit::Level, MostDisk},
    Row{"disk.total.bytes", Family::Disk, Part::Total, Habit::Level, MostDisk},
    Row{"disk.percent", Family::Disk, Part::Percent, Habit::Level, 100},
    Row{"disk.busy.percent", Family::Disk, Part::Busy, Habit::Volatile, 100},
    Row{"disk.read.bytesPerSecond", Family::Disk, Part::Read, Habit::Flow, Unbounded},
    Row{"disk.write.bytesPerSecond", Family::Disk, Part::Write, Habit::Flow, Unbounded},
    Row{"net.received.bytesPerSecond", Family::Net, Part::Received, Habit::Flow, Unbounded},
    Row{"net.sent.bytesPerSecond", Family::Net, Part::Sent, Habit::Flow, Unbounded},
    Row{"inodes.percent", Family::None, Part::None, Habit::Level, 100},
    Row{"temperature.celsius", Family::None, Part::None, Habit::Level, Unbounded},
    Row{"load.1m", Family::None, Part::None, Habit::Volatile, MostLoad},
    Row{"load.5m", Family::None, Part::None, Habit::Volatile, MostLoad},
    Row{"load.15m", Family::None, Part::None, Habit::Volatile, MostLoad},
    Row{"uptime.seconds", Family::None, Part::None, Habit::Age, MostUptime},
    Row{"container.cpu.percent", Family::None, Part::None, Habit::Volatile, Unbounded}, // 100 a core
    Row{"process.cpu.cores", Family::None, Part::None, Habit::Volatile, 4096},
    Row{"process.memory.bytes", Family::None, Part::None, Habit::Volatile, MostMemory},
};

/// What the unit alone excludes, of a metric that is ours.
double mostOf(MetricUnit unit)
{
    switch (unit) {
    case MetricUnit::Percent:
        return 100;
    case MetricUnit::Bytes:
        return MostDisk;
    case MetricUnit::Seconds:
        return MostLatency;
    case MetricUnit::Cores:
        return 4096;
    case MetricUnit::PerSecond:
    case MetricUnit::Number:
        return 1e9;
    case MetricUnit::BytesPerSecond:
    case MetricUnit::Celsius:
        return Unbounded;
    }
    return Unbounded;
}

/// A metric that is not ours may be anything that its unit allows: a container's CPU is above 100 % on two
/// cores, a plain number below zero.
bool canBeNegative(const MetricInfo& info)
{
    return info.unit == MetricUnit::Celsius || (!info.isKnown && info.unit == MetricUnit::Number);
}

} // namespace

MetricTraits metricTraits(QStringView metric)
{
    const MetricInfo info = metricInfo(metric);
    MetricTraits traits;
    traits.unit = info.unit;
    traits.isRate = info.isRate;
    traits.device = metricDevice(metric).toString();
    traits.least = canBeNegative(info) ? -Unbounded : 0;
    traits.most = info.isKnown ? mostOf(info.unit) : Unbounded;
    traits.above = info.unit == MetricUnit::Percent ? SampleReason::AboveWhole : SampleReason::AboveDevice;
    for (const Row& row : Rows) {
        if (info.name == QLatin1String(row.name)) {
            traits.family = row.family;
            traits.part = row.part;
            traits.habit = row.habit;
            traits.most = row.most;
        }
    }
    return traits;
}

} // namespace stowage
