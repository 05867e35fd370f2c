// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/notify/NotificationRules.h"

#include <array>

namespace stowage {

/// NotificationRules::quietUntil(), remembered for as long as it cannot be another: days of a time zone are
/// slow to reckon, and it is asked for every incident. A plain value.
class QuietWatch
{
public:
    /// `rules` are the same each time.
    std::optional<Timestamp> until(const NotificationRules& rules, Timestamp now, AlertSeverity severity);

private:
    struct Answer
    {
        Timestamp from = Timestamp::max(); ///< it counts from then
        Timestamp to{};                    ///< until then, not included
        std::optional<Timestamp> until;
    };

    std::array<Answer, 3> m_answers{}; ///< by severity
};

} // namespace stowage
