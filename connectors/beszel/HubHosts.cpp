// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/beszel/HubHosts.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HubHosts)
};

/// A record that is older than the known one by more is no race, but a hub whose clock was set back.
constexpr std::chrono::minutes Race{2};

QString reasonOf(const HubSystem& system)
{
    switch (system.state) {
    case HostState::Down:
        return Words::tr("the hub has lost its agent");
    case HostState::Paused:
        return Words::tr("somebody has paused it at the hub");
    case HostState::Pending:
        return Words::tr("its agent has not answered the hub yet");
    case HostState::Up:
        return {};
    case HostState::Unseen:
        break;
    }
    //: a status of a hub's system that this program does not know
    return Words::tr("the hub calls it \"%1\"").arg(system.status);
}

/// Of two records of one machine the one that does more.
int rank(HostState state)
{
    switch (state) {
    case HostState::Up:
        return 4;
    case HostState::Paused:
        return 3;
    case HostState::Pending:
        return 2;
    case HostState::Down:
        return 1;
    case HostState::Unseen:
        break;
    }
    return 0;
}

} // namespace

void HubHosts::endList(const QSet<QString>& listed, Timestamp began)
{
    std::vector<QString> gone;
    for (auto each = m_entries.cbegin(); each != m_entries.cend(); ++each) {
        if (!listed.contains(each.key()) && each->seenAt <= began) {
            gone.push_back(each.key());
        }
    }
    for (const QString& id : gone) {
        remove(id);
    }
}

void HubHosts::take(const HubSystem& system, Timestamp now)
{
    auto found = m_entries.find(system.id);
    if (found == m_entries.end()) {
        Entry entry;
        entry.system = system;
        entry.seenAt = now;
        m_entries.insert(system.id, entry);
        join(system.id, twinKey(system));
    } else {
        if (system.updated < found->system.updated && system.updated > found->system.updated - Race) {
            return; // a list that was under way when the stream told the newer
        }
        const QString before = twinKey(found->system);
        found->system = system;
        found->seenAt = now;
        if (const QString after = twinKey(system); before != after) {
            leave(system.id, before);
            join(system.id, after);
        } else {
            judgeTwins(after);
        }
    }
    m_changed.insert(system.id);
}

void HubHosts::remove(const QString& id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return;
    }
    const QString key = twinKey(found->system);
    if (found->wasTold) {
        m_removed.push_back(id);
    }
    m_entries.remove(id);
    m_changed.remove(id);
    leave(id, key);
}

void HubHosts::take(const HubDetails& details)
{
    const auto found = m_entries.find(details.system);
    if (found != m_entries.end() && found->details != details) {
        found->details = details;
        m_changed.insert(details.system);
        judgeTwins(twinKey(found->system));
    }
}

void HubHosts::takeContainers(const QString& id, std::vector<HostContainer> list)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return;
    }
    std::sort(list.begin(), list.end(),
              [](const HostContainer& a, const HostContainer& b) { return a.name < b.name; });
    if (found->containers != list) {
        found->containers = std::move(list);
        found->isContainersNews = true;
        m_changed.insert(id);
    }
}

void HubHosts::takeServices(const QString& id, std::vector<HostService> list)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return;
    }
    std::sort(list.begin(), list.end(),
              [](const HostService& a, const HostService& b) { return a.name < b.name; });
    if (found->services != list) {
        found->services = std::move(list);
        found->isServicesNews = true;
        m_changed.insert(id);
    }
}

void HubHosts::learnSwap(const QString& id, double bytes)
{
    const auto found = m_entries.find(id);
    if (found != m_entries.end() && found->swapBytes != bytes && bytes > 0) {
        found->swapBytes = bytes;
        m_changed.insert(id);
    }
}

void HubHosts::learnDisk(const QString& id, const QString& mount, double bytes)
{
    const auto found = m_entries.find(id);
    if (found != m_entries.end() && found->diskBytes.value(mount) != bytes && bytes > 0) {
        found->diskBytes.insert(mount, bytes);
        m_changed.insert(id);
    }
}

bool HubHosts::hasDetails(const QString& id) const
{
    const auto found = m_entries.constFind(id);
    return found != m_entries.cend() && found->details.has_value();
}

QSet<QString> HubHosts::ids() const
{
    return {m_entries.keyBegin(), m_entries.keyEnd()};
}

size_t HubHosts::duplicates() const
{
    return static_cast<size_t>(std::count_if(m_entries.begin(), m_entries.end(),
                                             [](const Entry& entry) { return entry.isDuplicate; }));
}

bool HubHosts::hasContainers(const QSet<QString>& systems) const
{
    return std::any_of(systems.begin(), systems.end(), [this](const QString& id) {
        const auto found = m_entries.constFind(id);
        return found != m_entries.cend() && found->containers && !found->containers->empty();
    });
}

bool HubHosts::hasServices(const QSet<QString>& systems) const
{
    return std::any_of(systems.begin(), systems.end(), [this](const QString& id) {
        const auto found = m_entries.constFind(id);
        return found != m_entries.cend() && found->services && !found->services->empty();
    });
}

std::vector<HostObservation> HubHosts::news(size_t most)
{
    std::vector<HostObservation> told;
    auto next = m_changed.cbegin();
    while (next != m_changed.cend() && told.size() < most) {
        Entry& entry = m_entries[*next];
        next = m_changed.erase(next);
        HostObservation seen = observation(entry);
        if (entry.wasTold && seen == entry.told) {
            continue;
        }
        entry.wasTold = true;
        entry.told = seen;
        entry.told.containers.reset(); // told once; what comes next has them only when they are new
        entry.told.services.reset();
        entry.isContainersNews = false;
        entry.isServicesNews = false;
        told.push_back(std::move(seen));
    }
    return told;
}

std::vector<QString> HubHosts::removed()
{
    return std::exchange(m_removed, {});
}

QString HubHosts::twinKey(const HubSystem& system)
{
    return system.name.toLower() + QChar(0) + system.host.toLower();
}

void HubHosts::join(const QString& id, const QString& key)
{
    m_twins[key].insert(id);
    judgeTwins(key);
}

void HubHosts::leave(const QString& id, const QString& key)
{
    QSet<QString>& twins = m_twins[key];
    twins.remove(id);
    if (twins.isEmpty()) {
        m_twins.remove(key);
    } else {
        judgeTwins(key);
    }
}

/// Two that are both up and call themselves by different names are two machines.
void HubHosts::judgeTwins(const QString& key)
{
    const QSet<QString> twins = m_twins.value(key);
    QString best;
    for (const QString& id : twins) {
        if (best.isEmpty() || isBetter(m_entries[id], m_entries[best])) {
            best = id;
        }
    }
    const auto hostnameOf = [](const Entry& entry) {
        return entry.details ? entry.details->hostname : QString();
    };
    const QString hostname = best.isEmpty() ? QString() : hostnameOf(m_entries[best]);
    for (const QString& id : twins) {
        Entry& entry = m_entries[id];
        const bool isOther = entry.system.state == HostState::Up && !hostname.isEmpty() &&
                             !hostnameOf(entry).isEmpty() && hostnameOf(entry) != hostname;
        const bool isDuplicate = id != best && !isOther;
        if (std::exchange(entry.isDuplicate, isDuplicate) != isDuplicate) {
            m_changed.insert(id);
        }
    }
}

bool HubHosts::isBetter(const Entry& one, const Entry& other) const
{
    const int difference = rank(one.system.state) - rank(other.system.state);
    if (difference != 0) {
        return difference > 0;
    }
    return std::tie(one.system.created, one.system.id) > std::tie(other.system.created, other.system.id);
}

HostObservation HubHosts::observation(const Entry& entry) const
{
    const HubSystem& system = entry.system;
    const bool isUp = system.state == HostState::Up;
    HostObservation seen;
    seen.subject = system.id;
    seen.identity.name = system.name.isEmpty() ? system.id : system.name;
    if (!system.host.isEmpty() && !system.host.startsWith(u'/')) { // a path is a socket of the hub's machine
        seen.identity.addresses = {system.host};
    }
    seen.state = system.state;
    seen.reason = reasonOf(system);
    seen.at = isUp && system.updated != Timestamp{} ? system.updated : entry.seenAt;
    seen.every = isUp ? m_every : m_notUpEvery;
    seen.isDuplicate = entry.isDuplicate;
    seen.facts.agent = system.agent;
    if (system.uptime && *system.uptime > 0 && *system.uptime < 1e10) {
        // Told by whole seconds, it would seem to start anew each minute.
        constexpr std::chrono::seconds Grain{5};
        const Timestamp booted = system.updated - Millis{static_cast<qint64>(*system.uptime * 1000)};
        const Timestamp before = entry.told.facts.bootedAt.value_or(Timestamp{});
        const bool isSame = booted > before - Grain && booted < before + Grain;
        seen.facts.bootedAt = isSame ? before : booted;
    }
    if (entry.swapBytes > 0) {
        seen.facts.swapBytes = entry.swapBytes;
    }
    seen.facts.diskBytes = entry.diskBytes;
    if (entry.details) {
        seen.identity.hostname = entry.details->hostname;
        seen.facts.cores = entry.details->cores;
        seen.facts.memoryBytes = entry.details->memoryBytes;
        seen.facts.os = entry.details->os;
        seen.facts.kernel = entry.details->kernel;
        seen.facts.cpuModel = entry.details->cpuModel;
    }
    if (entry.isContainersNews) {
        seen.containers = entry.containers;
    }
    if (entry.isServicesNews) {
        seen.services = entry.services;
    }
    return seen;
}

} // namespace stowage
