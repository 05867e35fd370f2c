// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/baseline/WeekBaseline.h"

#include "models/metrics/baseline/Median.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stowage {
namespace {

using namespace std::chrono_literals;

constexpr Millis Slot = 5min;
constexpr Millis Hour = 1h;

} // namespace

WeekBaseline::WeekBaseline(Millis fromUtc) : m_fromUtc(fromUtc) {}

WeekBaseline::Place WeekBaseline::placeOf(Timestamp at) const
{
    const Millis local = at.time_since_epoch() + m_fromUtc;
    const auto week = std::chrono::floor<std::chrono::duration<qint64, std::ratio<604'800>>>(local);
    const Millis within = local - week;
    return {week.count(), static_cast<size_t>(within / Hour), static_cast<size_t>(within % Hour / Slot)};
}

/// Of that hour and week, made where it is new; null for a week that is older than all that are kept.
WeekBaseline::Record* WeekBaseline::record(const Place& place)
{
    std::vector<Record>& records = m_hours.at(place.hour);
    const auto known = std::ranges::find(records, place.week, &Record::week);
    if (known != records.end()) {
        return &*known;
    }
    Record fresh;
    fresh.week = place.week;
    fresh.values.fill(std::numeric_limits<float>::quiet_NaN());
    if (records.size() < Weeks) {
        return &records.emplace_back(fresh);
    }
    const auto oldest = std::ranges::min_element(records, {}, &Record::week);
    if (oldest->week > place.week) {
        return nullptr;
    }
    *oldest = fresh;
    return &*oldest;
}

void WeekBaseline::learn(const SeriesPoint& point)
{
    if (!std::isfinite(point.mean) || point.span > Hour) {
        return;
    }
    // A point stands for the time before its stamp.
    const Millis span = std::max(point.span, Millis{1});
    for (Timestamp at = point.at - span; at < point.at; at += Slot) {
        const Place place = placeOf(at);
        if (Record* found = record(place)) {
            found->values.at(place.slot) = static_cast<float>(point.mean);
        }
    }
}

void WeekBaseline::learn(std::span<const SeriesPoint> points)
{
    for (const SeriesPoint& point : points) {
        learn(point);
    }
}

std::optional<Usual> WeekBaseline::usualAt(Timestamp at) const
{
    const Place place = placeOf(at);
    std::vector<double> votes;
    std::vector<double> all;
    for (const Record& record : m_hours.at(place.hour)) {
        std::vector<double> values;
        std::ranges::copy_if(record.values, std::back_inserter(values),
                             [](float v) { return !std::isnan(v); });
        if (record.week < place.week && !values.empty()) {
            all.insert(all.end(), values.begin(), values.end());
            votes.push_back(medianOf(std::move(values)));
        }
    }
    if (votes.size() < size_t{LeastWeeks}) {
        return std::nullopt;
    }
    const auto weeks = static_cast<int>(votes.size());
    const double usual = medianOf(std::move(votes));
    return Usual{usual, spreadAround(std::move(all), usual), weeks};
}

} // namespace stowage
