// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <vector>

namespace stowage {

/// What is kept of a series over one span: one sample, or many summed up.
struct StoredPoint
{
    qint64 at = 0;  ///< ms since the epoch; the end of the span
    double sum = 0; ///< the value itself of one sample
    double min = 0;
    double max = 0;
    quint32 count = 1;

    bool operator==(const StoredPoint&) const = default;
};

using StoredPoints = std::vector<StoredPoint>;

/// The points of one series that stand for the same span each: what was told every minute and what was
/// summed up to hours lie apart.
struct TrackId
{
    qint64 series = 0; ///< the series' row
    qint64 span = 0;   ///< ms

    auto operator<=>(const TrackId&) const = default;
};

inline qint64 toNumber(Timestamp at)
{
    return at.time_since_epoch().count();
}

inline Timestamp toTimestamp(qint64 number)
{
    return Timestamp{Millis{number}};
}

} // namespace stowage
