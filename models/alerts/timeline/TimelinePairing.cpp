// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/timeline/TimelinePairing.h"

#include <algorithm>

namespace stowage {
namespace {

/// What an episode or an outage is of; empty for what is a moment whatever else happens.
QString keyOf(const AlertEvent& event)
{
    switch (timelineLaneOf(event.kind)) {
    case TimelineLane::Alerts:
        return event.alert.isEmpty() ? QString() : QLatin1String("a/") + event.alert;
    case TimelineLane::Sources:
        return QLatin1String("s/") + event.place.subject.name;
    default:
        return {};
    }
}

TimelineEntry entryOf(const AlertEvent& event)
{
    TimelineEntry entry;
    entry.key = event.uid;
    entry.lane = timelineLaneOf(event.kind);
    entry.kind = event.kind;
    entry.from = event.at;
    entry.to = event.at;
    entry.severity = event.severity;
    entry.alert = event.alert;
    entry.name = event.name;
    entry.subject = event.place.subject;
    entry.zone = event.place.zone;
    entry.source = event.source;
    entry.summary = event.summary;
    entry.labels = event.labels;
    entry.incident = event.incident;
    entry.actor = event.actor;
    entry.note = event.note;
    return entry;
}

void add(TimelineEntry& entry, const AlertEvent& event)
{
    ++entry.events;
    entry.severity = std::max(entry.severity, event.severity);
    if (!event.summary.isEmpty()) {
        entry.summary = event.summary;
    }
    if (!event.note.isEmpty()) {
        entry.note = event.note;
    }
}

} // namespace

QString timelineStateName(const TimelineEntry& entry)
{
    if (entry.shape == TimelineEntry::Shape::Moment) {
        return QStringLiteral("moment");
    }
    switch (entry.end) {
    case TimelineEntry::End::Over:
        return QStringLiteral("over");
    case TimelineEntry::End::Standing:
        return QStringLiteral("standing");
    case TimelineEntry::End::Unknown:
        return QStringLiteral("unknown");
    case TimelineEntry::End::NotTold:
        break;
    }
    return QStringLiteral("notTold");
}

void TimelinePairing::take(const AlertEvent& event)
{
    const QString key = keyOf(event);
    if (key.isEmpty()) {
        moment(event);
        return;
    }
    switch (event.kind) {
    case AlertEventKind::Fired:
    case AlertEventKind::SourceLost:
        begin(event, key);
        break;
    case AlertEventKind::Ended:
    case AlertEventKind::SourceFound:
        end(event, key);
        break;
    default:
        tell(event, key);
        break;
    }
}

void TimelinePairing::begin(const AlertEvent& event, const QString& key)
{
    if (TimelineEntry* const before = standing(key)) {
        before->end = TimelineEntry::End::NotTold;
        before->to = event.at;
    }
    TimelineEntry entry = entryOf(event);
    entry.shape = TimelineEntry::Shape::Span;
    entry.end = TimelineEntry::End::Standing;
    entry.to = {};
    m_standing.insert(key, m_entries.size());
    m_entries.push_back(std::move(entry));
}

void TimelinePairing::end(const AlertEvent& event, const QString& key)
{
    TimelineEntry* entry = standing(key);
    if (entry) {
        add(*entry, event);
    } else {
        entry = &beganBefore(event, key);
    }
    entry->end = TimelineEntry::End::Over;
    entry->to = event.at;
    entry->unknownSince = {};
    m_standing.remove(key);
    m_over.insert(key, event.at);
}

/// What says more of an episode. Lost and found tell that there is one, wherever it began.
void TimelinePairing::tell(const AlertEvent& event, const QString& key)
{
    const bool isLost = event.kind == AlertEventKind::Lost;
    const bool isFound = event.kind == AlertEventKind::Found;
    TimelineEntry* entry = standing(key);
    if (entry) {
        add(*entry, event);
    } else if (isLost || isFound) {
        entry = &beganBefore(event, key);
    } else {
        moment(event);
        return;
    }
    if (isLost) {
        entry->end = TimelineEntry::End::Unknown;
        entry->unknownSince = event.at;
    } else if (isFound) {
        entry->end = TimelineEntry::End::Standing;
        entry->unknownSince = {};
    }
}

void TimelinePairing::moment(const AlertEvent& event)
{
    m_entries.push_back(entryOf(event));
}

TimelineEntry* TimelinePairing::standing(const QString& key)
{
    const auto found = m_standing.constFind(key);
    return found == m_standing.cend() ? nullptr : &m_entries[*found];
}

TimelineEntry& TimelinePairing::beganBefore(const AlertEvent& event, const QString& key)
{
    TimelineEntry entry = entryOf(event);
    entry.shape = TimelineEntry::Shape::Span;
    entry.end = TimelineEntry::End::Standing;
    entry.from = std::min(m_over.value(key, m_from), event.at);
    entry.to = {};
    entry.isBeginUnknown = true;
    m_standing.insert(key, m_entries.size());
    return m_entries.emplace_back(std::move(entry));
}

bool TimelinePairing::isShown(const TimelineEntry& entry) const
{
    const bool isBefore = entry.to < m_from && !entry.isStanding();
    return !isBefore && (m_to == Timestamp{} || entry.from < m_to);
}

std::vector<TimelineEntry> TimelinePairing::finish()
{
    std::erase_if(m_entries, [this](const TimelineEntry& entry) { return !isShown(entry); });
    std::ranges::stable_sort(m_entries, {}, &TimelineEntry::from);
    m_standing.clear();
    return std::move(m_entries);
}

} // namespace stowage
