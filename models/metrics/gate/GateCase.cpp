// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateRule.h"

#include <algorithm>

namespace stowage {
namespace {

double seconds(Millis duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

double GateCase::span() const
{
    return std::max(1.0, seconds(batch.span));
}

double GateCase::sinceLast() const
{
    return past.newestAt() == Timestamp{} ? 0 : seconds(sample.at - past.newestAt());
}

bool GateCase::isAfterSilence() const
{
    return sinceLast() > limits.silence * span();
}

bool GateCase::isMean() const
{
    return batch.span > std::chrono::minutes(5);
}

bool GateCase::isPastAhead() const
{
    const Timestamp latest = now + limits.futureTolerance;
    return past.newestAt() > latest && sample.at <= latest &&
           sample.at >= now - limits.futureTolerance - batch.span;
}

const GateMember* GateCase::beside(MetricPart part) const
{
    return group == nullptr ? nullptr : group->find(part, batch);
}

std::optional<double> GateCase::told(MetricPart part) const
{
    return valueAt(beside(part), sample.at);
}

} // namespace stowage
