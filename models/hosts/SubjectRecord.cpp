// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/SubjectRecord.h"

#include "models/hosts/HostUpdate.h"

#include <algorithm>

namespace stowage {
namespace {

LatestSample& latestOf(std::vector<LatestSample>& all, const QString& metric)
{
    const auto place = std::ranges::lower_bound(all, metric, {}, &LatestSample::metric);
    if (place != all.end() && place->metric == metric) {
        return *place;
    }
    return *all.insert(place, {metric, {}, {}, 0, {}});
}

} // namespace

bool SubjectRecord::observe(const HostObservation& observation, Timestamp now)
{
    const HostObservation before = std::exchange(told, observation);
    if (!isAlive) {
        isAlive = true;
        seenAt = std::min(told.at, now);
        return false;
    }
    keepUntold(told, before);
    seenAt = std::max(seenAt, std::min(told.at, now));
    // Another process of the same service is no other machine.
    HostIdentity same = told.identity;
    same.instance = before.identity.instance;
    return same == before.identity && told.kind == before.kind && told.isDuplicate == before.isDuplicate;
}

void SubjectRecord::take(const SampleBatch& batch, Timestamp now)
{
    LatestSample& newest = latestOf(latest, batch.key.metric);
    const bool isSpark = batch.key.metric == sparkMetric();
    for (const Sample& sample : batch.samples) {
        if (isSpark) {
            spark.add(sample.at, sample.value);
        }
        if (sample.at >= newest.sample.at) {
            newest.sample = sample;
            newest.span = batch.span;
        }
        seenAt = std::max(seenAt, std::min(sample.at, now));
    }
    newest.quarantined += batch.quarantined.size();
    for (QuarantinedSample bad : batch.quarantined) {
        bad.sample.at = std::min(bad.sample.at, now);
        if (bad.sample.at >= newest.bad.sample.at) {
            newest.bad = bad;
        }
        // It cannot be true, but somebody has told it; of one in the future it is not known when.
        if (bad.reason != SampleReason::FromTheFuture) {
            seenAt = std::max(seenAt, bad.sample.at);
        }
    }
}

void SubjectRecord::forget()
{
    const SubjectKey own = key;
    *this = {};
    key = own;
}

const LatestSample* SubjectRecord::find(QStringView metric) const
{
    const auto isBefore = [](const LatestSample& entry, QStringView sought) {
        return QStringView(entry.metric) < sought;
    };
    const auto found = std::lower_bound(latest.begin(), latest.end(), metric, isBefore);
    return found != latest.end() && found->metric == metric ? &*found : nullptr;
}

QString SubjectRecord::sparkMetric() const
{
    return told.kind == HostKind::Machine ? QStringLiteral("cpu.percent")
                                          : QStringLiteral("process.cpu.cores");
}

} // namespace stowage
