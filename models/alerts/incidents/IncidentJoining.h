// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldState.h"
#include "models/alerts/incidents/IncidentTurn.h"

namespace stowage {

/// The group that an alert which fires belongs to, and why; group 0: none that there is.
struct JoiningChoice
{
    quint32 group = 0;
    BelongingKind why = BelongingKind::First;
    QString detail;
};

/// Finds where an alert belongs. The first of these that says something: where it was before; its subject;
/// what fails with its subject, or what its subject fails with; labels that name a cause; the loss of its
/// zone; what many hosts have in common; a storm of its source.
class IncidentJoining
{
public:
    explicit IncidentJoining(const FoldState& state) : m_state(state) {}

    JoiningChoice choose(const IncidentTurn& turn) const;

    /// The number under which a group goes on, if it takes alerts at that time; 0 else.
    quint32 open(quint32 group, Timestamp at) const;

    /// Leaves word of an alert that has joined a group, for those that come after it.
    static void leaveTraces(FoldState& state, quint32 group, const MemberFacts& facts, Timestamp at);

private:
    /// What a trace leads to, if it is fresh enough and takes alerts; 0 else.
    quint32 follow(const GroupTraces& traces, TextKey key, Timestamp at, Millis within) const;
    std::optional<JoiningChoice> sameAlert(const IncidentTurn& turn) const;
    std::optional<JoiningChoice> sameSubject(const IncidentTurn& turn) const;
    std::optional<JoiningChoice> topology(const IncidentTurn& turn) const;
    std::optional<JoiningChoice> sharedLabels(const IncidentTurn& turn) const;
    std::optional<JoiningChoice> zone(const IncidentTurn& turn) const;
    std::optional<JoiningChoice> commonName(const IncidentTurn& turn) const;
    std::optional<JoiningChoice> storm(const IncidentTurn& turn) const;
    QString causeOf(quint32 group) const;

    const FoldState& m_state;
};

} // namespace stowage
