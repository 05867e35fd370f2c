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

/// What a member said of an earlier moment, in this call or before.
std::optional<double> earlierAt(const GateMember* member, Timestamp at)
{
    for (size_t back = 0; back < member->past->count(); ++back) {
        if (member->past->believed(back).at == at) {
            return member->past->believed(back).value;
        }
    }
    return valueAt(member, at);
}

/// All three at a moment; nothing when one of them is not told.
std::optional<Share> shareAt(const GateCase& sample, Timestamp at)
{
    Share share;
    for (const MetricPart part : Parts) {
        const GateMember* member = sample.beside(part);
        const std::optional<double> value = member == nullptr ? std::nullopt : earlierAt(member, at);
        if (!value) {
            return std::nullopt;
        }
        partOf(share, part) = *value;
    }
    return share.isTold() ? std::optional(share) : std::nullopt;
}

/// The moment, and the last one before it of which all three are told.
std::optional<Shares> sharesOf(const GateCase& sample)
{
    Shares shares;
    for (const MetricPart part : Parts) {
        const bool isOwn = part == sample.traits.part;
        const std::optional<double> value = isOwn ? std::optional(sample.value) : sample.told(part);
        if (!value) {
            return std::nullopt;
        }
        partOf(shares.now, part) = *value;
    }
    for (size_t back = 0; back < sample.past.count(); ++back) {
        if (const std::optional<Share> past = shareAt(sample, sample.past.believed(back).at)) {
            shares.past = *past;
            return sample.past.count() >= Few ? std::optional(shares) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// What the percent should be for the used and the total of the moment.
double duePercent(const Shares& shares)
{
    return shares.past.proportion() * shares.now.used / shares.now.total;
}

bool holds(const Shares& shares)
{
    if (shares.now.used <= 0 || shares.now.total <= 0) {
        return false;
    }
    const double due = duePercent(shares);
    const bool isNothing = due < 1 && shares.now.percent < 1; // rounded away
    return isNothing || (shares.now.percent > 0 && factor(due, shares.now.percent) <= Unmoved);
}

/// Not the opposite of holds(): next to nothing, all shares hold.
bool isBroken(const Shares& shares)
{
    if (shares.now.used <= 0 || shares.now.total <= 0) {
        return true;
    }
    return !holds(shares) && std::abs(duePercent(shares) - shares.now.percent) > Points;
}

/// How far a part is from where it was.
double moved(Shares& shares, MetricPart part)
{
    const double now = partOf(shares.now, part);
    return now > 0 ? factor(now, partOf(shares.past, part)) : std::numeric_limits<double>::infinity();
}

} // namespace

ShareStanding shareStanding(const GateCase& sample)
{
    if (sample.group == nullptr || sample.isMean()) {
        return ShareStanding::Unknown;
    }
    const std::optional<Shares> shares = sharesOf(sample);
    if (!shares) {
        return ShareStanding::Unknown;
    }
    return isBroken(*shares) ? ShareStanding::Broken
           : holds(*shares)  ? ShareStanding::Holds
                             : ShareStanding::Unknown;
}

SampleReason judgeShare(const GateCase& sample)
{
    const SeriesPast& past = sample.past;
    const auto isNear = [&sample](double usual) {
        return sample.value > 0 && usual > 0 && factor(sample.value, usual) <= Unmoved;
    };
    // It did not move, or came back from where it had no business: another is wrong, if any is.
    if (past.isEmpty() || sample.isMean() || isNear(past.last()) || isNear(past.median())) {
        return SampleReason::None;
    }
    std::optional<Shares> shares = sharesOf(sample);
    if (!shares || !isBroken(*shares)) {
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
    if (sample.value < Unusual || sample.isMean()) {
        return SampleReason::None;
    }
    const QHash<QString, double>& disks = sample.facts.diskBytes;
    const double size = sample.told(MetricPart::Total).value_or(disks.value(sample.traits.device));
    return size > 0 && sample.value * sample.span() > Times * size ? SampleReason::Contradicted
                                                                   : SampleReason::None;
}

} // namespace stowage::gate
