// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/VanishWatch.h"

namespace stowage {

void VanishWatch::vanished(size_t peer, Millis at)
{
    const bool lived = m_living.erase(peer) > 0;
    if ((m_hasAnswered && !lived) || !m_missing.emplace(peer, at).second) {
        return;
    }
    if (m_isOwnNetwork) {
        m_suspects.insert(peer); // while our network is in doubt, so is whatever else vanishes
        return;
    }
    std::set<size_t> together;
    for (const auto& [missing, since] : m_missing) {
        if (at - since <= m_interval) {
            together.insert(missing);
        }
    }
    if (isMajority(together.size())) {
        m_isOwnNetwork = true;
        m_suspects = std::move(together);
    }
}

void VanishWatch::answers(size_t peer)
{
    if (!m_hasAnswered) {
        m_hasAnswered = true;
        m_missing.clear(); // our network is fine: whoever was missing never was there
        m_suspects.clear();
    }
    m_living.insert(peer);
    m_missing.erase(peer);
    m_suspects.erase(peer);
    m_isOwnNetwork = m_isOwnNetwork && isMajority(m_suspects.size());
    if (!m_isOwnNetwork) {
        m_suspects.clear();
    }
}

bool VanishWatch::isMajority(size_t missing) const
{
    const size_t all = m_hasAnswered ? missing + m_living.size() : m_peers;
    return all >= FewestPeers && 2 * missing > all;
}

} // namespace stowage
