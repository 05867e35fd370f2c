// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TimelineBook that makes entries of what is loaded.
#include "models/alerts/timeline/TimelineBook.h"
#include "models/alerts/timeline/TimelinePairing.h"

#include <algorithm>

namespace stowage {
namespace {

/// An alert may have been told a little before the incident that it opened.
constexpr Millis Leeway = std::chrono::minutes{2};

TimelineEntry entryOf(const Incident& incident)
{
    TimelineEntry entry;
    entry.key = QLatin1String("incident/") + incident.id;
    entry.lane = TimelineLane::Incidents;
    entry.shape = TimelineEntry::Shape::Span;
    entry.from = incident.openedAt;
    entry.to = incident.isOpen() ? Timestamp{} : incident.resolvedAt;
    entry.end = TimelineEntry::End::Standing;
    if (incident.state == IncidentState::Resolved) {
        entry.end = TimelineEntry::End::Over;
    } else if (incident.state == IncidentState::Unknown) {
        entry.end = TimelineEntry::End::Unknown;
        entry.unknownSince = incident.lastAt;
    }
    entry.severity = incident.severity;
    entry.name = incident.id;
    entry.subject = incident.subjects.empty() ? AlertSubject{} : incident.subjects.front();
    entry.zone = incident.zone;
    entry.summary = incident.title;
    entry.incident = incident.id;
    entry.actor = incident.owner;
    entry.note = incident.note;
    entry.events = std::max(1U, incident.told);
    entry.isStorm = incident.isStorm;
    return entry;
}

Timestamp endOf(const Incident& incident)
{
    return incident.isOpen() ? Timestamp::max() : incident.resolvedAt;
}

using IncidentsByAlert = QHash<QString, std::vector<const Incident*>>;

void addMembers(IncidentsByAlert& byAlert, const Incident& incident)
{
    for (const IncidentMember& member : incident.members) {
        byAlert[member.alert].push_back(&incident);
    }
}

/// Whether the same is there already, maybe under another id: an alert of it at the same time.
bool isAmong(const IncidentsByAlert& byAlert, const Incident& past)
{
    return std::ranges::any_of(past.members, [&](const IncidentMember& member) {
        const auto found = byAlert.constFind(member.alert);
        return found != byAlert.cend() && std::ranges::any_of(*found, [&past](const Incident* other) {
                   return other->openedAt <= endOf(past) && past.openedAt <= endOf(*other);
               });
    });
}

/// The incident that an alert's episode began in, or stood through.
void assign(TimelineEntry& entry, const IncidentsByAlert& byAlert, const QSet<QString>& opened)
{
    const auto incidents = entry.alert.isEmpty() ? byAlert.cend() : byAlert.constFind(entry.alert);
    if (incidents == byAlert.cend()) {
        return;
    }
    for (const Incident* const incident : *incidents) {
        const bool isAfter = !incident->isOpen() && entry.from > incident->resolvedAt;
        const bool isBefore = !entry.isStanding() && entry.to + Leeway < incident->openedAt;
        if (!isAfter && !isBefore) {
            entry.incident = incident->id;
            entry.isFolded = incident->isStorm && !opened.contains(incident->id);
        }
    }
}

bool isEarlier(const AlertEvent& a, const AlertEvent& b)
{
    // What is not in the log yet is the newest.
    return std::pair(a.at, a.number - 1) < std::pair(b.at, b.number - 1);
}

} // namespace

const TimelineEntry* TimelineBook::find(RowId id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_entries[*place];
}

void TimelineBook::setIncidents(std::vector<Incident> incidents)
{
    if (m_isFrozen) {
        m_heldIncidents = std::move(incidents);
        return;
    }
    m_incidents = std::move(incidents);
    rebuildSoon();
}

void TimelineBook::setOpened(const QString& incident, bool isOpened)
{
    if (isOpened) {
        m_opened.insert(incident);
    } else {
        m_opened.remove(incident);
    }
    rebuild();
}

/// What has come while the page was open is not kept for ever.
void TimelineBook::dropOldest()
{
    if (m_events.size() <= MostEvents + PageEvents) {
        return;
    }
    const auto end = m_events.end() - MostEvents;
    for (auto event = m_events.begin(); event != end; ++event) {
        m_uids.remove(event->uid);
        m_before.push_back(std::move(*event));
    }
    m_events.erase(m_events.begin(), end);
    if (m_before.size() > MostEvents) {
        m_before.erase(m_before.begin(), m_before.end() - MostEvents);
    }
    m_isComplete = false;
    m_coveredFrom = m_events.front().at;
    m_nextPage = m_events.front().number;
}

void TimelineBook::rebuild()
{
    m_isRebuildDue = false;
    std::ranges::sort(m_events, isEarlier);
    dropOldest();
    std::ranges::sort(m_before, isEarlier);
    TimelinePairing pairing(coveredFrom(), m_query.to);
    for (const std::vector<AlertEvent>* const some : {&m_before, &m_events}) {
        for (const AlertEvent& event : *some) {
            pairing.take(event);
        }
    }
    std::vector<TimelineEntry> entries = pairing.finish();
    addIncidents(entries);
    replace(std::move(entries));
}

/// A search finds events; incidents are no events.
bool TimelineBook::showsIncidents() const
{
    return m_words.isEmpty() &&
           std::ranges::find(m_query.lanes, TimelineLane::Incidents) != m_query.lanes.end();
}

void TimelineBook::addIncidents(std::vector<TimelineEntry>& entries) const
{
    IncidentsByAlert byAlert;
    std::vector<const Incident*> known;
    for (const Incident& incident : m_incidents) {
        known.push_back(&incident);
        addMembers(byAlert, incident);
    }
    for (const Incident& past : m_past.incidents()) {
        if (!isAmong(byAlert, past)) {
            known.push_back(&past);
        }
    }
    for (size_t i = m_incidents.size(); i < known.size(); ++i) {
        addMembers(byAlert, *known[i]);
    }
    const bool isShown = showsIncidents();
    for (TimelineEntry& entry : entries) {
        assign(entry, byAlert, m_opened);
        entry.isFolded = entry.isFolded && isShown;
    }
    for (size_t i = 0; i < known.size() && isShown; ++i) {
        const Incident& incident = *known[i];
        const bool isBefore = !incident.isOpen() && incident.resolvedAt < m_query.from;
        const bool isAfter = !m_query.isLive() && incident.openedAt >= m_query.to;
        if (!isBefore && !isAfter) {
            entries.push_back(entryOf(incident));
            // Where the events that were read begin, one cannot tell what came of earlier ones.
            entries.back().isBeginUnknown =
                i >= m_incidents.size() && incident.openedAt <= m_past.coveredFrom() + Leeway;
        }
    }
    std::ranges::stable_sort(entries, {}, &TimelineEntry::from);
}

/// Entries keep their ids by what they began with.
void TimelineBook::replace(std::vector<TimelineEntry> entries)
{
    Changes<RowId> changes;
    QHash<RowId, size_t> places;
    QHash<QString, RowId> ids;
    for (size_t i = 0; i < entries.size(); ++i) {
        TimelineEntry& entry = entries[i];
        const auto known = m_ids.constFind(entry.key);
        entry.id = known == m_ids.cend() ? ++m_lastId : *known;
        ids.insert(entry.key, entry.id);
        places.insert(entry.id, i);
        const TimelineEntry* const before = find(entry.id);
        if (!before) {
            changes.added.push_back(entry.id);
        } else if (*before != entry) {
            changes.changed.push_back(entry.id);
        }
    }
    for (const TimelineEntry& entry : m_entries) {
        if (!places.contains(entry.id)) {
            changes.removed.push_back(entry.id);
        }
    }
    m_entries = std::move(entries);
    m_places = std::move(places);
    m_ids = std::move(ids);
    for (std::vector<RowId>* const some : {&changes.added, &changes.changed, &changes.removed}) {
        std::ranges::sort(*some);
    }
    if (!changes.isEmpty()) {
        Q_EMIT changed(changes);
    }
}

} // namespace stowage
