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
constexpr std::array BitSlip{8.0};
constexpr std::array FarSlips{1000.0, 1024.0, 8e3, 8192.0, 1e6, 0x1p20, 1e9, 0x1p30};
/// Flows jump by themselves: fewer coincidences are asked about. Eight streams in the place of one look as
/// bits in the place of bytes do, so that is left to the link's bound.
constexpr std::array FlowSlips{1000.0, 1024.0, 1e6, 0x1p20};

/// The factor, or its inverse, by which `ratio` is off within `tolerance`; 0 if by none.
double slipOf(double ratio, std::span<const double> slips, double tolerance)
{
    const double greater = ratio < 1 ? 1 / ratio : ratio;
    const auto found =
        std::ranges::find_if(slips, [&](double slip) { return std::abs(greater / slip - 1) <= tolerance; });
    return found == slips.end() ? 0 : (ratio < 1 ? 1 / *found : *found);
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

/// Counters of both directions are lost, begin anew and slip together; a burst seldom does the same to both.
struct OtherDirection
{
    double value = 0;
    const SeriesPast& past;
};

std::optional<OtherDirection> toldTheOtherWay(const GateCase& sample)
{
    const GateMember* member = sample.beside(otherDirection(sample.traits.part));
    const std::optional<double> value = claimedAt(member, sample.sample.at);
    return value ? std::optional(OtherDirection{*value, *member->past}) : std::nullopt;
}

bool isLevelSlip(const GateCase& sample, std::span<const double> slips, double tolerance)
{
    return slipOf(sample.value / sample.past.last(), slips, tolerance) != 0 ||
           slipOf(sample.value / sample.past.median(), slips, tolerance) != 0;
}

SampleReason judgeLevelUnit(const GateCase& sample)
{
    const SeriesPast& past = sample.past;
    if (past.count() < FewForLevel || past.last() <= 0 || past.median() <= 0 || past.spread() > 0.2) {
        return SampleReason::None;
    }
    // A level may well rise eightfold: bits in the place of bytes must be contradicted by the percent.
    const ShareStanding standing = shareStanding(sample);
    const bool isByEight = isLevelSlip(sample, BitSlip, std::clamp(3 * past.spread(), 0.01, 0.06));
    const bool isFar = isLevelSlip(sample, FarSlips, 0.15);
    const bool isSlip =
        (isByEight && standing == ShareStanding::Broken) || (isFar && standing != ShareStanding::Holds);
    return isSlip ? SampleReason::UnitSlip : SampleReason::None;
}

double flowSlip(double value, const SeriesPast& past)
{
    if (past.count() < FewForFlow || past.median() <= 0 || past.spread() > 0.05) {
        return 0;
    }
    return slipOf(value / past.median(), FlowSlips, std::clamp(2 * past.spread(), 0.005, 0.03));
}

/// A flow that jumps by a thousand may just do so. That both directions jump by it, to the percent, is no
/// flow.
SampleReason judgeFlowUnit(const GateCase& sample)
{
    const double slip = flowSlip(sample.value, sample.past);
    if (slip == 0) {
        return SampleReason::None;
    }
    const std::optional<OtherDirection> other = toldTheOtherWay(sample);
    return other && flowSlip(other->value, other->past) == slip ? SampleReason::UnitSlip : SampleReason::None;
}

/// More than all links of the host together carry, bridges and virtual devices that count the same bytes
/// again allowed for. Says nothing where no link is known.
bool isUnlikely(const GateCase& sample)
{
    constexpr double TimesCounted = 4;
    constexpr double BitsInByte = 8;
    if (sample.traits.family != MetricFamily::Net) {
        return false;
    }
    double links = 0;
    for (const double link : sample.facts.linkBitsPerSecond) {
        links += std::max(0.0, link) / BitsInByte;
    }
    return links > 0 && sample.value > TimesCounted * links;
}

bool isJump(double value, const SeriesPast& past)
{
    return !past.isEmpty() && value >= 4 * past.greatest();
}

/// Whether a counter that has gone once through its whole width shows as this rate.
bool isWrap(const GateCase& sample, double value, double width, double tolerance)
{
    const double inSpan = value * sample.span() / width;
    const double sinceLast = value * std::max(sample.span(), sample.sinceLast()) / width;
    return std::abs(inSpan - 1) <= tolerance || std::abs(sinceLast - 1) <= tolerance;
}

/// All that a steady flow did during a silence, as if it had been done within one span.
bool isAllAtOnce(double value, const SeriesPast& past, double spans)
{
    if (past.count() < FewForFlow || past.median() <= 0 || past.spread() > 0.15) {
        return false;
    }
    return std::abs(value / past.median() / spans - 1) <= std::max(0.05, 2 * past.spread());
}

/// The seconds that a machine is up at a moment, as an earlier moment foretells it.
double foretold(const Sample& earlier, Timestamp at)
{
    return earlier.value + std::chrono::duration<double>(at - earlier.at).count();
}

} // namespace

SampleReason judgeWrap(const GateCase& sample)
{
    if (!isJump(sample.value, sample.past)) {
        return SampleReason::None;
    }
    if (isWrap(sample, sample.value, 0x1p63, 0.05) || isWrap(sample, sample.value, 0x1p64, 0.05)) {
        return SampleReason::CounterReset;
    }
    // A counter of 32 bits that begins anew looks like 70 MB/s, which is nothing special.
    constexpr double Near = 0.005;
    const std::optional<OtherDirection> other = toldTheOtherWay(sample);
    const bool isBoth =
        isWrap(sample, sample.value, 0x1p32, Near) && other && isWrap(sample, other->value, 0x1p32, Near);
    return isBoth ? SampleReason::CounterReset : SampleReason::None;
}

SampleReason judgeSilence(const GateCase& sample)
{
    if (sample.past.isEmpty() || !sample.isAfterSilence()) {
        return SampleReason::None;
    }
    if (sample.value > 1000 * sample.past.greatest() && isUnlikely(sample)) {
        return SampleReason::FirstAfterGap;
    }
    const double spans = sample.sinceLast() / sample.span();
    const std::optional<OtherDirection> other = toldTheOtherWay(sample);
    const bool isBoth = spans >= 4 && other && isAllAtOnce(sample.value, sample.past, spans) &&
                        isAllAtOnce(other->value, other->past, spans);
    return isBoth ? SampleReason::FirstAfterGap : SampleReason::None;
}

SampleReason judgeUnit(const GateCase& sample)
{
    if (sample.past.isEmpty() || sample.value <= 0) {
        return SampleReason::None;
    }
    const auto isNear = [&sample](double usual) {
        return sample.value > usual / 6 && sample.value < usual * 6;
    };
    if (isNear(sample.past.last()) || isNear(sample.past.median())) {
        return SampleReason::None;
    }
    return sample.traits.habit == MetricHabit::Level ? judgeLevelUnit(sample) : judgeFlowUnit(sample);
}

SampleReason judgeAge(const GateCase& sample)
{
    // Coarse spans tell a mean, which falls by any amount when the machine restarts within.
    if (sample.past.isEmpty() || sample.isMean()) {
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
