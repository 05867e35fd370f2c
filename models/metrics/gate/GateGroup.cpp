// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateGroup.h"

#include <algorithm>
#include <cmath>

namespace stowage {

const GateMember* GateGroup::find(MetricPart part, const SampleBatch& batch) const
{
    const auto found = std::ranges::find_if(members, [&](const GateMember& member) {
        return member.part == part && member.batch->isBackfill == batch.isBackfill &&
               member.batch->span == batch.span;
    });
    return found == members.end() ? nullptr : &*found;
}

std::optional<double> valueAt(const GateMember* member, Timestamp at)
{
    if (member == nullptr) {
        return std::nullopt;
    }
    const std::vector<Sample>& samples = member->batch->samples;
    const auto found = std::ranges::lower_bound(samples, at, {}, &Sample::at);
    if (found == samples.end() || found->at != at || !std::isfinite(found->value)) {
        return std::nullopt;
    }
    return found->value;
}

std::optional<double> claimedAt(const GateMember* member, Timestamp at)
{
    const std::optional<double> believed = valueAt(member, at);
    if (believed || member == nullptr) {
        return believed;
    }
    const auto isThen = [at](const QuarantinedSample& doubted) {
        return doubted.sample.at == at;
    };
    const auto found = std::ranges::find_if(member->batch->quarantined, isThen);
    return found == member->batch->quarantined.end() ? std::nullopt : std::optional(found->sample.value);
}

} // namespace stowage
