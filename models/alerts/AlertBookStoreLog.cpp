// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookStore.h"

#include <algorithm>

namespace stowage {
namespace {

/// "1763762400000.2": when an episode began, and how often it was taken up again.
Timestamp startOf(const QString& episode)
{
    return Timestamp(Millis(episode.section(QLatin1Char('.'), 0, 0).toLongLong()));
}

} // namespace

void AlertBookStore::tellPast(quint32 source, const AlertObservation& told, Timestamp at)
{
    AlertObservation seen = told;
    seen.phase = AlertPhase::Ended;
    m_bounds.apply(seen, at);
    if (seen.endedAt == Timestamp{}) {
        return; // what has no end is told by the alert itself while it stands
    }
    if (seen.startedAt == Timestamp{}) {
        seen.startedAt = seen.endedAt;
    }
    const AlertBookIdentity identity = alertIdentity(m_sources[source].id, told);
    const auto slot = m_index.find(identity, source);
    Alert alert;
    alert.key = slot ? m_alerts[*slot].key : identity.key;
    if (!m_memory.add(alert.key, {seen.startedAt, seen.endedAt})) {
        return;
    }
    alert.name = seen.name;
    alert.severity = seen.severity;
    alert.summary = seen.summary;
    alert.labels = seen.labels;
    alert.place = slot ? m_alerts[*slot].place : m_places.place(m_sources[source].id, seen);
    if (slot) {
        touch(*slot);
        m_alerts[*slot].episodes = m_memory.count(alert.key);
    }
    AlertRecord record;
    record.episode = AlertBookTeller::stamp(seen.startedAt);
    AlertBookTeller teller(alert, record, m_now, m_events);
    for (const auto& [kind, when] :
         {std::pair(AlertEventKind::Fired, seen.startedAt), std::pair(AlertEventKind::Ended, seen.endedAt)}) {
        AlertEvent& event = teller.tell(kind, when);
        event.source = m_sources[source].id;
        event.note = AlertBookBounds::noteOf(seen.annotations);
        event.isPast = true;
    }
}

bool AlertBookStore::isFromLogOnly(quint32 slot) const
{
    return std::ranges::all_of(m_records[slot].tellings,
                               [](const AlertTelling& telling) { return telling.handle == 0; });
}

void AlertBookStore::restore(const AlertEvent& event)
{
    if (event.alert.isEmpty()) {
        return;
    }
    if (event.kind == AlertEventKind::Fired) {
        m_memory.begin(event.alert, event.at);
        if (!event.isPast) {
            restoreFired(event);
        }
    } else if (event.kind == AlertEventKind::Ended) {
        m_memory.end(event.alert, event.at);
    }
    const auto slot = m_index.find(event.alert);
    if (slot) {
        touch(*slot);
        m_alerts[*slot].episodes = m_memory.count(event.alert);
        if (!event.isPast && isFromLogOnly(*slot)) {
            restoreTurn(*slot, event);
        }
    } else if (event.kind == AlertEventKind::Unjudged) {
        restoreRule(event);
    }
}

AlertTelling AlertBookStore::loggedTelling(const AlertEvent& event)
{
    AlertTelling telling;
    telling.source = sourceOf(event.source);
    telling.seen.name = event.name;
    telling.seen.severity = event.severity;
    telling.seen.summary = event.summary;
    telling.seen.labels = event.labels;
    telling.toldStart = startOf(AlertBookTeller::episodeOf(event));
    telling.firstStart = telling.toldStart;
    telling.start = event.at;
    telling.seenAt = event.seenAt;
    telling.hasFired = true;
    telling.isSilent = true;
    telling.isFromLog = true;
    return telling;
}

void AlertBookStore::restoreFired(const AlertEvent& event)
{
    const auto known = m_index.find(event.alert);
    if (known && !isFromLogOnly(*known)) {
        return; // we know better
    }
    const quint32 slot = known ? *known : create(alertIdentity(event.alert, event.name, event.labels));
    Alert& alert = m_alerts[slot];
    AlertRecord& record = m_records[slot];
    for (const AlertTelling& telling : record.tellings) {
        m_sources[telling.source].fromLog.remove(slot);
    }
    record.tellings.clear();
    addTelling(slot, loggedTelling(event));
    record.isOpen = true;
    record.isLost = false;
    record.isUnjudged = false;
    record.episode = AlertBookTeller::episodeOf(event);
    record.episodeStart = startOf(record.episode);
    record.resumptions = record.episode.section(QLatin1Char('.'), 1, 1).toUInt();
    record.toldAt = event.seenAt;
    record.coolUntil = {};
    record.toldSeverity = event.severity;
    record.toldWords = wordsHash(event.summary);
    record.toldHolds.clear();
    alert.place = event.place;
    alert.since = event.at;
    alert.endedAt = {};
    alert.state = AlertState::Unknown;
    alert.holds.clear();
    takeWords(alert, record, m_sources);
}

void AlertBookStore::restoreRule(const AlertEvent& event)
{
    AlertBookIdentity identity = alertIdentity(event.alert, event.name, event.labels);
    identity.isShared = false;
    const quint32 slot = create(identity);
    AlertRecord& record = m_records[slot];
    record.isRule = true;
    record.isUnjudged = true;
    record.episode = AlertBookTeller::episodeOf(event);
    AlertTelling telling = loggedTelling(event);
    telling.isRule = true;
    addTelling(slot, std::move(telling));
    Alert& alert = m_alerts[slot];
    alert.place = event.place;
    alert.since = startOf(record.episode);
    alert.state = AlertState::Unknown;
    takeWords(alert, record, m_sources);
}

void AlertBookStore::restoreTurn(quint32 slot, const AlertEvent& event)
{
    AlertRecord& record = m_records[slot];
    switch (event.kind) {
    case AlertEventKind::Ended:
        restoreEnd(slot, event);
        break;
    case AlertEventKind::Lost:
    case AlertEventKind::Found:
        record.isLost = event.kind == AlertEventKind::Lost;
        break;
    case AlertEventKind::Unjudged:
        record.isUnjudged = true;
        break;
    case AlertEventKind::Judged:
        record.isUnjudged = false;
        if (record.isRule) {
            restoreEnd(slot, event);
        }
        break;
    case AlertEventKind::Changed:
        for (AlertTelling& telling : record.tellings) {
            telling.seen.severity = event.severity;
            telling.seen.summary = event.summary;
        }
        record.toldSeverity = event.severity;
        record.toldWords = wordsHash(event.summary);
        takeWords(m_alerts[slot], record, m_sources);
        break;
    case AlertEventKind::Flapping:
    case AlertEventKind::Steady: {
        const bool isFlapping = event.kind == AlertEventKind::Flapping;
        record.flaps.restore(isFlapping ? event.at : Timestamp{}, event.seenAt);
        m_alerts[slot].flappingSince = record.flaps.since();
        record.dueAt = isFlapping ? event.seenAt : Timestamp{}; // judged when time next passes
        if (isFlapping) {
            m_due.push({record.dueAt, slot});
        }
        break;
    }
    default:
        restoreHold(slot, event);
        break;
    }
}

void AlertBookStore::restoreEnd(quint32 slot, const AlertEvent& event)
{
    AlertRecord& record = m_records[slot];
    Alert& alert = m_alerts[slot];
    for (AlertTelling& telling : record.tellings) {
        telling.seen.phase = AlertPhase::Ended;
        telling.end = event.at;
    }
    record.isOpen = false;
    record.isLost = false;
    record.isUnjudged = false;
    record.coolUntil = {};
    alert.endedAt = event.at;
    alert.state = AlertState::Resolved;
    alert.holds.clear();
    takeWords(alert, record, m_sources);
    m_resolved.push_back({alert.endedAt, alert.key});
}

void AlertBookStore::restoreHold(quint32 slot, const AlertEvent& event)
{
    const bool hasCome = event.kind == AlertEventKind::HeldBack || event.kind == AlertEventKind::Silenced ||
                         event.kind == AlertEventKind::Inhibited;
    const bool hasGone = event.kind == AlertEventKind::LetThrough ||
                         event.kind == AlertEventKind::Unsilenced ||
                         event.kind == AlertEventKind::Uninhibited;
    AlertHold hold;
    if ((!hasCome && !hasGone) || !AlertBookTeller::readNote(event.note, hold)) {
        return;
    }
    if (hold.kind == AlertHoldKind::Flapping) { // a swing of it
        m_records[slot].flaps.restore(m_records[slot].flaps.since(), event.seenAt);
        return;
    }
    hold.since = event.at;
    hold.until = event.until;
    AlertRecord& record = m_records[slot];
    record.toldHolds.insert(qHash(event.uid));
    std::vector<AlertHold>& holds = m_alerts[slot].holds;
    std::erase_if(holds,
                  [&hold](const AlertHold& each) { return each.kind == hold.kind && each.by == hold.by; });
    if (hasCome) {
        holds.push_back(hold);
    }
    if (hold.kind == AlertHoldKind::Cooldown) {
        record.coolUntil = hasCome ? event.until : Timestamp{};
        record.toldAt = hasCome ? record.toldAt : event.seenAt;
    }
}

} // namespace stowage
