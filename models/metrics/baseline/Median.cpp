// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/Median.h"

#include <algorithm>
#include <cmath>

namespace stowage {

double quantileOf(std::vector<double> values, double q)
{
    if (values.empty()) {
        return 0;
    }
    const double rank = std::clamp(q, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), at, values.end());
    const double share = rank - std::floor(rank);
    const double next = at + 1 == values.end() ? *at : *std::min_element(at + 1, values.end());
    return *at + (share > 0 ? share * (next - *at) : 0);
}

double spreadAround(std::vector<double> values, double centre)
{
    constexpr double OfNormal = 1.4826; // 1 / the 75 % quantile of the normal distribution
    for (double& value : values) {
        value = std::abs(value - centre);
    }
    return OfNormal * medianOf(std::move(values));
}

} // namespace stowage
