// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hosts/HostSpark.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stowage {

qint64 HostSpark::numberOf(Timestamp at)
{
    return at.time_since_epoch() / std::chrono::duration_cast<Millis>(Step);
}

void HostSpark::add(Timestamp at, double value)
{
    constexpr auto Count = static_cast<qint64>(Buckets);
    const qint64 number = numberOf(at);
    if (number <= 0 || number + Count <= m_newest || !std::isfinite(value)) {
        return;
    }
    // Between the newest bucket and this one lie those that nobody has told of.
    for (qint64 fresh = std::max(m_newest + 1, number - Count + 1); fresh <= number; ++fresh) {
        m_buckets.at(static_cast<size_t>(fresh % Count)) = {};
    }
    m_newest = std::max(m_newest, number);
    Bucket& bucket = m_buckets.at(static_cast<size_t>(number % Count));
    bucket.sum += static_cast<float>(value);
    ++bucket.count;
}

std::vector<double> HostSpark::values(Timestamp now) const
{
    constexpr auto Count = static_cast<qint64>(Buckets);
    std::vector<double> means(Buckets, std::numeric_limits<double>::quiet_NaN());
    const qint64 last = numberOf(now);
    for (qint64 number = last - Count + 1; number <= last; ++number) {
        if (number <= 0 || number > m_newest || number + Count <= m_newest) {
            continue;
        }
        const Bucket& bucket = m_buckets.at(static_cast<size_t>(number % Count));
        if (bucket.count > 0) {
            means.at(static_cast<size_t>(number - (last - Count + 1))) =
                static_cast<double>(bucket.sum) / bucket.count;
        }
    }
    return means;
}

} // namespace stowage
