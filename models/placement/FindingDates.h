// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementFinding.h"
#include "models/placement/PlacementMap.h"

#include <QHash>

namespace stowage {

/// Since when a finding stands, as it is kept from one run to the next.
struct FindingDate
{
    Timestamp since{};
    bool isExact = false;
    Timestamp seenAt{}; ///< when it last stood

    bool operator==(const FindingDate&) const = default;
};

/// By PlacementFinding::key.
using FindingDateBook = QHash<QString, FindingDate>;

/// Since when each finding stands, over recomputations. A finding that was not there before has a date that
/// is exact only where its cells were known then: else it may be older, as are all of the first computation
/// after a start. A value; it may go to another thread and back.
class FindingDates
{
public:
    FindingDates() = default;

    /// With what earlier runs knew: a finding of theirs that this run has not seen to begin is as old as they
    /// say.
    explicit FindingDates(FindingDateBook earlier) : m_earlier(std::move(earlier)) {}

    /// Dates all findings of this map, made at `now`; forgets those that are no more.
    void date(std::vector<PlacementFinding>& findings, const PlacementMap& map, Timestamp now);

    /// What the next run is to know: all that stands, and what earlier runs knew and this one could not judge
    /// yet.
    FindingDateBook book() const;

private:
    FindingDate begin(const PlacementFinding& finding, Timestamp now);
    bool wasJudged(const PlacementFinding& finding) const;

    FindingDateBook m_earlier;
    FindingDateBook m_entries;
    PlacementMap m_before;
};

} // namespace stowage
