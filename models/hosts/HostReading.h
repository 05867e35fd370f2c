// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/Host.h"

#include <optional>

namespace stowage {

/// What a table shows of any host.
enum class HostFigure : quint8
{
    Cpu,    ///< percent; of a service: of the cores that it may use
    Memory, ///< percent
    Disk,   ///< percent, of the fullest file system
    DiskRead,
    DiskWrite,
    NetReceived,
    NetSent,
    Load,        ///< of one minute
    Temperature, ///< of the hottest sensor
    Uptime,
    Requests, ///< of a service, a second
};

/// A figure as it may be shown.
struct HostReading
{
    std::optional<double> value; ///< nothing: not told, or of a host that is down or paused
    QString metric;              ///< which one it is; empty while nothing is known
    QString device;              ///< "/data"; empty for the root, or where there are none
    Timestamp at{};
    bool isStale = false;
    bool isQuarantined = false; ///< the latest sample cannot be true; `value` is the last that could

    bool isKnown() const { return value.has_value(); }
};

HostReading readingOf(const Host& host, HostFigure figure, Timestamp now);

/// The metric that the figure is of, without a device: what a chart of it shows.
QString metricOfFigure(const Host& host, HostFigure figure);

} // namespace stowage
