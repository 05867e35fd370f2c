// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostStore.h"

#include "models/hosts/HostMerge.h"
#include "models/hosts/HostNaming.h"

#include <algorithm>

namespace stowage {
namespace {

/// A source that answers has told of all its hosts by then.
constexpr std::chrono::minutes ConfirmedWithin{5};

} // namespace

void HostStore::apply(const Delta& delta, Timestamp now)
{
    if ((delta.hosts.empty() && delta.removedHosts.empty() && delta.samples.empty()) || !admit(delta)) {
        return;
    }
    bool isAnyOther = false;
    for (const HostObservation& observation : delta.hosts) {
        isAnyOther |= observe({delta.source, observation.subject}, observation, delta.generation == 0, now);
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
bool HostStore::observe(const SubjectKey& key, const HostObservation& observation, bool isRestored,
                        Timestamp now)
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
    m_subjects[index].isRestored = isRestored;
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
        nameHost(host, m_matcher, m_fleet);
        host.isAmbiguous = isAmbiguous(host);
    }
    m_hosts[index] = std::move(host);
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
    forgetUnconfirmed(now, ConfirmedWithin);
    for (Index host = 0; host < m_members.size(); ++host) {
        if (isAnyOtherwise(host, now)) {
            settle(host, now);
        }
    }
}

void HostStore::forgetUnconfirmed(Timestamp now, Millis patience)
{
    bool isAny = false;
    for (const SubjectRecord& subject : m_subjects) {
        const QString& source = subject.key.source;
        if (!subject.isAlive || !subject.isRestored || m_generations.value(source) == 0 ||
            freshnessOf(source) != Freshness::Live) {
            continue;
        }
        const auto since = m_liveSince.constFind(source);
        const Timestamp begin = since == m_liveSince.cend() ? *m_liveSince.insert(source, now) : *since;
        if (now - begin >= patience) {
            isAny |= remove(SubjectKey(subject.key));
        }
    }
    if (isAny) {
        regroup(now);
        settleDirty(now);
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
        nameHost(linked, m_matcher, m_fleet);
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

std::vector<KeptHost> HostStore::kept() const
{
    std::vector<KeptHost> all;
    for (const SubjectRecord& subject : m_subjects) {
        if (subject.isAlive && subject.seenAt != Timestamp{}) {
            all.push_back({subject.key, subject.told.kind, subject.told.state, subject.told.identity,
                           subject.told.cpuLimit, subject.seenAt});
        }
    }
    return all;
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
        } else if (host.isAlive && isHostCalled(host, call)) {
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
