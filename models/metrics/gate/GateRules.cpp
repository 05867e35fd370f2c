// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateRules.h"

#include <array>

namespace stowage {
namespace {

using Basis = GateRule::Basis;
using Traits = MetricTraits;

bool isAny(const Traits&)
{
    return true;
}

bool isFlow(const Traits& traits)
{
    return traits.habit == MetricHabit::Flow;
}

/// Percents are of no unit that could slip.
bool hasUnits(const Traits& traits)
{
    return isFlow(traits) || (traits.habit == MetricHabit::Level && traits.unit != MetricUnit::Percent);
}

bool isShare(const Traits& traits)
{
    return (traits.family == MetricFamily::Disk || traits.family == MetricFamily::Memory) &&
           traits.part <= MetricPart::Percent;
}

/// What explains a sample best comes first: 559 TB/s after a silence is the silence's, not a device's.
constexpr std::array Rules{
    GateRule{Basis::Stamp, isAny, gate::judgeTime},
    GateRule{Basis::Stamp, isAny, gate::judgeOrder},
    GateRule{Basis::Value, isAny, gate::judgeNumber},
    GateRule{Basis::Value, [](const Traits& traits) { return traits.least == 0; }, gate::judgeSign},
    GateRule{Basis::Past, isFlow, gate::judgeWrap},
    GateRule{Basis::Past, isFlow, gate::judgeSilence},
    GateRule{Basis::Past, hasUnits, gate::judgeUnit},
    GateRule{Basis::Past, [](const Traits& traits) { return traits.habit == MetricHabit::Age; },
             gate::judgeAge},
    GateRule{Basis::Value,
             [](const Traits& traits) {
                 return traits.unit != MetricUnit::BytesPerSecond && traits.unit != MetricUnit::Celsius;
             },
             gate::judgeBounds},
    GateRule{Basis::Value, [](const Traits& traits) { return traits.unit == MetricUnit::Celsius; },
             gate::judgeTemperature},
    GateRule{Basis::Value, [](const Traits& traits) { return traits.unit == MetricUnit::Cores; },
             gate::judgeCores},
    GateRule{Basis::Value, [](const Traits& traits) { return traits.family == MetricFamily::Net; },
             gate::judgeLink},
    GateRule{Basis::Value,
             [](const Traits& traits) { return isFlow(traits) && traits.family == MetricFamily::Disk; },
             gate::judgeDiskRate},
    GateRule{Basis::Value, [](const Traits& traits) { return traits.part == MetricPart::Used; },
             gate::judgeWhole},
    GateRule{Basis::Past, isShare, gate::judgeShare},
    GateRule{Basis::Past,
             [](const Traits& traits) { return isFlow(traits) && traits.family == MetricFamily::Disk; },
             gate::judgeBusy},
    GateRule{Basis::Past, [](const Traits& traits) { return traits.part == MetricPart::Write; },
             gate::judgeDiskSize},
};

static_assert(Rules.size() <= 32); // MetricTraits::rules has a bit for each

} // namespace

std::span<const GateRule> gateRules()
{
    return Rules;
}

quint32 rulesFor(const MetricTraits& traits)
{
    quint32 bits = 0;
    for (size_t i = 0; i < Rules.size(); ++i) {
        bits |= Rules[i].concerns(traits) ? 1U << i : 0U;
    }
    return bits;
}

} // namespace stowage
