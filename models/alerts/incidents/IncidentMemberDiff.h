// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"

#include <QSet>

namespace stowage {

// What is new between the members that are shown and those that there are. Ten thousand of them ten times a
// second: texts that share their data are not compared.

bool isSameMember(const IncidentMember& a, const IncidentMember& b);
bool areSameMembers(const std::vector<IncidentMember>& a, const std::vector<IncidentMember>& b);

/// The same alerts in the same order, whatever is said of them.
bool areSameAlerts(const std::vector<IncidentMember>& a, const std::vector<IncidentMember>& b);

QSet<QString> alertsOf(const std::vector<IncidentMember>& members);

/// Rows of `members` that are not among `others`.
std::vector<int> rowsBeside(const std::vector<IncidentMember>& members, const QSet<QString>& others);

} // namespace stowage
