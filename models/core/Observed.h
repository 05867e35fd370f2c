// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/core/Time.h"

namespace stowage {

/// How far a value can be trusted now. Gone is not among them: that is a fact about a node, not about our
/// view.
enum class Freshness : quint8
{
    Live,    ///< seen within the time its source promises
    Stale,   ///< older than that; the source still answers
    Offline, ///< its source does not answer; this is what was last known
    Unseen,  ///< never seen
};

QString freshnessName(Freshness freshness); ///< "live", "stale", "offline", "unseen", as JSON prints it

/// After how long a value of a source is no longer live.
struct FreshnessLimits
{
    Millis staleAfter{30'000};
    Millis offlineAfter{300'000};

    bool operator==(const FreshnessLimits&) const = default;
};

/// A value with its time and its witness.
template <class T>
struct Observed
{
    T value{};
    Timestamp seenAt{};
    SourceId source{};

    bool isSeen() const { return seenAt != Timestamp{}; }
    Millis age(Timestamp now) const { return std::max(Millis{0}, now - seenAt); }

    bool operator==(const Observed&) const = default;
};

/// Judges an age; `seenAt` of the epoch is Unseen.
Freshness judge(Timestamp seenAt, Timestamp now, const FreshnessLimits& limits);

} // namespace stowage
