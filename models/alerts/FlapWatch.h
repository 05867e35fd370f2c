// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/AlertPolicy.h"

#include <vector>

namespace stowage {

/// Counts how often an alert turns, and judges whether it flaps: as many turns within the window as the tempo
/// says, until there was none for a while. A turn ahead of `now`, left by a clock that jumped back, counts as
/// one of now.
class FlapWatch
{
public:
    static constexpr size_t MostTurns = 256; ///< that are remembered

    void turn(Timestamp at);

    /// Judges anew; whether it flaps now and did not, or the other way round.
    bool judge(Timestamp now, const AlertTempo& tempo);

    bool isFlapping() const { return m_since != Timestamp{}; }
    Timestamp since() const
    {
        return m_since;
    } ///< the first turn of those that made it flap; the epoch: it does not
    quint32 turns() const
    {
        return static_cast<quint32>(m_turns.size());
    } ///< within the window, as last judged

    /// When it will be calm if there is no turn till then.
    Timestamp calmAt(const AlertTempo& tempo) const;

    /// As an earlier run left it.
    void restore(Timestamp since, Timestamp latest);

private:
    std::vector<Timestamp> m_turns; ///< ascending
    Timestamp m_latest{};
    Timestamp m_since{};
};

} // namespace stowage
