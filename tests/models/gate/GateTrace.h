// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/gate/SampleGate.h"
#include "tests/models/gate/TraceHost.h"

#include <deque>

namespace stowage::test {

/// A few machines told of by two hubs, one of whose clocks is three hours ahead. Now and then a line is cut,
/// and the last hour comes again; now and then coarser tiers of the past are fetched.
class GateTrace
{
public:
    explicit GateTrace(unsigned seed, int hostsOfAKind = 1);

    struct Minute
    {
        size_t host = 0;
        SubjectKey subject;
        Timestamp now{};
        Millis skew{0};                   ///< of the hub's clock
        std::vector<SampleBatch> batches; ///< empty: nothing is heard
        bool isAgain = false;             ///< told before, or backfill: nothing new of the present
    };

    size_t hosts() const { return m_hosts.size(); }
    SubjectKey subject(size_t host) const { return m_hosts[host].subject; }
    HostFacts facts(size_t host) const { return m_hosts[host].host.facts(); }

    /// All that is told within the next minute, host by host.
    std::vector<Minute> next();

private:
    struct Watched
    {
        SubjectKey subject;
        TraceHost host;
        Millis skew{0};
        std::map<QString, std::deque<Sample>> told{}; ///< of the last two hours
    };

    Minute minuteOf(size_t index);
    Minute lastHourAgain(size_t index) const;
    Minute tiersOf(size_t index, Millis span) const;

    std::vector<Watched> m_hosts;
    std::mt19937 m_random;
    Timestamp m_now{};
};

} // namespace stowage::test
