// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace stowage {

/// Rows first … last, both included.
struct RowRun
{
    int first = 0;
    int last = 0;

    int size() const { return last - first + 1; }
    bool operator==(const RowRun&) const = default;
};

/// Merges ascending rows into the fewest runs.
inline std::vector<RowRun> runsOf(const std::vector<int>& rows)
{
    std::vector<RowRun> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().last + 1 == row) {
            runs.back().last = row;
        } else {
            runs.push_back({row, row});
        }
    }
    return runs;
}

} // namespace stowage
