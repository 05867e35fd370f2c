// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace stowage {

/// Where a quantile lies.
struct Quantile
{
    double value = 0;
    bool isAtLeast = false; ///< it lies above the last finite bound, which `value` is

    bool operator==(const Quantile&) const = default;
};

/// How many observations were at most each bound: cumulative, as exposition pages tell it. Made of
/// differences of counters, so that those of several nodes add up.
struct Histogram
{
    std::vector<double> bounds; ///< finite, ascending
    std::vector<double> counts; ///< at most the bound of the same place
    double total = 0;           ///< all, those above the last bound as well

    /// Adds another. Where the bounds differ, those that both have stay: only there is the sum exact.
    void add(const Histogram& other);

    /// The value that the share `q` (0 … 1) of all observations does not exceed, interpolated within its
    /// bucket as Prometheus' histogram_quantile() does. Nothing without observations.
    std::optional<Quantile> quantile(double q) const;

    bool operator==(const Histogram&) const = default;
};

} // namespace stowage
