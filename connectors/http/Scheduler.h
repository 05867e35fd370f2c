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
///
/// Every second turn is for those with single calls, where there are any: a sweep of thousands of nodes does
/// not make the one registry wait for its turn among them all.
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
    EndpointState* nextCalling();
    void join(EndpointState& endpoint);

    std::deque<EndpointState*> m_round;
    std::deque<EndpointState*> m_calling; ///< stand in the other round as well
    bool m_wasCalling = false;            ///< the last turn was for a single call
    std::multimap<SteadyTime, quint64> m_later;
    std::multimap<SteadyTime, EndpointState*> m_waiting;
};

} // namespace stowage
