// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/SteadyTime.h"

namespace stowage {

/// Requests per second, with a burst of a tenth of a second's worth (at least one).
class TokenBucket
{
public:
    /// A rate of 0 or below is no limit.
    explicit TokenBucket(double perSecond);

    /// Takes one if there is one.
    bool take(SteadyTime now);

    /// When the next one will be there; `now` when there is one.
    SteadyTime next(SteadyTime now) const;

private:
    double available(SteadyTime now) const;

    double m_perSecond;
    double m_burst;
    double m_tokens;
    SteadyTime m_at{};
};

} // namespace stowage
