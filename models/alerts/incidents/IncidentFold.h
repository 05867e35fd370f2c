// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldState.h"
#include "models/alerts/incidents/IncidentTurn.h"

namespace stowage {

/// Folds turns, one after the other, into a state. The same turns in the same order give the same state:
/// nothing else is asked, neither the time nor the fleet.
class IncidentFold
{
public:
    explicit IncidentFold(FoldState& state) : m_state(state) {}

    void apply(const IncidentTurn& turn);

private:
    void fire(const IncidentTurn& turn);
    void fireAgain(quint32 group, const IncidentTurn& turn);
    void end(const IncidentTurn& turn);
    void setUnknown(const IncidentTurn& turn, bool isUnknown);
    void change(const IncidentTurn& turn);
    void swing(const IncidentTurn& turn);
    static void count(IncidentGroup& group, GroupMember& member, quint32 messages);

    FoldState& m_state;
};

} // namespace stowage
