// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertBookRecord.h"

namespace stowage {

/// Makes events of an alert's turns.
class AlertBookTeller
{
public:
    AlertBookTeller(const Alert& alert, AlertRecord& record, Timestamp now, std::vector<AlertEvent>& events)
        : m_alert(alert), m_record(record), m_now(now), m_events(events)
    {
    }

    /// "KIND/KEY/EPISODE", and "/TAIL" where an episode can have several of its kind. `at` is never after
    /// now.
    AlertEvent& tell(AlertEventKind kind, Timestamp at, const QString& tail = {});

    /// A hold came or went; told once an episode.
    void tellHold(const AlertHold& hold, bool hasCome);

    static QString uid(AlertEventKind kind, const QString& key, const QString& episode,
                       const QString& tail = {});
    /// The episode of an event's uid; empty when it is none of ours.
    static QString episodeOf(const AlertEvent& event);

    /// "123", milliseconds since the epoch.
    static QString stamp(Timestamp at);

    /// AlertEvent::note of HeldBack: "maintenance: switch eu-b is replaced".
    static QString noteOf(const AlertHold& hold);
    /// The other way round; false when it is no such note.
    static bool readNote(const QString& note, AlertHold& hold);

private:
    const Alert& m_alert;
    AlertRecord& m_record;
    Timestamp m_now;
    std::vector<AlertEvent>& m_events;
};

} // namespace stowage
