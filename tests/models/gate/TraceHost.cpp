// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/TraceHost.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stowage::test {
namespace {

constexpr double GiB = 0x1p30;

struct Make
{
    double cores;
    double memory;   ///< B
    double disk;     ///< B
    double link;     ///< bit/s
    double diskRate; ///< B/s
};

Make makeOf(TraceKind kind)
{
    switch (kind) {
    case TraceKind::Web:
        return {4, 16 * GiB, 80 * GiB, 1e9, 4e8};
    case TraceKind::Builder:
        return {32, 128 * GiB, 1'000 * GiB, 25e9, 6e9};
    case TraceKind::Storage:
        return {64, 512 * GiB, 30'000 * GiB, 100e9, 13e9};
    case TraceKind::Idle:
        return {2, 4 * GiB, 20 * GiB, 1e9, 2e8};
    }
    return {};
}

/// As Beszel tells it: GB to two decimals.
double roundedGb(double bytes)
{
    return std::round(bytes / GiB * 100) / 100 * GiB;
}

double roundedPercent(double percent)
{
    return std::round(percent * 100) / 100;
}

} // namespace

TraceHost::TraceHost(TraceKind kind, unsigned seed)
    : m_kind(kind), m_random(seed), m_memory(between(0.15, 0.5)), m_memoryBytes(makeOf(kind).memory),
      m_disk(makeOf(kind).disk * between(0.2, 0.6)), m_diskBytes(makeOf(kind).disk),
      m_steady(scaled(2e4, 5e6))
{
    m_upSince = -between(100, 200'000);
    m_reserved = kind == TraceKind::Idle ? 0.6 : 0.05; // an overlay shares its device with others
}

double TraceHost::scaled(double least, double most)
{
    return least * std::pow(most / least, chance());
}

double TraceHost::about(double value, double share)
{
    return std::max(0.0, value * (1 + share * std::normal_distribution<double>()(m_random)));
}

HostFacts TraceHost::facts() const
{
    const Make make = makeOf(m_kind);
    HostFacts facts;
    facts.cores = make.cores;
    facts.memoryBytes = make.memory;
    facts.diskBytes[QString()] = make.disk; // as it was when the host was first seen
    facts.linkBitsPerSecond[QStringLiteral("eth0")] = make.link;
    return facts;
}

void TraceHost::befall()
{
    const Make make = makeOf(m_kind);
    if (once(1'500)) { // it restarts
        m_upSince = m_minute + 2 + between(0, 1);
        m_silentFor = 3;
        m_memory = between(0.05, 0.2);
        m_jobFor = 0;
    } else if (once(1'000)) { // nothing is heard of it, and then it catches up
        m_silentFor = static_cast<int>(scaled(2, 300));
        m_burst = make.link / 8 * between(0.2, 0.95);
        m_burstFor = m_silentFor + static_cast<int>(between(1, 4));
    } else if (once(m_kind == TraceKind::Idle ? 2'000 : 150)) { // a burst
        m_burst = std::min(make.link / 8, make.diskRate) * scaled(0.01, 0.95);
        m_burstFor = static_cast<int>(scaled(1, 30));
    }
    if (once(m_kind == TraceKind::Builder ? 90 : 700)) {
        m_jobFor = scaled(1, 60);
    }
    if (once(400)) {
        m_memory = between(0.05, 0.95);
    }
    if (once(700)) {
        m_disk = m_diskBytes * between(0.03, 0.8); // emptied, or much copied
    }
    if (once(6'000)) {
        m_diskBytes *= chance() < 0.5 ? 2 : 8; // replaced by a larger one
    }
    if (once(300)) {
        m_streams = std::floor(between(0, 11));
    }
    if (once(800)) {
        m_steady = scaled(2e4, 5e6);
    }
}

void TraceHost::liveOn()
{
    const double day = std::sin(m_minute * 2 * std::numbers::pi / 1'440);
    const double usual = m_kind == TraceKind::Idle ? 1.5 : 25 + 15 * day;
    m_cpu = m_jobFor-- > 0 ? between(97, 100) : std::clamp(about(usual, 0.2), 0.0, 100.0);
    m_jobFor = std::max(0.0, m_jobFor);
    m_load += (m_cpu / 100 * makeOf(m_kind).cores * between(0.9, 1.6) - m_load) * 0.6;
    m_memory = std::clamp(m_memory + between(-0.004, 0.004), 0.02, 0.97);
    m_disk = std::clamp(m_disk * (1 + between(-0.0001, 0.0003)), 1e8, m_diskBytes * (1 - m_reserved) * 0.99);
    m_burstFor = std::max(0, m_burstFor - 1);
}

TraceHost::Values TraceHost::minute()
{
    ++m_minute;
    befall();
    liveOn();
    if (m_silentFor > 0) {
        --m_silentFor;
        return {};
    }
    const double burst = m_burstFor > 0 ? about(m_burst, 0.01) : 0;
    const double most = makeOf(m_kind).link / 8;
    const double steady = m_steady * m_streams;
    Values values;
    values[QStringLiteral("cpu.percent")] = roundedPercent(m_cpu);
    values[QStringLiteral("cpu.iowait.percent")] = roundedPercent(between(-0.01, 2));
    values[QStringLiteral("load.1m")] = roundedPercent(m_load);
    values[QStringLiteral("temperature.celsius")] = std::round(38 + m_cpu / 3 + between(-1, 1));
    values[QStringLiteral("uptime.seconds")] =
        std::max(0.0, std::floor(60 * (m_minute - m_upSince) + between(-2, 2)));
    const double received = std::min(most, about(steady, 0.01) + burst);
    const double sent = std::min(most, about(steady * 0.3, 0.01) + about(burst * 0.02, 0.3));
    values[QStringLiteral("net.received.bytesPerSecond")] = std::floor(received);
    values[QStringLiteral("net.sent.bytesPerSecond")] = std::floor(sent);
    values[QStringLiteral("net.received.bytesPerSecond[eth0]")] = std::floor(received * 0.999);
    values[QStringLiteral("net.sent.bytesPerSecond[eth0]")] = std::floor(sent * 0.999);
    addMemory(values);
    addDisk(values, burst);
    return values;
}

void TraceHost::addMemory(Values& values)
{
    values[QStringLiteral("memory.total.bytes")] = roundedGb(m_memoryBytes);
    values[QStringLiteral("memory.used.bytes")] = roundedGb(m_memoryBytes * m_memory);
    values[QStringLiteral("memory.percent")] = roundedPercent(100 * m_memory);
    values[QStringLiteral("swap.used.bytes")] = chance() < 0.9 ? 0 : roundedGb(scaled(1e6, 2e9));
}

void TraceHost::addDisk(Values& values, double busyBytes)
{
    const double most = makeOf(m_kind).diskRate;
    const double written = std::min(most, scaled(1e3, 3e6) + busyBytes);
    const double read = chance() < 0.3 ? 0 : std::min(most, scaled(1e2, 3e7));
    const double busy = std::min(102.0, 100 * (written + read) / most + between(0.02, 2));
    values[QStringLiteral("disk.total.bytes")] = roundedGb(m_diskBytes);
    values[QStringLiteral("disk.used.bytes")] = roundedGb(m_disk);
    values[QStringLiteral("disk.percent")] = roundedPercent(100 * m_disk / (m_diskBytes * (1 - m_reserved)));
    values[QStringLiteral("disk.write.bytesPerSecond")] = std::floor(written);
    values[QStringLiteral("disk.read.bytesPerSecond")] = std::floor(read);
    values[QStringLiteral("disk.busy.percent")] = roundedPercent(busy);
    values[QStringLiteral("inodes.percent")] = std::round(100 * m_disk / m_diskBytes / 3);
}

} // namespace stowage::test
