// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/PeerMetrics.h"

namespace stowage {
namespace {

constexpr int FirstServerFault = 500;

std::optional<double> percent(double part, double whole)
{
    return whole > 0 ? std::optional(100 * part / whole) : std::nullopt;
}

} // namespace

std::optional<double> CacheTraffic::hitPercent() const
{
    return percent(hits, requests());
}

bool RequestCount::isPull() const
{
    return method == QLatin1String("GET") && handler.startsWith(QLatin1String("/v2/"));
}

double RequestTraffic::pulls() const
{
    double sum = 0;
    for (const RequestCount& count : counts) {
        sum += count.isPull() ? count.count : 0;
    }
    return sum;
}

double RequestTraffic::failedPulls() const
{
    double sum = 0;
    for (const RequestCount& count : counts) {
        sum += count.isPull() && count.code >= FirstServerFault ? count.count : 0;
    }
    return sum;
}

std::optional<double> RequestTraffic::pullsPerSecond() const
{
    return covered > Millis{0} ? std::optional(pulls() * 1000 / static_cast<double>(covered.count()))
                               : std::nullopt;
}

std::optional<double> RequestTraffic::errorPercent() const
{
    return percent(failedPulls(), pulls());
}

} // namespace stowage
