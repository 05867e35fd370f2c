// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/Decimation.h"

namespace stowage {

/// A series decimated for a range, which goes through what is new only where it can.
class GrowingLine
{
public:
    /// The points are others.
    void forget() { *this = GrowingLine(); }

    /// Makes the columns for this range, no broader than `step`. Where points only came at the end since,
    /// and the range begins and ends no earlier than before, what was made stays, as long as its columns are
    /// not so much narrower that they waste time.
    void prepare(std::span<const SeriesPoint> points, std::span<const TimeRange> gaps, const TimeRange& range,
                 Millis step);

    std::span<const DecimatedColumn> columns() const { return m_decimation.columns(); }

private:
    Decimation m_decimation;
    size_t m_taken = 0; ///< points that were gone through
    TimeRange m_range;
};

} // namespace stowage
