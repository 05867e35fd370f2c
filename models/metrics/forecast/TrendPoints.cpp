// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/TrendPoints.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using Hours = std::chrono::duration<double, std::ratio<3600>>;

TrendPoint middlePoint(std::span<const TrendPoint> stretch)
{
    std::vector<double> values(stretch.size());
    double hours = 0;
    for (size_t i = 0; i < stretch.size(); ++i) {
        values[i] = stretch[i].value;
        hours += stretch[i].hours;
    }
    return {hours / static_cast<double>(stretch.size()), middleOf(std::move(values))};
}

} // namespace

TrendPoints trendPoints(std::span<const SeriesPoint> points)
{
    TrendPoints trend;
    if (points.empty()) {
        return trend;
    }
    // In floating point: stamps may be anything, and their differences more than fit.
    const Hours newest = std::ranges::max_element(points, {}, &SeriesPoint::at)->at.time_since_epoch();
    trend.reserve(points.size());
    for (const SeriesPoint& point : points) {
        const double hours = (Hours(point.at.time_since_epoch()) - newest).count();
        if (std::isfinite(point.mean) && (trend.empty() || hours > trend.back().hours)) {
            trend.push_back({hours, point.mean});
        }
    }
    return trend;
}

std::span<const TrendPoint> lastOf(std::span<const TrendPoint> points, double hours)
{
    if (points.empty()) {
        return points;
    }
    const auto first = std::ranges::lower_bound(points, points.back().hours - hours, {}, &TrendPoint::hours);
    return {first, points.end()};
}

TrendPoints thinned(std::span<const TrendPoint> points, size_t most)
{
    if (points.size() <= most) {
        return {points.begin(), points.end()};
    }
    TrendPoints thin;
    thin.reserve(most);
    const double begin = points.front().hours;
    const double stretch = lengthOf(points) / static_cast<double>(most);
    size_t first = 0;
    for (size_t i = 1; i <= most && first < points.size(); ++i) {
        const double end = begin + stretch * static_cast<double>(i);
        size_t next = first;
        while (next < points.size() && (points[next].hours < end || i == most)) {
            ++next;
        }
        if (next > first) {
            thin.push_back(middlePoint(points.subspan(first, next - first)));
        }
        first = next;
    }
    return thin;
}

double lengthOf(std::span<const TrendPoint> points)
{
    return points.empty() ? 0 : points.back().hours - points.front().hours;
}

double middleOf(std::vector<double> values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 0) {
        return (*middle + *std::max_element(values.begin(), middle)) / 2;
    }
    return *middle;
}

} // namespace stowage
