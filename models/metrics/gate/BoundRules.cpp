// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateRules.h"

#include <algorithm>
#include <cmath>

namespace stowage::gate {
namespace {

constexpr double BitsInByte = 8;

SampleReason unlessAbove(double value, double most, SampleReason reason = SampleReason::AboveDevice)
{
    return value > most ? reason : SampleReason::None;
}

/// The link's own bound. Over all devices none of the facts is one: bridges and pairs of virtual devices
/// count the same bytes again.
double linkBound(const GateCase& sample)
{
    const QHash<QString, double>& links = sample.facts.linkBitsPerSecond;
    if (!sample.traits.device.isEmpty()) {
        const double told = links.value(sample.traits.device);
        return told > 0 ? told / BitsInByte : sample.limits.linkBytesPerSecond;
    }
    double all = 0;
    for (const double link : links) {
        all += std::max(0.0, link);
    }
    return std::max(all / BitsInByte, sample.limits.linkBytesPerSecond);
}

std::optional<double> wholeByFacts(const GateCase& sample)
{
    const HostFacts& facts = sample.facts;
    switch (sample.traits.family) {
    case MetricFamily::Memory:
        return facts.memoryBytes;
    case MetricFamily::Swap:
        return facts.swapBytes;
    case MetricFamily::Disk: {
        const auto found = facts.diskBytes.constFind(sample.traits.device);
        return found == facts.diskBytes.cend() ? std::nullopt : std::optional(*found);
    }
    case MetricFamily::Net:
    case MetricFamily::None:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

SampleReason judgeNumber(const GateCase& sample)
{
    return std::isfinite(sample.value) ? SampleReason::None : SampleReason::NotANumber;
}

SampleReason judgeSign(const GateCase& sample)
{
    // Percents made of differences of what idles fall below zero by rounding.
    const bool isPercent = sample.traits.unit == MetricUnit::Percent;
    return sample.value < (isPercent ? -sample.limits.percentSlack : 0) ? SampleReason::Negative
                                                                        : SampleReason::None;
}

SampleReason judgeBounds(const GateCase& sample)
{
    const MetricTraits& traits = sample.traits;
    const bool isBusy = traits.part == MetricPart::Busy;
    const double slack = traits.unit != MetricUnit::Percent ? 0
                         : isBusy                           ? sample.limits.busyPercentSlack
                                                            : sample.limits.percentSlack;
    return unlessAbove(sample.value, traits.most + slack, traits.above);
}

SampleReason judgeTemperature(const GateCase& sample)
{
    if (sample.value < sample.limits.leastCelsius) {
        return SampleReason::Negative;
    }
    return unlessAbove(sample.value, sample.limits.mostCelsius);
}

SampleReason judgeCores(const GateCase& sample)
{
    constexpr double Threads = 2; // of a core, where a source counts those alone
    const double cores = sample.facts.cores.value_or(0);
    return cores > 0 ? unlessAbove(sample.value, cores * Threads * (1 + sample.limits.deviceSlack) + 0.5)
                     : SampleReason::None;
}

SampleReason judgeLink(const GateCase& sample)
{
    return unlessAbove(sample.value, linkBound(sample) * (1 + sample.limits.deviceSlack));
}

SampleReason judgeDiskRate(const GateCase& sample)
{
    return unlessAbove(sample.value, sample.limits.diskBytesPerSecond * (1 + sample.limits.deviceSlack));
}

SampleReason judgeWhole(const GateCase& sample)
{
    // What was told of the same moment knows better than a fact that may be of last week. Where it is
    // doubted, a fact may have been made of it.
    std::optional<double> whole = sample.told(MetricPart::Total);
    const GateMember* total = sample.beside(MetricPart::Total);
    if (!whole && total != nullptr && !total->past->isEmpty()) {
        whole = total->past->last();
    }
    if (!whole) {
        whole = wholeByFacts(sample);
    }
    if (!whole || *whole <= 0) {
        return SampleReason::None;
    }
    return unlessAbove(sample.value, *whole * (1 + sample.limits.wholeSlack), SampleReason::AboveWhole);
}

} // namespace stowage::gate
