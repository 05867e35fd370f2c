// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/SourceStatus.h"
#include "views/widgets/Status.h"

#include <span>

namespace stowage {

/// How far the whole screen can be trusted now: the pill of the top bar.
struct Liveness
{
    enum class Kind : quint8
    {
        Frozen,     ///< the reader made it stand still
        Connecting, ///< no source is live yet, and not each has answered or failed since the start
        Live,       ///< every source is
        InPart,     ///< some are
        Stale,      ///< none is, but one answers now and then: all is older than promised
        Offline,    ///< none answers
    };

    Kind kind = Kind::Connecting;
    int live = 0;
    int sources = 0; ///< that this version connects to

    bool operator==(const Liveness&) const = default;
};

/// Sources that this version cannot connect to are left out: they will never be live, and say so themselves.
Liveness livenessOf(std::span<const SourceStatus> sources, bool isFrozen);

Status statusOf(Liveness::Kind kind);

/// "Live", "3 of 5 live", "Frozen", …
QString livenessWord(const Liveness& liveness);

/// A sentence on what that means for what is on the screen.
QString livenessMeaning(const Liveness& liveness);

} // namespace stowage
