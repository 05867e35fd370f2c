// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/TokenBucket.h"

#include <algorithm>

namespace stowage {

using Seconds = std::chrono::duration<double>;

TokenBucket::TokenBucket(double perSecond)
    : m_perSecond(perSecond), m_burst(std::max(1.0, perSecond / 10)), m_tokens(m_burst)
{
}

bool TokenBucket::take(SteadyTime now)
{
    if (m_perSecond <= 0) {
        return true;
    }
    m_tokens = available(now);
    m_at = now;
    if (m_tokens < 1) {
        return false;
    }
    m_tokens -= 1;
    return true;
}

SteadyTime TokenBucket::next(SteadyTime now) const
{
    const double missing = m_perSecond <= 0 ? 0 : 1 - available(now);
    if (missing <= 0) {
        return now;
    }
    // A microsecond more, lest rounding wakes us just before.
    return now + std::chrono::duration_cast<SteadyTime::duration>(Seconds(missing / m_perSecond)) +
           std::chrono::microseconds{1};
}

double TokenBucket::available(SteadyTime now) const
{
    if (m_at == SteadyTime{}) {
        return m_burst;
    }
    return std::min(m_burst, m_tokens + Seconds(now - m_at).count() * m_perSecond);
}

} // namespace stowage
