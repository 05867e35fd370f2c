// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineLane.h"

namespace stowage {

/// What the timeline is to show.
struct TimelineQuery
{
    Timestamp from{};
    Timestamp to{}; ///< not included; the epoch: up to now, and what comes
    QString text;   ///< see AlertWords
    std::vector<TimelineLane> lanes{TimelineLanes.begin(), TimelineLanes.end()};
    quint32 stretches = 300; ///< how finely it is counted; at most 4,096

    bool isLive() const { return to == Timestamp{}; }
    bool operator==(const TimelineQuery&) const = default;
};

} // namespace stowage
