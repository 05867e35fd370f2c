// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace stowage {

/// A pull with its wave and its suppliers, in the indexes of a canonical problem.
struct PrewarmMove
{
    /// Pieces expected from one holder, or from upstream.
    struct Supply
    {
        std::optional<quint32> holder; ///< a node; nothing: upstream
        std::vector<quint32> pieces;
    };

    quint32 target = 0;
    quint32 node = 0;
    quint32 wave = 0;            ///< from 1
    std::vector<quint32> pieces; ///< that it fetches
    std::vector<Supply> supplies;
    bool isSeed = false; ///< the first in its zone to have some of it
};

} // namespace stowage
