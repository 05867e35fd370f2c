// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/Histogram.h"

#include <algorithm>
#include <cmath>

namespace stowage {

void Histogram::add(const Histogram& other)
{
    if (bounds.empty() && total == 0) {
        *this = other;
        return;
    }
    size_t kept = 0;
    size_t theirs = 0;
    for (size_t mine = 0; mine < bounds.size(); ++mine) {
        while (theirs < other.bounds.size() && other.bounds[theirs] < bounds[mine]) {
            ++theirs;
        }
        if (theirs < other.bounds.size() && other.bounds[theirs] == bounds[mine]) {
            bounds[kept] = bounds[mine];
            counts[kept] = counts[mine] + other.counts[theirs];
            ++kept;
        }
    }
    bounds.resize(kept);
    counts.resize(kept);
    total += other.total;
}

std::optional<Quantile> Histogram::quantile(double q) const
{
    if (!(total > 0) || bounds.empty() || bounds.size() != counts.size()) {
        return std::nullopt;
    }
    const double rank = std::clamp(q, 0.0, 1.0) * total;
    double below = 0;
    double lower = std::min(0.0, bounds.front());
    for (size_t i = 0; i < bounds.size(); ++i) {
        // Buckets of counters read one after the other may fall by a little; a cumulative count does not.
        const double upTo = std::max(below, counts[i]);
        if (upTo >= rank && upTo > below) {
            const double share = std::clamp((rank - below) / (upTo - below), 0.0, 1.0);
            return Quantile{lower + (bounds[i] - lower) * share, false};
        }
        below = upTo;
        lower = bounds[i];
    }
    return Quantile{bounds.back(), true};
}

} // namespace stowage
