// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/GrowingLine.h"

#include <algorithm>

namespace stowage {

void GrowingLine::prepare(std::span<const SeriesPoint> points, std::span<const TimeRange> gaps,
                          const TimeRange& range, Millis step)
{
    const Millis made = m_decimation.step();
    const bool isFineEnough = made <= step && (made >= step / 2 || made <= Millis{1});
    const bool goesOn = m_taken > 0 && m_taken <= points.size() && isFineEnough &&
                        range.from >= m_range.from && range.from <= m_range.to && range.to >= m_range.to;
    if (!goesOn) {
        m_decimation = Decimation(step);
        m_taken = 0;
    }
    const std::span<const SeriesPoint> around = pointsAround(points, range);
    const auto begin = std::max(m_taken, static_cast<size_t>(around.data() - points.data()));
    const auto end = static_cast<size_t>(around.data() - points.data()) + around.size();
    if (begin < end) {
        m_decimation.append(points.subspan(begin, end - begin), gaps);
        m_taken = end;
    }
    m_decimation.dropBefore(range.from);
    m_range = range;
}

} // namespace stowage
