// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartTicks.h"

#include <QSizeF>

#include <cmath>

namespace stowage {

/// Where times and values lie in a plot: from its left upper corner, in pixels of any kind.
struct PlotScale
{
    TimeRange range;
    QSizeF size;

    double pixelsPerMs() const
    {
        const auto length = static_cast<double>((range.to - range.from).count());
        return length > 0 ? size.width() / length : 0;
    }

    double x(Timestamp at) const { return static_cast<double>((at - range.from).count()) * pixelsPerMs(); }

    Timestamp timeAt(double x) const
    {
        const double scale = pixelsPerMs();
        return scale > 0 ? range.from + Millis{std::llround(x / scale)} : range.from;
    }

    double y(double value, const ValueScale& scale) const
    {
        const double height = scale.highest - scale.lowest;
        return height > 0 ? size.height() * (scale.highest - value) / height : size.height();
    }
};

} // namespace stowage
