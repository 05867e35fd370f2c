// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmPlanner.h"

#include "models/placement/PrewarmPlanning.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace stowage {

PrewarmPlanner::PrewarmPlanner(QObject* parent) : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT planned(m_watcher.result()); });
}

void PrewarmPlanner::plan(const PlacementMap& map, const PlacementPolicies& policies,
                          const PrewarmRequest& request, const NodeFacts& facts, const PrewarmRates& rates,
                          Timestamp now)
{
    const auto promise = std::make_shared<QPromise<PrewarmPlan>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([=] {
        promise->addResult(planPrewarm(prewarmProblem(map, policies, request, facts, rates), now));
        promise->finish();
    });
}

} // namespace stowage
