// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>

namespace stowage {

/// The metrics that a hub tells, in the order of hubMetricNames.
enum class HubMetric : quint8
{
    Cpu,
    CpuUser,
    CpuSystem,
    CpuIowait,
    CpuSteal,
    Load1,
    Load5,
    Load15,
    MemoryPercent,
    MemoryUsed,
    MemoryTotal,
    SwapUsed,
    SwapTotal,
    DiskPercent,
    DiskUsed,
    DiskTotal,
    DiskRead,
    DiskWrite,
    DiskBusy,
    NetReceived,
    NetSent,
    Temperature,
    Gpu,
    Uptime,
    ContainerCpu,
    ContainerMemory,
    ContainerReceived,
    ContainerSent,
};

inline constexpr size_t HubMetricCount = 28;

/// Our names of them, see models/metrics/MetricInfo.
inline constexpr std::array<QStringView, HubMetricCount> hubMetricNames{
    u"cpu.percent",
    u"cpu.user.percent",
    u"cpu.system.percent",
    u"cpu.iowait.percent",
    u"cpu.steal.percent",
    u"load.1m",
    u"load.5m",
    u"load.15m",
    u"memory.percent",
    u"memory.used.bytes",
    u"memory.total.bytes",
    u"swap.used.bytes",
    u"swap.total.bytes",
    u"disk.percent",
    u"disk.used.bytes",
    u"disk.total.bytes",
    u"disk.read.bytesPerSecond",
    u"disk.write.bytesPerSecond",
    u"disk.busy.percent",
    u"net.received.bytesPerSecond",
    u"net.sent.bytesPerSecond",
    u"temperature.celsius",
    u"gpu.percent",
    u"uptime.seconds",
    u"container.cpu.percent",
    u"container.memory.bytes",
    u"container.net.received.bytesPerSecond",
    u"container.net.sent.bytesPerSecond",
};

inline QStringView hubMetricName(HubMetric metric)
{
    return hubMetricNames[static_cast<size_t>(metric)];
}

} // namespace stowage
