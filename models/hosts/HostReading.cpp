// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostReading.h"

#include "models/metrics/MetricInfo.h"

namespace stowage {
namespace {

/// How several devices make one figure.
enum class Gathering : quint8
{
    Greatest,
    Sum,
};

Gathering gatheringOf(HostFigure figure)
{
    switch (figure) {
    case HostFigure::DiskRead:
    case HostFigure::DiskWrite:
    case HostFigure::NetReceived:
    case HostFigure::NetSent:
        return Gathering::Sum;
    case HostFigure::Cpu:
    case HostFigure::Memory:
    case HostFigure::Disk:
    case HostFigure::Load:
    case HostFigure::Temperature:
    case HostFigure::Uptime:
    case HostFigure::Requests:
        break;
    }
    return Gathering::Greatest;
}

bool isQuarantined(const Host& host, const QString& base)
{
    return std::ranges::any_of(host.quarantined, [&base](const HostQuarantine& bad) {
        return bad.isLatest && metricBase(bad.metric) == base;
    });
}

void take(HostReading& reading, const HostValue& value, Timestamp now)
{
    reading.value = value.value;
    reading.metric = value.metric;
    reading.device = metricDevice(value.metric).toString();
    reading.at = value.at;
    reading.isStale = value.isStale(now);
}

/// The total where it is told, else what its devices come to; of file systems the fullest.
void gather(HostReading& reading, const Host& host, const QString& base, HostFigure figure, Timestamp now)
{
    const Gathering how = gatheringOf(figure);
    const HostValue* total = host.value(base);
    if (total != nullptr) {
        take(reading, *total, now);
        if (how == Gathering::Sum || figure == HostFigure::Cpu) {
            return;
        }
    }
    for (const HostValue* device : host.devices(base)) {
        if (device == total) {
            continue;
        }
        if (reading.value && how == Gathering::Sum) {
            *reading.value += device->value;
            reading.device.clear();
        } else if (!reading.value || (device->value > *reading.value && !device->isStale(now))) {
            take(reading, *device, now);
        }
    }
}

} // namespace

QString metricOfFigure(const Host& host, HostFigure figure)
{
    const bool isMachine = host.kind == HostKind::Machine;
    switch (figure) {
    case HostFigure::Cpu:
        return isMachine ? QStringLiteral("cpu.percent") : QStringLiteral("process.cpu.cores");
    case HostFigure::Memory:
        return isMachine ? QStringLiteral("memory.percent") : QStringLiteral("process.memory.bytes");
    case HostFigure::Disk:
        return QStringLiteral("disk.percent");
    case HostFigure::DiskRead:
        return QStringLiteral("disk.read.bytesPerSecond");
    case HostFigure::DiskWrite:
        return QStringLiteral("disk.write.bytesPerSecond");
    case HostFigure::NetReceived:
        return QStringLiteral("net.received.bytesPerSecond");
    case HostFigure::NetSent:
        return QStringLiteral("net.sent.bytesPerSecond");
    case HostFigure::Load:
        return QStringLiteral("load.1m");
    case HostFigure::Temperature:
        return QStringLiteral("temperature.celsius");
    case HostFigure::Uptime:
        return QStringLiteral("uptime.seconds");
    case HostFigure::Requests:
        return QStringLiteral("requests.perSecond");
    }
    return {};
}

HostReading readingOf(const Host& host, HostFigure figure, Timestamp now)
{
    const QString base = metricOfFigure(host, figure);
    HostReading reading;
    reading.isQuarantined = isQuarantined(host, base);
    if (host.state == HostState::Down || host.state == HostState::Paused) {
        return reading;
    }
    gather(reading, host, base, figure, now);
    if (host.kind == HostKind::Service && reading.value) {
        constexpr double Whole = 100;
        if (figure == HostFigure::Cpu) {
            const bool isLimited = host.cpuLimit && *host.cpuLimit > 0;
            reading.value = isLimited ? std::optional(*reading.value / *host.cpuLimit * Whole) : std::nullopt;
        } else if (figure == HostFigure::Memory) {
            reading.value.reset(); // bytes, and of what whole nobody says
        }
    }
    return reading;
}

} // namespace stowage
