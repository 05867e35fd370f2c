// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Observed.h"
#include "models/core/Presence.h"

namespace stowage {

/// One cell of the matrix.
struct Cell
{
    Presence presence = Presence::Unknown;  ///< as it may be counted now
    Presence lastSeen = Presence::Unknown;  ///< the last answer that was held or absent, whatever came after
    Evidence evidence = Evidence::NotAsked; ///< of the newest sighting
    Timestamp seenAt{};                     ///< of the newest sighting; the epoch when never asked
    Freshness freshness = Freshness::Unseen;

    bool operator==(const Cell&) const = default;
};

/// What a picture of many cells needs of one.
struct CellGlance
{
    Presence presence = Presence::Unknown; ///< as Cell has it
    bool isStale = false;                  ///< known, but by a sighting that is Stale or Offline

    bool operator==(const CellGlance&) const = default;
};

} // namespace stowage
