// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/FleetJson.h"
#include "models/alerts/Alert.h"
#include "models/alerts/AlertEvent.h"
#include "models/alerts/AlertReport.h"

namespace stowage {

/// A moment, or null for "never".
Json jsonMoment(Timestamp at);

/// What an alert or incident is about.
Json jsonSubject(const AlertSubject& subject);

/// Names and values as one object; of a name that is told twice the last.
Json jsonLabels(const std::vector<AlertLabel>& labels);

/// An alert as `stowage/snapshot/1` has it; in "heldBack" why it makes no noise, in "witnesses" who tells of
/// it. `incident`: the id of the one that it belongs to; empty: none.
Json jsonAlert(const Alert& alert, const QString& incident);

/// What a source keeps quiet.
Json jsonSilence(const AlertSilence& silence);

/// What happened, one line of the log.
Json jsonEvent(const AlertEvent& event);

} // namespace stowage
