// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <array>

namespace stowage {

struct IncidentRules;

/// A storm of one source: alerts that nothing else explains, folded into one incident until few come. A value
/// that knows the latest of them and no more, so that a flood costs nothing.
class StormWatch
{
public:
    /// It begins, all that is in it so far told by note().
    void begin(quint32 group) { m_group = group; }
    void end() { m_group = 0; }

    /// One more that nothing explains.
    void note(Timestamp at);

    /// Whether there is a storm still at this moment, before what comes now is noted.
    bool isOn(Timestamp at, const IncidentRules& rules) const;

    Timestamp last() const;                   ///< when the latest came
    quint32 group() const { return m_group; } ///< where it is folded; 0: there is none

    /// Writes it to an archive, or reads it from one.
    template <class Archive, class Self>
    static void archive(Archive& with, Self& self)
    {
        with(self.m_group, self.m_noted, self.m_latest);
    }

private:
    quint32 m_group = 0;
    quint32 m_noted = 0;
    std::array<Timestamp, 16> m_latest{}; ///< a ring
};

} // namespace stowage
