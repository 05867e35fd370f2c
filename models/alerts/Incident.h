// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertSeverity.h"
#include "models/alerts/AlertSubject.h"
#include "models/core/Time.h"

namespace stowage {

enum class IncidentState : quint8
{
    Open,
    Unknown, ///< all that is left of it is unknown: its sources are silent
    Resolved,
};

QString incidentStateName(IncidentState state); ///< "open", "unknown", "resolved"

/// Why an alert belongs to an incident.
enum class BelongingKind : quint8
{
    First,    ///< it opened the incident
    Subject,  ///< the same subject
    Topology, ///< what fails with it: the host's peer, its layers, its registry, its source
    Zone,     ///< so many hosts of a zone that it is the zone
    Storm,    ///< came in a storm from the same source
    Labels,   ///< shares labels at about the same time
    ByPerson, ///< a person put it there
};

QString belongingName(BelongingKind kind); ///< "first", "subject", … as JSON prints it

/// An alert of an incident.
struct IncidentMember
{
    QString alert; ///< Alert::key
    QString name;
    AlertSubject subject;
    AlertSeverity severity = AlertSeverity::Warning;
    bool isOpen = true;
    bool isUnknown = false;
    quint32 episodes = 1; ///< that fell into this incident
    Timestamp first{};
    Timestamp last{}; ///< its latest turn
    BelongingKind why = BelongingKind::First;
    QString whyDetail; ///< "zone eu-b", "labels job, cluster"; empty where the kind says all

    bool operator==(const IncidentMember&) const = default;
};

/// One thing that went wrong, with all that was told of it.
struct Incident
{
    /// "I-7K2QX": made from the first turn of the alert that opened it, so that every replay gives the same.
    /// IncidentBook::find() also knows it by the id that any of its members would have given it.
    QString id;
    QString title;  ///< "node eu-b-17 is gone: 9 layers have one copy left"
    QString detail; ///< the second line: subjects, zone, source
    AlertSeverity severity = AlertSeverity::Warning;
    double impact = 0; ///< for the order: severity, subjects, layers, how long; greater is worse
    IncidentState state = IncidentState::Open;
    bool isStorm = false;
    Timestamp openedAt{};
    Timestamp lastAt{};     ///< the latest turn of a member
    Timestamp resolvedAt{}; ///< of Resolved
    quint32 reopened = 0;
    quint32 told = 0; ///< messages folded into it: every firing of every member by every witness
    std::vector<AlertSubject> subjects;  ///< worst first
    QString zone;                        ///< empty: several, or nobody says
    std::vector<IncidentMember> members; ///< the first first
    QString owner;                       ///< empty: nobody
    QString acknowledgedBy;
    Timestamp acknowledgedAt{}; ///< the epoch: not acknowledged
    QString note;               ///< the latest
    Timestamp mutedUntil{};     ///< the epoch: not muted
    QString mutedBy;

    bool isOpen() const { return state != IncidentState::Resolved; }
    bool isMuted(Timestamp now) const { return now < mutedUntil; }

    bool operator==(const Incident&) const = default;
};

} // namespace stowage
