// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/alerts/incidents/MemberFacts.h"

#include <array>

namespace stowage {

/// An alert within a group.
struct GroupMember
{
    TextKey alert = 0;
    TextKey code = 0;     ///< of its first episode here: what an incident's id is made from
    TextKey lastCode = 0; ///< of its latest: it was the first until an earlier one became known, maybe
    TextKey episode = 0;  ///< IncidentTurn::episode of its latest
    MemberFactsPtr facts;
    Timestamp first{};
    Timestamp last{};  ///< its latest turn
    Timestamp fired{}; ///< its latest firing
    quint32 episodes = 1;
    quint32 messages = 1; ///< of its latest
    bool isOpen = true;
    bool isUnknown = false;
    bool isPinned = false; ///< a person put it here: the engine leaves it alone
    BelongingKind why = BelongingKind::First;
    QString whyDetail;
};

/// What persons did to an incident.
struct GroupCare
{
    QString owner;
    QString acknowledgedBy;
    Timestamp acknowledgedAt{};
    QString note;
    Timestamp mutedUntil{};
    QString mutedBy;
};

/// What an incident is made of.
struct IncidentGroup
{
    quint64 version = 0; ///< another after every change, never used twice
    QString id;
    TextKey code = 0;
    QStringList formerIds; ///< of the incidents that went into it
    std::vector<GroupMember> members;
    quint32 open = 0;    ///< members that stand
    quint32 unknown = 0; ///< those of them that may or may not
    quint32 told = 0;
    quint32 reopened = 0;
    Timestamp openedAt{};
    Timestamp lastAt{};
    Timestamp lastFired{};
    Timestamp resolvedAt{};
    std::array<Timestamp, 11> latest{}; ///< firings of new members, a ring
    quint32 joined = 0;                 ///< how many went through it
    bool isStorm = false;
    bool isSplit = false;   ///< a person split it off: takes nothing but its own alerts
    bool isPinned = false;  ///< a person made it what it is: it goes into no other by itself
    QString zone;           ///< it is the loss of this zone
    TextKey commonKind = 0; ///< it is what many hosts have in common, MemberFacts::kindKey
    GroupCare care;

    bool isResolved() const { return open == 0; }
    IncidentState state() const;

    /// Members came: tells whether there is a storm in it.
    void noteJoined(Timestamp at, const struct IncidentRules& rules);
};

/// "I-7K2QX4": `length` letters and digits of the code, of those that cannot be mistaken for each other.
QString incidentId(TextKey code, int length = 6);

/// An id as a question to many codes.
class IncidentIdMatch
{
public:
    explicit IncidentIdMatch(QStringView id); ///< in any case

    /// Whether the id is what this code gives.
    bool operator()(TextKey code) const { return m_mask != 0 && (code & m_mask) == m_code; }

private:
    TextKey m_code = 0;
    TextKey m_mask = 0; ///< 0: it is no id
};

} // namespace stowage
