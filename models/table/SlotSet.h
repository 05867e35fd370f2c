// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <bit>
#include <vector>

namespace stowage {

/// Where a table keeps what belongs to a row; stays the row's own while the row is there.
using Slot = quint32;

/// A set of slots, a bit each. What was never put in is not in it, however large its number.
class SlotSet
{
public:
    bool contains(Slot slot) const
    {
        return slot / Bits < m_words.size() && (m_words[slot / Bits] & bit(slot)) != 0;
    }

    void insert(Slot slot)
    {
        if (slot / Bits >= m_words.size()) {
            m_words.resize(slot / Bits + 1);
        }
        m_words[slot / Bits] |= bit(slot);
    }

    void remove(Slot slot)
    {
        if (slot / Bits < m_words.size()) {
            m_words[slot / Bits] &= ~bit(slot);
        }
    }

    bool isEmpty() const
    {
        return std::ranges::all_of(m_words, [](quint64 word) { return word == 0; });
    }

    SlotSet& operator|=(const SlotSet& other)
    {
        m_words.resize(std::max(m_words.size(), other.m_words.size()));
        for (size_t i = 0; i < other.m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
        return *this;
    }

    SlotSet& operator-=(const SlotSet& other)
    {
        for (size_t i = 0; i < std::min(m_words.size(), other.m_words.size()); ++i) {
            m_words[i] &= ~other.m_words[i];
        }
        return *this;
    }

    /// Each slot in ascending order.
    template <class Each>
    void forEach(Each each) const
    {
        for (size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 word = m_words[i]; word != 0; word &= word - 1) {
                each(static_cast<Slot>(i * Bits + static_cast<size_t>(std::countr_zero(word))));
            }
        }
    }

    /// Those that fulfil a question.
    template <class Question>
    SlotSet where(Question question) const
    {
        SlotSet found;
        found.m_words.resize(m_words.size());
        forEach([&](Slot slot) {
            if (question(slot)) {
                found.m_words[slot / Bits] |= bit(slot);
            }
        });
        return found;
    }

private:
    static constexpr Slot Bits = 64;
    static quint64 bit(Slot slot) { return quint64{1} << slot % Bits; }

    std::vector<quint64> m_words;
};

} // namespace stowage
