// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/Drift.h"

#include "models/metrics/baseline/Median.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

using namespace std::chrono_literals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Drift)
};

/// The spread of what hardly varies is no measure: a share of the usual stands for it.
constexpr double LeastSpread = 0.05;

/// Of a drift, at most one part in four may be usual: a usual moment costs what three others gain.
constexpr double CostOfUsual = 3;

/// No point stands for more than an hour, or for what was not measured.
constexpr Millis LongestWeight = 1h;

/// A point against what is usual at its time.
struct Judged
{
    Timestamp from{};
    Millis weight{0};
    double value = 0;
    double usual = 0;
    int side = 0; ///< above, as usual, below
};

int sideOf(double value, const Usual& usual, const DriftLimits& limits)
{
    const double size = std::abs(usual.value);
    const double off = value - usual.value;
    const double spread = std::max(usual.spread, LeastSpread * size);
    if (std::abs(off) <= limits.spreads * spread || std::abs(off) <= limits.leastDifference) {
        return 0;
    }
    const double leastAbove = size * (limits.leastFactor - 1);
    const double leastBelow = size * (1 - 1 / limits.leastFactor);
    return off > leastAbove ? 1 : off < -leastBelow ? -1 : 0;
}

std::vector<Judged> judge(const WeekBaseline& baseline, std::span<const SeriesPoint> recent,
                          const DriftLimits& limits)
{
    std::vector<Judged> judged;
    std::optional<Timestamp> last;
    for (const SeriesPoint& point : recent) {
        const Millis since = last ? point.at - *last : Millis{0};
        const Millis weight =
            std::clamp(point.span > Millis{0} ? point.span : since, Millis{0}, LongestWeight);
        last = point.at;
        const auto usual = baseline.usualAt(point.at - weight / 2);
        if (usual && std::isfinite(point.mean)) {
            judged.push_back(
                {point.at - weight, weight, point.mean, usual->value, sideOf(point.mean, *usual, limits)});
        }
    }
    return judged;
}

Millis weightOf(std::span<const Judged> judged)
{
    Millis sum{0};
    for (const Judged& point : judged) {
        sum += point.weight;
    }
    return sum;
}

/// The last points, from where on the side outweighs what is usual most; empty when it never does for as long
/// as that is asked for.
std::span<const Judged> lastOnSide(std::span<const Judged> judged, int side, Millis lasting)
{
    double sum = 0;
    double best = 0;
    size_t from = judged.size();
    for (size_t i = judged.size(); i-- > 0;) {
        const auto weight = static_cast<double>(judged[i].weight.count());
        sum += judged[i].side == side ? weight : -CostOfUsual * weight;
        if (sum > best) {
            best = sum;
            from = i;
        }
    }
    return best >= static_cast<double>(lasting.count()) ? judged.subspan(from) : std::span<const Judged>();
}

/// For how long it has been usual again.
Millis usualAgain(std::span<const Judged> judged, int side)
{
    Millis again{0};
    for (auto at = judged.rbegin(); at != judged.rend() && at->side != side; ++at) {
        again += at->weight;
    }
    return again;
}

Drift describe(std::span<const Judged> drifted, int side, Millis lasting)
{
    std::vector<double> usual;
    std::vector<double> factors;
    std::vector<double> latest;
    Millis age{0};
    for (auto at = drifted.rbegin(); at != drifted.rend(); ++at) {
        if (age < lasting) {
            latest.push_back(at->value);
        }
        age += at->weight;
        usual.push_back(at->usual);
        if (at->usual != 0 && at->side == side) {
            factors.push_back(at->value / at->usual);
        }
    }
    Drift drift;
    drift.since = drifted.front().from;
    drift.usual = medianOf(std::move(usual));
    drift.now = medianOf(std::move(latest));
    drift.factor = factors.empty() ? std::nullopt : std::optional(medianOf(std::move(factors)));
    drift.isAbove = side > 0;
    return drift;
}

} // namespace

DriftResult findDrift(const WeekBaseline& baseline, std::span<const SeriesPoint> recent,
                      const DriftLimits& limits)
{
    const std::vector<Judged> judged = judge(baseline, recent, limits);
    if (judged.empty() || judged.size() * 2 < recent.size() || weightOf(judged) < limits.lasting) {
        return {std::nullopt, NoDrift::TooLittle};
    }
    for (const int side : {1, -1}) {
        const auto drifted = lastOnSide(judged, side, limits.lasting);
        if (!drifted.empty() && usualAgain(judged, side) <= limits.lasting / 3) {
            return {describe(drifted, side, limits.lasting), NoDrift::None};
        }
    }
    return {std::nullopt, NoDrift::Usual};
}

QString driftText(const QString& metricTitle, const Drift& drift, Millis fromUtc)
{
    const Millis local = drift.since.time_since_epoch() + fromUtc;
    const QString since =
        QDateTime::fromMSecsSinceEpoch(local.count(), Qt::UTC).toString(QStringLiteral("HH:mm"));
    if (!drift.factor || *drift.factor <= 0) {
        return drift.isAbove ? Words::tr("%1 is above its usual since %2").arg(metricTitle, since)
                             : Words::tr("%1 is below its usual since %2").arg(metricTitle, since);
    }
    const QString factor = QString::number(*drift.factor, 'f', *drift.factor < 10 ? 1 : 0);
    //: "Latency, p95 is 3.1 times its usual since 02:58"
    return Words::tr("%1 is %2 times its usual since %3").arg(metricTitle, factor, since);
}

} // namespace stowage
