// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace stowage {

/// Rows of bits, for tests by the million where a Roaring's search would cost more than the test.
class BitGrid
{
public:
    BitGrid() = default;
    BitGrid(size_t rows, size_t columns) : m_stride((columns + 63) / 64), m_words(rows * m_stride) {}

    bool test(size_t row, size_t column) const { return (word(row, column) >> (column % 64) & 1) != 0; }
    void set(size_t row, size_t column) { m_words[at(row, column)] |= quint64{1} << (column % 64); }
    void clear(size_t row, size_t column) { m_words[at(row, column)] &= ~(quint64{1} << (column % 64)); }

private:
    size_t at(size_t row, size_t column) const { return row * m_stride + column / 64; }
    quint64 word(size_t row, size_t column) const { return m_words[at(row, column)]; }

    size_t m_stride = 0;
    std::vector<quint64> m_words;
};

} // namespace stowage
