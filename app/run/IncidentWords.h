// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertEvent.h"
#include "models/alerts/Incident.h"

#include <span>

namespace stowage {

/// For a person, translated; the stable name is incidentStateName().
QString incidentStateText(IncidentState state);

/// "eu-b-17, eu-b-18 and 12 more"
QString subjectNames(const Incident& incident);

/// One incident in full for a terminal: what it is, who has it, its alerts with why they belong, and what
/// happened to it, the newest first.
QString incidentWords(const Incident& incident, const std::vector<AlertEvent>& events, Timestamp now);

/// "acknowledged by alice": what a line of an incident's past says.
QString eventWords(const AlertEvent& event);

/// Alerts and incidents on a page of text: "▲ I-7K2QX  node eu-b-17 is gone …", worst first.
QString incidentLines(std::span<const Incident> incidents, Timestamp now);

} // namespace stowage
