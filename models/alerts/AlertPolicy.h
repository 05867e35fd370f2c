// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertMatcher.h"
#include "models/alerts/MaintenanceWindow.h"
#include "models/alerts/QuietHours.h"

namespace stowage {

/// How patient Stowage is with an alert, beyond what its source already waits.
struct AlertTempo
{
    Millis persistence{0};    ///< fires only after it has stood for so long; what ends before is transient
    Millis cooldown{300'000}; ///< after it was told, the next firing is held back for so long; 0: never
    /// Part of the threshold by which a value must be back on the good side before the alert ends; 0: none.
    double hysteresis = 0.02;
    Millis hysteresisAtMost{120'000}; ///< then it ends all the same
    Millis flapWindow{1'800'000};     ///< in which turns (firings and ends) are counted
    quint32 flapTurns = 8;            ///< so many in the window: it flaps; 0: never judged
    Millis flapCalm{900'000};         ///< without a turn for so long it no longer does

    bool operator==(const AlertTempo&) const = default;
};

/// What the profile says of alerts.
struct AlertPolicy
{
    /// A tempo for some alerts.
    struct Rule
    {
        AlertMatcher matcher;
        AlertTempo tempo;

        bool operator==(const Rule&) const = default;
    };

    AlertTempo usual;
    std::vector<Rule> rules; ///< the first that matches counts
    std::vector<MaintenanceWindow> maintenance;
    std::vector<QuietHours> quietHours;
    Millis keepResolved{86'400'000}; ///< how long a resolved alert stays in the book; the log keeps it
    quint32 mostResolved = 20'000;   ///< then the oldest of them go

    const AlertTempo& tempoOf(const Alert& alert) const;

    /// When a window or a quiet time next begins or ends; nothing: never again.
    std::optional<Timestamp> nextTurn(Timestamp now) const;

    bool operator==(const AlertPolicy&) const = default;
};

} // namespace stowage
