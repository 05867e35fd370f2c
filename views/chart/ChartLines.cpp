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
    m_step = Millis{0};
}

void ChartLines::prepare(const ChartContent& content, const TimeRange& range, int columns, int steps)
{
    const Millis step = std::max((range.to - range.from) / std::max(1, columns), Millis{1});
    decimate(content, range, step);
    makeScales(content, range, steps);
    m_range = range;
    m_step = step;
}

void ChartLines::decimate(const ChartContent& content, const TimeRange& range, Millis step)
{
    const bool goesOn = m_lines.size() == content.series.size() && step == m_step &&
                        range.from >= m_range.from && range.from <= m_range.to && range.to >= m_range.to;
    if (!goesOn) {
        m_lines.assign(content.series.size(), Line{Decimation(step), 0});
    }
    for (size_t i = 0; i < content.series.size(); ++i) {
        const SeriesData& data = content.series[i].data;
        Line& line = m_lines[i];
        const std::span<const SeriesPoint> points(data.points);
        const std::span<const SeriesPoint> around = pointsAround(points, range);
        const auto begin = static_cast<size_t>(around.data() - points.data());
        const size_t end = begin + around.size();
        const size_t from = goesOn ? std::max(begin, line.taken) : begin;
        if (from < end) {
            line.decimation.append(points.subspan(from, end - from), data.gaps);
            line.taken = end;
        }
        line.decimation.dropBefore(range.from);
    }
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
