// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartLines.h"

#include <algorithm>
#include <limits>

namespace stowage {

namespace {

constexpr size_t MostScales = 2;

/// A limit far above all values is told at the edge: it would press them to the ground.
constexpr double LimitWithin = 2.5;

struct Extent
{
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return least > most; }
    void add(double low, double high)
    {
        least = std::min(least, low);
        most = std::max(most, high);
    }
};

Extent extentOf(std::span<const DecimatedColumn> columns, const TimeRange& range)
{
    Extent within;
    Extent all;
    for (const DecimatedColumn& column : columns) {
        all.add(column.low, column.high);
        if (column.lastAt >= range.from && column.firstAt <= range.to) {
            within.add(column.low, column.high);
        }
    }
    return within.isEmpty() ? all : within; // else a line only passes through
}

} // namespace

void ChartLines::forget()
{
    m_lines.clear();
}

void ChartLines::prepare(const ChartContent& content, const TimeRange& range, int columns, int steps)
{
    const Millis step = std::max((range.to - range.from) / std::max(1, columns), Millis{1});
    m_lines.resize(content.series.size());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const SeriesData& data = content.series[i].data;
        m_lines[i].prepare(data.points, data.gaps, range, step);
    }
    makeScales(content, range, steps);
}

void ChartLines::makeScales(const ChartContent& content, const TimeRange& range, int steps)
{
    m_scales.clear();
    std::vector<Extent> extents;
    for (size_t i = 0; i < content.series.size(); ++i) {
        const MetricUnit unit = content.series[i].unit;
        std::optional<size_t> which = scaleOf(unit);
        if (!which && m_scales.size() < MostScales) {
            which = m_scales.size();
            m_scales.push_back({unit});
            extents.emplace_back();
        }
        if (which) {
            const Extent extent = extentOf(columns(i), range);
            extents[*which].add(extent.least, extent.most);
        }
    }
    for (const ChartLimit& limit : content.limits) {
        const std::optional<size_t> which = scaleOf(limit.unit);
        if (which && limit.value <= extents[*which].most * LimitWithin) {
            extents[*which].add(limit.value, limit.value);
        }
    }
    for (size_t i = 0; i < m_scales.size(); ++i) {
        const bool isEmpty = extents[i].isEmpty();
        m_scales[i] = valueScale(m_scales[i].unit, isEmpty ? 0 : extents[i].least,
                                 isEmpty ? 1 : extents[i].most, steps);
    }
}

std::optional<size_t> ChartLines::scaleOf(MetricUnit unit) const
{
    const auto found = std::ranges::find(m_scales, unit, &ValueScale::unit);
    return found == m_scales.end() ? std::nullopt
                                   : std::optional(static_cast<size_t>(found - m_scales.begin()));
}

} // namespace stowage
