// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/http/RetryPolicy.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

struct Rule
{
    RetryCause cause;
    int read;
    int probe;
    int write; ///< only what certainly did not reach the server
};

constexpr std::array Table{
    Rule{RetryCause::None, 0, 0, 0},        Rule{RetryCause::Unreachable, 2, 0, 2},
    Rule{RetryCause::Broken, 2, 0, 0},      Rule{RetryCause::TimedOut, 1, 0, 0},
    Rule{RetryCause::Busy, 3, 0, 0},        Rule{RetryCause::BadGateway, 2, 0, 0},
    Rule{RetryCause::Unavailable, 3, 0, 0}, Rule{RetryCause::GatewayTime, 2, 0, 0},
};

} // namespace

RetryCause retryCauseOf(int status)
{
    switch (status) {
    case 429:
        return RetryCause::Busy;
    case 502:
        return RetryCause::BadGateway;
    case 503:
        return RetryCause::Unavailable;
    case 504:
        return RetryCause::GatewayTime;
    default:
        return RetryCause::None;
    }
}

RetryPolicy::RetryPolicy(Millis base, Millis cap, Millis retryAfterCap)
    : m_base(base), m_cap(cap), m_retryAfterCap(retryAfterCap)
{
}

int RetryPolicy::retries(RetryClass retryClass, RetryCause cause)
{
    const Rule& rule = Table.at(static_cast<size_t>(cause));
    switch (retryClass) {
    case RetryClass::Read:
        return rule.read;
    case RetryClass::Write:
        return rule.write;
    case RetryClass::Probe:
        break;
    }
    return rule.probe;
}

std::optional<Millis> RetryPolicy::delay(RetryClass retryClass, RetryCause cause, int attempts,
                                         std::optional<Millis> retryAfter, double random) const
{
    if (attempts > retries(retryClass, cause) || retryAfter.value_or(Millis{0}) > m_retryAfterCap) {
        return std::nullopt;
    }
    const Millis ceiling = std::min(m_cap, Millis{m_base.count() << std::min(attempts - 1, 20)});
    const Millis jittered{static_cast<qint64>(random * static_cast<double>(ceiling.count()))};
    return retryAfter.value_or(Millis{0}) + jittered;
}

} // namespace stowage
