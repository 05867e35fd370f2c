// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/BucketSums.h"

#include <algorithm>
#include <cmath>

namespace stowage {

std::optional<quint32> BucketSums::find(double bound) const
{
    const auto place = std::ranges::lower_bound(m_buckets, bound, {}, &Bucket::bound);
    return place != m_buckets.end() && place->bound == bound ? std::optional(place->sum) : std::nullopt;
}

void BucketSums::add(double bound, quint32 sum)
{
    m_buckets.insert(std::ranges::lower_bound(m_buckets, bound, {}, &Bucket::bound), {bound, sum});
}

std::optional<Histogram> BucketSums::over(const CounterHistory& history, MetricWindow window) const
{
    Histogram histogram;
    bool hasTotal = false;
    for (const Bucket& bucket : m_buckets) {
        const auto count = history.gain(window, bucket.sum);
        if (count && std::isinf(bucket.bound)) {
            histogram.total = *count;
            hasTotal = true;
        } else if (count) {
            histogram.bounds.push_back(bucket.bound);
            histogram.counts.push_back(*count);
        }
    }
    return hasTotal ? std::optional(std::move(histogram)) : std::nullopt;
}

} // namespace stowage
