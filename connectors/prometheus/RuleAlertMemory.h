// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/prometheus/RuleAlerts.h"

#include <QHash>

#include <optional>

namespace stowage {

/// Makes reports of what rules give, and knows what a restart of their server does to it.
///
/// A server that began anew tells an alert as pending that fired before, until the rule's `for` has passed
/// again: its condition holds, so it still fires to us, since the same moment, also once it fires there. And
/// until rules were evaluated what is missing is unknown; so it is where the server has not told all.
class RuleAlertMemory
{
public:
    /// For how long after a rule was seen that nobody had evaluated. One of a slow group stays so for longer
    /// than the rest can be left in doubt. And for how long it is remembered what a list that cannot be
    /// trusted lacks: what is pending after that is so for the first time.
    static constexpr Millis YoungFor = std::chrono::minutes(2);

    /// Takes the alerts out of what was read. `now` is monotonic.
    AlertReport take(RuleAlerts& rules, const QString& source, Millis now);

private:
    struct Since
    {
        Timestamp told{};              ///< by us
        Timestamp active{};            ///< by the server as it is now
        std::optional<Millis> missing; ///< since when, from lists that cannot be trusted
    };

    QHash<QString, Since> m_firing;     ///< by identity
    std::optional<Millis> m_unjudgedAt; ///< since when there is a rule that was not evaluated
    std::optional<Millis> m_youngUntil;
};

} // namespace stowage
