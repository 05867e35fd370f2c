// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertMatcher.h"

namespace stowage {

/// A time in which work is done on some part, so that its alerts are expected: they are shown as held back,
/// and make no noise.
struct MaintenanceWindow
{
    QString name; ///< "switch eu-b is replaced"
    AlertMatcher matcher;
    Timestamp from{};
    Timestamp to{};  ///< not included
    Millis every{0}; ///< comes again so often; 0: once

    /// The time it is in force at `now`, first and end; nothing when it is not.
    struct Span
    {
        Timestamp from{};
        Timestamp to{};
    };
    std::optional<Span> spanAt(Timestamp now) const;

    /// When spanAt() next becomes another; nothing: never again.
    std::optional<Timestamp> nextTurn(Timestamp now) const;

    bool operator==(const MaintenanceWindow&) const = default;
};

} // namespace stowage
