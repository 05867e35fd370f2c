// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertObservation.h"
#include "models/metrics/MetricInfo.h"

#include <optional>

namespace stowage {

/// What is known of a hub's alert by its name.
struct HubAlertKind
{
    const char* name = "";
    MetricUnit unit = MetricUnit::Number;
    double factor = 1;            ///< from the hub's unit of the limit to ours
    bool isThreshold = true;      ///< of a measured value; stays triggered while the system is down
    const char* words = nullptr;  ///< %1 is the system, %2 the limit
    const char* metric = nullptr; ///< whose value it is about
};

/// One of an unknown name is a threshold of a plain number.
const HubAlertKind& hubAlertKind(QStringView name);

/// As MetricInfo prints it; empty for a plain number.
QString hubAlertUnit(const HubAlertKind& kind);

/// By what it is about, and for a disk by its limit: few can do anything when it is full.
AlertSeverity hubAlertSeverity(const HubAlertKind& kind, std::optional<double> limit);

/// "CPU of n1 above 80 % for 10 min". `limit` in our unit.
QString hubAlertSummary(const QString& name, const QString& system, std::optional<double> limit,
                        double minutes);

/// Puts down how many messages the hub has sent for an alert, where that is more than one: incidents count
/// them, see messagesOf() in models/alerts/incidents/MemberFacts.h.
void tellMessages(AlertObservation& told, size_t messages);

} // namespace stowage
