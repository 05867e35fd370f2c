// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/notify/QuietWatch.h"

namespace stowage {

std::optional<Timestamp> QuietWatch::until(const NotificationRules& rules, Timestamp now,
                                           AlertSeverity severity)
{
    Answer& answer = m_answers.at(static_cast<size_t>(severity));
    if (now < answer.from || now >= answer.to) {
        answer = {now, rules.nextQuietTurn(now).value_or(Timestamp::max()), rules.quietUntil(now, severity)};
    }
    return answer.until;
}

} // namespace stowage
