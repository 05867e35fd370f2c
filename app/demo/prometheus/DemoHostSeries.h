// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/prometheus/DemoExpressions.h"
#include "app/demo/prometheus/DemoTarget.h"
#include "app/demo/prometheus/GoJson.h"

namespace stowage {

/// One series that an expression gives: its labels, and its value at any moment.
struct DemoHostSeries
{
    gojson::Labels labels;
    const DemoTarget* target = nullptr;
    DemoExpression::Kind kind = DemoExpression::Kind::Metric;
    QString metric; ///< of ours; empty for facts
    QString device; ///< "/nix"; empty: the whole machine, or its root
    std::optional<HostFact> fact;
    Millis rate{60'000};

    /// At a moment of the world; nothing while its target is not up. The truth is DemoMachineLoad's.
    std::optional<double> at(const DemoWorld& world, Millis at) const;
};

/// How often targets are scraped.
constexpr Millis DemoScrapeEvery{15'000};

/// All series of the expression, in the order of the targets, which outlive them.
std::vector<DemoHostSeries> seriesOf(const DemoExpression& expression,
                                     const std::vector<DemoTarget>& targets);

} // namespace stowage
