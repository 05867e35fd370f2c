// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Presence.h"

#include <array>

namespace stowage {

/// How the cells of one round fell out, by evidence.
class SweepTally
{
public:
    void add(Evidence evidence)
    {
        ++m_counts[static_cast<size_t>(evidence)];
        ++m_total;
    }
    quint32 count(Evidence evidence) const { return m_counts[static_cast<size_t>(evidence)]; }
    quint32 total() const { return m_total; }

private:
    std::array<quint32, EvidenceCount> m_counts{};
    quint32 m_total = 0;
};

} // namespace stowage
