// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/Endpoint.h"
#include "connectors/http/TokenBucket.h"
#include "connectors/http/WidthControl.h"

#include <deque>
#include <optional>
#include <vector>

namespace stowage {

/// Who may go next.
struct Ticket
{
    quint64 owner = 0;           ///< an exchange, or a batch
    std::optional<size_t> index; ///< of a batch's request that goes for the first time

    bool operator==(const Ticket&) const = default;
};

/// The queue of one endpoint: its single calls and each of its batches take turns, so that a sweep of a
/// hundred thousand does not keep a person's one request waiting. What comes back (a retry, a redirect, a
/// renewed token) goes first. Width, rate and a server's plea for patience hold everybody. Values only; the
/// engine's thread.
class HostQueue
{
public:
    explicit HostQueue(const Budget& budget);

    void push(quint64 call);
    void pushBatch(quint64 batch, size_t count);
    void pushAgain(quint64 exchange);

    /// Forgets a call that waits, or the rest of a batch; how many requests that were.
    size_t drop(quint64 owner);

    /// The next one, when width, rate and patience allow; it counts as in flight until done().
    std::optional<Ticket> take(SteadyTime now);

    /// When take() can next give something without anything coming back; nothing when only that can help.
    std::optional<SteadyTime> nextChance(SteadyTime now) const;

    void done() { --m_inFlight; }
    void holdUntil(SteadyTime until) { m_heldUntil = std::max(m_heldUntil, until); }

    bool isEmpty() const { return m_waiting == 0; }
    bool hasCalls() const { return !m_calls.empty(); }
    size_t waiting() const { return m_waiting; }
    int inFlight() const { return m_inFlight; }
    WidthControl& width() { return m_width; }

private:
    struct Lane
    {
        quint64 batch = 0; ///< 0: the lane of single calls
        size_t next = 0;
        size_t count = 0;
    };

    Ticket takeFromLanes();

    WidthControl m_width;
    TokenBucket m_bucket;
    SteadyTime m_heldUntil{};
    std::deque<quint64> m_again;
    std::deque<quint64> m_calls;
    std::deque<Lane> m_lanes; ///< those with something to give; the front one is next
    size_t m_waiting = 0;
    int m_inFlight = 0;
};

} // namespace stowage
