// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/TrendSteps.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr size_t Window = 5; // points on each side
constexpr size_t FewInWindow = 3;
constexpr double MadToSigma = 1.4826;

struct Side
{
    double value = 0;
    double hours = 0;
    double change = 0; ///< from its first to its last
};

Side sideOf(std::span<const TrendPoint> points)
{
    std::vector<double> values(points.size());
    std::ranges::transform(points, values.begin(), &TrendPoint::value);
    return {middleOf(std::move(values)), points[points.size() / 2].hours,
            points.back().value - points.front().value};
}

/// What the level did between a point and the next, beyond what the slope does in that time.
struct Jump
{
    double height = 0;
    bool isSettled = false; ///< both sides stay where they are, compared with it
};

Jump jumpAt(std::span<const TrendPoint> points, size_t after, double slope)
{
    const size_t left = std::min(Window, after + 1);
    const size_t right = std::min(Window, points.size() - after - 1);
    const Side before = sideOf(points.subspan(after + 1 - left, left));
    const Side later = sideOf(points.subspan(after + 1, right));
    Jump jump;
    jump.height = later.value - before.value - slope * (later.hours - before.hours);
    jump.isSettled = std::abs(before.change) < std::abs(jump.height) / 2 &&
                     std::abs(later.change) < std::abs(jump.height) / 2;
    return jump;
}

double usualSlope(std::span<const TrendPoint> points)
{
    std::vector<double> slopes(points.size() - 1);
    for (size_t i = 0; i + 1 < points.size(); ++i) {
        slopes[i] = (points[i + 1].value - points[i].value) / (points[i + 1].hours - points[i].hours);
    }
    return middleOf(std::move(slopes));
}

/// What the jumps mostly are: noise.
double usualHeight(const std::vector<Jump>& jumps)
{
    std::vector<double> heights(jumps.size());
    std::ranges::transform(jumps, heights.begin(), [](const Jump& jump) { return std::abs(jump.height); });
    return MadToSigma * middleOf(std::move(heights));
}

double rangeOf(std::span<const TrendPoint> points)
{
    const auto [least, most] = std::ranges::minmax_element(points, {}, &TrendPoint::value);
    return most->value - least->value;
}

} // namespace

std::vector<TrendStep> trendSteps(std::span<const TrendPoint> points, double least)
{
    std::vector<TrendStep> steps;
    if (points.size() < 2 * FewInWindow) {
        return steps;
    }
    const double slope = usualSlope(points);
    std::vector<Jump> jumps;
    for (size_t after = FewInWindow - 1; after + FewInWindow < points.size(); ++after) {
        jumps.push_back(jumpAt(points, after, slope));
    }
    const double lowest = std::max({least, 6 * usualHeight(jumps), 0.2 * rangeOf(points)});
    for (size_t i = 0; i < jumps.size(); ++i) {
        if (!jumps[i].isSettled || std::abs(jumps[i].height) <= lowest) {
            continue;
        }
        // Of neighbours that see the same jump the highest is taken.
        const TrendStep step{i + FewInWindow - 1, jumps[i].height};
        if (steps.empty() || step.after - steps.back().after > Window) {
            steps.push_back(step);
        } else if (std::abs(step.height) > std::abs(steps.back().height)) {
            steps.back() = step;
        }
    }
    return steps;
}

bool isHabit(std::span<const TrendStep> steps)
{
    std::vector<double> drops;
    for (const TrendStep& step : steps) {
        if (step.height < 0) {
            drops.push_back(-step.height);
        }
    }
    if (drops.size() < 2 || drops.size() < steps.size()) {
        return false;
    }
    const auto [least, most] = std::ranges::minmax_element(drops);
    return *most <= 3 * *least;
}

} // namespace stowage
