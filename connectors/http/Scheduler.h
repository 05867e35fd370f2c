// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/EndpointState.h"

#include <deque>
#include <map>
#include <unordered_set>
#include <vector>

namespace stowage {

/// Whose turn it is among the endpoints, one request each, so that a slow or busy host takes nothing from the
/// others; and what is to happen at a later time.
class Scheduler
{
public:
    /// The endpoint may have something to give: it got work, or room.
    void ready(EndpointState& endpoint);

    /// The next ticket, and whose.
    struct Turn
    {
        EndpointState* endpoint = nullptr;
        Ticket ticket;
    };
    std::optional<Turn> next(SteadyTime now);

    /// The exchange goes back into its endpoint's queue at that time.
    void later(SteadyTime at, quint64 exchange) { m_later.emplace(at, exchange); }
    /// Those whose time has come; endpoints whose wait is over join the round by themselves.
    std::vector<quint64> due(SteadyTime now);
    SteadyTime nextDue() const;

    void forget(EndpointState& endpoint);
    void forget(quint64 exchange);

private:
    std::deque<EndpointState*> m_round;
    std::multimap<SteadyTime, quint64> m_later;
    std::multimap<SteadyTime, EndpointState*> m_waiting;
};

} // namespace stowage
