// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/forecast/Forecast.h"

#include "models/metrics/forecast/TrendModel.h"
#include "models/metrics/forecast/TrendSteps.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using Hours = std::chrono::duration<double, std::ratio<3600>>;

constexpr size_t MostPoints = 120;
constexpr double Day = 24;
constexpr double MostHours = 10 * 365.25 * Day;
constexpr double Near = 0.03; // share of the limit
constexpr double LeastStep =
    0.002; // share of the limit: what is lower is no step, and no leaving of the line

struct Question
{
    double limit = 0;
    double nowHours = 0; ///< after the newest point
    const ForecastLimits& limits;
};

bool isEnough(std::span<const TrendPoint> points, const ForecastLimits& limits)
{
    return points.size() >= limits.fewest && lengthOf(points) >= Hours(limits.shortest).count();
}

/// What the series is at its end, stray points aside.
double levelOf(std::span<const TrendPoint> points)
{
    std::vector<double> values;
    for (const TrendPoint& point : points.last(std::min<size_t>(3, points.size()))) {
        values.push_back(point.value);
    }
    return middleOf(std::move(values));
}

bool isStale(std::span<const TrendPoint> points, const Question& question)
{
    std::vector<double> steps;
    for (size_t i = 1; i < points.size(); ++i) {
        steps.push_back(points[i].hours - points[i - 1].hours);
    }
    return question.nowHours > std::max(Hours(question.limits.stale).count(), 5 * middleOf(std::move(steps)));
}

/// Two days and more begin at the hour of the day at which they end.
std::span<const TrendPoint> wholeDays(std::span<const TrendPoint> points)
{
    const double days = std::floor(lengthOf(points) / Day + 0.01);
    return days < 2 ? points : lastOf(points, days * Day);
}

/// What came after the last step.
struct Stretch
{
    std::span<const TrendPoint> points;
    bool isOfHabit = false; ///< it has steps, that recur
};

Stretch sinceLastStep(std::span<const TrendPoint> points, double limit)
{
    const TrendPoints thin = thinned(points, MostPoints);
    const std::vector<TrendStep> steps = trendSteps(thin, LeastStep * std::abs(limit));
    if (steps.empty()) {
        return {points};
    }
    // What was always swept before the limit will be again. What came near to it each time may be late once.
    const double highest = std::ranges::max_element(points, {}, &TrendPoint::value)->value;
    if (isHabit(steps) && highest < limit - Near * std::abs(limit)) {
        return {points, true};
    }
    return {lastOf(points, points.back().hours - thin[steps.back().after + 1].hours)};
}

/// Whether the last third can be asked for itself: parts of days always rise or fall.
bool hasThird(double length)
{
    return length <= Day / 3 || length >= 3 * Day;
}

/// Whether the last third surely rises otherwise than the whole.
bool hasBent(std::span<const TrendPoint> recent, const RobustLine& line)
{
    const RobustLine now = robustLine(thinned(wholeDays(recent), MostPoints));
    return now.slopeLeast > line.slopeMost || now.slopeMost < line.slopeLeast;
}

Timestamp momentAt(double hours, const Question& question, Timestamp now)
{
    const double ahead = std::clamp(hours - question.nowHours, 0.0, MostHours);
    return now + std::chrono::duration_cast<Millis>(Hours(ahead));
}

ForecastResult follow(const RobustLine& line, double length, const Question& question, Timestamp now)
{
    if (line.slopeLeast <= 0) {
        return tl::unexpected(ForecastRefusal::NotRising);
    }
    const auto reach = [&](double slope, double value) {
        return line.hours + (question.limit - value) / slope;
    };
    const double middle = reach(line.slope, line.value);
    if (middle - question.nowHours > question.limits.farthest * length) {
        return tl::unexpected(ForecastRefusal::TooFar);
    }
    Forecast forecast;
    forecast.reachesAt = momentAt(middle, question, now);
    forecast.earliest = momentAt(reach(line.slopeMost, line.value + line.valueError), question, now);
    forecast.latest = momentAt(reach(line.slopeLeast, line.value - line.valueError), question, now);
    forecast.limit = question.limit;
    forecast.slopePerHour = line.slope;
    forecast.level = line.at(question.nowHours);
    forecast.basis = std::chrono::duration_cast<Millis>(Hours(length));
    return forecast;
}

ForecastResult forecastOf(std::span<const TrendPoint> all, const Question& question, Timestamp now)
{
    const auto [points, isOfHabit] = sinceLastStep(wholeDays(all), question.limit);
    if (!isEnough(points, question.limits)) {
        return tl::unexpected(ForecastRefusal::Step);
    }
    const double length = lengthOf(points);
    const TrendModel model = trendModel(thinned(points, MostPoints));
    const std::span<const TrendPoint> recent = lastOf(points, length / 3);
    const bool isRecentEnough = isEnough(recent, question.limits);
    if (hasLeft(points, model, LeastStep * std::abs(question.limit))) {
        return isRecentEnough ? forecastOf(recent, question, now) : tl::unexpected(ForecastRefusal::Step);
    }
    const bool mayAskThird = isRecentEnough && hasThird(length) && !isOfHabit;
    if (mayAskThird && hasBent(recent, model.line)) {
        return forecastOf(recent, question, now);
    }
    const ForecastResult result = follow(model.line, length, question, now);
    if (mayAskThird && result == tl::unexpected(ForecastRefusal::NotRising)) {
        const ForecastResult ofRecent = forecastOf(recent, question, now); // it may have begun since
        return ofRecent ? ofRecent : result;
    }
    return result;
}

} // namespace

ForecastResult forecastReach(std::span<const SeriesPoint> points, double limit, Timestamp now,
                             const ForecastLimits& limits)
{
    const TrendPoints trend = trendPoints(points);
    if (!std::isfinite(limit) || trend.size() < 3 || !isEnough(trend, limits)) {
        return tl::unexpected(ForecastRefusal::TooLittle);
    }
    const Timestamp newest = std::ranges::max_element(points, {}, &SeriesPoint::at)->at;
    const Hours ago = Hours(now.time_since_epoch()) - Hours(newest.time_since_epoch());
    const Question question{limit, std::max(0.0, ago.count()), limits};
    if (isStale(trend, question)) {
        return tl::unexpected(ForecastRefusal::Stale);
    }
    if (levelOf(trend) >= limit) {
        return tl::unexpected(ForecastRefusal::Reached);
    }
    return forecastOf(trend, question, now);
}

} // namespace stowage
