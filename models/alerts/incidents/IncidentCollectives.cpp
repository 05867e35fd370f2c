// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentCollectives.h"

#include "models/alerts/incidents/IncidentJoining.h"

#include <algorithm>
#include <map>
#include <set>

namespace stowage {
namespace {

/// An incident that has grown this large on its own account is no drop of a storm.
constexpr size_t StormDrop = 3;

/// One host with many alerts is one host.
size_t subjectsOf(const std::vector<GroupOpening>& openings)
{
    std::set<TextKey> subjects;
    size_t nameless = 0;
    for (const GroupOpening& each : openings) {
        if (each.facts->subjectKey == 0) {
            ++nameless;
        } else {
            subjects.insert(each.facts->subjectKey);
        }
    }
    return subjects.size() + nameless;
}

} // namespace

void IncidentCollectives::opened(quint32 group, const MemberFactsPtr& facts, Timestamp at)
{
    m_state.openings.push_back({group, at, facts});
    const GroupOpening last = m_state.openings.back();
    const bool isFolded = !facts->isAlone && (foldZone(last) || foldName(last));
    if (!isFolded) {
        foldStorm(last);
    }
}

template <class Condition>
IncidentCollectives::Openings IncidentCollectives::recent(Timestamp at, Millis within,
                                                          Condition condition) const
{
    Openings found;
    for (const GroupOpening& each : m_state.openings) {
        const quint32 group = m_state.current(each.group);
        if (group != each.group || !isNear(each.at, at, within) || !condition(*each.facts)) {
            continue; // one that has gone into another is explained
        }
        const IncidentGroup& opened = *m_state.find(group);
        if (!opened.isPinned && opened.zone.isEmpty() && opened.commonKind == 0) {
            found.push_back(each);
        }
    }
    return found;
}

bool IncidentCollectives::foldZone(const GroupOpening& last)
{
    const MemberFacts& facts = *last.facts;
    if (!facts.isHost() || facts.zoneKey == 0) {
        return false;
    }
    const auto isOfZone = [&facts](const MemberFacts& other) {
        return other.isHost() && other.zoneKey == facts.zoneKey && !other.isAlone;
    };
    const auto isAlike = [&](const MemberFacts& other) {
        return isOfZone(other) && other.kindKey == facts.kindKey;
    };
    const IncidentRules& rules = m_state.rules();
    const Openings ofZone = recent(last.at, rules.collective, isOfZone);
    const bool isZone = subjectsOf(ofZone) >= rules.zoneHosts;
    const Openings alike = isZone ? Openings() : recent(last.at, rules.collective, isAlike);
    if (!isZone && subjectsOf(alike) < rules.sameNameSubjects) {
        return false;
    }
    const quint32 group = foldInto(isZone ? ofZone : alike, BelongingKind::Zone, facts.place.zone);
    markZone(group, facts, last.at);
    return true;
}

bool IncidentCollectives::foldName(const GroupOpening& last)
{
    const MemberFacts& facts = *last.facts;
    const Openings alike = recent(last.at, m_state.rules().collective, [&facts](const MemberFacts& other) {
        return other.kindKey == facts.kindKey && !other.isAlone;
    });
    if (facts.kindKey == 0 || subjectsOf(alike) < m_state.rules().sameNameSubjects || isZoneAlone(alike)) {
        return false;
    }
    const quint32 group = foldInto(alike, BelongingKind::Labels, facts.name);
    markName(group, facts, last.at);
    return true;
}

bool IncidentCollectives::isZoneAlone(const Openings& openings) const
{
    // All but one in one zone: a zone that fails, and something else. One more of either will tell.
    std::map<TextKey, size_t> zones;
    size_t largest = 0;
    size_t placed = 0;
    for (const GroupOpening& each : openings) {
        if (each.facts->zoneKey != 0) { // the others may be of either
            ++placed;
            largest = std::max(largest, ++zones[each.facts->zoneKey]);
        }
    }
    return largest > 1 && placed - largest < 2;
}

void IncidentCollectives::foldStorm(const GroupOpening& last)
{
    const TextKey source = last.facts->sourceKey;
    if (joinStorm(last)) {
        return;
    }
    Openings drops = recent(last.at, m_state.rules().storm,
                            [source](const MemberFacts& other) { return other.sourceKey == source; });
    std::erase_if(drops, [this](const GroupOpening& each) {
        return m_state.find(each.group)->members.size() > StormDrop;
    });
    if (drops.size() <= m_state.rules().stormOver) {
        return;
    }
    const quint32 group = foldInto(drops, BelongingKind::Storm, last.facts->source);
    IncidentGroup& storm = m_state.edit(group);
    storm.isStorm = true;
    StormWatch& watch = m_state.storms[source];
    watch.begin(group);
    for (const GroupOpening& drop : drops) {
        watch.note(drop.at);
    }
}

/// What stands for itself is in no storm before it has opened.
bool IncidentCollectives::joinStorm(const GroupOpening& last)
{
    const auto watch = m_state.storms.find(last.facts->sourceKey);
    if (watch == m_state.storms.end() || !watch->isOn(last.at, m_state.rules())) {
        return false;
    }
    const quint32 group = IncidentJoining(m_state).open(watch->group(), last.at);
    if (group == 0 || group == last.group) {
        return false;
    }
    foldInto({{group, last.at, last.facts}, last}, BelongingKind::Storm, last.facts->source);
    watch->note(last.at);
    return true;
}

quint32 IncidentCollectives::foldInto(const Openings& openings, BelongingKind why, const QString& detail)
{
    // Into the one that opened first: its id is known already.
    const quint32 into = openings.front().group;
    for (const GroupOpening& each : openings) {
        const quint32 from = m_state.current(each.group);
        if (from == into) {
            continue;
        }
        for (GroupMember& member : m_state.edit(from).members) {
            if (member.why == BelongingKind::First) {
                member.why = why;
                member.whyDetail = detail;
            }
        }
        m_state.merge(into, from);
    }
    return into;
}

void IncidentCollectives::markZone(quint32 group, const MemberFacts& facts, Timestamp at)
{
    // More of a zone that is known to be lost, told in another way.
    const GroupTrace known = m_state.zones.value(facts.zoneKey);
    if (isNear(known.last, at, m_state.rules().collective)) {
        group = mergeYoung(m_state.current(known.group), group);
    }
    m_state.edit(group).zone = facts.place.zone;
    m_state.zones.insert(facts.zoneKey, {group, at});
    for (const GroupMember& member : m_state.find(group)->members) {
        if (member.facts->zoneKey == facts.zoneKey) {
            m_state.zones.insert(textKey(facts.zoneKey, member.facts->kindKey), {group, at});
        }
    }
    const GroupTrace other = m_state.zoneNames.value(facts.kindKey);
    m_state.zoneNames.insert(facts.kindKey, {group, at});
    unite(other, group, facts, at);
}

quint32 IncidentCollectives::mergeYoung(quint32 other, quint32 group)
{
    if (other == 0 || other == group || m_state.find(other)->isPinned) {
        return group;
    }
    const quint32 into = std::min(group, other);
    m_state.merge(into, std::max(group, other));
    return into;
}

void IncidentCollectives::markName(quint32 group, const MemberFacts& facts, Timestamp at)
{
    m_state.edit(group).commonKind = facts.kindKey;
    m_state.names.insert(facts.kindKey, {group, at});
    unite(m_state.zoneNames.value(facts.kindKey), group, facts, at);
}

void IncidentCollectives::unite(const GroupTrace& zone, quint32 group, const MemberFacts& facts, Timestamp at)
{
    const quint32 other = m_state.current(zone.group);
    if (other == 0 || other == group || !isNear(zone.last, at, m_state.rules().collective) ||
        m_state.find(other)->isPinned) {
        return;
    }
    const quint32 into = mergeYoung(other, group);
    IncidentGroup& both = m_state.edit(into);
    both.zone.clear();
    both.commonKind = facts.kindKey;
    m_state.names.insert(facts.kindKey, {into, at});
}

} // namespace stowage
