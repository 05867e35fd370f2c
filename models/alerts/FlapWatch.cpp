// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/FlapWatch.h"

#include <algorithm>

namespace stowage {

void FlapWatch::turn(Timestamp at)
{
    if (m_turns.size() == MostTurns) {
        m_turns.erase(m_turns.begin());
    }
    std::ranges::for_each(m_turns, [at](Timestamp& earlier) { earlier = std::min(earlier, at); });
    m_turns.push_back(at);
    m_latest = at;
}

bool FlapWatch::judge(Timestamp now, const AlertTempo& tempo)
{
    std::erase_if(m_turns, [&](Timestamp turn) { return turn < now - tempo.flapWindow; });
    m_latest = std::min(m_latest, now);
    const bool wasFlapping = isFlapping();
    if (tempo.flapTurns == 0) {
        m_since = {};
    } else if (wasFlapping) {
        if (now >= calmAt(tempo)) {
            m_since = {};
            m_turns.clear(); // those are told; a new storm has to make its own
        }
    } else if (m_turns.size() >= tempo.flapTurns) {
        m_since = m_turns.front();
    }
    return wasFlapping != isFlapping();
}

Timestamp FlapWatch::calmAt(const AlertTempo& tempo) const
{
    return m_latest + tempo.flapCalm;
}

void FlapWatch::restore(Timestamp since, Timestamp latest)
{
    m_since = since;
    m_latest = latest;
}

} // namespace stowage
