// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/Scheduler.h"

namespace stowage {

void Scheduler::ready(EndpointState& endpoint)
{
    if (!endpoint.isReady && !endpoint.queue.isEmpty()) {
        endpoint.isReady = true;
        m_round.push_back(&endpoint);
    }
    join(endpoint);
}

void Scheduler::join(EndpointState& endpoint)
{
    if (endpoint.queue.hasCalls() && !std::exchange(endpoint.isCalling, true)) {
        m_calling.push_back(&endpoint);
    }
}

EndpointState* Scheduler::nextCalling()
{
    if (m_calling.empty() || std::exchange(m_wasCalling, !m_wasCalling)) {
        return nullptr;
    }
    EndpointState* endpoint = m_calling.front();
    m_calling.pop_front();
    endpoint->isCalling = false;
    return endpoint;
}

std::optional<Scheduler::Turn> Scheduler::next(SteadyTime now)
{
    if (EndpointState* calling = nextCalling()) {
        // One that cannot go now waits in the other round, and comes back with what it waits for.
        if (const auto ticket = calling->queue.take(now)) {
            join(*calling);
            return Turn{calling, *ticket};
        }
    }
    while (!m_round.empty()) {
        EndpointState* endpoint = m_round.front();
        m_round.pop_front();
        if (const auto ticket = endpoint->queue.take(now)) {
            m_round.push_back(endpoint);
            return Turn{endpoint, *ticket};
        }
        endpoint->isReady = false;
        // One wake-up is enough: a chance only ever moves to later, and is looked at anew then.
        const auto chance = endpoint->queue.nextChance(now);
        if (chance && !std::exchange(endpoint->isWaiting, true)) {
            m_waiting.emplace(*chance, endpoint);
        }
    }
    return std::nullopt;
}

std::vector<quint64> Scheduler::due(SteadyTime now)
{
    while (!m_waiting.empty() && m_waiting.begin()->first <= now) {
        EndpointState* endpoint = m_waiting.begin()->second;
        m_waiting.erase(m_waiting.begin());
        endpoint->isWaiting = false;
        ready(*endpoint);
    }
    std::vector<quint64> exchanges;
    while (!m_later.empty() && m_later.begin()->first <= now) {
        exchanges.push_back(m_later.begin()->second);
        m_later.erase(m_later.begin());
    }
    return exchanges;
}

SteadyTime Scheduler::nextDue() const
{
    SteadyTime due = SteadyTime::max();
    if (!m_later.empty()) {
        due = m_later.begin()->first;
    }
    return m_waiting.empty() ? due : std::min(due, m_waiting.begin()->first);
}

void Scheduler::forget(EndpointState& endpoint)
{
    std::erase(m_round, &endpoint);
    std::erase(m_calling, &endpoint);
    std::erase_if(m_waiting, [&](const auto& entry) { return entry.second == &endpoint; });
}

void Scheduler::forget(quint64 exchange)
{
    std::erase_if(m_later, [&](const auto& entry) { return entry.second == exchange; });
}

} // namespace stowage
