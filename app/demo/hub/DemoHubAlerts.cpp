// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/hub/DemoHubAlerts.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace stowage {
namespace {

using Json = nlohmann::json; // sorted by key, as PocketBase writes
using namespace std::chrono_literals;

constexpr char Mei[] = "q8w2mei0n7x4kda";
constexpr char Night[] = "z5nightk3v9r1pt";

/// In larger fleets only the first user watches every machine.
constexpr size_t MostWithAllUsers = 200;

struct Wish
{
    const char* user;
    const char* name;
    double limit;
    bool isByCores; ///< the limit is of one core
    int minutes;
};

constexpr std::array Wishes{
    Wish{DemoHubAlerts::User, "Status", 0, false, 1},
    Wish{DemoHubAlerts::User, "CPU", 80, false, 1},
    Wish{DemoHubAlerts::User, "Memory", 90, false, 1},
    Wish{DemoHubAlerts::User, "Disk", 90, false, 1},
    Wish{DemoHubAlerts::User, "LoadAvg5", 1.5, true, 1},
    Wish{Mei, "Status", 0, false, 1},
    Wish{Mei, "CPU", 85, false, 1},
    Wish{Mei, "Memory", 90, false, 2},
    Wish{Mei, "Disk", 95, false, 1},
    Wish{Night, "Status", 0, false, 1},
    Wish{Night, "CPU", 90, false, 2},
    Wish{Night, "Memory", 95, false, 1},
    Wish{Night, "Disk", 90, false, 2},
    Wish{Night, "LoadAvg1", 2, true, 1},
};

/// What is judged before the world begins, where there is something to be found.
constexpr Millis JudgedBefore = 4h;

bool isState(const DemoHubAlert& alert)
{
    return QByteArrayView(alert.name) == "Status";
}

bool hasLongStory(DemoTrouble trouble)
{
    return trouble == DemoTrouble::OutOfCpu || trouble == DemoTrouble::DiskFills ||
           trouble == DemoTrouble::StoreFills;
}

/// Real agents tell each minute; where something is to be seen nobody shall wait for it.
Millis sampleEvery(const DemoMachine& machine, Millis at)
{
    if (machine.trouble == DemoTrouble::OutOfMemory) {
        return 1s;
    }
    return hasLongStory(machine.trouble) && at >= 0s ? 10s : 60s;
}

double measured(QByteArrayView name, const DemoMachine& machine, const DemoMachineLoad& load)
{
    if (name == "CPU") {
        return load.cpuPercent;
    }
    if (name == "Memory") {
        return 100 * load.memoryUsed / machine.memoryBytes;
    }
    if (name == "Disk") { // the fullest
        const double nix = machine.nixBytes > 0 ? 100 * load.nixUsed / machine.nixBytes : 0;
        return std::max(nix, 100 * load.diskUsed / machine.diskBytes);
    }
    return name == "LoadAvg1" ? load.load1 : load.load5;
}

bool isDown(const DemoSystem& system, Millis at)
{
    return std::ranges::any_of(
        system.outages, [at](const DemoOutage& outage) { return at >= outage.from && at < outage.to; });
}

bool isWatched(const DemoSystem& system)
{
    return system.status == "up" || system.status == "down";
}

QByteArray dumped(const Json& json)
{
    return QByteArray::fromStdString(json.dump());
}

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}

} // namespace

DemoHubAlerts::DemoHubAlerts(const DemoHubRecords& records, const std::vector<DemoSystem>& systems)
    : m_records(records)
{
    for (const DemoSystem& system : systems) {
        if (!system.isTwin) { // whoever left it behind has removed its alerts
            watch(system, systems.size() <= MostWithAllUsers || !system.machine.node);
        }
    }
}

void DemoHubAlerts::watch(const DemoSystem& system, bool isByAll)
{
    Watched watched;
    watched.system = system.id;
    watched.machine = system.machine;
    watched.minute = system.machine.trouble == DemoTrouble::OutOfMemory ? Millis{1s} : Millis{1min};
    watched.next = hasLongStory(system.machine.trouble) ? -JudgedBefore : Millis{0};
    watched.next += system.phase % sampleEvery(system.machine, watched.next);
    for (const Wish& wish : Wishes) {
        if (!isByAll && wish.user != Wishes.front().user) {
            continue;
        }
        DemoHubAlert alert;
        alert.id = DemoHubRecords::idOf(QByteArray("alert/") + wish.user + system.id + wish.name);
        alert.user = wish.user;
        alert.system = system.id;
        alert.name = wish.name;
        alert.limit = wish.isByCores ? wish.limit * system.machine.cores : wish.limit;
        alert.minutes = wish.minutes;
        alert.created = system.created + 1h;
        alert.updated = alert.created;
        watched.alerts.push_back(m_alerts.size());
        m_alerts.push_back(std::move(alert));
    }
    m_watched.push_back(std::move(watched));
}

void DemoHubAlerts::advance(const std::vector<DemoSystem>& systems, Millis now, const Tell& tell)
{
    std::vector<Change> changes;
    size_t at = 0;
    for (Watched& watched : m_watched) {
        while (at < systems.size() && systems[at].id != watched.system) {
            ++at;
        }
        if (at == systems.size()) {
            break;
        }
        judgeState(watched, systems[at], now, changes);
        judgeLoad(watched, systems[at], now, changes);
    }
    std::ranges::stable_sort(changes, {}, &Change::at);
    for (const Change& change : changes) {
        apply(change, tell);
    }
}

void DemoHubAlerts::judgeState(const Watched& watched, const DemoSystem& system, Millis now,
                               std::vector<Change>& changes)
{
    for (const size_t index : watched.alerts) {
        DemoHubAlert& alert = m_alerts[index];
        if (!isWatched(system)) { // pausing lets everything go
            if (std::exchange(alert.isJudged, false)) {
                changes.push_back({now, index, false});
            }
            continue;
        }
        if (!isState(alert)) {
            continue;
        }
        for (const DemoOutage& outage : system.outages) {
            const Millis due = outage.from + alert.minutes * watched.minute;
            if (outage.from > alert.outageFrom && outage.from > system.created && due <= now &&
                due < outage.to) {
                alert.outageFrom = outage.from;
                alert.isJudged = true;
                changes.push_back({due, index, true});
            }
            if (alert.isJudged && alert.outageFrom == outage.from && outage.to <= now) {
                alert.isJudged = false;
                changes.push_back({outage.to, index, false});
            }
        }
    }
}

void DemoHubAlerts::judgeLoad(Watched& watched, const DemoSystem& system, Millis now,
                              std::vector<Change>& changes)
{
    const Millis longest = 2 * watched.minute;
    for (; watched.next <= now; watched.next += sampleEvery(watched.machine, watched.next)) {
        if (!isWatched(system) || isDown(system, watched.next)) {
            watched.recent.clear(); // and what is triggered stays so
            continue;
        }
        watched.recent.push_back({watched.next, DemoMachineLoad::of(watched.machine, watched.next)});
        while (watched.recent.front().at + longest <= watched.next) {
            watched.recent.pop_front();
        }
        for (const size_t index : watched.alerts) {
            DemoHubAlert& alert = m_alerts[index];
            const std::optional<double> mean = isState(alert) ? std::nullopt : meanOf(watched, alert);
            if (mean && (*mean > alert.limit) != alert.isJudged) {
                alert.isJudged = !alert.isJudged;
                changes.push_back({watched.next, index, alert.isJudged});
            }
        }
    }
}

/// Up to one minute the newest sample counts alone; of more there must be all.
std::optional<double> DemoHubAlerts::meanOf(const Watched& watched, const DemoHubAlert& alert)
{
    if (alert.minutes <= 1) {
        return measured(alert.name, watched.machine, watched.recent.back().load);
    }
    const Millis from = watched.next - alert.minutes * watched.minute;
    if (watched.recent.front().at > from + sampleEvery(watched.machine, watched.next)) {
        return std::nullopt;
    }
    double sum = 0;
    for (const Sampled& sampled : watched.recent) {
        sum += measured(alert.name, watched.machine, sampled.load);
    }
    return sum / static_cast<double>(watched.recent.size());
}

/// History first, then the alert itself, as the recorded hub tells them.
void DemoHubAlerts::apply(const Change& change, const Tell& tell)
{
    DemoHubAlert& subject = m_alerts[change.alert];
    subject.isTriggered = change.isTriggered;
    subject.updated = change.at;
    if (change.isTriggered) {
        ++m_messages;
        const QByteArray id =
            DemoHubRecords::idOf(subject.id + QByteArray::number(qint64{change.at.count()}));
        m_turns.push_back({id, change.alert, change.at, std::nullopt});
        tell("alerts_history", "create", turn(m_turns.back()));
        trim(subject.user);
    } else {
        const auto open = std::find_if(m_turns.rbegin(), m_turns.rend(), [&](const DemoHubTurn& each) {
            return each.alert == change.alert && !each.ended;
        });
        if (open != m_turns.rend()) {
            open->ended = change.at;
            tell("alerts_history", "update", turn(*open));
        }
    }
    tell("alerts", "update", alert(subject));
}

void DemoHubAlerts::trim(const QByteArray& user)
{
    size_t& count = m_turnsOf[user];
    if (++count <= TrimAbove) {
        return;
    }
    std::erase_if(m_turns, [&](const DemoHubTurn& each) {
        return count > TrimTo && m_alerts[each.alert].user == user && count-- > 0;
    });
}

QByteArray DemoHubAlerts::alert(const DemoHubAlert& alert) const
{
    return dumped({{"collectionId", "elngm8x1l60zi2v"},
                   {"collectionName", "alerts"},
                   {"created", text(DemoHubRecords::timeText(m_records.timeOf(alert.created)))},
                   {"id", text(alert.id)},
                   {"min", alert.minutes},
                   {"name", alert.name},
                   {"system", text(alert.system)},
                   {"triggered", alert.isTriggered},
                   {"updated", text(DemoHubRecords::timeText(m_records.timeOf(alert.updated)))},
                   {"user", text(alert.user)},
                   {"value", alert.limit}});
}

QByteArray DemoHubAlerts::turn(const DemoHubTurn& turn) const
{
    const DemoHubAlert& alert = m_alerts[turn.alert];
    const QByteArray ended =
        turn.ended ? DemoHubRecords::timeText(m_records.timeOf(*turn.ended)) : QByteArray();
    return dumped({{"alert_id", text(alert.id)},
                   {"collectionId", "pbc_1697146157"},
                   {"collectionName", "alerts_history"},
                   {"created", text(DemoHubRecords::timeText(m_records.timeOf(turn.began)))},
                   {"id", text(turn.id)},
                   {"name", alert.name},
                   {"resolved", text(ended)},
                   {"system", text(alert.system)},
                   {"user", text(alert.user)},
                   {"value", alert.limit}});
}

QByteArray DemoHubAlerts::quietHours() const
{
    const Timestamp midnight = std::chrono::floor<std::chrono::days>(m_records.timeOf(0s));
    return dumped({{"collectionId", "pbc_451525641"},
                   {"collectionName", "quiet_hours"},
                   {"end", text(DemoHubRecords::timeText(midnight + 4h))},
                   {"id", "xaxjqtefz0"},
                   {"start", text(DemoHubRecords::timeText(midnight + 2h))},
                   {"system", ""},
                   {"type", "daily"},
                   {"user", User}});
}

} // namespace stowage
