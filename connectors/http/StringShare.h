// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace stowage {

/// Gives equal short texts the same bytes. A sweep's answers repeat the same header names and most of the
/// values; sharing them saves two allocations a field and, in a hundred thousand kept answers, most of their
/// memory. Direct-mapped: a collision costs an allocation, never a wrong text. One thread.
class StringShare
{
public:
    QByteArray share(QByteArrayView text)
    {
        if (text.isEmpty()) {
            return QByteArrayLiteral("");
        }
        if (text.size() > LongestShared) {
            return text.toByteArray();
        }
        QByteArray& slot = m_slots[slotOf(text)];
        if (slot != text) {
            slot = text.toByteArray();
        }
        return slot;
    }

private:
    static constexpr qsizetype LongestShared = 64;
    static constexpr size_t Slots = 512;

    static size_t slotOf(QByteArrayView text)
    {
        // FNV-1a; the texts are short.
        size_t hash = 14695981039346656037U;
        for (const char c : text) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
        }
        return (hash ^ hash >> 32) % Slots;
    }

    std::array<QByteArray, Slots> m_slots;
};

} // namespace stowage
