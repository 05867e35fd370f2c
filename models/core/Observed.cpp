// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/Observed.h"

namespace stowage {

QString freshnessName(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Live:
        return QStringLiteral("live");
    case Freshness::Stale:
        return QStringLiteral("stale");
    case Freshness::Offline:
        return QStringLiteral("offline");
    case Freshness::Unseen:
        break;
    }
    return QStringLiteral("unseen");
}

Freshness judge(Timestamp seenAt, Timestamp now, const FreshnessLimits& limits)
{
    if (seenAt == Timestamp{}) {
        return Freshness::Unseen;
    }
    const Millis age = now - seenAt;
    if (age > limits.offlineAfter) {
        return Freshness::Offline;
    }
    return age > limits.staleAfter ? Freshness::Stale : Freshness::Live;
}

} // namespace stowage
