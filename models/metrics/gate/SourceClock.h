// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/gate/GateLimits.h"

#include <vector>

namespace stowage {

/// How far a source's clock is from ours. One stamp hours ahead is absurd; a source all of whose stamps are
/// hours ahead, again and again, has a clock that is off, and its samples are as true as any.
class SourceClock
{
public:
    /// The newest stamps that it told at once, each less our own time. Any order.
    void observe(std::vector<Millis>& offsets, const GateLimits& limits);

    /// False until it has told something of the present.
    bool isKnown() const { return m_isKnown; }

    /// 0 while it is right within the tolerance. Ahead is positive.
    Millis skew() const { return m_skew; }

    /// Grows by one each time the clock is found to have been set.
    quint32 era() const { return m_era; }

private:
    void adopt(Millis offset, const GateLimits& limits);

    bool m_isKnown = false;
    Millis m_skew{0};
    Millis m_candidate{0}; ///< where it may be since lately
    int m_seen = 0;        ///< how often in a row it was there
    quint32 m_era = 0;
};

} // namespace stowage
