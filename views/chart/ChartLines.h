// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"
#include "views/chart/ChartTicks.h"
#include "views/chart/GrowingLine.h"

#include <optional>

namespace stowage {

/// The series of a chart made ready for a range and a width: decimated, and with the scales that their
/// values need. Quarantined values have no part in it.
class ChartLines
{
public:
    /// The content is another: nothing of what was made is of use.
    void forget();

    /// Makes the lines for this range, `columns` across, with scales of so many steps. Where the content only
    /// grew at its end since, and the range is as long as before and not earlier, only what is new is gone
    /// through.
    void prepare(const ChartContent& content, const TimeRange& range, int columns, int steps);

    std::span<const DecimatedColumn> columns(size_t series) const { return m_lines[series].columns(); }

    /// At most two: the first is written at the left, the second at the right.
    std::span<const ValueScale> scales() const { return m_scales; }

    /// Which of the scales values of this unit stand on; nothing for a third unit, which is not drawn.
    std::optional<size_t> scaleOf(MetricUnit unit) const;

private:
    void makeScales(const ChartContent& content, const TimeRange& range, int steps);

    std::vector<GrowingLine> m_lines;
    std::vector<ValueScale> m_scales;
};

} // namespace stowage
