// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PlacementWatch.h"

#include "models/placement/PlacementFindings.h"

#include <QPromise>
#include <QThreadPool>

namespace stowage {

PlacementWatch::PlacementWatch(const PlacementTracker& tracker, PlacementPolicies policies,
                               const Clock& clock, FindingDates dates, QObject* parent)
    : QObject(parent), m_tracker(tracker), m_policies(std::move(policies)), m_clock(clock)
{
    m_result.dates = std::move(dates);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PlacementWatch::take);
    connect(&tracker, &PlacementTracker::changed, this, &PlacementWatch::noteChange);
    m_clock.after(Millis{0}, this, [this] { compute(); });
    m_isBusy = true;
}

void PlacementWatch::noteChange()
{
    m_isOutdated = true;
    if (!m_isBusy) {
        compute();
    }
}

void PlacementWatch::compute()
{
    m_isBusy = true;
    m_isOutdated = false;
    const auto promise = std::make_shared<QPromise<Result>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, map = m_tracker.map(), policies = m_policies,
                                          dates = m_result.dates, now = m_clock.now()]() mutable {
        Result result{placementFindings(map, policies, now), coverageOf(map, policies), std::move(dates)};
        result.dates.date(result.findings, map, now);
        promise->addResult(std::move(result));
        promise->finish();
    });
}

void PlacementWatch::take()
{
    // A copy: takeResult() would put the shared state back to not finished, and the promise, which the other
    // thread may not have let go of yet, would then cancel it and finish once more.
    m_result = m_watcher.result();
    m_isComputed = true;
    m_clock.after(Pause, this, [this] {
        m_isBusy = false;
        if (m_isOutdated) {
            compute();
        }
    });
    Q_EMIT changed();
}

} // namespace stowage
