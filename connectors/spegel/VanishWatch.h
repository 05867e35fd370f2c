// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <map>
#include <set>

namespace stowage {

/// Tells a dead node from a dead network of our own: when more than half of the peers that lived vanish
/// within one interval, and they were at least four, the likelier cause is on our side, and none of them may
/// be called gone. While nobody has answered at all, all that are configured are judged the same way; once
/// somebody has, those that never did are no sign of anything.
class VanishWatch
{
public:
    static constexpr size_t FewestPeers = 4;

    VanishWatch(size_t peers, Millis interval) : m_peers(peers), m_interval(interval) {}

    /// A peer stopped to answer, or never did so far, at a monotonic time.
    void vanished(size_t peer, Millis at);

    /// A peer answers (again).
    void answers(size_t peer);

    /// Our own network is suspected; holds until at most half of the peers are missing.
    bool isOwnNetwork() const { return m_isOwnNetwork; }

    /// This peer vanished together with the others: nothing is known of it.
    bool isSuspect(size_t peer) const { return m_isOwnNetwork && m_suspects.contains(peer); }

private:
    bool isMajority(size_t missing) const;

    size_t m_peers;
    Millis m_interval;
    std::set<size_t> m_living;
    std::map<size_t, Millis> m_missing; ///< since when; before the first answer all, then those that lived
    std::set<size_t> m_suspects;
    bool m_hasAnswered = false; ///< anybody, ever
    bool m_isOwnNetwork = false;
};

} // namespace stowage
