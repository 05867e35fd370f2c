// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"
#include "models/alerts/AlertSubject.h"

namespace stowage {

/// How an alert stands, over all that tell of it.
enum class AlertState : quint8
{
    Pending,
    Firing,
    Unknown,  ///< those that told of it are silent: never taken for resolved
    Unjudged, ///< its rule cannot be evaluated
    Resolved,
};

QString alertStateName(AlertState state); ///< "pending", "firing", "unknown", "unjudged", "resolved"

/// Why an alert makes no noise, though it stands.
enum class AlertHoldKind : quint8
{
    Waiting,     ///< its condition does not hold for long enough yet
    Cooldown,    ///< it fired a short while ago
    Flapping,    ///< it turns too often
    Silenced,    ///< by a silence of its source
    Inhibited,   ///< another alert stands above it
    Maintenance, ///< a window of the profile
    QuietHours,  ///< likewise, by severity
    Settling,    ///< its source says that it is over, but its value is too near to the threshold still
};

QString alertHoldName(AlertHoldKind kind); ///< "waiting", "cooldown", … as JSON prints it

/// One reason why an alert is held back. Never hidden: every view shows it.
struct AlertHold
{
    AlertHoldKind kind = AlertHoldKind::Waiting;
    Timestamp since{};
    Timestamp until{}; ///< the epoch: nobody knows
    QString by;        ///< the silence's id and author, the alert above, the window's name

    bool operator==(const AlertHold&) const = default;
};

/// A source that tells of an alert.
struct AlertWitness
{
    QString source;
    QString key; ///< AlertObservation::key
    AlertPhase phase = AlertPhase::Firing;
    bool isSilent = false; ///< the source does not answer: its word is old
    Timestamp startedAt{};
    Timestamp seenAt{}; ///< when it last said so

    bool operator==(const AlertWitness&) const = default;
};

/// One thing that is wrong, whoever tells of it: the same told by two sources is one alert with two
/// witnesses.
struct Alert
{
    QString key; ///< lasting, unique; the same after a restart and for every episode of it
    QString name;
    AlertState state = AlertState::Firing;
    AlertSeverity severity = AlertSeverity::Warning;
    AlertPlace place;
    QString summary;
    std::vector<AlertLabel> labels;
    std::vector<AlertLabel> annotations;
    std::optional<double> threshold;
    std::optional<double> value;
    QString unit;
    Timestamp since{};         ///< of this episode, the earliest that a witness tells; the epoch: never fired
    Timestamp endedAt{};       ///< of Resolved
    Timestamp seenAt{};        ///< when a witness last told of it
    quint32 episodes = 0;      ///< how often it has fired, as far as the log reaches
    quint32 turns = 0;         ///< within the window of flap detection
    Timestamp flappingSince{}; ///< the epoch: it does not flap
    bool isTransient = false;  ///< it ended before it had lasted as long as its rule or the profile asks
    std::vector<AlertHold> holds;
    std::vector<AlertWitness> witnesses;
    QString link;

    bool isOpen() const { return state != AlertState::Resolved && state != AlertState::Pending; }
    bool isHeldBack() const { return !holds.empty(); }

    bool operator==(const Alert&) const = default;
};

} // namespace stowage
