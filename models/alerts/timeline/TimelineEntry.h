// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineLane.h"
#include "models/table/Column.h"

namespace stowage {

/// A bar or a mark in a lane: an episode of an alert, an outage of a source, an incident, or one event.
struct TimelineEntry
{
    enum class Shape : quint8
    {
        Moment, ///< `to` is `from`
        Span,
    };

    /// How a span ends.
    enum class End : quint8
    {
        Over,     ///< at `to`
        Standing, ///< it had not ended as far as the log tells of the range
        Unknown,  ///< likewise, and since `unknownSince` nobody tells of it
        NotTold,  ///< it came anew at `to`, and nobody told when it had ended
    };

    RowId id = 0; ///< its own as long as it is shown
    QString key;  ///< of the first event: its uid; of an incident: its id
    TimelineLane lane = TimelineLane::Alerts;
    Shape shape = Shape::Moment;
    AlertEventKind kind = AlertEventKind::Fired; ///< of the first event
    Timestamp from{};
    Timestamp to{};                               ///< of one that stands: the epoch
    bool isBeginUnknown = false;                  ///< it began before `from`, before what is loaded
    End end = End::Over;                          ///< of a span
    Timestamp unknownSince{};                     ///< of Unknown
    AlertSeverity severity = AlertSeverity::Info; ///< the worst
    QString alert;                                ///< Alert::key; empty when it is about none
    QString name;
    AlertSubject subject;
    QString zone;
    QString source;
    QString summary; ///< the latest
    std::vector<AlertLabel> labels;
    QString incident; ///< that it belongs to, or is
    QString actor;
    QString note;
    quint32 events = 1;    ///< of the log, or messages folded into an incident
    bool isFolded = false; ///< one of a storm that is shown as one
    bool isStorm = false;  ///< an incident that can be opened and folded

    bool isStanding() const { return shape == Shape::Span && (end == End::Standing || end == End::Unknown); }
    bool operator==(const TimelineEntry&) const = default;
};

/// "moment", "over", "standing", "unknown", "notTold": as JSON prints it.
QString timelineStateName(const TimelineEntry& entry);

} // namespace stowage
