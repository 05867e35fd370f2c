// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/SpegelSettings.h"

#include <QStringList>

namespace stowage {

/// A configured node, and whether it can be asked.
struct ListedPeer
{
    const PeerSettings* settings = nullptr; ///< of those that were given
    /// Another node that was listed before at the same address. What answers there is one peer: it is asked
    /// once, for else its copies would count twice.
    QString twinOf;
};

/// The nodes of a source, each name once.
struct PeerList
{
    std::vector<ListedPeer> peers;
    QStringList listedAgain; ///< names that came a second time; the first entry counts
};

/// `configured` outlives the list.
PeerList listPeers(const std::vector<PeerSettings>& configured);

} // namespace stowage
