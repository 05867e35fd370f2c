// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/hub/DemoHubRecords.h"

#include "app/demo/DemoWorld.h"
#include "models/core/Digest.h"

#include <nlohmann/json.hpp>

#include <QDateTime>

#include <algorithm>

namespace stowage {
namespace {

using Json = nlohmann::json; // sorted by key, as PocketBase writes
using namespace std::chrono_literals;

constexpr char User[] = "mbfbtyvovgnwd0y";
constexpr double Mebi = 1024.0 * 1024;

/// How long the hub knows its systems when the world begins.
constexpr Millis KnownFor = std::chrono::hours(24 * 33);

double rounded(double value)
{
    return std::round(100 * value) / 100;
}

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}

QByteArray dumped(const Json& json)
{
    return QByteArray::fromStdString(json.dump());
}

} // namespace

DemoHubRecords::DemoHubRecords(const DemoWorld& world) : m_world(world) {}

QByteArray DemoHubRecords::idOf(const QByteArray& text)
{
    // Base 36 of the digest's hex digits would do; its first fifteen are as good and as short.
    return Digest::of("beszel/" + text).shortHex(15).toLatin1();
}

QByteArray DemoHubRecords::timeText(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz'Z'"))
        .toLatin1();
}

Timestamp DemoHubRecords::timeOf(Millis at) const
{
    return m_world.beganAt() + at;
}

std::vector<DemoOutage> DemoHubRecords::silences(const DemoMachine& machine)
{
    constexpr Millis First = 9s;
    constexpr Millis Each = 9'200ms;
    constexpr Millis Lasting = 3'200ms;
    std::vector<DemoOutage> silences;
    if (machine.trouble == DemoTrouble::AgentLost) {
        silences.push_back({machine.troubleFrom, machine.troubleUntil});
    } else if (machine.trouble == DemoTrouble::OutOfMemory) { // now and then it has no memory to answer
        for (Millis from = machine.troubleFrom + First; from + Lasting < machine.troubleUntil; from += Each) {
            silences.push_back({from, from + Lasting});
        }
    }
    return silences;
}

std::vector<DemoSystem> DemoHubRecords::systems() const
{
    constexpr size_t TwinOf = 4;
    std::vector<DemoSystem> systems;
    for (const DemoMachine& machine : demoMachines(m_world)) {
        DemoSystem system;
        system.id = idOf(machine.name);
        system.machine = machine;
        system.created = -KnownFor;
        system.phase = Millis{static_cast<qint64>(Digest::of(machine.name).hash() % 60'000)};
        if (machine.trouble == DemoTrouble::OutOfCpu) {
            system.outages.push_back({-218min, -202min}); // what a chart shows as a gap
        }
        system.silences = silences(machine);
        system.outages.insert(system.outages.end(), system.silences.begin(), system.silences.end());
        if (systems.size() == TwinOf) { // its agent was started anew and came back as a second system
            DemoSystem twin = system;
            twin.id = idOf(machine.name + "/before");
            twin.status = "down";
            twin.isTwin = true;
            twin.updated = -50h;
            twin.outages.push_back({-50h, Millis::max()});
            system.created = -50h;
            system.outages.push_back({-KnownFor, -50h});
            systems.push_back(std::move(twin));
        }
        systems.push_back(std::move(system));
    }
    return systems;
}

QByteArray DemoHubRecords::system(const DemoSystem& system) const
{
    Json info{{"u", 0}, {"cpu", 0}, {"mp", 0}, {"dp", 0}, {"v", ""}, {"bb", 0}, {"la", {0, 0, 0}}};
    if (system.status == "up" || system.status == "down") {
        const DemoMachine& machine = system.machine;
        const auto load = DemoMachineLoad::of(machine, system.updated);
        info = {{"t", machine.cores},
                {"u", static_cast<qint64>(load.uptimeSeconds)},
                {"cpu", rounded(load.cpuPercent)},
                {"mp", rounded(100 * load.memoryUsed / machine.memoryBytes)},
                {"dp", rounded(100 * load.diskUsed / machine.diskBytes)},
                {"v", "0.18.8"},
                {"bb", static_cast<qint64>(load.receivedPerSecond + load.sentPerSecond)},
                {"la", {rounded(load.load1), rounded(load.load5), rounded(load.load15)}},
                {"ct", 2}};
    }
    return dumped({{"collectionId", "2hz5ncl8tizk5nx"},
                   {"collectionName", "systems"},
                   {"created", text(timeText(timeOf(system.created)))},
                   {"host", text(system.machine.address)},
                   {"id", text(system.id)},
                   {"info", info},
                   {"name", text(system.machine.name)},
                   {"port", "45876"},
                   {"status", text(system.status)},
                   {"updated", text(timeText(timeOf(system.updated)))},
                   {"users", {User}}});
}

QByteArray DemoHubRecords::details(const DemoSystem& system) const
{
    return dumped({{"arch", "x86_64"},
                   {"collectionId", "pbc_3116237454"},
                   {"collectionName", "system_details"},
                   {"cores", system.machine.cores / 2},
                   {"cpu", "AMD EPYC 7443P 24-Core Processor"},
                   {"hostname", text(system.machine.name)},
                   {"id", text(system.id)},
                   {"kernel", "6.1.0-40-amd64"},
                   {"memory", static_cast<qint64>(system.machine.memoryBytes)},
                   {"os", 0},
                   {"os_name", "Debian GNU/Linux 12 (bookworm)"},
                   {"podman", false},
                   {"system", text(system.id)},
                   {"threads", system.machine.cores},
                   {"updated", text(timeText(timeOf(system.created)))}});
}

std::vector<QByteArray> DemoHubRecords::containers(const DemoSystem& system) const
{
    std::vector<QByteArray> records;
    if (system.isTwin) {
        return records;
    }
    struct Kind
    {
        const char* name;
        const char* image;
        int health;
        double cpu;
        double memory;
    };
    static constexpr std::array Kinds{Kind{"api", "team/api:1.1", 2, 0.35, 320},
                                      Kind{"web", "team/web:2.0", 2, 0.25, 240},
                                      Kind{"spegel", "ghcr.io/spegel-org/spegel:v0.7.4", 0, 0.05, 60}};
    const auto load = DemoMachineLoad::of(system.machine, system.updated);
    for (const Kind& kind : Kinds) {
        records.push_back(dumped({{"collectionId", "pbc_1864144027"},
                                  {"collectionName", "containers"},
                                  {"cpu", rounded(load.cpuPercent * kind.cpu)},
                                  {"health", kind.health},
                                  {"id", text(idOf(system.id + kind.name).left(12))},
                                  {"image", kind.image},
                                  {"memory", kind.memory},
                                  {"name", kind.name},
                                  {"net", static_cast<qint64>(load.sentPerSecond * kind.cpu)},
                                  {"ports", ""},
                                  {"status", "Up 3 hours"},
                                  {"system", text(system.id)},
                                  {"updated", timeOf(system.updated).time_since_epoch().count()}}));
    }
    return records;
}

std::vector<QByteArray> DemoHubRecords::services(const DemoSystem& system) const
{
    std::vector<QByteArray> records;
    if (system.isTwin) {
        return records;
    }
    for (const char* name : {"containerd.service", "nix-gc.service", "ssh.service"}) {
        const bool isFailed = system.machine.trouble == DemoTrouble::DiskFills && name[0] == 'n';
        records.push_back(dumped({{"collectionId", "pbc_3494996990"},
                                  {"collectionName", "systemd_services"},
                                  {"cpu", isFailed ? 0 : 0.2},
                                  {"cpuPeak", isFailed ? 0 : 1.1},
                                  {"id", text(idOf(system.id + name))},
                                  {"memPeak", 64 * Mebi},
                                  {"memory", isFailed ? 0 : 48 * Mebi},
                                  {"name", name},
                                  {"state", isFailed ? 2 : 0},
                                  {"sub", isFailed ? 2 : 1},
                                  {"system", text(system.id)},
                                  {"updated", timeOf(system.updated).time_since_epoch().count()}}));
    }
    return records;
}

} // namespace stowage
