// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/CounterHistory.h"

#include <vector>

namespace stowage {

/// Which sums of a CounterHistory are the buckets of one histogram.
class BucketSums
{
public:
    /// The sum that counts what is at most `bound`; nothing while there is none.
    std::optional<quint32> find(double bound) const;

    /// An infinite bound counts all.
    void add(double bound, quint32 sum);

    /// What was observed within the window; nothing while the whole is not told.
    std::optional<Histogram> over(const CounterHistory& history, MetricWindow window) const;

private:
    struct Bucket
    {
        double bound = 0;
        quint32 sum = 0;
    };

    std::vector<Bucket> m_buckets; ///< ascending
};

} // namespace stowage
