// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Time.h"

#include <vector>

namespace stowage {

/// Times shared by the many cells of one answer: a cell keeps a small index in place of eight bytes. Slot 0
/// is the epoch, "never", and is always there.
class MomentPool
{
public:
    using Index = quint32;

    /// A slot for this time with one reference, which is the caller's.
    Index add(Timestamp at);
    void retain(Index index) { ++m_slots[index].references; }
    void release(Index index);

    Timestamp at(Index index) const { return m_slots[index].at; }
    /// Slots in use, without the epoch. For tests of leaks.
    size_t size() const { return m_slots.size() - 1 - m_free.size(); }

private:
    struct Slot
    {
        Timestamp at{};
        quint32 references = 1;
    };

    std::vector<Slot> m_slots{1};
    std::vector<Index> m_free;
};

} // namespace stowage
