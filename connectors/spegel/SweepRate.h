// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

namespace stowage {

/// So many requests a second over all nodes, granted in lots: a lot may go when nothing is owed, and is paid
/// off by time.
class SweepRate
{
public:
    /// 0: no limit.
    explicit SweepRate(double perSecond) : m_perSecond(perSecond) {}

    /// How long until a lot may go; 0: now.
    Millis wait(Millis now) const
    {
        if (m_perSecond <= 0 || now >= m_paidAt) {
            return Millis{0};
        }
        return m_paidAt - now;
    }

    void spend(size_t requests, Millis now)
    {
        if (m_perSecond > 0) {
            const auto costs = static_cast<qint64>(1'000.0 * static_cast<double>(requests) / m_perSecond);
            m_paidAt = std::max(m_paidAt, now) + Millis{costs};
        }
    }

private:
    double m_perSecond;
    Millis m_paidAt{0}; ///< nothing is owed from then on; of the clock's monotonic time
};

} // namespace stowage
