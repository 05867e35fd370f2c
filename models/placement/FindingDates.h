// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementFinding.h"
#include "models/placement/PlacementMap.h"

#include <QHash>

namespace stowage {

/// Since when each finding stands, over recomputations. A finding that was not there before has a date that
/// is exact only where its cells were known then: else it may be older, as are all of the first computation
/// after a start. A value; it may go to another thread and back.
class FindingDates
{
public:
    /// Dates all findings of this map, made at `now`; forgets those that are no more.
    void date(std::vector<PlacementFinding>& findings, const PlacementMap& map, Timestamp now);

private:
    struct Entry
    {
        Timestamp since{};
        bool isExact = false;
    };

    bool wasJudged(const PlacementFinding& finding) const;

    QHash<QString, Entry> m_entries; ///< by PlacementFinding::key
    PlacementMap m_before;
};

} // namespace stowage
