// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/RobustLine.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr double Sure = 1.96;             // standard deviations: 95 % of a normal distribution
constexpr double MadToSigma = 1.4826;     // of a normal distribution
constexpr double MedianToMean = 1.2533;   // how much wider the error of a median is
constexpr double MostTogetherness = 0.98; // of neighbours' errors: a hundredth of the points remains

double nth(std::vector<double>& values, double rank)
{
    const double last = static_cast<double>(values.size() - 1);
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::clamp(rank, 0.0, last));
    std::ranges::nth_element(values, place);
    return *place;
}

std::vector<double> slopesOf(std::span<const TrendPoint> points)
{
    std::vector<double> slopes;
    slopes.reserve(points.size() * (points.size() - 1) / 2);
    for (size_t i = 0; i < points.size(); ++i) {
        for (size_t j = i + 1; j < points.size(); ++j) {
            slopes.push_back((points[j].value - points[i].value) / (points[j].hours - points[i].hours));
        }
    }
    return slopes;
}

std::vector<double> errorsOf(std::span<const TrendPoint> points, const RobustLine& line)
{
    std::vector<double> errors(points.size());
    std::ranges::transform(points, errors.begin(),
                           [&line](const TrendPoint& point) { return point.value - line.at(point.hours); });
    return errors;
}

/// How much an error tells of the next one: 0 nothing, 1 all.
double togetherness(const std::vector<double>& errors)
{
    double square = 0;
    double product = 0;
    for (size_t i = 0; i < errors.size(); ++i) {
        square += errors[i] * errors[i];
        product += i > 0 ? errors[i] * errors[i - 1] : 0;
    }
    return square > 0 ? std::clamp(product / square, 0.0, MostTogetherness) : 0;
}

} // namespace

RobustLine robustLine(std::span<const TrendPoint> points)
{
    RobustLine line;
    std::vector<double> slopes = slopesOf(points);
    const double pairs = static_cast<double>(slopes.size());
    line.slope = nth(slopes, pairs / 2);
    line.hours = points[points.size() / 2].hours;
    line.value = middleOf(errorsOf(points, line));

    std::vector<double> errors = errorsOf(points, line);
    const double together = togetherness(errors);
    std::ranges::transform(errors, errors.begin(), [](double error) { return std::abs(error); });
    line.scatter = MadToSigma * middleOf(errors);

    const double n = static_cast<double>(points.size());
    const double worth = n * (1 - together) / (1 + together);
    const double spread = Sure * std::sqrt(n * (n - 1) * (2 * n + 5) / 18) * std::sqrt(n / worth);
    line.slopeLeast = nth(slopes, (pairs - spread) / 2);
    line.slopeMost = nth(slopes, (pairs + spread) / 2 + 1);
    line.valueError = Sure * MedianToMean * line.scatter / std::sqrt(worth);
    return line;
}

} // namespace stowage
