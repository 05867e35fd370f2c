// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <bit>
#include <optional>
#include <vector>

namespace stowage {

/// A set of small numbers, a bit each. A sweep keeps three of them a node, over the numbers of its contents.
class IndexSet
{
public:
    using Index = quint32;

    bool contains(Index index) const
    {
        const size_t word = index / Bits;
        return word < m_words.size() && (m_words[word] >> (index % Bits) & 1U) != 0;
    }

    /// Whether it was not in it before.
    bool insert(Index index)
    {
        const size_t word = index / Bits;
        if (word >= m_words.size()) {
            m_words.resize(word + 1);
        }
        const bool isNew = !contains(index);
        m_words[word] |= quint64{1} << (index % Bits);
        m_count += isNew ? 1 : 0;
        return isNew;
    }

    /// Whether it was in it.
    bool remove(Index index)
    {
        if (!contains(index)) {
            return false;
        }
        m_words[index / Bits] &= ~(quint64{1} << (index % Bits));
        --m_count;
        return true;
    }

    void unite(const IndexSet& other)
    {
        m_words.resize(std::max(m_words.size(), other.m_words.size()));
        m_count = 0;
        for (size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] |= i < other.m_words.size() ? other.m_words[i] : 0;
            m_count += static_cast<size_t>(std::popcount(m_words[i]));
        }
    }

    void clear()
    {
        m_words.assign(m_words.size(), 0);
        m_count = 0;
    }

    size_t size() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }

    /// The first in it that is not below.
    std::optional<Index> from(Index index) const
    {
        for (size_t word = index / Bits; word < m_words.size(); ++word) {
            const size_t start = word * Bits;
            const quint64 rest =
                start < index ? m_words[word] >> (index % Bits) << (index % Bits) : m_words[word];
            if (rest != 0) {
                return static_cast<Index>(start + static_cast<size_t>(std::countr_zero(rest)));
            }
        }
        return std::nullopt;
    }

    /// Calls for each, in order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (auto index = from(0); index; index = from(*index + 1)) {
            visit(*index);
        }
    }

private:
    static constexpr size_t Bits = 64;

    std::vector<quint64> m_words;
    size_t m_count = 0;
};

} // namespace stowage
