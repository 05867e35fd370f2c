// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/FindingDates.h"
#include "models/placement/PlacementCoverage.h"
#include "models/placement/PlacementTracker.h"
#include "models/ports/Clock.h"

#include <QFutureWatcher>

namespace stowage {

/// Findings and coverage, kept while the fleet changes. They are worked out on another thread from a copy of
/// the map, one at a time, at most once a second; the GUI thread only hands over and takes back. GUI thread;
/// tracker and clock outlive it.
class PlacementWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr Millis Pause{1'000};

    /// `dates`: what earlier runs knew of the findings' ages.
    PlacementWatch(const PlacementTracker& tracker, PlacementPolicies policies, const Clock& clock,
                   FindingDates dates = {}, QObject* parent = nullptr);

    /// As of the last computation; empty before the first.
    const std::vector<PlacementFinding>& findings() const { return m_result.findings; }
    const PlacementCoverage& coverage() const { return m_result.coverage; }
    const PlacementPolicies& policies() const { return m_policies; }
    FindingDateBook dates() const { return m_result.dates.book(); } ///< for the next run
    bool isComputed() const { return m_isComputed; }

Q_SIGNALS:
    void changed();

private:
    struct Result
    {
        std::vector<PlacementFinding> findings;
        PlacementCoverage coverage;
        FindingDates dates;
    };

    void noteChange();
    void compute();
    void take();

    const PlacementTracker& m_tracker;
    const PlacementPolicies m_policies;
    const Clock& m_clock;
    QFutureWatcher<Result> m_watcher;
    Result m_result;
    bool m_isComputed = false;
    bool m_isBusy = false;    ///< a computation runs, or the pause after it
    bool m_isOutdated = true; ///< the map has changed since the last computation began
};

} // namespace stowage
