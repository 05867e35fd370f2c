// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace stowage {

/// What a series commonly is at an hour of the week.
struct Usual
{
    double value = 0;
    double spread = 0; ///< how far it commonly lies from that: a standard deviation where it is normal
    int weeks = 0;     ///< that this was learned from

    bool operator==(const Usual&) const = default;
};

/// What a series usually is, learned by the hour of the week from its last eight weeks.
///
/// A week has one vote for each hour, the median of its values then: neither outliers nor a holiday move what
/// is usual, and a lasting shift becomes the usual when most weeks have it. It learns point by point, in any
/// order, the same point as often as one likes, and never takes more than 80 kB.
class WeekBaseline
{
public:
    static constexpr size_t Weeks = 8;
    static constexpr int LeastWeeks = 3; ///< with fewer, nothing is usual

    /// `fromUtc`: what the hours of the week are counted by.
    explicit WeekBaseline(Millis fromUtc = Millis{0});

    /// A point of the tiers of 5 minutes or an hour; of shorter ones within the same five minutes the last
    /// counts. Points of more than an hour, and what is no number, teach nothing.
    void learn(const SeriesPoint& point);
    void learn(std::span<const SeriesPoint> points);

    /// What was usual at that hour in the weeks before the one of that moment; nothing from too few weeks.
    std::optional<Usual> usualAt(Timestamp at) const;

private:
    static constexpr size_t Slots = 12; ///< of five minutes, in an hour
    static constexpr size_t Hours = 7 * 24;

    /// An hour of one week; NaN where nothing is known.
    struct Record
    {
        qint64 week = 0; ///< since the epoch
        std::array<float, Slots> values;
    };

    /// Where a moment lies.
    struct Place
    {
        qint64 week = 0;
        size_t hour = 0;
        size_t slot = 0;
    };

    Place placeOf(Timestamp at) const;
    Record* record(const Place& place);

    Millis m_fromUtc;
    std::array<std::vector<Record>, Hours> m_hours;
};

} // namespace stowage
