// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <cmath>
#include <functional>
#include <numbers>
#include <random>

namespace stowage::test {

using namespace std::chrono_literals;

/// A Monday, 00:00 UTC.
constexpr Timestamp Monday{Millis{1'793'577'600'000}};
constexpr Millis Week = 168h;

/// What the p95 of a registry is: by day more than by night, on weekdays more than at weekends.
inline double usualAt(Timestamp at)
{
    const Millis since = at - Monday;
    const double hour = static_cast<double>((since % Millis(24h)).count()) / 3'600'000;
    const double day = 0.5 - 0.5 * std::cos(hour / 24 * 2 * std::numbers::pi);
    const bool isWeekend = since % Week >= Millis(120h);
    return 0.040 + (isWeekend ? 0.020 : 0.160) * day;
}

/// Points of five minutes with a tenth of noise, from one moment to another.
class MadeWeeks
{
public:
    using Change = std::function<double(Timestamp, double)>;

    std::vector<SeriesPoint> points(Timestamp from, Timestamp to, const Change& change = {},
                                    Millis span = 5min)
    {
        std::vector<SeriesPoint> made;
        for (Timestamp at = from + span; at <= to; at += span) {
            const Timestamp middle = at - span / 2;
            double value = usualAt(middle) * std::exp(0.1 * m_normal(m_random));
            value = change ? change(middle, value) : value;
            made.push_back({at, span, value, value, value, 10});
        }
        return made;
    }

    /// True for one of so many.
    bool isOneIn(int many) { return m_random() % static_cast<unsigned>(many) == 0; }

private:
    std::mt19937 m_random{20'261'122};
    std::normal_distribution<double> m_normal;
};

} // namespace stowage::test
