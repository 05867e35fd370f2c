// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateRules.h"

#include <algorithm>

namespace stowage::gate {
namespace {

/// Several samples that reach to what is known or beyond: a list read anew, which may well fill in what was
/// missed.
bool isListReadAnew(const GateCase& sample)
{
    const std::vector<Sample>& samples = sample.batch.samples;
    return samples.size() > 1 && (samples.back().at >= sample.past.newestAt() ||
                                  sample.past.knows(samples.back()) != SeriesPast::Known::No);
}

} // namespace

SampleReason judgeTime(const GateCase& sample)
{
    const GateLimits& limits = sample.limits;
    if (sample.sample.at > sample.now + std::max(Millis(0), sample.skew) + limits.futureTolerance) {
        return SampleReason::FromTheFuture;
    }
    const Millis oldest = sample.batch.isBackfill ? limits.oldestBackfill : limits.oldest;
    return sample.sample.at < sample.now - oldest ? SampleReason::Ancient : SampleReason::None;
}

SampleReason judgeOrder(const GateCase& sample)
{
    if (sample.past.newestAt() == Timestamp{}) {
        return SampleReason::None;
    }
    if (sample.past.knows(sample.sample) == SeriesPast::Known::OtherValue) {
        return SampleReason::Repeated;
    }
    if (sample.batch.isBackfill || sample.sample.at >= sample.past.newestAt() || sample.isPastAhead() ||
        isListReadAnew(sample)) {
        return SampleReason::None;
    }
    return SampleReason::OutOfOrder;
}

} // namespace stowage::gate
