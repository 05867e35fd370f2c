// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"
#include "views/widgets/StateNotice.h"

namespace stowage {

class HostBook;

/// How the page of hosts stands as a whole, and what it says about it.
struct HostsState
{
    enum class Kind : quint8
    {
        Ready,   ///< nothing to say
        Empty,   ///< nobody is asked for hosts, or those that are know none
        Loading, ///< nothing yet, but somebody is still being asked
        Partial, ///< a source that tells of hosts does not answer, others do
        Stale,   ///< all of it is old
        Failed,  ///< nothing, because nobody could be asked
    };

    /// The one thing to do.
    enum class Todo : quint8
    {
        CopyExample, ///< of a source for the profile
        Refresh,
        SeeSources, ///< go to `source`, or to all of them
    };

    Kind kind = Kind::Ready;
    Notice notice;
    Todo todo = Todo::SeeSources;
    QString source;

    bool showsContent() const { return kind == Kind::Ready || kind == Kind::Partial || kind == Kind::Stale; }
    bool operator==(const HostsState&) const = default;
};

/// Judges the book for a page that has been waiting since then.
HostsState judgeHosts(const HostBook& book, Timestamp waitingSince, Timestamp now);

/// What a profile that tells of hosts has among its sources, to be copied.
QString exampleHostSource();

} // namespace stowage
