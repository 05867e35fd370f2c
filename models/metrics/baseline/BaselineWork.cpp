// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/BaselineWork.h"

#include "models/metrics/baseline/Median.h"

#include <cmath>

namespace stowage {
namespace {

constexpr std::chrono::minutes Now{5}; ///< of which the middle is what a figure is now

const SeriesData& at(const std::vector<SeriesData>& list, size_t place)
{
    static const SeriesData None;
    return place < list.size() ? list[place] : None;
}

/// Differences below these are no drift, however quiet a series is: in the metric's unit.
DriftLimits limitsOf(size_t place)
{
    DriftLimits limits;
    switch (static_cast<BaselineMetric>(place)) {
    case BaselineMetric::P95:
        limits.leastDifference = 0.05;
        break;
    case BaselineMetric::Requests:
        limits.leastDifference = 1;
        break;
    case BaselineMetric::Errors:
        limits.leastDifference = 1;
        break;
    case BaselineMetric::Hits:
        limits.leastDifference = 10;
        limits.leastFactor = 1.1; // a hit rate has no room for more
        break;
    case BaselineMetric::Cores:
        limits.leastDifference = 0.1;
        break;
    }
    return limits;
}

std::optional<double> latestOf(const std::vector<SeriesPoint>& recent, Timestamp now)
{
    std::vector<double> values;
    for (const SeriesPoint& point : recent) {
        if (now - point.at <= Now && std::isfinite(point.mean)) {
            values.push_back(point.mean);
        }
    }
    return values.empty() ? std::nullopt : std::optional(medianOf(std::move(values)));
}

std::shared_ptr<const WeekBaseline> learnedFrom(const BaselineWork& work, size_t place)
{
    const std::shared_ptr<const WeekBaseline> before =
        place < work.learned.size() ? work.learned[place] : nullptr;
    const SeriesData& weeks = at(work.weeks, place);
    if (weeks.points.empty()) {
        return before;
    }
    auto learned =
        before ? std::make_shared<WeekBaseline>(*before) : std::make_shared<WeekBaseline>(work.fromUtc);
    learned->learn(weeks.points);
    return learned;
}

std::optional<BaselineStanding> standingOf(const BaselineWork& work, const WeekBaseline* learned,
                                           size_t place)
{
    const SeriesData& recent = at(work.recent, place);
    if (learned == nullptr && recent.points.empty()) {
        return std::nullopt;
    }
    BaselineStanding standing;
    standing.at = work.now;
    standing.latest = latestOf(recent.points, work.now);
    standing.drift.reason = NoDrift::TooLittle;
    if (learned != nullptr) {
        standing.usual = learned->usualAt(work.now);
        standing.drift = findDrift(*learned, recent.points, limitsOf(place));
    }
    return standing;
}

} // namespace

QStringList baselineMetrics()
{
    return {QStringLiteral("latency.p95.seconds"), QStringLiteral("requests.perSecond"),
            QStringLiteral("errors.percent"), QStringLiteral("hits.percent"),
            QStringLiteral("process.cpu.cores")};
}

BaselineOutcome reckonBaselines(const BaselineWork& work)
{
    BaselineOutcome outcome;
    for (size_t i = 0; i < work.series.size(); ++i) {
        outcome.learned.push_back(learnedFrom(work, i));
        outcome.standings.push_back(standingOf(work, outcome.learned.back().get(), i));
    }
    if (!work.days.empty()) {
        const auto points = [&work](BaselineMetric metric) -> const std::vector<SeriesPoint>& {
            return at(work.days, static_cast<size_t>(metric)).points;
        };
        const std::vector<LoadPoint> seen = loadPoints(
            points(BaselineMetric::Requests), points(BaselineMetric::P95), points(BaselineMetric::Cores));
        outcome.load = modelLoad(seen, work.cpuLimit);
    }
    return outcome;
}

} // namespace stowage
