// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace stowage {

/// The value that the share `q` (0 … 1) of all does not exceed, interpolated between neighbours. The values
/// are finite; nought for none.
double quantileOf(std::vector<double> values, double q);

inline double medianOf(std::vector<double> values)
{
    return quantileOf(std::move(values), 0.5);
}

/// How far values commonly lie from `centre`: the median of the distances, scaled so that it is the standard
/// deviation where the values are normal. Half of the values may be anything.
double spreadAround(std::vector<double> values, double centre);

} // namespace stowage
