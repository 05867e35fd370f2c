// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/core/Time.h"
#include "views/widgets/StateNotice.h"

#include <optional>

namespace stowage {

/// What the timeline is judged by.
struct TimelineFigures
{
    bool isLoading = false;   ///< an answer of the log is on its way
    int entries = 0;          ///< loaded, those that the filter hides too
    int shown = 0;            ///< that pass the filter
    quint32 counted = 0;      ///< events of the whole range
    bool isSearching = false; ///< words are looked for
    bool isFiltered = false;
    bool hasLanes = true;      ///< any is shown
    bool isAllHistory = false; ///< the range is all there is
    Timestamp from{};          ///< of the range
    Timestamp now{};
    std::optional<Error> error; ///< what the log said last, unless it has written since
};

/// How the timeline stands as a whole, and what it says about it.
struct TimelineState
{
    enum class Kind : quint8
    {
        Ready,
        Loading,       ///< nothing to show yet
        Empty,         ///< nothing has happened
        NothingFound,  ///< by the words that are looked for
        NothingPasses, ///< the filter
        NoLanes,       ///< all are hidden
        Broken,        ///< the log has a problem; what is shown may be in part
        Failed,        ///< likewise, and there is nothing to show
    };

    Kind kind = Kind::Ready;
    Notice notice;

    bool isInstead() const
    {
        return kind != Kind::Ready && kind != Kind::Broken && kind != Kind::NothingPasses;
    }
    bool operator==(const TimelineState&) const = default;
};

TimelineState judgeTimeline(const TimelineFigures& figures);

} // namespace stowage
