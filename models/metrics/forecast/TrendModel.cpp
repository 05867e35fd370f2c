// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/TrendModel.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr double Day = 24;
constexpr double MadToSigma = 1.4826;
constexpr size_t Newest = 5;

size_t binOf(double hours)
{
    const double hour = hours - Day * std::floor(hours / Day);
    return std::min(TrendModel::Bins - 1, static_cast<size_t>(hour * TrendModel::Bins / Day));
}

} // namespace

double TrendModel::at(double hours) const
{
    return line.at(hours) + wave.at(binOf(hours));
}

TrendModel trendModel(TrendPoints points)
{
    TrendModel model;
    model.line = robustLine(points);
    if (lengthOf(points) < 2.9 * Day || points.size() < 3 * TrendModel::Bins) {
        return model;
    }
    std::array<std::vector<double>, TrendModel::Bins> errors;
    for (const TrendPoint& point : points) {
        errors.at(binOf(point.hours)).push_back(point.value - model.line.at(point.hours));
    }
    std::ranges::transform(errors, model.wave.begin(), middleOf);
    for (TrendPoint& point : points) {
        point.value -= model.wave.at(binOf(point.hours));
    }
    model.line = robustLine(points);
    return model;
}

bool hasLeft(std::span<const TrendPoint> points, const TrendModel& model, double least)
{
    std::vector<double> errors(points.size());
    std::ranges::transform(points, errors.begin(),
                           [&model](const TrendPoint& point) { return point.value - model.at(point.hours); });
    const auto newest = errors.end() - static_cast<std::ptrdiff_t>(std::min(Newest, errors.size()));
    const double end = std::abs(middleOf({newest, errors.end()}));
    std::ranges::transform(errors, errors.begin(), [](double error) { return std::abs(error); });
    const double change = std::abs(model.line.slope) * lengthOf(points);
    return end > std::max({4 * MadToSigma * middleOf(std::move(errors)), 0.02 * change, least});
}

} // namespace stowage
