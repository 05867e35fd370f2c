// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostFacts.h"
#include "models/metrics/SampleBatch.h"

#include <map>
#include <random>

namespace stowage::test {

/// What kind of machine a trace is of.
enum class TraceKind : quint8
{
    Web,     ///< a day's wave, steady streams, a small disk
    Builder, ///< idle or at full load, bursts of disk and network, memory that jumps
    Storage, ///< fast and full: 100 Gbit/s, NVMe, days of copying
    Idle,    ///< next to nothing, rounded to a few digits
};

/// A machine that lives minute by minute, with all that a true one does to its samples: loads that jump,
/// bursts, restarts, silences, disks that grow, are emptied and are replaced by larger ones. Nothing it tells
/// is untrue. The same each time.
class TraceHost
{
public:
    TraceHost(TraceKind kind, unsigned seed);

    using Values = std::map<QString, double>; ///< by metric

    HostFacts facts() const;

    /// The next minute. Empty: nothing was heard of it.
    Values minute();

private:
    double chance() { return std::uniform_real_distribution<double>()(m_random); }
    double between(double least, double most) { return least + (most - least) * chance(); }
    /// From `least` to `most`, each order of magnitude as likely.
    double scaled(double least, double most);
    /// About `value`.
    double about(double value, double share);
    bool once(double minutes) { return chance() < 1 / minutes; } ///< on average once in so many

    void liveOn();
    void befall();
    double diskRate();
    double streamRate();
    void addDisk(Values& values, double busyBytes);
    void addMemory(Values& values);

    TraceKind m_kind;
    std::mt19937 m_random;
    int m_minute = 0;
    int m_silentFor = 0;  ///< minutes
    double m_upSince = 0; ///< minute
    double m_cpu = 0;     ///< %
    double m_load = 0;
    double m_memory = 0; ///< of the whole
    double m_memoryBytes = 0;
    double m_disk = 0; ///< B
    double m_diskBytes = 0;
    double m_reserved = 0.05; ///< of the disk
    double m_steady = 0;      ///< B/s of the steady stream
    double m_streams = 1;
    double m_burst = 0; ///< B/s on top
    int m_burstFor = 0;
    double m_jobFor = 0; ///< minutes of full load
};

} // namespace stowage::test
