// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace stowage::bench {

/// What a figure is measured against.
struct Figure
{
    QString name;     ///< "placement.frame.pixels"
    QString workload; ///< "1000 × 1000 cells at one pixel"
    double goal = 0;  ///< the most that ours ÷ peer may be
};

/// Runs both in turn, `repetitions` times each after one run to warm up, so that a machine that drifts drifts
/// for both; prints one JSON line with the medians in milliseconds:
/// {"name","workload","ours","peer","ratio","goal"}. True when the goal is met.
bool compare(const Figure& figure, int repetitions, const std::function<void()>& ours,
             const std::function<void()>& peer);

/// Prints the line of a figure that was measured in another way; `ours` and `peer` in one unit of any kind.
bool report(const Figure& figure, double ours, double peer);

/// Keeps the compiler from leaving out what computes this.
void keep(const void* value);

} // namespace stowage::bench
