// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostBook.h"
#include "views/chart/ChartContent.h"
#include "views/hosts/ChartPlan.h"

#include <QMap>

namespace stowage {

/// Which series has which colour: a series keeps its own for as long as it is shown, whatever comes and goes
/// beside it.
class ChartColours
{
public:
    /// Gives a colour to each series of the plan that has none, the least free; those of others are free.
    void take(const ChartPlan& plan);
    int of(const PlannedSeries& series) const { return m_colours.value(nameOf(series)); }

private:
    static QString nameOf(const PlannedSeries& series);

    QMap<QString, int> m_colours;
};

/// The plan with its data; `answer` has the series of plan.keys() in their order.
std::vector<ChartSeries> chartSeries(const ChartPlan& plan, std::span<const SeriesData> answer,
                                     const ChartColours& colours);

/// What the profile or the machine allows at most, of what is shown.
std::vector<ChartLimit> chartLimits(const ChartPlan& plan, const HostBook& book);

/// What happened to the hosts that are shown: starts, machines that took the place of others, and since when
/// there are errors; of the same answer.
std::vector<ChartMark> chartMarks(const ChartPlan& plan, const HostBook& book,
                                  std::span<const SeriesData> answer);

/// Pinned ranges as they are remembered, and back; what cannot be read is left out.
QString wordsOfPins(const std::vector<PinnedRange>& pins);
std::vector<PinnedRange> pinsOfWords(const QString& words);

} // namespace stowage
