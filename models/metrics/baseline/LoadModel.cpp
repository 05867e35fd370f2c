// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/LoadModel.h"

#include "models/metrics/baseline/Median.h"

#include <algorithm>
#include <cmath>

namespace stowage {
namespace {

constexpr size_t LeastPoints = 40;
constexpr size_t LeastBins = 6;
constexpr size_t LeastInBin = 3;
constexpr int Bins = 24;

/// From the least to the greatest load that count, at least by so much.
constexpr double LeastSpan = 1.5;

/// A bin of a thousand points is not known a hundred times as well as one of ten: what is off then is the
/// curve.
constexpr double MostWeight = 50;

/// A knee that lies between a load and four times that says nothing.
constexpr double WidestKnee = 4;

/// At its limit a process uses no more whatever is asked of it.
constexpr double NearLimit = 0.93;

/// How often a slope between two bins lies outside of the interval, at either end.
constexpr double OutsideShare = 0.1;

std::vector<LoadPoint> measurements(std::span<const LoadPoint> points)
{
    std::vector<LoadPoint> good;
    std::ranges::copy_if(points, std::back_inserter(good), [](const LoadPoint& point) {
        return std::isfinite(point.perSecond) && point.perSecond > 0 && std::isfinite(point.p95Seconds) &&
               point.p95Seconds > 0;
    });
    std::ranges::sort(good, {}, &LoadPoint::perSecond);
    return good;
}

LoadBin binOf(std::span<const LoadPoint> points)
{
    std::vector<double> loads;
    std::vector<double> latencies;
    std::vector<double> cores;
    for (const LoadPoint& point : points) {
        loads.push_back(point.perSecond);
        latencies.push_back(point.p95Seconds);
        if (point.cores && std::isfinite(*point.cores) && *point.cores >= 0) {
            cores.push_back(*point.cores);
        }
    }
    LoadBin bin;
    bin.points = points.size();
    bin.perSecond = medianOf(std::move(loads));
    bin.p95Seconds = medianOf(latencies);
    bin.p95Spread = spreadAround(std::move(latencies), bin.p95Seconds);
    bin.cores = cores.size() < LeastInBin ? std::nullopt : std::optional(medianOf(std::move(cores)));
    return bin;
}

/// Of equal width; those with too few points to have a middle are left out.
std::vector<LoadBin> binned(std::span<const LoadPoint> points)
{
    const double from = points.front().perSecond;
    const double width = (points.back().perSecond - from) / Bins;
    std::vector<LoadBin> bins;
    size_t begin = 0;
    for (int i = 0; i < Bins; ++i) {
        size_t end = begin;
        const bool isLast = i + 1 == Bins;
        while (end < points.size() && (isLast || points[end].perSecond < from + width * (i + 1))) {
            ++end;
        }
        if (end - begin >= LeastInBin) {
            bins.push_back(binOf(points.subspan(begin, end - begin)));
        }
        begin = end;
    }
    return bins;
}

void findKnee(LoadModel& model)
{
    std::vector<CurvePoint> points;
    for (const LoadBin& bin : model.bins) {
        points.push_back(
            {bin.perSecond, bin.p95Seconds, std::min(MostWeight, static_cast<double>(bin.points))});
    }
    const CurveFit fit = fitCurve(points);
    model.curve = fit.curve;
    const auto knee = fit.curve.knee();
    if (!knee) {
        model.reason = fit.curve.form == LoadCurve::Form::Flat ? NoKnee::Flat : NoKnee::Straight;
    } else if (fit.isOpen || fit.most > WidestKnee * fit.least) {
        model.reason = NoKnee::Uncertain;
    } else {
        model.knee = LoadEstimate{*knee, fit.least, fit.most, *knee > model.bins.back().perSecond};
    }
}

/// The middle of the slopes between all pairs, which a fourth of wrong bins do not move.
void findCpu(LoadModel& model, std::optional<double> cpuLimit)
{
    std::vector<LoadBin> bins;
    std::ranges::copy_if(model.bins, std::back_inserter(bins), [&cpuLimit](const LoadBin& bin) {
        return bin.cores && (!cpuLimit || *bin.cores < NearLimit * *cpuLimit);
    });
    std::vector<double> slopes;
    std::vector<double> loads;
    std::vector<double> cores;
    for (size_t i = 0; i < bins.size(); ++i) {
        loads.push_back(bins[i].perSecond);
        cores.push_back(*bins[i].cores);
        for (size_t j = i + 1; j < bins.size(); ++j) {
            slopes.push_back((*bins[j].cores - *bins[i].cores) / (bins[j].perSecond - bins[i].perSecond));
        }
    }
    const double slope = medianOf(slopes);
    if (bins.size() < LeastBins || !(slope > 0)) {
        return;
    }
    const double middleLoad = medianOf(std::move(loads));
    const double middleCores = medianOf(std::move(cores));
    model.coresARequest = slope;
    model.idleCores = std::max(0.0, middleCores - slope * middleLoad);
    const double flattest = quantileOf(slopes, OutsideShare);
    const double steepest = quantileOf(std::move(slopes), 1 - OutsideShare);
    if (cpuLimit && *cpuLimit > middleCores && flattest > 0) {
        const auto fullAt = [&](double rise) {
            return middleLoad + (*cpuLimit - middleCores) / rise;
        };
        const double full = fullAt(slope);
        model.fullCpu =
            LoadEstimate{full, fullAt(steepest), fullAt(flattest), full > model.bins.back().perSecond};
    }
}

} // namespace

LoadModel modelLoad(std::span<const LoadPoint> points, std::optional<double> cpuLimit)
{
    const std::vector<LoadPoint> good = measurements(points);
    LoadModel model;
    if (good.size() < LeastPoints) {
        model.reason = NoKnee::TooLittle;
        return model;
    }
    model.bins = binned(good);
    if (model.bins.size() < LeastBins ||
        model.bins.back().perSecond < LeastSpan * model.bins.front().perSecond) {
        model.reason = NoKnee::TooNarrow;
        return model;
    }
    findKnee(model);
    findCpu(model, cpuLimit);
    return model;
}

} // namespace stowage
