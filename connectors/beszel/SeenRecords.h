// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string_view>
#include <unordered_set>

namespace stowage {

/// Remembers the newest records by their ids, so that what stream and list both tell is taken once. Memory is
/// bounded: at least the last `room` records are known, at most twice as many.
class SeenRecords
{
public:
    explicit SeenRecords(size_t room) : m_room(room) {}

    /// True the first time.
    bool add(std::string_view id)
    {
        const size_t hash = std::hash<std::string_view>{}(id);
        if (m_old.contains(hash) || !m_new.insert(hash).second) {
            return false;
        }
        if (m_new.size() >= m_room) {
            m_old = std::exchange(m_new, {});
        }
        return true;
    }

private:
    size_t m_room;
    std::unordered_set<size_t> m_new;
    std::unordered_set<size_t> m_old;
};

} // namespace stowage
