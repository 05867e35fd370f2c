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
        return Words::tr("hit rate %1, limit %2 (5 min)").arg(formatPercent(value), formatPercent(limit));
    case Kind::ResolveP95:
        return Words::tr("resolve p95 %1, limit %2 (5 min)").arg(formatSeconds(value), formatSeconds(limit));
    case Kind::LatencyP95:
        return Words::tr("pulls p95 %1, limit %2 (5 min)").arg(formatSeconds(value), formatSeconds(limit));
    case Kind::ErrorPercent:
        break;
    }
    return Words::tr("failed pulls %1, limit %2 (5 min)").arg(formatPercent(value), formatPercent(limit));
}

} // namespace stowage
