// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/SlotSet.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace stowage {

/// Texts by slot, one behind the other in one piece of memory. What was replaced is left behind until it is
/// half of all.
class TextArena
{
public:
    /// Empty where none was set. Valid until the next text is set.
    std::string_view at(Slot slot) const
    {
        return slot < m_places.size() ? view(m_places[slot]) : std::string_view();
    }

    /// Whether two slots have one text between them; a text may be equal without being shared.
    bool isShared(Slot a, Slot b) const { return m_places[a] == m_places[b]; }

    /// Whether a text could contain this: false when one of its bytes is in none of them.
    bool mayContain(std::string_view word);

    /// So many texts like those so far will be set.
    void expect(Slot bound)
    {
        m_bytes.reserve(m_bytes.size() / std::max<size_t>(1, m_places.size()) * (bound + 1));
    }

    /// `write(std::string&)` appends the text. Whether it differs from the slot's one before. A text
    /// that comes again soon is kept once.
    template <class Write>
    bool set(Slot slot, Write write)
    {
        const size_t begin = m_bytes.size();
        write(m_bytes);
        const Place fresh{begin, m_bytes.size() - begin};
        Place& place = placeOf(slot);
        if (view(fresh) == view(place)) {
            m_bytes.resize(begin);
            return false;
        }
        m_waste += place.size;
        const auto same =
            std::ranges::find_if(m_latest, [&](const Place& latest) { return view(latest) == view(fresh); });
        if (same != m_latest.end()) {
            place = *same;
            m_bytes.resize(begin);
        } else {
            place = fresh;
            m_latest[m_next++ % m_latest.size()] = fresh;
        }
        compactIfLoose();
        return true;
    }

    /// Has the text of another slot, without a copy.
    void share(Slot slot, Slot with)
    {
        Place& place = placeOf(slot);
        m_waste += place.size;
        place = m_places[with];
    }

    size_t bytesUsed() const { return m_bytes.capacity() + m_places.capacity() * sizeof(Place); }

private:
    struct Place
    {
        size_t begin = 0;
        size_t size = 0;
        bool operator==(const Place&) const = default;
    };

    std::string_view view(const Place& place) const { return {m_bytes.data() + place.begin, place.size}; }
    Place& placeOf(Slot slot);
    void compactIfLoose();

    std::array<bool, 256> m_isUsed{}; ///< by byte: some text had it once
    size_t m_seen = 0;                ///< bytes that m_isUsed knows of
    std::string m_bytes;
    std::vector<Place> m_places;
    std::array<Place, 4> m_latest; ///< different texts that were written last
    size_t m_next = 0;             ///< the one of them to be forgotten
    size_t m_waste = 0;            ///< at most: what is shared is counted each time that one lets go of it
};

} // namespace stowage
