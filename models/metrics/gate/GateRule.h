// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostFacts.h"
#include "models/metrics/gate/GateGroup.h"
#include "models/metrics/gate/GateLimits.h"
#include "models/metrics/gate/SeriesPast.h"

#include <span>

namespace stowage {

/// All that a sample is judged by.
struct GateCase
{
    const Sample& sample;
    double value = 0; ///< the sample's, or its peak
    const SampleBatch& batch;
    const MetricTraits& traits;
    const SeriesPast& past;
    const GateGroup* group = nullptr; ///< its family; null: it has none
    const HostFacts& facts;
    const GateLimits& limits;
    Timestamp now{};
    Millis skew{0}; ///< of the source's clock

    double span() const;      ///< s, never 0
    double sinceLast() const; ///< s; 0 when it is the first
    bool isAfterSilence() const;
    bool isMean() const; ///< of a coarse span, within which anything may have changed

    /// What was last told lies in the future, and this sample does not: not this one is out of order.
    bool isPastAhead() const;

    const GateMember* beside(MetricPart part) const;
    std::optional<double> told(MetricPart part) const; ///< at the sample's moment
};

/// One reason why a sample cannot be true.
struct GateRule
{
    /// What it looks at, which says what a verdict means for the series.
    enum class Basis : quint8
    {
        Stamp,
        Value, ///< the number alone: a peak is judged by it too
        Past,  ///< what the series was: when it stays so, it is the truth
    };

    Basis basis = Basis::Value;
    bool (*concerns)(const MetricTraits& traits) = nullptr;
    SampleReason (*judge)(const GateCase& sample) = nullptr; ///< None: it can be true
};

/// All rules. The first that speaks gives the reason, so what explains most comes first.
std::span<const GateRule> gateRules();

/// Those that concern the metric, as bits.
quint32 rulesFor(const MetricTraits& traits);

} // namespace stowage
