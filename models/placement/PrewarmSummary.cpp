// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placement/PrewarmSummary.h"

#include "models/core/Bytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Prewarm)
};

QString rateText(qint64 bytesPerSecond, bool isMeasured)
{
    //: %1 is a size, as in 50 MiB/s
    const QString rate = Words::tr("%1/s").arg(formatBytes(bytesPerSecond));
    return isMeasured ? Words::tr("%1 (measured)").arg(rate) : Words::tr("%1 (assumed)").arg(rate);
}

QString aboutText(Millis time)
{
    return time < Millis{1000} ? Words::tr("less than a second")
                               : Words::tr("about %1").arg(formatDuration(time));
}

} // namespace

QString prewarmNothingText(const PrewarmPlan& plan)
{
    const bool leavesOut = std::ranges::any_of(
        plan.effects, [](const PrewarmEffect& effect) { return effect.kind == QLatin1String("leftOut"); });
    return leavesOut ? Words::tr("every layer that some node pulls meets the goal")
                     : Words::tr("every layer meets the goal");
}

QString prewarmHeadline(const PrewarmPlan& plan)
{
    if (plan.steps.empty()) {
        return plan.refused.empty() ? Words::tr("nothing to warm: %1").arg(prewarmNothingText(plan))
                                    : Words::tr("nothing can be warmed");
    }
    //: "12 steps in 3 waves"; %1 is the next text, "3 waves"
    return Words::tr("%n step(s) in %1", nullptr, static_cast<int>(plan.steps.size()))
        .arg(Words::tr("%n wave(s)", nullptr, static_cast<int>(plan.waves())));
}

QString prewarmWaveText(const PrewarmPlan& plan, quint32 wave)
{
    int steps = 0;
    qint64 bytes = 0;
    for (const PrewarmStep& step : plan.steps) {
        steps += step.wave == wave ? 1 : 0;
        bytes = step.wave == wave ? addBytes(bytes, step.bytes) : bytes;
    }
    //: %1 is a number, %2 a size, %3 a time such as "about 4 min"
    return Words::tr("wave %1: %n step(s), %2, %3", nullptr, steps)
        .arg(QString::number(wave), formatBytes(bytes), aboutText(plan.waveTimes.at(wave - 1)));
}

QString prewarmTimeText(const PrewarmPlan& plan)
{
    //: %1 is a time such as "about 4 min", %2 and %3 are speeds
    return Words::tr("%1, at %2 a peer and %3 a registry")
        .arg(aboutText(plan.time()), rateText(plan.peerBytesPerSecond, plan.isPeerRateMeasured),
             rateText(plan.upstreamBytesPerSecond, plan.isUpstreamRateMeasured));
}

QStringList prewarmSummary(const PrewarmPlan& plan)
{
    QStringList lines{prewarmHeadline(plan)};
    if (plan.goal) {
        lines.front() +=
            Words::tr(" (goal: %1 copies in %2 zones)").arg(plan.goal->copies).arg(plan.goal->zones);
    }
    if (!plan.steps.empty()) {
        lines << Words::tr("%1 to fetch: %2 from peers, %3 from upstream")
                     .arg(formatBytes(plan.bytes()), formatBytes(plan.peerBytes()),
                          formatBytes(plan.upstreamBytes()));
        lines << prewarmTimeText(plan);
    }
    return lines;
}

} // namespace stowage
