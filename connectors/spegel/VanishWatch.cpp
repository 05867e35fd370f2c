// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/spegel/VanishWatch.h"

namespace stowage {

void VanishWatch::vanished(size_t peer, Millis at)
{
    if (!m_missing.emplace(peer, at).second) {
        return;
    }
    std::set<size_t> together;
    for (const auto& [missing, since] : m_missing) {
        if (at - since <= m_interval) {
            together.insert(missing);
        }
    }
    if (m_isOwnNetwork) {
        m_suspects.insert(peer); // while our network is in doubt, so is whatever else vanishes
    } else if (isMajority(together.size())) {
        m_isOwnNetwork = true;
        m_suspects = std::move(together);
    }
}

void VanishWatch::answers(size_t peer)
{
    m_missing.erase(peer);
    m_suspects.erase(peer);
    m_isOwnNetwork = m_isOwnNetwork && isMajority(m_suspects.size());
    if (!m_isOwnNetwork) {
        m_suspects.clear();
    }
}

} // namespace stowage
