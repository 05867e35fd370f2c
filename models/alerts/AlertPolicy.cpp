// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertPolicy.h"

#include <algorithm>

namespace stowage {

const AlertTempo& AlertPolicy::tempoOf(const Alert& alert) const
{
    const auto found =
        std::ranges::find_if(rules, [&alert](const Rule& rule) { return rule.matcher.matches(alert); });
    return found == rules.end() ? usual : found->tempo;
}

std::optional<Timestamp> AlertPolicy::nextTurn(Timestamp now) const
{
    std::optional<Timestamp> next;
    const auto consider = [&next](std::optional<Timestamp> turn) {
        if (turn && (!next || *turn < *next)) {
            next = turn;
        }
    };
    for (const MaintenanceWindow& window : maintenance) {
        consider(window.nextTurn(now));
    }
    for (const QuietHours& hours : quietHours) {
        consider(hours.nextTurn(now));
    }
    return next;
}

} // namespace stowage
