// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/gate/GateFixture.h"

#include <algorithm>

namespace stowage::test {

GateFixture::GateFixture() : now(*fromRfc3339(u"2026-11-21T22:00:00.000Z")) {}

std::vector<SampleBatch> GateFixture::tell(const Values& values)
{
    now += std::chrono::minutes(1);
    std::vector<SampleBatch> batches;
    for (const auto& [metric, value] : values) {
        batches.push_back({key(metric), Millis(60'000), false, {{now, value, value}}});
    }
    gate.judge(batches, now);
    return batches;
}

void GateFixture::tellFor(int minutes, const std::function<Values(int)>& values)
{
    for (int minute = 0; minute < minutes; ++minute) {
        tell(values(minute));
    }
}

SampleBatch GateFixture::give(const QString& metric, Sample sample, bool isBackfill)
{
    std::vector<SampleBatch> batches{{key(metric), Millis(60'000), isBackfill, {sample}}};
    gate.judge(batches, now);
    return batches.front();
}

SampleReason GateFixture::reasonOf(const SampleBatch& batch)
{
    return batch.quarantined.empty() ? SampleReason::None : batch.quarantined.front().reason;
}

SampleReason GateFixture::reasonOf(const std::vector<SampleBatch>& batches, const QString& metric)
{
    const auto found = std::ranges::find_if(
        batches, [&metric](const SampleBatch& batch) { return batch.key.metric == metric; });
    return found == batches.end() ? SampleReason::None : reasonOf(*found);
}

} // namespace stowage::test
