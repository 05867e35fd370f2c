// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/now/NowTiles.h"
#include "views/widgets/StateNotice.h"

namespace stowage {

/// How the page of what is wrong now stands as a whole, and what it says about it.
struct NowState
{
    enum class Kind : quint8
    {
        Ready,   ///< there are incidents, and all that tells of them answers
        Calm,    ///< nothing is wrong, and all that would tell of it answers
        Loading, ///< not all that tells has answered yet
        Partial, ///< some of it is silent: what it told is unknown
        Stale,   ///< all of it is
        Failed,  ///< nothing was ever told, because nobody answers
    };

    /// The one thing to do.
    enum class Todo : quint8
    {
        None,
        Refresh,    ///< read all sources anew
        SeeSources, ///< go to `source`, or to all of them
    };

    Kind kind = Kind::Ready;
    Notice notice;
    Todo todo = Todo::None;
    QString source;

    bool operator==(const NowState&) const = default;
};

/// `shown`: incidents that there are to see, resolved ones too. `since`: when the page began to watch.
NowState judgeNow(const NowFigures& figures, int shown, Timestamp since);

} // namespace stowage
