// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/Decimation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stowage {

namespace {

qint64 columnOf(Timestamp at, Millis step)
{
    const qint64 time = at.time_since_epoch().count();
    const qint64 size = step.count();
    return time >= 0 ? time / size : -((-time + size - 1) / size);
}

/// Whether something is missing between two moments. Gaps that end before are left behind for good.
class GapFinder
{
public:
    explicit GapFinder(std::span<const TimeRange> gaps) : m_gaps(gaps) {}

    bool isBetween(Timestamp before, Timestamp after)
    {
        while (!m_gaps.empty() && m_gaps.front().to <= before) {
            m_gaps = m_gaps.subspan(1);
        }
        return !m_gaps.empty() && m_gaps.front().from < after;
    }

private:
    std::span<const TimeRange> m_gaps;
};

/// The ends of what a point sums up; its mean where it tells no number.
double lowOf(const SeriesPoint& point)
{
    return std::isfinite(point.min) ? std::min(point.min, point.mean) : point.mean;
}

double highOf(const SeriesPoint& point)
{
    return std::isfinite(point.max) ? std::max(point.max, point.mean) : point.mean;
}

DecimatedColumn columnOfOne(const SeriesPoint& point, Timestamp at, qint64 index, bool isJoined)
{
    const double mean = point.mean;
    return {index, at, at, mean, mean, mean, mean, lowOf(point), highOf(point), isJoined};
}

void add(DecimatedColumn& column, const SeriesPoint& point, Timestamp at)
{
    column.lastAt = at;
    column.last = point.mean;
    column.min = std::min(column.min, point.mean);
    column.max = std::max(column.max, point.mean);
    column.low = std::min(column.low, lowOf(point));
    column.high = std::max(column.high, highOf(point));
}

} // namespace

Decimation::Decimation(Millis step) : m_step(std::max(step, Millis{1})) {}

void Decimation::append(std::span<const SeriesPoint> points, std::span<const TimeRange> gaps)
{
    GapFinder missing(gaps);
    bool isEmpty = m_columns.empty();
    // The column at hand is kept apart and written back: a million points go through here at once.
    DecimatedColumn column = isEmpty ? DecimatedColumn{} : m_columns.back();
    Timestamp columnEnd = isEmpty ? Timestamp::min() : Timestamp{m_step * (column.index + 1)};
    Timestamp last = isEmpty ? Timestamp::min() : column.lastAt;
    for (const SeriesPoint& point : points) {
        const Timestamp at = middleOf(point);
        if (at <= last || !std::isfinite(point.mean)) {
            continue;
        }
        if (at < columnEnd) {
            add(column, point, at);
        } else {
            if (!isEmpty) {
                m_columns.back() = column;
            }
            // A division a point would cost more than all the rest.
            const qint64 index = columnOf(at, m_step);
            column = columnOfOne(point, at, index, !isEmpty && !missing.isBetween(last, at));
            m_columns.push_back(column);
            columnEnd = Timestamp{m_step * (index + 1)};
            isEmpty = false;
        }
        last = at;
    }
    if (!isEmpty) {
        m_columns.back() = column;
    }
}

void Decimation::dropBefore(Timestamp at)
{
    const auto first = std::ranges::lower_bound(m_columns, columnOf(at, m_step), {}, &DecimatedColumn::index);
    if (first - m_columns.begin() > 1) {
        m_columns.erase(m_columns.begin(), first - 1);
        m_columns.front().isJoined = false;
    }
}

std::span<const SeriesPoint> pointsAround(std::span<const SeriesPoint> points, const TimeRange& range)
{
    auto first = std::ranges::lower_bound(points, range.from, {}, middleOf);
    auto end = std::ranges::upper_bound(first, points.end(), range.to, {}, middleOf);
    first -= first != points.begin() ? 1 : 0;
    end += end != points.end() ? 1 : 0;
    return {first, end};
}

} // namespace stowage
