// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/incidents/IncidentPublisher.h"

#include "models/alerts/Alert.h"
#include "models/alerts/incidents/IncidentTitles.h"
#include "models/alerts/incidents/PersonActs.h"

#include <algorithm>

namespace stowage {
namespace {

/// Above so many members it costs less to tell of a change that is none than to look for one.
constexpr size_t LargestCompared = 512;

std::vector<IncidentMember> membersOf(const IncidentGroup& group)
{
    std::vector<IncidentMember> members;
    members.reserve(group.members.size());
    for (const GroupMember& each : group.members) {
        const MemberFacts& facts = *each.facts;
        members.push_back({facts.alert, facts.name, facts.place.subject, facts.severity, each.isOpen,
                           each.isUnknown, each.episodes, each.first, each.last, each.why, each.whyDetail});
    }
    // Nearly always they are: only those of merged incidents are not. What came at one moment stays as it
    // came.
    const auto isFirst = [](const IncidentMember& a, const IncidentMember& b) {
        return a.first < b.first;
    };
    if (!std::is_sorted(members.begin(), members.end(), isFirst)) {
        std::stable_sort(members.begin(), members.end(), isFirst);
    }
    return members;
}

size_t saidHash(const Alert& alert)
{
    size_t hash = qHash(alert.summary);
    for (const AlertLabel& each : alert.labels) {
        hash = qHashMulti(hash, each.name, each.value);
    }
    return hash;
}

bool isBefore(const Incident& a, const Incident& b)
{
    if (a.isOpen() != b.isOpen()) {
        return a.isOpen();
    }
    if (a.isOpen() && a.impact != b.impact) {
        return a.impact > b.impact;
    }
    const Timestamp ofA = a.isOpen() ? a.openedAt : a.resolvedAt;
    const Timestamp ofB = b.isOpen() ? b.openedAt : b.resolvedAt;
    return ofA != ofB ? ofA > ofB : a.id < b.id;
}

Incident incidentOf(const IncidentGroup& group, const IncidentWeight& weight, Timestamp now)
{
    const IncidentTitles titles(group, weight);
    Incident incident;
    incident.id = group.id;
    incident.title = titles.title();
    incident.detail = titles.detail();
    incident.severity = weight.severity;
    incident.impact = impactOf(impactOf(weight), group, now);
    incident.state = group.state();
    incident.isStorm = group.isStorm;
    incident.openedAt = group.openedAt;
    incident.lastAt = group.lastAt;
    incident.resolvedAt = group.resolvedAt;
    incident.reopened = group.reopened;
    incident.told = group.told;
    incident.subjects = weight.subjects;
    incident.zone = weight.zones.size() == 1 ? weight.zones.front() : QString();
    incident.members = membersOf(group);
    incident.owner = group.care.owner;
    incident.acknowledgedBy = group.care.acknowledgedBy;
    incident.acknowledgedAt = group.care.acknowledgedAt;
    incident.note = group.care.note;
    incident.mutedUntil = group.care.mutedUntil;
    incident.mutedBy = group.care.mutedBy;
    return incident;
}

} // namespace

IncidentChanges IncidentPublisher::update(const FoldState& state, Timestamp now)
{
    m_state = state;
    IncidentChanges changes;
    QHash<quint32, Shown> shown;
    QSet<QString> ids;
    for (auto each = state.groups.cbegin(); each != state.groups.cend(); ++each) {
        const IncidentGroup& group = *each.value();
        ids.insert(group.id);
        const auto before = m_shown.constFind(each.key());
        const bool isStale = m_stale.contains(each.key());
        if (before != m_shown.constEnd() && before->version == group.version && !isStale) {
            shown.insert(each.key(), *before);
            continue;
        }
        const std::optional<IncidentGroup> present = asTheyAreNow(each.key(), group);
        const IncidentWeight weight = weigh(present ? *present : group);
        shown.insert(each.key(), {group.version, group.id, impactOf(weight)});
        show(incidentOf(present ? *present : group, weight, now), changes);
    }
    m_stale.clear();
    m_shown = std::move(shown);
    std::erase_if(m_incidents, [&](const Incident& incident) {
        const bool isGone = !ids.contains(incident.id);
        if (isGone) {
            changes.removed.append(incident.id);
        }
        return isGone;
    });
    finish(changes);
    return changes;
}

/// Nothing where all say what their events said.
std::optional<IncidentGroup> IncidentPublisher::asTheyAreNow(quint32 number, const IncidentGroup& group)
{
    std::optional<IncidentGroup> present;
    for (size_t i = 0; !m_said.isEmpty() && i < group.members.size(); ++i) {
        const GroupMember& member = group.members[i];
        // Of one that has fired elsewhere since, what it says now is said there.
        if (!m_said.contains(member.alert) || m_state.places.value(member.alert).group != number) {
            continue;
        }
        const Alert* const alert = m_present ? m_present(member.facts->alert) : nullptr;
        if (!alert || member.facts->tells(*alert)) {
            m_said.remove(member.alert);
            continue;
        }
        if (!present) {
            present = group;
        }
        auto facts = std::make_shared<MemberFacts>(*member.facts);
        facts->retell(*alert);
        present->members[i].facts = std::move(facts);
        const quint32 messages = messagesOf(alert->labels);
        present->told += messages > member.messages ? messages - member.messages : 0;
    }
    return present;
}

bool IncidentPublisher::touch(const Alert& alert)
{
    constexpr qsizetype MostRemembered = 100'000;
    const TextKey key = textKey(alert.key);
    const auto place = m_state.places.constFind(key);
    const bool isShown = place != m_state.places.constEnd();
    if (isShown && m_state.find(place->group)->members.at(place->index).facts->tells(alert)) {
        if (!m_said.remove(key)) {
            return false;
        }
    } else {
        const size_t now = saidHash(alert);
        const auto said = m_said.constFind(key);
        if (said != m_said.constEnd() && *said == now) {
            return false;
        }
        if (m_said.size() >= MostRemembered) {
            m_said.clear();
        }
        m_said.insert(key, now);
    }
    if (isShown) {
        m_stale.insert(place->group);
    }
    return isShown;
}

void IncidentPublisher::show(Incident incident, IncidentChanges& changes)
{
    const auto row = m_rows.constFind(incident.id);
    if (row == m_rows.constEnd()) {
        changes.added.append(incident.id);
        m_incidents.push_back(std::move(incident));
    } else if (Incident& known = m_incidents[row.value()];
               incident.members.size() > LargestCompared || !(known == incident)) {
        changes.changed.append(incident.id);
        known = std::move(incident);
    }
}

IncidentChanges IncidentPublisher::age(Timestamp now)
{
    IncidentChanges changes;
    for (auto each = m_shown.cbegin(); each != m_shown.cend(); ++each) {
        const IncidentGroup* const group = m_state.find(each.key());
        const auto row = m_rows.constFind(each->id);
        if (!group || group->isResolved() || row == m_rows.constEnd()) {
            continue;
        }
        Incident& incident = m_incidents[row.value()];
        const double impact = impactOf(each->impact, *group, now);
        if (impact != incident.impact) {
            incident.impact = impact;
            changes.changed.append(incident.id);
        }
    }
    finish(changes);
    return changes;
}

void IncidentPublisher::finish(IncidentChanges& changes)
{
    if (changes.isEmpty()) {
        return;
    }
    for (QStringList* const ids : {&changes.added, &changes.changed, &changes.removed}) {
        ids->sort();
    }
    std::sort(m_incidents.begin(), m_incidents.end(), isBefore);
    m_rows.clear();
    for (size_t i = 0; i < m_incidents.size(); ++i) {
        m_rows.insert(m_incidents[i].id, i);
    }
}

const Incident* IncidentPublisher::find(QStringView id) const
{
    constexpr qsizetype Longest = 32;
    if (id.isEmpty() || id.size() > Longest) {
        return nullptr;
    }
    const Incident* const own = ofId(id.toString().toUpper());
    return own ? own : ofGroup(PersonActs::groupOf(m_state, id));
}

const Incident* IncidentPublisher::ofAlert(TextKey alert) const
{
    const auto place = m_state.places.constFind(alert);
    return place == m_state.places.constEnd() ? nullptr : ofGroup(place->group);
}

const Incident* IncidentPublisher::ofId(const QString& id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.constEnd() ? nullptr : &m_incidents[row.value()];
}

const Incident* IncidentPublisher::ofGroup(quint32 group) const
{
    const auto shown = m_shown.constFind(group);
    return shown == m_shown.constEnd() ? nullptr : ofId(shown->id);
}

} // namespace stowage
