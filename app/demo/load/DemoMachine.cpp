// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/load/DemoMachine.h"

#include "app/demo/DemoWorld.h"
#include "models/core/Digest.h"

#include <array>

namespace stowage {
namespace {

constexpr double Gibi = 1024.0 * 1024 * 1024;

struct Extra
{
    const char* name;
    const char* zone;
    int cores;
    double memoryGiB;
    double diskGiB;
    double nixGiB;
    bool isInPrometheus;
};

constexpr std::array Extras{
    Extra{"registry-3", "eu-a", 4, 16, 500, 0, false},
    Extra{"builder-2", "eu-c", 16, 64, 960, 640, true},
    Extra{"db-4", "eu-a", 16, 128, 1900, 0, false},
};

/// One node in so many is watched by the hub alone.
constexpr size_t HubAloneEvery = 16;

/// What is drawn from a name stays the same whatever fleet it is in.
DemoMachine named(const QByteArray& name, const QByteArray& zone)
{
    const Digest digest = Digest::of(name);
    DemoMachine machine;
    machine.name = name;
    machine.zone = zone;
    machine.machineId = digest.toString().mid(7, 32).toLatin1();
    machine.character = static_cast<double>(digest.hash() % 1024) / 1023;
    return machine;
}

/// Addresses by place: 10.77.0.1 … 10.77.255.254.
QByteArray addressOf(size_t place)
{
    constexpr size_t InNet = 250;
    return "10.77." + QByteArray::number(static_cast<qulonglong>(place / InNet)) + '.' +
           QByteArray::number(static_cast<qulonglong>(place % InNet + 1));
}

/// Not all at the same moment.
constexpr Millis SpreadOver{24'000};

bool isMeant(const DemoAffliction& affliction, const DemoMachine& machine)
{
    if (affliction.everyNode > 0) {
        return machine.node && *machine.node % affliction.everyNode == affliction.everyNode / 2;
    }
    return machine.name == affliction.machine;
}

void afflict(std::vector<DemoMachine>& machines, const std::vector<DemoAffliction>& troubles)
{
    for (const DemoAffliction& affliction : troubles) {
        for (DemoMachine& machine : machines) {
            if (isMeant(affliction, machine)) {
                const double late = affliction.everyNode > 0 ? machine.character : 0;
                machine.trouble = affliction.trouble;
                machine.troubleFrom =
                    affliction.from + Millis{static_cast<qint64>(late * double(SpreadOver.count()))};
                machine.troubleUntil = affliction.until;
            }
        }
    }
}

} // namespace

std::vector<DemoAffliction> usualDemoTroubles()
{
    using namespace std::chrono_literals;
    return {{"registry-3", 0, DemoTrouble::OutOfCpu, -12min, Millis::max()},
            {"builder-2", 0, DemoTrouble::DiskFills, 0s, Millis::max()},
            {"db-4", 0, DemoTrouble::Absurd, -90min, Millis::max()}};
}

std::vector<DemoMachine> demoMachines(const DemoWorld& world)
{
    std::vector<DemoMachine> machines;
    machines.reserve(world.nodes().size() + Extras.size());
    for (size_t i = 0; i < world.nodes().size(); ++i) {
        DemoMachine machine = named(world.nodes()[i].name, world.nodes()[i].zone);
        const bool isLarge = machine.character > 0.6;
        machine.node = i;
        machine.cores = isLarge ? 16 : 8;
        machine.memoryBytes = (isLarge ? 64 : 32) * Gibi;
        machine.swapBytes = 4 * Gibi;
        machine.diskBytes = (isLarge ? 960 : 480) * Gibi;
        machine.isInPrometheus = i % HubAloneEvery != HubAloneEvery - 1;
        machine.address = addressOf(i);
        machines.push_back(std::move(machine));
    }
    for (const Extra& extra : Extras) {
        DemoMachine machine = named(extra.name, extra.zone);
        machine.cores = extra.cores;
        machine.memoryBytes = extra.memoryGiB * Gibi;
        machine.swapBytes = 8 * Gibi;
        machine.diskBytes = extra.diskGiB * Gibi;
        machine.nixBytes = extra.nixGiB * Gibi;
        machine.isInPrometheus = extra.isInPrometheus;
        machine.address = addressOf(machines.size());
        machines.push_back(std::move(machine));
    }
    afflict(machines, world.troubles());
    return machines;
}

} // namespace stowage
