// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/SeriesMerge.h"

#include <QStringList>

#include <algorithm>
#include <bit>
#include <map>

namespace stowage {
namespace {

Timestamp startOf(const SeriesPoint& point)
{
    return point.at - point.span;
}

/// What a point without a span stands for, where its part does not tell: the least distance of two.
Millis resolutionOf(const SeriesData& part)
{
    if (part.resolution > Millis{0}) {
        return part.resolution;
    }
    Millis least = Millis::max();
    for (size_t i = 1; i < part.points.size(); ++i) {
        least = std::min(least, part.points[i].at - part.points[i - 1].at);
    }
    return least == Millis::max() ? Millis{1} : std::max(least, Millis{1});
}

/// The longest part of a point's span that no finer point covers. `fine` points from `next` on.
TimeRange longestFree(const SeriesPoint& point, const std::vector<SeriesPoint>& fine, size_t next)
{
    TimeRange longest{point.at, point.at};
    Timestamp covered = startOf(point);
    const auto consider = [&](Timestamp until) {
        if (until - covered > longest.to - longest.from) {
            longest = {covered, until};
        }
    };
    for (; next < fine.size() && startOf(fine[next]) < point.at; ++next) {
        consider(startOf(fine[next]));
        covered = std::max(covered, fine[next].at);
    }
    consider(point.at);
    return longest;
}

/// The fine points, and of the coarse ones what they leave free.
std::vector<SeriesPoint> overlaid(std::vector<SeriesPoint> fine, const std::vector<SeriesPoint>& coarse)
{
    if (fine.empty()) {
        return coarse;
    }
    std::vector<SeriesPoint> free;
    size_t next = 0;
    for (const SeriesPoint& point : coarse) {
        while (next < fine.size() && fine[next].at <= startOf(point)) {
            ++next;
        }
        const TimeRange longest = longestFree(point, fine, next);
        const Millis length = longest.to - longest.from;
        if (length > Millis{0} && length * 2 >= point.span) {
            free.push_back(point);
            free.back().at = longest.to;
            free.back().span = length;
        }
    }
    if (free.empty()) {
        return fine;
    }
    std::vector<SeriesPoint> all;
    all.reserve(fine.size() + free.size());
    std::ranges::merge(fine, free, std::back_inserter(all), {}, &SeriesPoint::at, &SeriesPoint::at);
    return all;
}

/// Points of about the same fineness, of one part.
using Levels = std::map<std::pair<int, size_t>, std::vector<SeriesPoint>>;

Levels levelsOf(const std::vector<SeriesData>& parts)
{
    Levels levels;
    for (size_t part = 0; part < parts.size(); ++part) {
        const Millis resolution = resolutionOf(parts[part]);
        for (SeriesPoint point : parts[part].points) {
            point.span = point.span > Millis{0} ? point.span : resolution;
            const auto fineness = std::bit_width(static_cast<quint64>(point.span.count()));
            levels[{static_cast<int>(fineness), part}].push_back(point);
        }
    }
    return levels;
}

void addQuarantined(SeriesData& whole, const SeriesData& part)
{
    auto& all = whole.quarantined;
    all.insert(all.end(), part.quarantined.begin(), part.quarantined.end());
    const auto place = [](const QuarantinedSample& sample) {
        return std::pair(sample.sample.at, sample.reason);
    };
    std::ranges::stable_sort(all, {}, place);
    const auto repeated = std::unique(all.begin(), all.end(),
                                      [&](const auto& a, const auto& b) { return place(a) == place(b); });
    all.erase(repeated, all.end());
}

bool isTold(const SeriesData& part, const TimeRange& gap)
{
    const auto after = std::ranges::upper_bound(part.points, gap.from, {}, &SeriesPoint::at);
    return after != part.points.end() &&
           after->at - (after->span > Millis{0} ? after->span : resolutionOf(part)) < gap.to;
}

/// The gaps that no other part can fill, and the holes between what is told.
std::vector<TimeRange> gapsOf(const std::vector<SeriesData>& parts, const SeriesData& whole)
{
    std::vector<TimeRange> gaps = holesIn(whole.points, whole.resolution);
    for (const SeriesData& part : parts) {
        for (const TimeRange& gap : part.gaps) {
            const bool isFilled = std::ranges::any_of(
                parts, [&](const SeriesData& other) { return &other != &part && isTold(other, gap); });
            if (!isFilled) {
                gaps.push_back(gap);
            }
        }
    }
    std::ranges::sort(gaps, {}, [](const TimeRange& gap) { return std::pair(gap.from, gap.to); });
    std::vector<TimeRange> joined;
    for (const TimeRange& gap : gaps) {
        if (!joined.empty() && gap.from <= joined.back().to) {
            joined.back().to = std::max(joined.back().to, gap.to);
        } else {
            joined.push_back(gap);
        }
    }
    return joined;
}

/// One point for two neighbours.
void sumUp(SeriesPoint& point, const SeriesPoint& next)
{
    const double count = double(point.count) + double(next.count);
    point.mean += (next.mean - point.mean) * (double(next.count) / count);
    point.min = std::min(point.min, next.min);
    point.max = std::max(point.max, next.max);
    point.span = next.at - startOf(point);
    point.at = next.at;
    point.count += next.count;
}

} // namespace

std::vector<TimeRange> holesIn(const std::vector<SeriesPoint>& points, Millis resolution)
{
    std::vector<TimeRange> holes;
    for (size_t i = 1; i < points.size(); ++i) {
        const Millis before = points[i - 1].span > Millis{0} ? points[i - 1].span : resolution;
        const Millis after = points[i].span > Millis{0} ? points[i].span : resolution;
        const Timestamp start = points[i].at - after;
        if ((start - points[i - 1].at) * 2 > std::max(before, after) * 3) {
            holes.push_back({points[i - 1].at, start});
        }
    }
    return holes;
}

SeriesData mergeSeries(std::vector<SeriesData> parts)
{
    if (parts.size() == 1) {
        return std::move(parts[0]);
    }
    SeriesData whole;
    QStringList notes;
    for (const SeriesData& part : parts) {
        whole.key = part.key;
        whole.isPartial = whole.isPartial || part.isPartial;
        if (!part.note.isEmpty() && !notes.contains(part.note)) {
            notes << part.note;
        }
        addQuarantined(whole, part);
    }
    whole.note = notes.join(QStringLiteral("; "));

    const auto telling = std::ranges::count_if(parts, [](const auto& part) { return !part.points.empty(); });
    if (telling == 0) {
        whole.gaps = gapsOf(parts, whole);
        return whole;
    }
    if (telling == 1) {
        const auto part = std::ranges::find_if(parts, [](const auto& p) { return !p.points.empty(); });
        whole.resolution = part->resolution;
        whole.points = part->points;
        whole.gaps = gapsOf(parts, whole);
        return whole;
    }
    whole.resolution = Millis::max();
    for (const SeriesData& part : parts) {
        if (!part.points.empty()) {
            whole.resolution = std::min(whole.resolution, resolutionOf(part));
        }
    }
    for (const auto& [level, points] : levelsOf(parts)) {
        whole.points = overlaid(std::move(whole.points), points);
    }
    whole.gaps = gapsOf(parts, whole);
    for (SeriesPoint& point : whole.points) {
        // One sample, as fine as it comes: told as such again.
        if (point.count == 1 && point.span == whole.resolution) {
            point.span = Millis{0};
        }
    }
    return whole;
}

std::vector<SeriesPoint> summedUp(std::vector<SeriesPoint> all, TimeRange range, size_t points)
{
    if (points == 0 || all.size() <= points || range.to <= range.from) {
        return all;
    }
    const qint64 width = std::max<qint64>(1, (range.to - range.from).count() / static_cast<qint64>(points));
    // A point at the very end of a slot belongs to it.
    const auto endOfSlot = [width](const SeriesPoint& point) {
        const qint64 at = point.at.time_since_epoch().count();
        const qint64 rest = ((at % width) + width) % width;
        return Timestamp{Millis{rest == 0 ? at : at - rest + width}};
    };
    size_t last = 0;
    Timestamp end = endOfSlot(all[0]);
    for (size_t i = 1; i < all.size(); ++i) {
        if (all[i].at <= end) {
            sumUp(all[last], all[i]);
        } else {
            all[++last] = all[i];
            end = endOfSlot(all[last]);
        }
    }
    all.resize(last + 1);
    all.shrink_to_fit();
    return all;
}

} // namespace stowage
