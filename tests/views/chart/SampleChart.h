// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"

namespace stowage::test {

/// Contents for charts as hosts make them: the same each time.
struct SampleChart
{
    static constexpr Timestamp Now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} +
                                   std::chrono::hours{3} + std::chrono::minutes{12}};

    /// A day's waves and noise about `level`, one sample each `step` over `length` until Now.
    static ChartSeries series(const QString& label, MetricUnit unit, double level, Millis length, Millis step,
                              int colour = 0);

    /// The same summed up in spans with least and greatest.
    static ChartSeries summedUp(const QString& label, MetricUnit unit, double level, Millis length,
                                Millis span, int colour = 0);

    /// Takes the points of this stretch out and says so.
    static void cut(ChartSeries& series, const TimeRange& range);

    static ChartContent content(std::vector<ChartSeries> series, Millis shown, Millis whole);

    /// What `ui/hosts.png` shows: a registry that reaches its limit, with a gap, a change and an alert.
    static ChartContent pictured();
    static ChartContent twelveHosts();
    static ChartContent thirtyDays();
    static ChartContent gapAndQuarantine();
    static ChartContent twoUnits();
};

} // namespace stowage::test
