// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/SourceClock.h"

#include <algorithm>

namespace stowage {
namespace {

constexpr int Convincing = 3; // times in a row

bool isNear(Millis a, Millis b, Millis tolerance)
{
    return std::chrono::abs(a - b) <= tolerance;
}

} // namespace

void SourceClock::observe(std::vector<Millis>& offsets, const GateLimits& limits)
{
    if (offsets.empty()) {
        return;
    }
    const auto middle = offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2);
    std::nth_element(offsets.begin(), middle, offsets.end());
    const Millis offset = *middle;
    if (!m_isKnown) {
        // Ahead, it has no past to be measured by. Behind, it may as well be late: that must show first.
        m_isKnown = true;
        if (offset > limits.futureTolerance && offset <= limits.greatestSkew) {
            m_skew = offset;
        }
        return;
    }
    if (isNear(offset, m_skew, limits.futureTolerance)) {
        m_seen = 0;
        return;
    }
    m_seen = m_seen > 0 && isNear(offset, m_candidate, limits.futureTolerance) ? m_seen + 1 : 1;
    if (m_seen == 1) {
        m_candidate = offset;
    }
    if (m_seen >= Convincing && std::chrono::abs(offset) <= limits.greatestSkew) {
        adopt(offset, limits);
    }
}

void SourceClock::adopt(Millis offset, const GateLimits& limits)
{
    m_skew = isNear(offset, Millis(0), limits.futureTolerance) ? Millis(0) : offset;
    m_seen = 0;
    ++m_era;
}

} // namespace stowage
