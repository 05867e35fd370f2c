// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <QtGlobal>

#include <optional>

namespace stowage {

/// How steady a node was while a source watched it. Counts begin with the source's start, for nobody saw
/// what happened before.
struct NodeStability
{
    Timestamp watchedSince{};             ///< the epoch: nobody watches
    quint32 restarts = 0;                 ///< another identity answered at the same address
    std::optional<Timestamp> restartedAt; ///< the newest of them: an event, not a state
    quint32 vanishings = 0;               ///< lived, then was gone; not when our own network was suspected
    std::optional<Timestamp> vanishedAt;  ///< the newest of them

    bool isWatched() const { return watchedSince != Timestamp{}; }

    bool operator==(const NodeStability&) const = default;
};

} // namespace stowage
