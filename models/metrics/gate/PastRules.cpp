// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateRules.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage::gate {
namespace {

constexpr size_t FewForLevel = 6;
constexpr size_t FewForFlow = 12;

/// Units that are taken for each other: bits and bytes, powers of 1000 and 1024, and both at once.
constexpr std::array LevelSlips{8.0, 1000.0, 1024.0, 8e3, 8192.0, 1e6, 0x1p20, 1e9, 0x1p30};
/// Flows jump by themselves: fewer coincidences are asked about.
constexpr std::array FlowSlips{8.0, 1000.0, 1024.0, 1e6, 0x1p20};

/// The factor, or its inverse, by which `ratio` is off within `tolerance`; 0 if by none.
double slipOf(double ratio, std::span<const double> slips, double tolerance)
{
    const double greater = ratio < 1 ? 1 / ratio : ratio;
    const auto found =
        std::ranges::find_if(slips, [&](double slip) { return std::abs(greater / slip - 1) <= tolerance; });
    return found == slips.end() ? 0 : (ratio < 1 ? 1 / *found : *found);
}

SampleReason judgeLevelUnit(const GateCase& sample)
{
    const SeriesPast& past = sample.past;
    if (past.count() < FewForLevel || past.last() <= 0 || past.median() <= 0 || past.spread() > 0.1) {
        return SampleReason::None;
    }
    const double tolerance = std::clamp(3 * past.spread(), 0.01, 0.06);
    const bool isSlip = slipOf(sample.value / past.last(), LevelSlips, tolerance) != 0 ||
                        slipOf(sample.value / past.median(), LevelSlips, tolerance) != 0;
    return isSlip && !doesShareHold(sample).value_or(false) ? SampleReason::UnitSlip : SampleReason::None;
}

MetricPart otherDirection(MetricPart part)
{
    switch (part) {
    case MetricPart::Received:
        return MetricPart::Sent;
    case MetricPart::Sent:
        return MetricPart::Received;
    case MetricPart::Read:
        return MetricPart::Write;
    case MetricPart::Write:
        return MetricPart::Read;
    default:
        return MetricPart::None;
    }
}

double flowSlip(double value, const SeriesPast& past)
{
    if (past.count() < FewForFlow || past.median() <= 0 || past.spread() > 0.05) {
        return 0;
    }
    return slipOf(value / past.median(), FlowSlips, std::clamp(2 * past.spread(), 0.005, 0.03));
}

/// Eight streams instead of one are no slip; that both directions grow eightfold to the percent nearly is.
SampleReason judgeFlowUnit(const GateCase& sample)
{
    const double slip = flowSlip(sample.value, sample.past);
    if (slip == 0) {
        return SampleReason::None;
    }
    const bool isByEight = slip == 8 || slip == 1.0 / 8;
    const GateMember* other = sample.beside(otherDirection(sample.traits.part));
    const std::optional<double> otherValue = valueAt(other, sample.sample.at);
    const bool isConfirmed = otherValue && flowSlip(*otherValue, *other->past) == slip;
    return !isByEight || isConfirmed ? SampleReason::UnitSlip : SampleReason::None;
}

/// The seconds that a machine is up at a moment, as an earlier moment foretells it.
double foretold(const Sample& earlier, Timestamp at)
{
    return earlier.value + std::chrono::duration<double>(at - earlier.at).count();
}

} // namespace

SampleReason judgeWrap(const GateCase& sample)
{
    struct Width
    {
        double most;
        double tolerance;
    };
    // A counter of 32 bits that begins anew looks like 70 MB/s, which a disk does too: it must be hit nearly.
    static constexpr std::array Widths{Width{0x1p32, 0.002}, Width{0x1p63, 0.05}, Width{0x1p64, 0.05}};
    if (sample.past.isEmpty() || sample.value < 8 * sample.past.greatest()) {
        return SampleReason::None;
    }
    const double counted = sample.value * std::max(sample.span(), sample.sinceLast());
    const double countedInSpan = sample.value * sample.span();
    const bool isWrap = std::ranges::any_of(Widths, [&](const Width& width) {
        return std::abs(counted / width.most - 1) <= width.tolerance ||
               std::abs(countedInSpan / width.most - 1) <= width.tolerance;
    });
    return isWrap ? SampleReason::CounterReset : SampleReason::None;
}

SampleReason judgeSilence(const GateCase& sample)
{
    const SeriesPast& past = sample.past;
    if (past.isEmpty() || !sample.isAfterSilence()) {
        return SampleReason::None;
    }
    if (sample.value >= sample.limits.unlikelyBytesPerSecond && sample.value > 1000 * past.greatest()) {
        return SampleReason::FirstAfterGap;
    }
    // All that was counted during the silence, as if it had been counted within one span.
    const double spans = sample.sinceLast() / sample.span();
    if (past.count() < FewForFlow || past.median() <= 0 || past.spread() > 0.15 || spans < 4) {
        return SampleReason::None;
    }
    const double tolerance = std::max(0.05, 2 * past.spread());
    return std::abs(sample.value / past.median() / spans - 1) <= tolerance ? SampleReason::FirstAfterGap
                                                                           : SampleReason::None;
}

SampleReason judgeUnit(const GateCase& sample)
{
    if (sample.past.isEmpty() || sample.value <= 0) {
        return SampleReason::None;
    }
    const double ratio = sample.value / sample.past.last();
    if (ratio > 1.0 / 6 && ratio < 6) {
        return SampleReason::None;
    }
    return sample.traits.habit == MetricHabit::Level ? judgeLevelUnit(sample) : judgeFlowUnit(sample);
}

SampleReason judgeAge(const GateCase& sample)
{
    // Coarse spans tell a mean, which falls by any amount when the machine restarts within.
    if (sample.past.isEmpty() || sample.batch.span > std::chrono::minutes(5)) {
        return SampleReason::None;
    }
    const SeriesPast& past = sample.past;
    const Timestamp at = sample.sample.at;
    const double passed = std::chrono::duration<double>(at - past.believed(0).at).count();
    const double slack = 120 + 0.02 * std::abs(passed);
    if (sample.value <= passed + slack) {
        return SampleReason::None; // restarted since
    }
    for (size_t back = 0; back < past.count(); ++back) {
        const double due = foretold(past.believed(back), at);
        const double late = back == 0 ? passed : 0; // the last one told again
        if (sample.value <= due + slack && sample.value >= due - late - slack) {
            return SampleReason::None;
        }
    }
    return SampleReason::WentBack;
}

} // namespace stowage::gate
