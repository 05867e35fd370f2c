// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <array>
#include <vector>

namespace stowage {

/// The shape of one metric over the last six hours, for a sparkline: means of five minutes each. Forgets what
/// is older.
class HostSpark
{
public:
    static constexpr size_t Buckets = 72;
    static constexpr std::chrono::minutes Step{5};

    /// Samples may come in any order; what is older than the newest by more than six hours is left out.
    void add(Timestamp at, double value);

    /// Oldest first, the bucket of `now` last; NaN where nothing is known.
    std::vector<double> values(Timestamp now) const;

    bool isEmpty() const { return m_newest == 0; }

private:
    struct Bucket
    {
        float sum = 0;
        quint32 count = 0;
    };

    static qint64 numberOf(Timestamp at);

    std::array<Bucket, Buckets> m_buckets{}; ///< by number modulo their count
    qint64 m_newest = 0;                     ///< the number of the newest bucket since the epoch
};

} // namespace stowage
