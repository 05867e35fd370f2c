// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/PrewarmControl.h"

#include <utility>

namespace stowage {

namespace {

constexpr Millis Between{10'000};           // plans in passing
constexpr quint64 MostCells = 2'000'000ULL; // layers below × nodes: more is not planned for in passing

} // namespace

PrewarmControl::PrewarmControl(const Fleet& fleet, const PlacementTracker& tracker,
                               const PlacementWatch& watch, const HostBook* hosts, const Clock& clock,
                               QObject* parent)
    : QObject(parent), m_fleet(fleet), m_tracker(tracker), m_watch(watch), m_hosts(hosts), m_clock(clock)
{
    connect(&m_planner, &PrewarmPlanner::planned, this, &PrewarmControl::take);
}

void PrewarmControl::update()
{
    const PlacementMap& map = m_tracker.map();
    const PlacementGoal& goal = m_watch.policies().base;
    const Roaring& below = m_watch.coverage().below;
    if (m_watch.isComputed() && !(below == m_below)) {
        m_below = below;
        m_isOutdated = true;
        m_images.clear();
        for (const PlacementImage& image : map.images()) {
            if (image.isAlive && image.layers.intersect(below)) {
                m_images.push_back(image.id);
            }
        }
        std::optional<PrewarmProposal> proposal;
        if (!m_images.empty() && goal.copies > 0) {
            proposal.emplace();
            proposal->goal = goal;
            proposal->images = static_cast<quint32>(m_images.size());
            proposal->bytesBelow = map.bytesOf(below);
        }
        m_proposal = proposal;
        Q_EMIT changed();
    }
    const bool isDue = m_isOutdated && m_clock.now() - m_plannedAt >= Between;
    if (m_proposal && isDue && isSmall() && !m_planner.isPlanning()) {
        begin();
    }
}

bool PrewarmControl::isSmall() const
{
    return m_below.cardinality() * m_tracker.map().aliveNodes() <= MostCells;
}

void PrewarmControl::plan()
{
    m_isAsked = true;
    begin();
}

void PrewarmControl::begin()
{
    m_isOutdated = false;
    m_plannedAt = m_clock.now();
    PrewarmRequest request;
    request.images = m_images;
    m_planner.plan(m_tracker.map(), m_watch.policies(), request, nodeFacts(m_fleet, m_hosts), {},
                   m_clock.now());
}

void PrewarmControl::take(const PrewarmPlan& plan)
{
    if (m_proposal) {
        m_proposal->pulls = static_cast<quint32>(plan.steps.size());
        m_proposal->bytes = plan.bytes();
        m_proposal->upstreamBytes = plan.upstreamBytes();
        m_proposal->time = plan.time();
        m_proposal->refused = static_cast<quint32>(plan.refused.size());
        Q_EMIT changed();
    }
    if (std::exchange(m_isAsked, false)) {
        Q_EMIT planned(plan);
    }
}

} // namespace stowage
