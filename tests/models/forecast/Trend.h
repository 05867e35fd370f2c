// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/SeriesData.h"

#include <functional>
#include <numbers>
#include <random>

namespace stowage::test {

/// A series that ends at 2026-11-22T12:00:00Z, made of a function of the hours before (-6 … 0).
struct Trend
{
    static Timestamp end() { return *fromRfc3339(u"2026-11-22T12:00:00Z"); }

    double hours = 6;
    double minutesApart = 1;
    std::function<double(double hours)> value;
    std::function<bool(double hours)> isMissing = [](double) {
        return false;
    };

    std::vector<SeriesPoint> points() const
    {
        std::vector<SeriesPoint> points;
        const int count = static_cast<int>(hours * 60 / minutesApart);
        for (int i = -count; i <= 0; ++i) {
            const double at = i * minutesApart / 60;
            if (!isMissing(at)) {
                const double told = value(at);
                const auto moment = end() + Millis(static_cast<qint64>(at * 3'600'000));
                points.push_back({moment, Millis(0), told, told, told, 1});
            }
        }
        return points;
    }
};

inline double hoursAfterEnd(Timestamp at)
{
    return std::chrono::duration<double, std::ratio<3600>>(at - Trend::end()).count();
}

/// As the page asks: a week in steps of ten minutes, of which the last six hours in minutes.
inline std::vector<SeriesPoint> weekOf(const std::function<double(double hours)>& value)
{
    std::vector<SeriesPoint> points = Trend{
        7 * 24, 10, value, [](double h) {
            return h > -6;
        }}.points();
    const std::vector<SeriesPoint> recent = Trend{6, 1, value}.points();
    points.insert(points.end(), recent.begin(), recent.end());
    return points;
}

/// The hour of the day as a wave of height 1.
inline double dayWave(double hours)
{
    return std::sin(hours * 2 * std::numbers::pi / 24);
}

} // namespace stowage::test
