// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldScalars.h"

// How containers lie in the stream. For IncidentCodec.cpp alone.

namespace stowage {
namespace fields {

template <size_t N>
void put(FoldWriter& with, const std::array<Timestamp, N>& values)
{
    for (const Timestamp value : values) {
        put(with, value);
    }
}

template <size_t N>
void put(FoldReader& with, std::array<Timestamp, N>& values)
{
    for (Timestamp& value : values) {
        put(with, value);
    }
}

/// How many elements follow; never more than there are bytes left.
inline quint32 countOf(FoldReader& with)
{
    quint32 count = 0;
    with.stream() >> count;
    if (qint64(count) > with.stream().device()->bytesAvailable()) {
        with.refuse();
        return 0;
    }
    return count;
}

template <class T>
void put(FoldWriter& with, const std::vector<T>& values)
{
    with.stream() << static_cast<quint32>(values.size());
    for (const T& value : values) {
        with(value);
    }
}

template <class T>
void put(FoldReader& with, std::vector<T>& values)
{
    const quint32 count = countOf(with);
    values.clear();
    for (quint32 i = 0; i < count && with.isGood(); ++i) {
        values.emplace_back();
        with(values.back());
    }
}

template <class K, class V>
void put(FoldWriter& with, const QHash<K, V>& values)
{
    with.stream() << static_cast<quint32>(values.size());
    for (auto each = values.cbegin(); each != values.cend(); ++each) {
        with(each.key(), each.value());
    }
}

template <class K, class V>
void put(FoldReader& with, QHash<K, V>& values)
{
    const quint32 count = countOf(with);
    values.clear();
    for (quint32 i = 0; i < count && with.isGood(); ++i) {
        K key{};
        V value{};
        with(key, value);
        values.insert(key, std::move(value));
    }
}

/// All else has fields.
template <class Archive, class T>
requires requires(Archive& with, T& value)
{
    archive(with, value);
}
void put(Archive& with, T& value)
{
    archive(with, value);
}

} // namespace fields

template <class T>
void FoldWriter::put(const T& value)
{
    fields::put(*this, value);
}

template <class T>
void FoldReader::put(T& value)
{
    fields::put(*this, value);
}

} // namespace stowage
