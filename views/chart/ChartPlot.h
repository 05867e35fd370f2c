// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartLines.h"
#include "views/chart/PlotScale.h"

#include <optional>

namespace stowage {

class ChartPalette;
class Theme;

/// All that the painters of a plot need: they own nothing of it. Coordinates are device-independent pixels
/// from the plot's left upper corner.
struct ChartPlot
{
    const ChartContent& content;
    const ChartLines& lines;
    const std::vector<PinnedRange>& pins;
    const ChartPalette& palette;
    const Theme& theme;
    PlotScale scale{};
    std::optional<Timestamp> cross{};     ///< where the cross hair stands
    std::optional<TimeRange> selection{}; ///< what a drag has gone over

    /// From the left to the right edge of this range, kept to the plot; empty when it lies outside.
    QRectF band(const TimeRange& range) const
    {
        const double left = std::max(scale.x(range.from), 0.0);
        const double right = std::min(scale.x(range.to), scale.size.width());
        return right < left ? QRectF() : QRectF(left, 0, std::max(right - left, 1.0), scale.size.height());
    }
};

} // namespace stowage
