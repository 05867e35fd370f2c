// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics/baseline/BaselineBook.h"

#include <memory>

namespace stowage {

/// What is reckoned of one service away from the GUI thread: values in, values out.
struct BaselineWork
{
    std::vector<SeriesKey> series; ///< by BaselineMetric; a key with an empty metric: not told
    std::vector<std::shared_ptr<const WeekBaseline>> learned; ///< as known before; null: nothing yet
    std::vector<SeriesData> weeks;  ///< hours of many weeks; empty: nothing new to learn
    std::vector<SeriesData> days;   ///< five minutes of two weeks, for the load; empty likewise
    std::vector<SeriesData> recent; ///< minutes of the last hours
    std::optional<double> cpuLimit; ///< cores
    Millis fromUtc{0};
    Timestamp now{};
};

/// The metrics of a service that are learned, in the order of BaselineWork::series.
enum class BaselineMetric : quint8
{
    P95,
    Requests,
    Errors,
    Hits,
    Cores,
};

QStringList baselineMetrics();

struct BaselineOutcome
{
    std::vector<std::shared_ptr<const WeekBaseline>> learned;
    std::vector<std::optional<BaselineStanding>> standings;
    std::optional<LoadModel> load;
};

/// Some milliseconds a service; any thread.
BaselineOutcome reckonBaselines(const BaselineWork& work);

} // namespace stowage
