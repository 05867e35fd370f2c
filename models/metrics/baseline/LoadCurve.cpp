// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/LoadCurve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace stowage {
namespace {

using Form = LoadCurve::Form;

constexpr int Steps = 240;

/// Latencies are not known better than this: without it, points without noise would allow no interval.
constexpr double LeastError = 0.01;

/// So many times the smallest error of a point is what chance explains in 95 %: χ² of one parameter.
constexpr double Likely = 3.84;

/// How far beyond the greatest load seen a capacity is looked for.
constexpr double FurthestCapacity = 8;

struct Tried
{
    LoadCurve curve;
    double error = std::numeric_limits<double>::infinity(); ///< squares, weighted, relative
};

double parametersOf(Form form)
{
    switch (form) {
    case Form::Flat:
        return 1;
    case Form::Straight:
        return 2;
    case Form::Bent:
    case Form::Queue:
        break;
    }
    return 3;
}

/// What `slope` is multiplied by.
double basisOf(const LoadCurve& curve, double load)
{
    switch (curve.form) {
    case Form::Flat:
        return 0;
    case Form::Straight:
        return load;
    case Form::Bent:
        return std::max(0.0, load - curve.at);
    case Form::Queue:
        return 1 / std::max(1e-9, 1 - load / curve.at);
    }
    return 0;
}

/// Squares of relative errors: a latency twice as great may be off twice as far.
class Squares
{
public:
    explicit Squares(std::span<const CurvePoint> points) : m_points(points) {}

    /// The best curve of that form and, where it has one, that bend or capacity.
    Tried best(Form form, double at = 0) const
    {
        LoadCurve curve{form, 0, 0, at};
        double s00 = 0;
        double s01 = 0;
        double s11 = 0;
        double t0 = 0;
        double t1 = 0;
        for (const CurvePoint& point : m_points) {
            const double weight = weightOf(point);
            const double basis = basisOf(curve, point.load);
            s00 += weight;
            s01 += weight * basis;
            s11 += weight * basis * basis;
            t0 += weight * point.latency;
            t1 += weight * basis * point.latency;
        }
        const double determinant = s00 * s11 - s01 * s01;
        if (form == Form::Flat) {
            curve.base = t0 / s00;
        } else if (determinant > 1e-12 * s00 * s11) {
            curve.base = (t0 * s11 - t1 * s01) / determinant;
            curve.slope = (s00 * t1 - s01 * t0) / determinant;
        }
        if (form == Form::Queue && curve.base < 0) { // nothing takes less than no time
            curve.base = 0;
            curve.slope = t1 / s11;
        }
        const bool isGrowing = form == Form::Flat || (curve.slope > 0 && curve.base >= 0);
        return {curve, isGrowing ? errorOf(curve) : std::numeric_limits<double>::infinity()};
    }

private:
    static double weightOf(const CurvePoint& point) { return point.weight / (point.latency * point.latency); }

    double errorOf(const LoadCurve& curve) const
    {
        double error = 0;
        for (const CurvePoint& point : m_points) {
            const double off = curve.latencyAt(point.load) - point.latency;
            error += weightOf(point) * off * off + point.weight * LeastError * LeastError;
        }
        return error;
    }

    std::span<const CurvePoint> m_points;
};

/// All that are tried of one form: bends between the second and the last but one point, capacities from just
/// above the greatest load on.
std::vector<Tried> tryAll(const Squares& squares, std::span<const CurvePoint> points, Form form)
{
    if (form == Form::Flat || form == Form::Straight) {
        return {squares.best(form)};
    }
    const double greatest = points.back().load;
    const double from = form == Form::Bent ? points[1].load : greatest * 1.01;
    const double to = form == Form::Bent ? points[points.size() - 2].load : greatest * FurthestCapacity;
    std::vector<Tried> tried;
    tried.reserve(Steps + 1);
    for (int i = 0; i <= Steps; ++i) {
        const double share = static_cast<double>(i) / Steps;
        tried.push_back(squares.best(form, from * std::pow(to / from, share)));
    }
    return tried;
}

/// Bayes' criterion: what a parameter must gain to be worth it grows with the points.
double costOf(const Tried& tried, size_t points)
{
    const auto count = static_cast<double>(points);
    return count * std::log(tried.error / count) + parametersOf(tried.curve.form) * std::log(count);
}

/// Those that are nearly as good as the best say how well the knee is known.
void bound(CurveFit& fit, std::span<const Tried> tried, double error, size_t points)
{
    const double free = std::max(1.0, static_cast<double>(points) - parametersOf(fit.curve.form));
    const double allowed = error * (1 + Likely / free);
    fit.least = fit.most = fit.curve.knee().value_or(0);
    for (const Tried& other : tried) {
        const auto knee = other.curve.knee();
        if (other.error <= allowed && knee) {
            fit.least = std::min(fit.least, *knee);
            fit.most = std::max(fit.most, *knee);
        }
    }
    fit.isOpen = fit.curve.form == Form::Queue && tried.back().error <= allowed;
}

} // namespace

std::optional<double> LoadCurve::knee() const
{
    if (form == Form::Bent) {
        return at;
    }
    if (form != Form::Queue || !(slope > 0)) {
        return std::nullopt;
    }
    // The least of latencyAt(x) / x; half of the capacity where all of the time is waiting.
    const double whole = base + slope;
    const double share = base < 1e-9 * slope ? 0.5 : (whole - std::sqrt(whole * slope)) / base;
    return at * share;
}

double LoadCurve::latencyAt(double load) const
{
    return base + slope * basisOf(*this, load);
}

CurveFit fitCurve(std::span<const CurvePoint> points)
{
    const Squares squares(points);
    CurveFit fit;
    double least = std::numeric_limits<double>::infinity();
    for (const Form form : {Form::Flat, Form::Straight, Form::Bent, Form::Queue}) {
        const std::vector<Tried> tried = tryAll(squares, points, form);
        const auto best = std::ranges::min_element(tried, {}, &Tried::error);
        if (!std::isfinite(best->error)) {
            continue;
        }
        if (const double cost = costOf(*best, points.size()); cost < least) {
            least = cost;
            fit = {best->curve, 0, 0, false};
            bound(fit, tried, best->error, points.size());
        }
    }
    return fit;
}

} // namespace stowage
