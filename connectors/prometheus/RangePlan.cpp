// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/prometheus/RangePlan.h"

#include <algorithm>
#include <array>

namespace stowage {
namespace {

constexpr std::array<qint64, 25> RoundSeconds{1,     2,     5,     10,    15,     20,     30,    60,   120,
                                              180,   300,   600,   900,   1200,   1800,   3600,  7200, 10800,
                                              14400, 21600, 43200, 86400, 172800, 345600, 604800};

} // namespace

Millis stepFor(const TimeRange& range, size_t points, Millis least)
{
    least = std::max(least, Millis{1});
    if (points == 0 || range.to <= range.from) {
        return least;
    }
    const qint64 span = (range.to - range.from).count();
    const auto wanted = Millis{span / static_cast<qint64>(std::min<size_t>(points, 1'000'000))};
    if (wanted <= least) {
        return least;
    }
    for (const qint64 seconds : RoundSeconds) {
        if (Millis round{seconds * 1000}; round >= wanted && round >= least) {
            return round;
        }
    }
    return wanted;
}

std::vector<RangePiece> piecesOf(const TimeRange& range, Millis step, size_t most)
{
    if (range.to < Timestamp{}) {
        return {};
    }
    const qint64 each = step.count();
    const qint64 first = std::max<qint64>(0, range.from.time_since_epoch().count());
    const qint64 from = (first + each - 1) / each * each;
    const qint64 to = range.to.time_since_epoch().count() / each * each;
    std::vector<RangePiece> pieces;
    const qint64 length = static_cast<qint64>(std::max<size_t>(1, most) - 1) * each;
    for (qint64 at = from; at <= to; at += length + each) {
        pieces.push_back({at, std::min(at + length, to)});
    }
    return pieces;
}

std::vector<RangePiece> halved(const RangePiece& piece, Millis step)
{
    const auto points = static_cast<qint64>(piece.points(step));
    if (points < 2) {
        return {};
    }
    const qint64 middle = piece.from + (points / 2 - 1) * step.count();
    return {{piece.from, middle}, {middle + step.count(), piece.to}};
}

std::vector<TimeRange> gapsIn(const std::vector<SeriesPoint>& points, Millis step)
{
    std::vector<TimeRange> gaps;
    for (size_t i = 1; i < points.size(); ++i) {
        if (points[i].at - points[i - 1].at > 2 * step) {
            gaps.push_back({points[i - 1].at, points[i].at});
        }
    }
    return gaps;
}

} // namespace stowage
