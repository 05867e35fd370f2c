// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/alerts/PollOutcome.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PollOutcome)
};

constexpr Millis ClockTolerance = std::chrono::minutes(1);

} // namespace

void takePollOutcome(SourceStatus& status, const std::optional<Error>& error, bool hasAnswered)
{
    status.settled = true;
    status.progress.clear();
    status.error = error;
    if (status.error && status.error->where.isEmpty()) {
        status.error->where = status.id;
    }
    if (status.lastAnswer == Timestamp{}) {
        status.state = Freshness::Unseen;
    } else if (!error) {
        status.state = Freshness::Live;
    } else {
        status.state = hasAnswered ? Freshness::Stale : Freshness::Offline;
    }
}

FreshnessLimits pollLimits(Millis interval)
{
    return {2 * interval + Millis{10'000}, 10 * interval};
}

QString clockWarning(Millis ahead)
{
    if (ahead > ClockTolerance) {
        return Words::tr("its clock is ahead of this machine's by %1").arg(formatDuration(ahead));
    }
    if (ahead < -ClockTolerance) {
        return Words::tr("its clock is behind this machine's by %1").arg(formatDuration(-ahead));
    }
    return {};
}

} // namespace stowage
