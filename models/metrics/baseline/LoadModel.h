// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/baseline/LoadCurve.h"
#include "models/metrics/baseline/LoadPoints.h"

namespace stowage {

/// What was seen at about the same load. The values are medians.
struct LoadBin
{
    double perSecond = 0;
    double p95Seconds = 0;
    double p95Spread = 0; ///< how far single points commonly lie from that
    std::optional<double> cores;
    size_t points = 0;

    bool operator==(const LoadBin&) const = default;
};

/// A load with the bounds within which it lies.
struct LoadEstimate
{
    double perSecond = 0;
    double least = 0;
    double most = 0;
    bool isBeyond = false; ///< above all that was seen: told ahead, not measured

    bool operator==(const LoadEstimate&) const = default;
};

/// Why no knee is told.
enum class NoKnee : quint8
{
    None,      ///< one is
    TooLittle, ///< too few points
    TooNarrow, ///< all under nearly the same load
    Flat,      ///< latency does not grow with load
    Straight,  ///< it grows evenly: no bend in sight
    Uncertain, ///< the points allow a bend nearly anywhere
};

/// Requests a second against p95 and CPU: what a service was seen to bear, and what it will.
struct LoadModel
{
    std::vector<LoadBin> bins; ///< ascending in load: what all else is drawn from
    LoadCurve curve;           ///< of p95; flat while the knee's reason is TooLittle or TooNarrow
    std::optional<LoadEstimate> knee;
    NoKnee reason = NoKnee::None;

    double idleCores = 0;                ///< used without any request
    double coresARequest = 0;            ///< core seconds that one costs; nought while not known
    std::optional<LoadEstimate> fullCpu; ///< where the limit of the CPU is reached, if it is known
};

/// `cpuLimit` in cores. Points that are no measurements, below nought or not finite, are left out.
LoadModel modelLoad(std::span<const LoadPoint> points, std::optional<double> cpuLimit = std::nullopt);

} // namespace stowage
