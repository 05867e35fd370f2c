// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/widgets/StateNotice.h"

namespace stowage {

class Fleet;

/// How the sources stand as a whole. Rows are shown whenever there are sources: each tells its own state too.
struct SourcesState
{
    enum class Kind : quint8
    {
        Ready,
        Empty,
        Loading,
        Partial,
        Stale,
        Failed
    };

    /// The one thing to do.
    enum class Todo : quint8
    {
        CopyExample, ///< a source for the profile, to the clipboard
        Refresh,     ///< read all anew
        Examine,     ///< let the doctor examine `source`
    };

    Kind kind = Kind::Ready;
    Notice notice;
    Todo todo = Todo::Refresh;
    QString source;
    int concerns = 0; ///< sources that are not fine

    bool operator==(const SourcesState&) const = default;
};

/// For a page that has been waiting since then. `canExamine`: whether a doctor is there.
SourcesState judgeSources(const Fleet& fleet, Timestamp waitingSince, Timestamp now, bool canExamine);

/// A source as a profile names it, to start from.
QString exampleSource();

} // namespace stowage
