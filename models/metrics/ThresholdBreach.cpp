// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/ThresholdBreach.h"

#include "models/metrics/MetricWords.h"

#include <QCoreApplication>

namespace stowage {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ThresholdBreach)
};

} // namespace

QString ThresholdBreach::text() const
{
    switch (kind) {
    case Kind::HitPercent:
        return Words::tr("hit rate %1 over 5 min, below %2").arg(formatPercent(value), formatPercent(limit));
    case Kind::ResolveP95:
        return Words::tr("resolving takes %1 (p95 over 5 min), above %2")
            .arg(formatSeconds(value), formatSeconds(limit));
    case Kind::LatencyP95:
        return Words::tr("pulls take %1 (p95 over 5 min), above %2")
            .arg(formatSeconds(value), formatSeconds(limit));
    case Kind::ErrorPercent:
        break;
    }
    return Words::tr("%1 of pulls answered with a server error over 5 min, above %2")
        .arg(formatPercent(value), formatPercent(limit));
}

} // namespace stowage
