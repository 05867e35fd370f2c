// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineCounts.h"
#include "models/alerts/timeline/TimelineEntry.h"

#include <QSet>

namespace stowage {

/// What the lanes are drawn from, as it was when it was taken.
struct TimelineContent
{
    std::vector<TimelineEntry> entries; ///< those that pass the filter, by their beginning
    std::vector<TimelineLane> lanes{TimelineLanes.begin(), TimelineLanes.end()}; ///< shown, in order
    TimelineCounts counts;   ///< of all, for what is older than coveredFrom
    bool isCounted = true;   ///< the counts are true of what passes the filter
    Timestamp coveredFrom{}; ///< entries are known from here on
    Timestamp now{};         ///< what stands is drawn up to here
    QSet<QString> opened;    ///< storms, by Incident::id
};

} // namespace stowage
