// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"
#include "views/widgets/StateNotice.h"

#include <optional>

namespace stowage {

/// Why the matrix is not simply full and fresh, and what can be done.
struct PlacementState
{
    enum class Todo : quint8
    {
        Nothing,
        Refresh,
        OpenSource,
        ClearFilter
    };

    Notice notice;
    bool insteadOfMatrix = false; ///< there is nothing to paint; else the notice stands above it
    Todo todo = Todo::Nothing;
    QString source;                ///< what the to-do is about; empty: all of them
    std::optional<Timestamp> asOf; ///< what is shown is no newer than this
};

/// Since when it has been waited for answers, and until when.
struct PlacementWait
{
    Timestamp openedAt{};
    Timestamp now{};
};

/// Judges the fleet; nothing when there is nothing to say. `hasRows` and `hasColumns` tell whether the filter
/// left anything to paint.
std::optional<PlacementState> placementState(const Fleet& fleet, const QString& filter, bool hasRows,
                                             bool hasColumns, const PlacementWait& wait);

} // namespace stowage
