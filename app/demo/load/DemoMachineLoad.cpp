// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/load/DemoMachineLoad.h"

#include "app/demo/load/DemoWave.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr double Mebi = 1024.0 * 1024;

/// OutOfCpu: for how long the processor's load rises, before the world began and while somebody watches, and
/// where it stays.
constexpr double SlowRise = 300;
constexpr double QuickRise = 40;
constexpr double FullCpu = 99;

/// DiskFills: 94 % when the world begins, full 3 h 40 later, then swept to 62 %.
constexpr double SweptTo = 62;
constexpr double FillsPerSecond = 6.0 / (220 * 60);
constexpr double FilledAtStart = 94;

/// StoreFills: close to 95 % when the world begins; it would be full 3 h 40 later, but blocks before.
constexpr double StoreAtStart = 94.97;
constexpr double StorePerSecond = (100 - StoreAtStart) / (220 * 60);
constexpr double StoreBlocksAt = 96;

/// A number of 0 … 1 out of a character, another one for each `which`.
double part(double character, int which)
{
    const double spread = character * (7.13 + 3.37 * which) + 0.619 * which;
    return spread - std::floor(spread);
}

double secondsOf(Millis at)
{
    return std::chrono::duration<double>(at).count();
}

/// The processor's load, in percent, and what it has added up to.
class Processor
{
public:
    explicit Processor(const DemoMachine& machine)
        : m_wave(14 + 22 * part(machine.character, 1), 0.55, part(machine.character, 2)),
          m_from(secondsOf(machine.troubleFrom)), m_riseFor(m_from > 0 ? QuickRise : SlowRise),
          m_isFull(machine.trouble == DemoTrouble::OutOfCpu)
    {
    }

    double at(double seconds) const
    {
        const double rise = m_isFull ? std::clamp((seconds - m_from) / m_riseFor, 0.0, 1.0) : 0;
        return (1 - rise) * m_wave.at(seconds) + rise * FullCpu;
    }

    double sumUntil(double seconds) const
    {
        if (!m_isFull || seconds <= m_from) {
            return m_wave.sumUntil(seconds);
        }
        const double risen = std::min(seconds, m_from + m_riseFor);
        return m_wave.sumUntil(m_from) + simpson(m_from, risen) + FullCpu * (seconds - risen);
    }

private:
    double simpson(double from, double to) const
    {
        constexpr int Pieces = 64;
        const double step = (to - from) / Pieces;
        double sum = at(from) + at(to);
        for (int i = 1; i < Pieces; ++i) {
            sum += (i % 2 == 0 ? 2 : 4) * at(from + step * i);
        }
        return sum * step / 3;
    }

    DemoWave m_wave;
    double m_from;
    double m_riseFor;
    bool m_isFull;
};

double filledPercent(double seconds)
{
    const double span = 100 - SweptTo;
    const double grown = FilledAtStart - SweptTo + FillsPerSecond * seconds;
    return SweptTo + grown - span * std::floor(grown / span);
}

double diskPercent(const DemoMachine& machine, double seconds)
{
    if (machine.trouble == DemoTrouble::DiskFills) {
        return filledPercent(seconds);
    }
    // Logs and images come, and are swept away once a week.
    constexpr double Week = 7 * 86'400;
    const double shifted = seconds / Week + part(machine.character, 5);
    return 30 + 28 * part(machine.character, 6) + 6 * (shifted - std::floor(shifted));
}

double storePercent(const DemoMachine& machine, double seconds)
{
    if (machine.trouble != DemoTrouble::StoreFills) {
        return diskPercent(machine, seconds);
    }
    return std::clamp(StoreAtStart + StorePerSecond * seconds, SweptTo, StoreBlocksAt);
}

void tellProcessor(DemoMachineLoad& load, const DemoMachine& machine, double seconds)
{
    const Processor cpu(machine);
    const double before = -std::chrono::duration<double>(DemoMachineLoad::RanBefore).count();
    const double added = (cpu.sumUntil(seconds) - cpu.sumUntil(before)) / 100 * machine.cores;
    const double system = 0.22 + 0.1 * part(machine.character, 3);
    const double iowait = 0.03 + 0.05 * part(machine.character, 4);
    const double steal = 0.01;
    const double user = 1 - system - iowait - steal;

    load.cpuPercent = cpu.at(seconds);
    load.userPercent = load.cpuPercent * user;
    load.systemPercent = load.cpuPercent * system;
    load.iowaitPercent = load.cpuPercent * iowait;
    load.stealPercent = load.cpuPercent * steal;
    load.userSeconds = added * user;
    load.systemSeconds = added * system;
    load.iowaitSeconds = added * iowait;
    load.stealSeconds = added * steal;
    load.idleSeconds = (seconds - before) * machine.cores - added;
    const auto mean = [&](double span) {
        return (cpu.sumUntil(seconds) - cpu.sumUntil(seconds - span)) / span / 100 * machine.cores;
    };
    const double queue = machine.trouble == DemoTrouble::OutOfCpu ? 1.6 : 1.1;
    load.load1 = mean(60) * queue;
    load.load5 = mean(300) * queue;
    load.load15 = mean(900) * queue;
    load.celsius = 38 + 0.35 * load.cpuPercent;
}

void tellMemory(DemoMachineLoad& load, const DemoMachine& machine, double seconds)
{
    const DemoWave memory(0.36 + 0.38 * part(machine.character, 7), 0.12, part(machine.character, 8));
    load.memoryUsed = machine.memoryBytes * memory.at(seconds);
    load.memoryCache = 0.6 * (machine.memoryBytes - load.memoryUsed);
    load.swapUsed = machine.swapBytes * 0.02 * part(machine.character, 9);
}

void tellDisk(DemoMachineLoad& load, const DemoMachine& machine, double seconds)
{
    const double percent = diskPercent(machine, seconds);
    const double before = -std::chrono::duration<double>(DemoMachineLoad::RanBefore).count();
    const DemoWave read((2 + 26 * part(machine.character, 10)) * Mebi, 0.8, part(machine.character, 11));
    const DemoWave write((10 + 80 * part(machine.character, 12)) * Mebi, 0.7, part(machine.character, 13));
    constexpr double Fastest = 600 * Mebi; // both together keep the disk busy all the time

    load.diskUsed = machine.diskBytes * percent / 100;
    load.nixUsed = machine.nixBytes * storePercent(machine, seconds) / 100;
    load.inodesPercent = 0.45 * percent;
    load.readPerSecond = read.at(seconds);
    load.writePerSecond = write.at(seconds);
    load.busyPercent = 100 * (load.readPerSecond + load.writePerSecond) / Fastest;
    load.readBytes = read.sumUntil(seconds) - read.sumUntil(before);
    load.writtenBytes = write.sumUntil(seconds) - write.sumUntil(before);
    load.busySeconds = (load.readBytes + load.writtenBytes) / Fastest;
}

void tellNetwork(DemoMachineLoad& load, const DemoMachine& machine, double seconds)
{
    const double before = -std::chrono::duration<double>(DemoMachineLoad::RanBefore).count();
    const DemoWave received((1 + 14 * part(machine.character, 14)) * Mebi, 0.75, part(machine.character, 15));
    const DemoWave sent((1 + 10 * part(machine.character, 16)) * Mebi, 0.75, part(machine.character, 17));
    load.receivedPerSecond = received.at(seconds);
    load.sentPerSecond = sent.at(seconds);
    load.receivedBytes = received.sumUntil(seconds) - received.sumUntil(before);
    load.sentBytes = sent.sumUntil(seconds) - sent.sumUntil(before);
}

/// Up and down between 0 and 1, one turn in so many seconds.
double swing(double seconds, double turn)
{
    const double place = seconds / turn - std::floor(seconds / turn);
    return 1 - std::abs(2 * place - 1);
}

/// OutOfMemory: what is killed comes back and eats the memory again, pages go to the disk and back.
void tellStrain(DemoMachineLoad& load, const DemoMachine& machine, double seconds)
{
    constexpr double Onset = 6;
    const double since = seconds - secondsOf(machine.troubleFrom);
    if (machine.trouble != DemoTrouble::OutOfMemory || since < 0 ||
        seconds >= secondsOf(machine.troubleUntil)) {
        return;
    }
    const double onset = std::min(1.0, since / Onset);
    const auto between = [&](double calm, double least, double most, double turn) {
        return calm + onset * (least + (most - least) * swing(since, turn) - calm);
    };
    const double cpu = between(load.cpuPercent, 48, 99, 9.7);
    const double more = cpu / load.cpuPercent;
    load.userPercent *= more;
    load.systemPercent *= more;
    load.iowaitPercent *= more;
    load.stealPercent *= more;
    load.cpuPercent = cpu;
    const double total = machine.memoryBytes;
    load.memoryUsed = total / 100 * between(100 * load.memoryUsed / total, 78, 99, 9.5);
    load.memoryCache = 0.6 * (total - load.memoryUsed);
    load.swapUsed = onset * 0.97 * machine.swapBytes;
    load.diskUsed = machine.diskBytes / 100 * between(100 * load.diskUsed / machine.diskBytes, 84, 97, 10.4);
    load.busyPercent = between(load.busyPercent, 90, 100, 7);
    load.load1 = between(load.load1, 0.7 * machine.cores, 4.0 * machine.cores, 9.4);
    load.load5 = between(load.load5, 0.8 * machine.cores, 2.6 * machine.cores, 13);
    load.load15 = between(load.load15, 0.8 * machine.cores, 1.4 * machine.cores, 30);
}

} // namespace

DemoMachineLoad DemoMachineLoad::of(const DemoMachine& machine, Millis at)
{
    const double seconds = std::chrono::duration<double>(at).count();
    DemoMachineLoad load;
    tellProcessor(load, machine, seconds);
    tellMemory(load, machine, seconds);
    tellDisk(load, machine, seconds);
    tellNetwork(load, machine, seconds);
    tellStrain(load, machine, seconds);
    load.uptimeSeconds = std::chrono::duration<double>(at + RanBefore).count();
    return load;
}

} // namespace stowage
