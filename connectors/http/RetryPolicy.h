// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/http/HttpTypes.h"

#include <optional>

namespace stowage {

/// Why an attempt did not give a final answer.
enum class RetryCause : quint8
{
    None,        ///< it did, or trying again cannot help (certificate, protocol, limit, cancel)
    Unreachable, ///< no name, no connection: the request certainly did not leave
    Broken,      ///< reset, or ended early, after the request may have left
    TimedOut,    ///< a limit passed after the request may have left
    Busy,        ///< 429
    BadGateway,  ///< 502
    Unavailable, ///< 503
    GatewayTime, ///< 504
};

RetryCause retryCauseOf(int status);

/// What is retried, how often, and after how long.
class RetryPolicy
{
public:
    /// Ceiling of the first back-off, ceiling of all, and the longest Retry-After that is waited for.
    RetryPolicy(Millis base, Millis cap, Millis retryAfterCap);

    /// How often a cause is retried at most within one request of this class: the table.
    static int retries(RetryClass retryClass, RetryCause cause);

    /// How long to wait before the next attempt, or nothing when there is none. `attempts` counts those made,
    /// at least 1. `random` is uniform in [0, 1): full jitter, so that clients who failed together do not
    /// return together. A Retry-After is a floor; one beyond the cap is not waited for, the answer goes back
    /// instead.
    std::optional<Millis> delay(RetryClass retryClass, RetryCause cause, int attempts,
                                std::optional<Millis> retryAfter, double random) const;

    Millis retryAfterCap() const { return m_retryAfterCap; }

private:
    Millis m_base;
    Millis m_cap;
    Millis m_retryAfterCap;
};

} // namespace stowage
