// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/hub/DemoHubRecords.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using namespace std::chrono_literals;

constexpr double Gibi = 1024.0 * 1024 * 1024;
constexpr double Mebi = 1024.0 * 1024;

/// What an absurd sample claims: 559 TB/s (henrygd/beszel, issues 1246 and 1267).
constexpr double Absurd = 559e12;
constexpr qint64 AbsurdEvery = 7;
constexpr Millis AbsurdFrom = -90min;

/// How much a tier's greatest value exceeds its mean.
constexpr double Peak = 1.25;

QByteArray number(double value)
{
    return QByteArray::number(std::round(100 * value) / 100, 'g', 12);
}

QByteArray whole(double value)
{
    return QByteArray::number(static_cast<qint64>(value));
}

QByteArray list(std::initializer_list<QByteArray> items)
{
    QByteArray text = "[";
    for (const QByteArray& item : items) {
        text += (text.size() == 1 ? "" : ",") + item;
    }
    return text + ']';
}

/// Whether an outage touches the span: then a coarse record still comes, a fine one does not.
bool isOut(const DemoSystem& system, Millis at)
{
    return std::any_of(system.outages.begin(), system.outages.end(),
                       [at](const DemoOutage& outage) { return at >= outage.from && at < outage.to; });
}

bool isAbsurd(const DemoSystem& system, const DemoStatsKey& key, Millis at)
{
    const DemoMachine& machine = system.machine;
    const bool isStrained = machine.trouble == DemoTrouble::OutOfMemory;
    if (key.tier != 0 || (machine.trouble != DemoTrouble::Absurd && !isStrained)) {
        return false;
    }
    const bool isInStrain = isStrained && at >= machine.troubleFrom && at < machine.troubleUntil;
    return isInStrain || (at >= AbsurdFrom && (key.number % AbsurdEvery + AbsurdEvery) % AbsurdEvery == 3);
}

/// The rates, which the first sample after a silence lacks.
QByteArray rates(const DemoSystem& system, const DemoStatsKey& key, Millis at, const DemoMachineLoad& load)
{
    const bool hasPeaks = key.tier > 0;
    const double written = isAbsurd(system, key, at) ? Absurd : load.writePerSecond;
    const double received =
        isAbsurd(system, key, at) && key.number % 2 == 0 ? Absurd : load.receivedPerSecond;
    QByteArray text = ",\"b\":" + list({whole(load.sentPerSecond), whole(received)});
    if (hasPeaks) {
        text += ",\"bm\":" + list({whole(Peak * load.sentPerSecond), whole(Peak * received)});
    }
    text += ",\"dio\":" + list({whole(load.readPerSecond), whole(written)});
    if (hasPeaks) {
        text += ",\"diom\":" + list({whole(Peak * load.readPerSecond), whole(Peak * written)});
    }
    text += ",\"dios\":" + list({number(load.busyPercent * 0.6), number(load.busyPercent * 0.5),
                                 number(load.busyPercent), "1.06", "0.32", number(load.busyPercent * 1.1)});
    return text;
}

} // namespace

Millis DemoHubRecords::momentOf(const DemoSystem& system, const DemoStatsKey& key)
{
    return system.phase + key.number * Millis{demoHubTiers[key.tier].span};
}

std::pair<qint64, qint64> DemoHubRecords::numbers(const DemoSystem& system, size_t tier, Millis now)
{
    const auto span = static_cast<double>(Millis{demoHubTiers[tier].span}.count());
    const auto numberAt = [&](Millis at) {
        return static_cast<qint64>(std::floor(static_cast<double>((at - system.phase).count()) / span));
    };
    return {numberAt(now - demoHubTiers[tier].kept) + 1, numberAt(now)};
}

bool DemoHubRecords::exists(const DemoSystem& system, const DemoStatsKey& key, Millis now)
{
    const Millis at = momentOf(system, key);
    return at <= now && at > now - demoHubTiers[key.tier].kept && !isOut(system, at);
}

QByteArray DemoHubRecords::statsId(const DemoSystem& system, const DemoStatsKey& key, bool isOfContainers)
{
    // Within fifteen characters: ten of the system's, a tier, four of the number.
    constexpr qint64 Numbers = 36 * 36 * 36 * 36;
    const qint64 number = (key.number % Numbers + Numbers) % Numbers;
    return system.id.left(10) + static_cast<char>((isOfContainers ? 'k' : 'a') + static_cast<int>(key.tier)) +
           QByteArray::number(number, 36).rightJustified(4, '0');
}

QByteArray DemoHubRecords::systemStats(const DemoSystem& system, const DemoStatsKey& key) const
{
    const Millis at = momentOf(system, key);
    const Millis span = demoHubTiers[key.tier].span;
    const DemoMachine& machine = system.machine;
    const auto load = DemoMachineLoad::of(machine, key.tier == 0 ? at : at - span / 2);
    const bool isFirst = isOut(system, at - span);
    QByteArray text = "{\"cpu\":" + number(load.cpuPercent);
    if (key.tier > 0) {
        text += ",\"cpum\":" + number(std::min(100.0, Peak * load.cpuPercent));
    }
    text += ",\"m\":" + number(machine.memoryBytes / Gibi) + ",\"mu\":" + number(load.memoryUsed / Gibi) +
            ",\"mp\":" + number(100 * load.memoryUsed / machine.memoryBytes) +
            ",\"mb\":" + number(load.memoryCache / Gibi);
    if (machine.swapBytes > 0) {
        text += ",\"s\":" + number(machine.swapBytes / Gibi) + ",\"su\":" + number(load.swapUsed / Gibi);
    }
    text += ",\"d\":" + number(machine.diskBytes / Gibi) + ",\"du\":" + number(load.diskUsed / Gibi) +
            ",\"dp\":" + number(100 * load.diskUsed / machine.diskBytes) +
            ",\"la\":" + list({number(load.load1), number(load.load5), number(load.load15)}) +
            ",\"t\":{\"cpu_thermal\":" + number(load.celsius) + '}';
    if (machine.nixBytes > 0) {
        text += ",\"efs\":{\"/nix\":{\"d\":" + number(machine.nixBytes / Gibi) +
                ",\"du\":" + number(load.nixUsed / Gibi) + "}}";
    }
    text +=
        ",\"cpub\":" + list({number(load.userPercent), number(load.systemPercent), number(load.iowaitPercent),
                             number(load.stealPercent), number(100 - load.cpuPercent)});
    text += ",\"ni\":{\"eth0\":" +
            (isFirst ? QByteArray("[0,0,")
                     : '[' + whole(load.sentPerSecond) + ',' + whole(load.receivedPerSecond) + ',') +
            whole(load.sentBytes) + ',' + whole(load.receivedBytes) + "]}";
    if (!isFirst) {
        text += rates(system, key, at, load);
    }
    return statsRecord(system, key, false, text + '}');
}

QByteArray DemoHubRecords::containerStats(const DemoSystem& system, const DemoStatsKey& key) const
{
    const auto load = DemoMachineLoad::of(system.machine, momentOf(system, key));
    const auto one = [&](const char* name, double share, double memory) {
        return QByteArray("{\"n\":\"") + name + "\",\"c\":" + number(share * load.cpuPercent) +
               ",\"m\":" + number(memory) +
               ",\"b\":" + list({whole(share * load.sentPerSecond), whole(share * load.receivedPerSecond)}) +
               '}';
    };
    return statsRecord(system, key, true,
                       list({one("api", 0.35, 320), one("web", 0.25, 240),
                             one("spegel", 0.05, 40 + load.memoryCache / 512 / Mebi)}));
}

QByteArray DemoHubRecords::statsRecord(const DemoSystem& system, const DemoStatsKey& key, bool isOfContainers,
                                       const QByteArray& stats) const
{
    const QByteArray created = timeText(timeOf(momentOf(system, key)));
    return QByteArray("{\"collectionId\":\"") + (isOfContainers ? "juohu4jipgc13v7" : "ej9oowivz8b2mht") +
           "\",\"collectionName\":\"" + (isOfContainers ? "container_stats" : "system_stats") +
           "\",\"created\":\"" + created + "\",\"id\":\"" + statsId(system, key, isOfContainers) +
           "\",\"stats\":" + stats + ",\"system\":\"" + system.id + "\",\"type\":\"" +
           demoHubTiers[key.tier].type + "\",\"updated\":\"" + created + "\"}";
}

} // namespace stowage
