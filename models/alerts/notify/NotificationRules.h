// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/QuietHours.h"

namespace stowage {

/// When people are told of an incident.
struct NotificationRules
{
    AlertSeverity least = AlertSeverity::Warning; ///< what is less bad is never told
    std::chrono::minutes unownedAfter{15};        ///< once an incident, if nobody has taken it; 0: never
    int mostPerMinute = 6;                        ///< of all channels together; the rest becomes one digest
    bool isResolvedTold = true;
    std::vector<QuietHours> quiet{};       ///< those of all alerts: an incident has no labels
    std::chrono::minutes selfTestEvery{0}; ///< the path itself is tested; 0: on demand only

    /// Until when people are left alone with what is so bad; nothing when they are told.
    std::optional<Timestamp> quietUntil(Timestamp now, AlertSeverity severity) const;

    /// When quietUntil() next becomes another; nothing: never again.
    std::optional<Timestamp> nextQuietTurn(Timestamp now) const;
};

} // namespace stowage
