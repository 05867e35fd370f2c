// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"
#include "models/alerts/AlertSubject.h"

#include <QMetaType>

namespace stowage {

/// What happened. The numbers are kept on disk: never reuse one.
enum class AlertEventKind : quint8
{
    // An alert's own turns.
    Fired = 1,
    Ended = 2,
    Lost = 3,    ///< its last witness is silent: it may stand or not
    Found = 4,   ///< a witness tells of it again, and it still stands
    Changed = 5, ///< severity or summary
    Flapping = 6,
    Steady = 7, ///< no longer flapping
    HeldBack = 8,
    LetThrough = 9, ///< what held it back is over
    Silenced = 10,
    Unsilenced = 11,
    Inhibited = 12,
    Uninhibited = 13,
    Unjudged = 14, ///< its rule could not be evaluated
    Judged = 15,

    // What persons did, to an incident.
    Acknowledged = 32,
    TakenOver = 33,
    Released = 34,
    Muted = 35,
    Unmuted = 36,
    Split = 37,  ///< `alert` out of `incident`
    Merged = 38, ///< `other` into `incident`
    Noted = 39,

    // What else happened at that time.
    TagMoved = 64,
    TagNew = 65,
    NodeRestarted = 66,
    IdentityChanged = 67,
    AddressesChanged = 68, ///< the A or AAAA records of a source's name
    SourceLost = 80,
    SourceFound = 81,
    ActionDone = 96,
    ActionFailed = 97,

    // What was told to people.
    NoticeSent = 112,
    NoticeFailed = 113,
};

QString alertEventKindName(AlertEventKind kind); ///< "fired", "acknowledged", … as JSON prints it

/// One line of the log. It says all that a replay needs: nothing is looked up elsewhere.
struct AlertEvent
{
    quint64 number = 0; ///< in the log, given there, growing; 0: not in it yet
    /// Names what happened, so that a second reading of the same turn adds nothing: whoever tells the same
    /// turn again, also after a restart, makes the same text. Never empty.
    QString uid;
    AlertEventKind kind = AlertEventKind::Fired;
    Timestamp at{};     ///< when it happened, by its source's clock, brought within what can be true
    Timestamp seenAt{}; ///< when we learned of it
    QString source;     ///< who told it; empty: Stowage itself, or a person
    QString alert;      ///< Alert::key; empty when it is about no alert
    QString name;       ///< the alert's, or the tag's, node's, source's that changed
    AlertSeverity severity = AlertSeverity::Info;
    AlertPlace place;
    QString summary; ///< one line for a person
    std::vector<AlertLabel> labels;
    QString incident;    ///< of what persons did, and of notices
    QString other;       ///< of Merged: the incident that went into it
    QString actor;       ///< of what persons did: who
    QString note;        ///< what they said; why it was held back
    Timestamp until{};   ///< of Muted, HeldBack: the end
    bool isPast = false; ///< read from a source's history: it makes no noise

    bool operator==(const AlertEvent&) const = default;
};

} // namespace stowage

Q_DECLARE_METATYPE(stowage::AlertEvent)
