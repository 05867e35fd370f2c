// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

#include <bit>
#include <cstring>

namespace stowage {

/// Small numbers for small magnitudes of either sign.
constexpr quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
}

constexpr qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
}

/// Appends numbers to bytes.
class ByteWriter
{
public:
    void put(quint8 byte) { m_bytes.append(static_cast<char>(byte)); }
    void put(QByteArrayView bytes) { m_bytes.append(bytes); }

    /// Seven bits a byte, the low ones first.
    void putVarint(quint64 value)
    {
        while (value >= 0x80) {
            put(static_cast<quint8>(value | 0x80));
            value >>= 7;
        }
        put(static_cast<quint8>(value));
    }
    void putSigned(qint64 value) { putVarint(zigzag(value)); }

    void putDouble(double value)
    {
        char bytes[8];
        qToLittleEndian(std::bit_cast<quint64>(value), bytes);
        m_bytes.append(bytes, sizeof(bytes));
    }

    const QByteArray& bytes() const { return m_bytes; }
    QByteArray& buffer() { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Takes them back. Beyond the end it gives noughts and is not ok() any more.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    bool ok() const { return m_ok; }
    qsizetype left() const { return m_end - m_at; }

    QByteArrayView rest() const { return {m_at, left()}; }

    /// Never ok again: what was read makes no sense.
    void refuse() { m_ok = false; }

    quint8 take()
    {
        if (m_at == m_end) {
            m_ok = false;
            return 0;
        }
        return static_cast<quint8>(*m_at++);
    }

    QByteArrayView take(qsizetype count)
    {
        if (count < 0 || count > left()) {
            m_ok = false;
            return {};
        }
        m_at += count;
        return {m_at - count, count};
    }

    quint64 takeVarint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 byte = take();
            value |= static_cast<quint64>(byte & 0x7f) << shift;
            if ((byte & 0x80) == 0) {
                return value;
            }
        }
        m_ok = false;
        return 0;
    }
    qint64 takeSigned() { return unzigzag(takeVarint()); }

    double takeDouble()
    {
        const QByteArrayView bytes = take(8);
        return bytes.isEmpty() ? 0 : std::bit_cast<double>(qFromLittleEndian<quint64>(bytes.data()));
    }

private:
    const char* m_at;
    const char* m_end;
    bool m_ok = true;
};

} // namespace stowage
