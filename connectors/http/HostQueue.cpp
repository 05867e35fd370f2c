// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/HostQueue.h"

#include <algorithm>

namespace stowage {

HostQueue::HostQueue(const Budget& budget) : m_width(budget.connections), m_bucket(budget.requestsPerSecond)
{
}

void HostQueue::push(quint64 call)
{
    if (m_calls.empty()) {
        m_lanes.push_front({});
    }
    m_calls.push_back(call);
    ++m_waiting;
}

void HostQueue::pushBatch(quint64 batch, size_t count)
{
    if (count > 0) {
        m_lanes.push_back({batch, 0, count});
        m_waiting += count;
    }
}

void HostQueue::pushAgain(quint64 exchange)
{
    m_again.push_back(exchange);
    ++m_waiting;
}

size_t HostQueue::drop(quint64 owner)
{
    size_t dropped = std::erase(m_again, owner) + std::erase(m_calls, owner);
    std::erase_if(m_lanes, [&](const Lane& lane) {
        if (lane.batch == owner && owner != 0) {
            dropped += lane.count - lane.next;
            return true;
        }
        return lane.batch == 0 && m_calls.empty();
    });
    m_waiting -= dropped;
    return dropped;
}

std::optional<Ticket> HostQueue::take(SteadyTime now)
{
    if (m_waiting == 0 || m_inFlight >= m_width.width() || now < m_heldUntil || !m_bucket.take(now)) {
        return std::nullopt;
    }
    --m_waiting;
    ++m_inFlight;
    if (!m_again.empty()) {
        const Ticket ticket{m_again.front(), {}};
        m_again.pop_front();
        return ticket;
    }
    return takeFromLanes();
}

Ticket HostQueue::takeFromLanes()
{
    Lane lane = m_lanes.front();
    m_lanes.pop_front();
    Ticket ticket;
    bool more = false;
    if (lane.batch == 0) {
        ticket = {m_calls.front(), {}};
        m_calls.pop_front();
        more = !m_calls.empty();
    } else {
        ticket = {lane.batch, lane.next++};
        more = lane.next < lane.count;
    }
    if (more) {
        m_lanes.push_back(lane);
    }
    return ticket;
}

std::optional<SteadyTime> HostQueue::nextChance(SteadyTime now) const
{
    if (m_waiting == 0 || m_inFlight >= m_width.width()) {
        return std::nullopt;
    }
    return std::max({now, m_heldUntil, m_bucket.next(std::max(now, m_heldUntil))});
}

} // namespace stowage
