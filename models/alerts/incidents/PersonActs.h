// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldState.h"
#include "models/alerts/incidents/IncidentTurn.h"

namespace stowage {

/// What persons did to incidents, folded like all else. An act on an incident that is not there any more, or
/// not yet, does nothing.
class PersonActs
{
public:
    explicit PersonActs(FoldState& state) : m_state(state) {}

    void apply(const IncidentTurn& turn);

    /// The group that an id means: its own, one that it had before, or what a member would have given it.
    /// 0 when there is none.
    static quint32 groupOf(const FoldState& state, QStringView id);

private:
    void care(quint32 group, const AlertEvent& act, Timestamp at);
    void split(quint32 group, const AlertEvent& act, TextKey alert);
    void merge(quint32 into, const AlertEvent& act);

    FoldState& m_state;
};

} // namespace stowage
