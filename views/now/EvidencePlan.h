// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/metrics/SeriesData.h"
#include "views/hosts/ChartPlan.h"

#include <vector>

namespace stowage {

class HostBook;

/// Which series show what happened in an incident, and over which time.
struct EvidencePlan
{
    static constexpr size_t MostLanes = 4;

    std::vector<PlannedSeries> lanes; ///< what its alerts speak of first
    TimeRange range;                  ///< from well before it was opened to now, or to soon after its end
    bool hasHosts = false;            ///< a subject of it is a host that somebody measures

    /// Every key of every lane, in order.
    std::vector<SeriesKey> keys() const;

    bool operator==(const EvidencePlan&) const = default;
};

/// Chooses by what the members are called ("HighCPU" speaks of the processor), then what is commonly looked
/// at first. Of several hosts each has its share of the lanes.
EvidencePlan planEvidence(const Incident& incident, const HostBook* hosts, Timestamp now);

} // namespace stowage
