// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/spegel/IndexSet.h"

#include <vector>

namespace stowage {

/// How many nodes that answer hold each piece of content, as the sweep itself has seen it.
class CopyCounts
{
public:
    using Index = IndexSet::Index;

    void add(Index index)
    {
        if (index >= m_counts.size()) {
            m_counts.resize(index + 1);
        }
        if (++m_counts[index] == 1) {
            m_single.insert(index);
            m_lost.remove(index);
        } else {
            m_single.remove(index);
        }
    }

    void remove(Index index)
    {
        const quint32 left = --m_counts[index];
        if (left == 1) {
            m_single.insert(index);
        } else if (left == 0) {
            m_single.remove(index);
            m_lost.insert(index);
        }
    }

    /// The content is not wanted any more; all its copies have been removed.
    void forget(Index index) { m_lost.remove(index); }

    quint32 copies(Index index) const { return index < m_counts.size() ? m_counts[index] : 0; }

    /// With one copy left.
    const IndexSet& single() const { return m_single; }

    /// Had copies since the sweep began, and has none now.
    const IndexSet& lost() const { return m_lost; }

private:
    std::vector<quint32> m_counts;
    IndexSet m_single;
    IndexSet m_lost;
};

} // namespace stowage
