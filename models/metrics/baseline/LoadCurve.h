// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace stowage {

/// What latency was at one load, of many points.
struct CurvePoint
{
    double load = 0;
    double latency = 0; ///< above nought
    double weight = 1;  ///< errors count relative to the latency, so often
};

/// How latency grows with load.
struct LoadCurve
{
    enum class Form : unsigned char
    {
        Flat,     ///< it does not
        Straight, ///< evenly
        Bent,     ///< not at all up to a load, evenly beyond it
        Queue,    ///< as in a queue before one server: without bound towards its capacity
    };

    Form form = Form::Flat;
    double base = 0; ///< Flat: the latency; Straight: at no load; Bent: up to the bend; Queue: the fixed part
    double slope = 0; ///< Straight, Bent: a request a second; Queue: what waiting multiplies
    double at = 0;    ///< Bent: the load of the bend; Queue: the capacity

    /// Where latency begins to grow faster than load does: the load of the greatest work for the time it
    /// takes. Nothing for forms that have none.
    std::optional<double> knee() const;

    double latencyAt(double load) const;
};

/// The curve that the points say most of, and what else they may be.
struct CurveFit
{
    LoadCurve curve;
    double least = 0; ///< of the knee, with 95 % where errors are normal
    double most = 0;
    bool isOpen = false; ///< the points set no bound above
};

/// At least four points, ascending in load. Of curves that describe them as well, the simpler one.
CurveFit fitCurve(std::span<const CurvePoint> points);

} // namespace stowage
