// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentEngine.h"

#include <QDataStream>
#include <QIODevice>

#include <type_traits>

namespace stowage {

/// Writes values one after the other, or reads them: which fields a value has is said once, in
/// FoldFields.h, for both. Facts are numbered and go before all else, since many values share them.
class FoldWriter
{
public:
    static constexpr bool IsReading = false;

    explicit FoldWriter(QDataStream& stream) : m_stream(stream) {}

    template <class... T>
    void operator()(const T&... values)
    {
        (put(values), ...);
    }

    bool isGood() const { return m_stream.status() == QDataStream::Ok; }
    QDataStream& stream() { return m_stream; }

    QHash<const MemberFacts*, quint32> numbers; ///< of facts, from 1

private:
    template <class T>
    void put(const T& value);

    QDataStream& m_stream;
};

/// Reads what FoldWriter wrote. Values that cannot be are noticed: isGood() is false then, and what was read
/// is not to be used.
class FoldReader
{
public:
    static constexpr bool IsReading = true;

    explicit FoldReader(QDataStream& stream) : m_stream(stream) {}

    template <class... T>
    void operator()(T&... values)
    {
        (put(values), ...);
    }

    bool isGood() const { return m_stream.status() == QDataStream::Ok; }
    void refuse() { m_stream.setStatus(QDataStream::ReadCorruptData); }
    QDataStream& stream() { return m_stream; }

    std::vector<MemberFactsPtr> facts; ///< by number, from 1

private:
    template <class T>
    void put(T& value);

    QDataStream& m_stream;
};

/// What is read is changed, what is written is not.
template <class Archive, class T>
using FoldSide = std::conditional_t<Archive::IsReading, T, const T>;

} // namespace stowage
