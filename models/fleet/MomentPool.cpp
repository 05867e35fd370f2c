// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/MomentPool.h"

namespace stowage {

MomentPool::Index MomentPool::add(Timestamp at)
{
    if (m_free.empty()) {
        m_slots.push_back({at, 1});
        return static_cast<Index>(m_slots.size() - 1);
    }
    const Index index = m_free.back();
    m_free.pop_back();
    m_slots[index] = {at, 1};
    return index;
}

void MomentPool::release(Index index)
{
    // The epoch's slot is shared by every cell that was never asked for and is not counted.
    if (index != 0 && --m_slots[index].references == 0) {
        m_free.push_back(index);
    }
}

} // namespace stowage
