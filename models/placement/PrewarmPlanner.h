// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PlacementMap.h"
#include "models/placement/PlacementPolicies.h"
#include "models/placement/PrewarmPlan.h"
#include "models/placement/PrewarmRequest.h"

#include <QFutureWatcher>
#include <QObject>

namespace stowage {

/// Plans beside the GUI thread: takes values, gives back a value. One plan at a time; a new question forgets
/// the one before.
class PrewarmPlanner : public QObject
{
    Q_OBJECT

public:
    explicit PrewarmPlanner(QObject* parent = nullptr);

    /// Answers by planned(), later, on this thread.
    void plan(const PlacementMap& map, const PlacementPolicies& policies, const PrewarmRequest& request,
              const NodeFacts& facts, const PrewarmRates& rates, Timestamp now);

    bool isPlanning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void planned(const stowage::PrewarmPlan& plan);

private:
    QFutureWatcher<PrewarmPlan>
        m_watcher; ///< of the newest question; an answer to an older one has no watcher
};

} // namespace stowage
