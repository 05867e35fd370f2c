// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementWatch.h"
#include "models/placement/PrewarmPlanner.h"
#include "views/placement/ProposalPanel.h"

#include <QObject>

namespace stowage {

/// What could be warmed so that the goal is met: finds the images below it, plans for them beside the GUI
/// thread now and then, and says what that comes to. A fleet too large to be planned for in passing is
/// planned for on request only.
class PrewarmControl : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives the control; `hosts` may be null.
    PrewarmControl(const Fleet& fleet, const PlacementTracker& tracker, const PlacementWatch& watch,
                   const HostBook* hosts, const Clock& clock, QObject* parent = nullptr);

    /// Looks again; cheap where nothing has changed. To be called when the watch has.
    void update();

    const std::optional<PrewarmProposal>& proposal() const { return m_proposal; }
    /// Images with layers below their goal.
    const std::vector<ImageId>& images() const { return m_images; }

    /// Plans for all of them now; answered by planned().
    void plan();

Q_SIGNALS:
    void changed();                                 ///< the proposal
    void planned(const stowage::PrewarmPlan& plan); ///< what plan() asked for

private:
    bool isSmall() const;
    void begin();
    void take(const PrewarmPlan& plan);

    const Fleet& m_fleet;
    const PlacementTracker& m_tracker;
    const PlacementWatch& m_watch;
    const HostBook* m_hosts;
    const Clock& m_clock;
    PrewarmPlanner m_planner;
    std::vector<ImageId> m_images;
    Roaring m_below;
    std::optional<PrewarmProposal> m_proposal;
    Timestamp m_plannedAt{};
    bool m_isAsked = false;   ///< by plan()
    bool m_isOutdated = true; ///< what is below has changed since it was planned for
};

} // namespace stowage
