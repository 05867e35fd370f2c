// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <algorithm>

/// Where an event's row lies: its time in milliseconds, and so many of each as 14 bits can tell. More at one
/// moment go to the next one's room: they stay in order, a few milliseconds late.
namespace stowage::alertslot {

constexpr int Bits = 14;
constexpr qint64 LastMoment = (qint64{1} << 48) - 1; ///< the year 10889; later ones count as this

/// The first slot of a moment; before the epoch that is the epoch.
constexpr qint64 first(Timestamp at)
{
    const qint64 number = at.time_since_epoch().count();
    return std::clamp(number, qint64{0}, LastMoment) << Bits;
}

constexpr qint64 millisOf(qint64 slot)
{
    return slot >> Bits;
}

/// Behind all slots.
constexpr qint64 End = (LastMoment + 2) << Bits;

} // namespace stowage::alertslot
