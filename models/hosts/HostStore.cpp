// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostStore.h"

#include "models/hosts/HostMerge.h"

#include <algorithm>

namespace stowage {
namespace {

/// A name that a person or the machine itself gave, rather than an address to ask it by.
QString spokenName(const Host& host)
{
    for (const HostSubject& subject : host.subjects) {
        const HostIdentity& identity = subject.identity;
        const bool isAddress = std::ranges::any_of(identity.addresses, [&identity](const QString& address) {
            return identity.name.startsWith(address);
        });
        if (!identity.name.isEmpty() && !isAddress) {
            return identity.name;
        }
    }
    for (const HostSubject& subject : host.subjects) {
        if (!subject.identity.hostname.isEmpty()) {
            return subject.identity.hostname;
        }
    }
    const HostSubject& first = host.subjects.front();
    return first.identity.name.isEmpty() ? first.key.subject : first.identity.name;
}

bool isCalled(const Host& host, const QString& call)
{
    return std::ranges::any_of(host.subjects, [&call](const HostSubject& subject) {
        return HostMatcher::foldName(subject.key.subject) == call ||
               HostMatcher::callsOf(subject.identity).contains(call);
    });
}

} // namespace

void HostStore::apply(const Delta& delta, Timestamp now)
{
    if ((delta.hosts.empty() && delta.removedHosts.empty() && delta.samples.empty()) || !admit(delta)) {
        return;
    }
    bool isAnyOther = false;
    for (const HostObservation& observation : delta.hosts) {
        isAnyOther |= observe({delta.source, observation.subject}, observation, now);
    }
    for (const QString& subject : delta.removedHosts) {
        isAnyOther |= remove({delta.source, subject});
    }
    if (isAnyOther) {
        regroup(now);
    }
    takeSamples(delta.samples, now);
    settleDirty(now);
}

bool HostStore::admit(const Delta& delta)
{
    quint64& newest = m_generations[delta.source];
    if (delta.generation < newest) {
        return false;
    }
    newest = delta.generation;
    return true;
}

/// Whether the subjects have to be grouped anew.
bool HostStore::observe(const SubjectKey& key, const HostObservation& observation, Timestamp now)
{
    const auto found = m_indexes.constFind(key);
    const Index index = found == m_indexes.cend() ? static_cast<Index>(m_subjects.size()) : *found;
    if (found == m_indexes.cend()) {
        m_indexes.insert(key, index);
        m_subjects.emplace_back().key = key;
        m_hosts.emplace_back().id = {index};
        m_hostOf.push_back(index);
        m_members.emplace_back();
        m_isDirty.push_back(false);
    }
    const bool isSame = m_subjects[index].observe(observation, now);
    markDirty(index);
    return !isSame;
}

bool HostStore::remove(const SubjectKey& key)
{
    const auto found = m_indexes.constFind(key);
    if (found == m_indexes.cend() || !m_subjects[*found].isAlive) {
        return false;
    }
    m_subjects[*found].forget();
    markDirty(*found);
    return true;
}

void HostStore::takeSamples(const std::vector<SampleBatch>& batches, Timestamp now)
{
    // Batches of one subject come one after the other.
    const SubjectKey* last = nullptr;
    Index index = 0;
    for (const SampleBatch& batch : batches) {
        if (last == nullptr || *last != batch.key.subject) {
            const auto found = m_indexes.constFind(batch.key.subject);
            if (found == m_indexes.cend() || !m_subjects[*found].isAlive) {
                continue;
            }
            last = &batch.key.subject;
            index = *found;
            markDirty(index);
        }
        m_subjects[index].take(batch, now);
    }
}

void HostStore::takeHistory(const std::vector<SeriesData>& history)
{
    for (const SeriesData& series : history) {
        const auto found = m_indexes.constFind(series.key.subject);
        if (found == m_indexes.cend() || m_subjects[*found].sparkMetric() != series.key.metric) {
            continue;
        }
        for (const SeriesPoint& point : series.points) {
            m_subjects[*found].spark.add(point.at, point.mean);
        }
        const HostId host{m_hostOf[*found]};
        m_touched.touch(host, m_hosts[host.value].isAlive);
    }
}

void HostStore::regroup(Timestamp now)
{
    std::vector<HostCandidate> candidates;
    std::vector<Index> indexes;
    for (Index i = 0; i < m_subjects.size(); ++i) {
        const SubjectRecord& subject = m_subjects[i];
        if (subject.isAlive) {
            candidates.push_back(
                {subject.key, subject.told.kind, subject.told.identity, subject.told.isDuplicate});
            indexes.push_back(i);
        }
    }
    HostGroups groups = m_matcher.match(candidates, m_decisions);
    std::vector<std::vector<Index>> members(m_subjects.size());
    for (size_t i = 0; i < indexes.size(); ++i) {
        const Index host = indexes[groups.groupOf[i]];
        members[host].push_back(indexes[i]);
        m_hostOf[indexes[i]] = host;
    }
    std::swap(m_members, members);
    for (Index host = 0; host < m_members.size(); ++host) {
        if (m_members[host] != members[host]) {
            settle(host, now);
        }
    }
    if (groups.ambiguities != m_ambiguities) {
        std::swap(m_ambiguities, groups.ambiguities);
        m_isAnythingToSettle = true;
        for (const auto& doubts : {m_ambiguities, groups.ambiguities}) {
            for (const HostAmbiguity& doubt : doubts) {
                markDirty(m_indexes.value(doubt.one));
                markDirty(m_indexes.value(doubt.other));
            }
        }
    }
}

void HostStore::settleDirty(Timestamp now)
{
    for (const Index host : std::exchange(m_dirty, {})) {
        m_isDirty[host] = false;
        if (!m_members[host].empty()) {
            settle(host, now);
        }
    }
}

void HostStore::settle(Index index, Timestamp now)
{
    const HostId id{index};
    m_touched.touch(id, m_hosts[index].isAlive);
    std::vector<JudgedSubject> subjects;
    for (const Index member : m_members[index]) {
        const SubjectRecord& record = m_subjects[member];
        subjects.push_back({&record, judgeSubject(record, freshnessOf(record.key.source), now)});
    }
    Host host = mergeHost(std::move(subjects), now);
    host.id = id;
    if (host.isAlive) {
        name(host);
        host.isAmbiguous = isAmbiguous(host);
    }
    m_hosts[index] = std::move(host);
}

void HostStore::name(Host& host) const
{
    for (const HostSubject& subject : host.subjects) {
        host.name = host.name.isEmpty() ? m_matcher.nameOf(subject.identity) : host.name;
    }
    host.zone = m_matcher.zoneOf(host.name);
    if (host.kind == HostKind::Machine) {
        link(host);
    }
    host.name = host.name.isEmpty() ? spokenName(host) : host.name;
}

/// Finds the fleet's node of a machine; where its names lead to several, none is guessed.
void HostStore::link(Host& host) const
{
    QStringList calls{host.name};
    for (const HostSubject& subject : host.subjects) {
        calls << subject.identity.name << subject.identity.hostname << subject.identity.addresses;
    }
    for (const QString& call : calls) {
        const auto node = call.isEmpty() ? std::nullopt : m_fleet.findNode(call);
        if (!node) {
            continue;
        }
        if (host.node.isValid() && host.node != *node) {
            host.node = {};
            return;
        }
        host.node = *node;
        if (!host.name.isEmpty() && call == host.name) {
            break; // the profile says so
        }
    }
    if (host.node.isValid()) {
        const NodeObservation& seen = m_fleet.node(host.node).seen;
        host.zone = host.zone.isEmpty() ? seen.zone : host.zone;
        host.name = host.name.isEmpty() ? seen.name : host.name;
    }
}

bool HostStore::isAmbiguous(const Host& host) const
{
    return std::ranges::any_of(m_ambiguities, [&host](const HostAmbiguity& doubt) {
        return std::ranges::any_of(host.subjects, [&doubt](const HostSubject& subject) {
            return subject.key == doubt.one || subject.key == doubt.other;
        });
    });
}

Freshness HostStore::freshnessOf(const QString& source) const
{
    const auto id = m_fleet.findSource(source);
    return id ? m_fleet.source(*id).status.state : Freshness::Live;
}

void HostStore::judgeAges(Timestamp now)
{
    for (Index host = 0; host < m_members.size(); ++host) {
        if (isAnyOtherwise(host, now)) {
            settle(host, now);
        }
    }
}

bool HostStore::isAnyOtherwise(Index host, Timestamp now) const
{
    return std::ranges::any_of(m_hosts[host].subjects, [&](const HostSubject& known) {
        const SubjectRecord& record = m_subjects[m_indexes.value(known.key)];
        return judgeSubject(record, freshnessOf(known.key.source), now) != known.freshness;
    });
}

void HostStore::relink(Timestamp now)
{
    for (Index host = 0; host < m_members.size(); ++host) {
        if (m_members[host].empty()) {
            continue;
        }
        Host& known = m_hosts[host];
        Host linked = known;
        linked.name.clear();
        linked.node = {};
        name(linked);
        if (linked.node != known.node || linked.name != known.name || linked.zone != known.zone) {
            settle(host, now);
        }
    }
}

void HostStore::setDecisions(std::vector<HostDecision> decisions, Timestamp now)
{
    m_decisions = std::move(decisions);
    regroup(now);
    settleDirty(now);
}

bool HostStore::addAlarm(const HostAlarm& alarm)
{
    if (std::ranges::find(m_alarms, alarm) != m_alarms.end()) {
        return false;
    }
    std::erase_if(m_alarms, [&alarm](const HostAlarm& known) { return known.subject == alarm.subject; });
    m_alarms.push_back(alarm);
    m_isAnythingToSettle = true;
    return true;
}

bool HostStore::removeAlarm(const SubjectKey& subject)
{
    const bool isAny =
        std::erase_if(m_alarms, [&subject](const HostAlarm& alarm) { return alarm.subject == subject; }) != 0;
    m_isAnythingToSettle |= isAny;
    return isAny;
}

HostChanges HostStore::takeChanges()
{
    return {m_touched.take([this](HostId id) { return m_hosts[id.value].isAlive; }),
            std::exchange(m_isAnythingToSettle, false)};
}

std::optional<HostId> HostStore::find(const SubjectKey& subject) const
{
    const auto found = m_indexes.constFind(subject);
    return found != m_indexes.cend() && m_subjects[*found].isAlive ? std::optional(HostId{m_hostOf[*found]})
                                                                   : std::nullopt;
}

std::vector<HostId> HostStore::find(const QString& name) const
{
    const QString call = HostMatcher::foldName(name);
    std::vector<HostId> named;
    std::vector<HostId> called;
    for (const Host& host : m_hosts) {
        if (host.isAlive && HostMatcher::foldName(host.name) == call) {
            named.push_back(host.id);
        } else if (host.isAlive && isCalled(host, call)) {
            called.push_back(host.id);
        }
    }
    return named.empty() ? called : named;
}

std::vector<double> HostStore::spark(HostId id, Timestamp now) const
{
    for (const HostSubject& subject : m_hosts[id.value].subjects) {
        const HostSpark& spark = m_subjects[m_indexes.value(subject.key)].spark;
        if (!spark.isEmpty()) {
            return spark.values(now);
        }
    }
    return {};
}

void HostStore::markDirty(Index subject)
{
    const Index host = m_hostOf[subject];
    if (!m_isDirty[host]) {
        m_isDirty[host] = true;
        m_dirty.push_back(host);
    }
}

} // namespace stowage
