// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/ChangeSet.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace stowage {

/// Remembers of each touched id whether the listeners know it as alive, so that a change set tells net
/// effects: what went and came back is a change. What came and went is told as removed, for those who saw it
/// in between.
template <class I>
class Touched
{
public:
    /// To be called before the entity changes; only the first call for an id since the last take() counts.
    void touch(I id, bool wasAlive)
    {
        if (id.value >= m_isMarked.size()) {
            m_isMarked.resize(id.value + 1);
        }
        if (!m_isMarked[id.value]) {
            m_isMarked[id.value] = true;
            m_entries.emplace_back(id, wasAlive);
        }
    }

    bool isEmpty() const { return m_entries.empty(); }

    /// The net changes, and begins anew. `isAlive(id)` says how each stands now.
    template <class Alive>
    Changes<I> take(Alive isAlive)
    {
        Changes<I> changes;
        std::ranges::sort(m_entries);
        for (const auto& [id, wasAlive] : m_entries) {
            m_isMarked[id.value] = false;
            if (isAlive(id)) {
                (wasAlive ? changes.changed : changes.added).push_back(id);
            } else {
                changes.removed.push_back(id);
            }
        }
        m_entries.clear();
        return changes;
    }

private:
    std::vector<bool> m_isMarked;
    std::vector<std::pair<I, bool>> m_entries;
};

/// What was touched since the last change set.
struct ChangeCollector
{
    Touched<NodeId> nodes;
    Touched<ImageId> images;
    Touched<LayerId> layers;
    Touched<SourceId> sources;
    Touched<NodeId> cellsOf;

    bool isEmpty() const
    {
        return nodes.isEmpty() && images.isEmpty() && layers.isEmpty() && sources.isEmpty() &&
               cellsOf.isEmpty();
    }
};

} // namespace stowage
