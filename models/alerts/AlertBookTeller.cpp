// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertBookTeller.h"

namespace stowage {
namespace {

AlertEventKind kindOf(const AlertHold& hold, bool hasCome)
{
    switch (hold.kind) {
    case AlertHoldKind::Silenced:
        return hasCome ? AlertEventKind::Silenced : AlertEventKind::Unsilenced;
    case AlertHoldKind::Inhibited:
        return hasCome ? AlertEventKind::Inhibited : AlertEventKind::Uninhibited;
    default:
        return hasCome ? AlertEventKind::HeldBack : AlertEventKind::LetThrough;
    }
}

/// Whoever tells it, the same hold has the same name: those of a source or of the profile by what they are
/// called, our own by when they began.
QString tailOf(const AlertHold& hold)
{
    switch (hold.kind) {
    case AlertHoldKind::Silenced:
    case AlertHoldKind::Inhibited:
        return hold.by;
    case AlertHoldKind::Maintenance:
    case AlertHoldKind::QuietHours:
        return alertHoldName(hold.kind) + QLatin1Char('/') + hold.by + QLatin1Char('/') +
               AlertBookTeller::stamp(hold.until);
    default:
        return alertHoldName(hold.kind) + QLatin1Char('/') + AlertBookTeller::stamp(hold.since);
    }
}

} // namespace

QString AlertBookTeller::stamp(Timestamp at)
{
    return QString::number(at.time_since_epoch().count());
}

QString AlertBookTeller::uid(AlertEventKind kind, const QString& key, const QString& episode,
                             const QString& tail)
{
    const QString head = alertEventKindName(kind) + QLatin1Char('/') + key + QLatin1Char('/') + episode;
    return tail.isEmpty() ? head : head + QLatin1Char('/') + tail;
}

QString AlertBookTeller::episodeOf(const AlertEvent& event)
{
    const QString head = alertEventKindName(event.kind) + QLatin1Char('/') + event.alert + QLatin1Char('/');
    return event.uid.startsWith(head) ? event.uid.mid(head.size()).section(QLatin1Char('/'), 0, 0)
                                      : QString();
}

QString AlertBookTeller::noteOf(const AlertHold& hold)
{
    return hold.by.isEmpty() ? alertHoldName(hold.kind)
                             : alertHoldName(hold.kind) + QLatin1String(": ") + hold.by;
}

bool AlertBookTeller::readNote(const QString& note, AlertHold& hold)
{
    const QString name = note.section(QLatin1String(": "), 0, 0);
    for (int kind = 0; kind <= static_cast<int>(AlertHoldKind::Settling); ++kind) {
        if (name == alertHoldName(static_cast<AlertHoldKind>(kind))) {
            hold.kind = static_cast<AlertHoldKind>(kind);
            hold.by = note.mid(name.size() + 2);
            return true;
        }
    }
    return false;
}

AlertEvent& AlertBookTeller::tell(AlertEventKind kind, Timestamp at, const QString& tail)
{
    AlertEvent& event = m_events.emplace_back();
    event.uid = uid(kind, m_alert.key, m_record.episode, tail);
    event.kind = kind;
    event.at = std::min(at, m_now);
    event.seenAt = m_now;
    event.alert = m_alert.key;
    event.name = m_alert.name;
    event.severity = m_alert.severity;
    event.place = m_alert.place;
    event.summary = m_alert.summary;
    event.labels = m_alert.labels;
    return event;
}

void AlertBookTeller::tellHold(const AlertHold& hold, bool hasCome)
{
    if (hold.kind == AlertHoldKind::Flapping) {
        return; // told as such
    }
    const AlertEventKind kind = kindOf(hold, hasCome);
    const QString tail = tailOf(hold);
    const size_t hash = qHash(uid(kind, m_alert.key, m_record.episode, tail));
    if (m_record.toldHolds.contains(hash)) {
        return;
    }
    m_record.toldHolds.insert(hash);
    AlertEvent& event = tell(kind, hasCome ? hold.since : m_now, tail);
    event.note = noteOf(hold);
    if (hasCome) {
        event.until = hold.until;
    }
}

} // namespace stowage
