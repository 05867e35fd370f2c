// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ByteStream.h"

namespace stowage {

/// Appends bits to bytes, the low ones first.
class BitWriter
{
public:
    explicit BitWriter(QByteArray& bytes) : m_bytes(bytes) {}

    /// At most 32 bits; those of `bits` above `count` are nought.
    void put(quint64 bits, int count)
    {
        m_held |= bits << m_count;
        m_count += count;
        while (m_count >= 8) {
            m_bytes.append(static_cast<char>(m_held));
            m_held >>= 8;
            m_count -= 8;
        }
    }

    /// Fills the last byte up.
    void finish()
    {
        if (m_count > 0) {
            put(0, 8 - m_count);
        }
    }

private:
    QByteArray& m_bytes;
    quint64 m_held = 0;
    int m_count = 0;
};

/// Takes them back. Beyond the end it gives noughts and is not ok() any more.
class BitReader
{
public:
    explicit BitReader(QByteArrayView bytes)
        : m_at(reinterpret_cast<const uchar*>(bytes.data())), m_end(m_at + bytes.size())
    {
    }

    bool ok() const { return m_held >= m_borrowed; }

    /// The next bits, at least 56 of them; noughts beyond the end.
    quint64 peek()
    {
        if (m_held < 56) {
            refill();
        }
        return m_bits;
    }

    /// At most as many as peek() showed.
    void skip(int count)
    {
        m_bits >>= count;
        m_held -= count;
    }

    /// At most 32.
    quint64 take(int count)
    {
        const quint64 bits = peek() & ((quint64{1} << count) - 1);
        skip(count);
        return bits;
    }

    /// Where the byte after the last taken bit begins; nothing when they were too few.
    const char* end() const { return reinterpret_cast<const char*>(m_at) - (m_held - m_borrowed) / 8; }

private:
    void refill()
    {
        if (m_end - m_at >= 8) {
            m_bits |= qFromLittleEndian<quint64>(m_at) << m_held;
            const int bytes = (63 - m_held) >> 3;
            m_at += bytes;
            m_held += bytes * 8;
            return;
        }
        while (m_held <= 56) {
            if (m_at < m_end) {
                m_bits |= quint64{*m_at++} << m_held;
            } else {
                m_borrowed += 8;
            }
            m_held += 8;
        }
    }

    const uchar* m_at;
    const uchar* m_end;
    quint64 m_bits = 0;
    int m_held = 0;     ///< bits in m_bits that are spoken for
    int m_borrowed = 0; ///< of them, those beyond the end
};

} // namespace stowage
