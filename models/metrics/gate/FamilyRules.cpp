// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/gate/GateRules.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage::gate {
namespace {

constexpr size_t Few = 4;
constexpr double Unmoved = 1.25; // a factor within which a level may stay
constexpr double Points = 5;     // percent that must be missing or too many

/// Used, total and percent as they are at a moment, or were in the middle.
struct Share
{
    double used = 0;
    double total = 0;
    double percent = 0;

    bool isTold() const { return used > 0 && total > 0 && percent >= 1; }

    /// Not 1: a file system keeps blocks for itself, or shares its device with others. But it stays.
    double proportion() const { return percent * total / used; }
};

constexpr std::array Parts{MetricPart::Used, MetricPart::Total, MetricPart::Percent};

double& partOf(Share& share, MetricPart part)
{
    return part == MetricPart::Used ? share.used : part == MetricPart::Total ? share.total : share.percent;
}

double factor(double a, double b)
{
    return std::max(a / b, b / a);
}

struct Shares
{
    Share now;
    Share past;
};

std::optional<Shares> sharesOf(const GateCase& sample)
{
    Shares shares;
    for (const MetricPart part : Parts) {
        const bool isOwn = part == sample.traits.part;
        const GateMember* member = sample.beside(part);
        const std::optional<double> value = isOwn ? std::optional(sample.value) : sample.told(part);
        if (!value || member == nullptr || member->past->count() < Few) {
            return std::nullopt;
        }
        partOf(shares.now, part) = *value;
        partOf(shares.past, part) = member->past->median();
    }
    return shares.past.isTold() ? std::optional(shares) : std::nullopt;
}

bool holds(const Shares& shares)
{
    if (shares.now.used <= 0 || shares.now.total <= 0) {
        return false;
    }
    const double due = shares.past.proportion() * shares.now.used / shares.now.total;
    if (std::abs(due - shares.now.percent) <= Points) {
        return true;
    }
    return shares.now.percent > 0 && factor(due, shares.now.percent) <= Unmoved;
}

/// How far a part is from where it was.
double moved(Shares& shares, MetricPart part)
{
    const double now = partOf(shares.now, part);
    return now > 0 ? factor(now, partOf(shares.past, part)) : std::numeric_limits<double>::infinity();
}

} // namespace

std::optional<bool> doesShareHold(const GateCase& sample)
{
    if (sample.group == nullptr) {
        return std::nullopt;
    }
    const std::optional<Shares> shares = sharesOf(sample);
    return shares ? std::optional(holds(*shares)) : std::nullopt;
}

SampleReason judgeShare(const GateCase& sample)
{
    const SeriesPast& past = sample.past;
    const double last = past.isEmpty() ? 0 : past.last();
    if (last <= 0 || (sample.value > 0 && factor(sample.value, last) <= Unmoved)) {
        return SampleReason::None; // it did not move: another is wrong, if any is
    }
    std::optional<Shares> shares = sharesOf(sample);
    if (!shares || holds(*shares)) {
        return SampleReason::None;
    }
    const bool isFarthest = std::ranges::all_of(Parts, [&](MetricPart part) {
        return part == sample.traits.part || moved(*shares, part) < moved(*shares, sample.traits.part);
    });
    return isFarthest ? SampleReason::Contradicted : SampleReason::None;
}

SampleReason judgeBusy(const GateCase& sample)
{
    constexpr double Rounding = 0.5; // percent
    constexpr double Margin = 4;     // the kernel samples busy time by ticks and misses some
    const GateMember* member = sample.beside(MetricPart::Busy);
    const std::optional<double> busy = sample.told(MetricPart::Busy);
    if (!busy || member->past->count() < Few || member->past->greatest() <= 0) {
        return SampleReason::None; // a device that never tells of being busy tells nothing
    }
    const double share = std::min(1.0, (std::max(0.0, *busy) + Rounding) / 100);
    return sample.value > Margin * sample.limits.diskBytesPerSecond * share ? SampleReason::Contradicted
                                                                            : SampleReason::None;
}

SampleReason judgeDiskSize(const GateCase& sample)
{
    constexpr double Unusual = 1e9; // B/s; below it small disks in memory are written over and over
    constexpr double Times = 2;
    if (sample.value < Unusual || sample.batch.span > std::chrono::minutes(10)) {
        return SampleReason::None;
    }
    const QHash<QString, double>& disks = sample.facts.diskBytes;
    const double size = sample.told(MetricPart::Total).value_or(disks.value(sample.traits.device));
    return size > 0 && sample.value * sample.span() > Times * size ? SampleReason::Contradicted
                                                                   : SampleReason::None;
}

} // namespace stowage::gate
