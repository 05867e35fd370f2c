// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentEngine.h"
#include "tests/models/incidents/StormMaker.h"

namespace stowage::test {

/// An engine that has folded all of this.
IncidentEngine folded(const std::vector<AlertEvent>& events, const IncidentRules& rules = {});

/// The same events in another order in which they may well arrive: none more than `lateness` after one that
/// happened later.
std::vector<AlertEvent> shuffled(std::vector<AlertEvent> events, quint64 seed, Millis lateness);

/// What an engine has made of them, in words and figures, one line an incident and one a member: to be
/// compared, and read when it differs.
QStringList described(const IncidentEngine& engine);

/// How well alerts were brought together: of all pairs of firings, those truly of one cause against those
/// found in one incident.
struct PairScore
{
    quint64 both = 0;  ///< of one cause, found together
    quint64 found = 0; ///< found together
    quint64 truly = 0; ///< of one cause

    double precision() const { return found == 0 ? 1.0 : double(both) / double(found); }
    double recall() const { return truly == 0 ? 1.0 : double(both) / double(truly); }
    double f1() const;
    PairScore& operator+=(const PairScore& other);
};

PairScore scoreOf(const IncidentEngine& engine, const std::vector<StormMaker::Firing>& firings);

} // namespace stowage::test
