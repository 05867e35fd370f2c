// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/NotificationRules.h"

namespace stowage {

std::optional<Timestamp> NotificationRules::quietUntil(Timestamp now, AlertSeverity severity) const
{
    std::optional<Timestamp> until;
    for (const QuietHours& each : quiet) {
        if (severity > each.upTo || each.matcher != AlertMatcher{}) {
            continue;
        }
        if (const auto span = each.spanAt(now)) {
            until = std::max(until.value_or(span->to), span->to);
        }
    }
    return until;
}

std::optional<Timestamp> NotificationRules::nextQuietTurn(Timestamp now) const
{
    std::optional<Timestamp> next;
    for (const QuietHours& each : quiet) {
        if (const auto turn = each.nextTurn(now)) {
            next = std::min(next.value_or(*turn), *turn);
        }
    }
    return next;
}

} // namespace stowage
