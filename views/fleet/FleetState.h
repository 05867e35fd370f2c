// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/widgets/StateNotice.h"

namespace stowage {

class Fleet;

/// How a page of the fleet stands as a whole, and what it says about it.
struct FleetState
{
    enum class Kind : quint8
    {
        Ready,   ///< nothing to say
        Empty,   ///< all answered, and there is nothing
        Loading, ///< nothing yet, but somebody is still being asked
        Partial, ///< something is missing
        Stale,   ///< all of it is old
        Failed,  ///< nothing, because nobody could be asked
    };

    /// The one thing to do.
    enum class Todo : quint8
    {
        Refresh,    ///< read all sources anew
        SeeSources, ///< go to `source`, or to all of them
    };

    Kind kind = Kind::Ready;
    Notice notice;
    Todo todo = Todo::SeeSources;
    QString source;

    bool showsContent() const { return kind == Kind::Ready || kind == Kind::Partial || kind == Kind::Stale; }
    bool operator==(const FleetState&) const = default;
};

/// Judges the fleet for a page that shows nodes and has been waiting since then.
FleetState judgeFleet(const Fleet& fleet, Timestamp waitingSince, Timestamp now);

} // namespace stowage
