// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/FoldFields.h"

#include <type_traits>

// How single values lie in the stream. For FoldArchiveParts.h alone.

namespace stowage {
namespace fields {

/// The largest number that an enum may have.
constexpr quint8 largestOf(AlertSeverity)
{
    return static_cast<quint8>(AlertSeverity::Critical);
}
constexpr quint8 largestOf(SubjectKind)
{
    return static_cast<quint8>(SubjectKind::Stowage);
}
constexpr quint8 largestOf(BelongingKind)
{
    return static_cast<quint8>(BelongingKind::ByPerson);
}
constexpr quint8 largestOf(AlertEventKind)
{
    return static_cast<quint8>(AlertEventKind::NoticeFailed);
}

template <class T>
concept Plain = std::is_same_v<T, QString> || std::is_same_v<T, QStringList> || std::is_integral_v<T>;

template <Plain T>
void put(FoldWriter& with, const T& value)
{
    with.stream() << value;
}

template <Plain T>
void put(FoldReader& with, T& value)
{
    with.stream() >> value;
}

template <class T>
requires std::is_enum_v<T>
void put(FoldWriter& with, const T& value)
{
    with.stream() << static_cast<quint8>(value);
}

template <class T>
requires std::is_enum_v<T>
void put(FoldReader& with, T& value)
{
    quint8 number = 0;
    with.stream() >> number;
    if (number > largestOf(T{})) {
        with.refuse();
        return;
    }
    value = static_cast<T>(number);
}

inline void put(FoldWriter& with, const Timestamp& at)
{
    with.stream() << static_cast<qint64>(at.time_since_epoch().count());
}

inline void put(FoldReader& with, Timestamp& at)
{
    qint64 millis = 0;
    with.stream() >> millis;
    at = Timestamp(Millis(millis));
}

inline void put(FoldWriter& with, const MemberFactsPtr& facts)
{
    with.stream() << with.numbers.value(facts.get());
}

inline void put(FoldReader& with, MemberFactsPtr& facts)
{
    quint32 number = 0;
    with.stream() >> number;
    if (number > with.facts.size()) {
        with.refuse();
        return;
    }
    facts = number == 0 ? nullptr : with.facts[number - 1];
}

inline void put(FoldWriter& with, const std::shared_ptr<IncidentGroup>& group)
{
    archive(with, *group);
}

inline void put(FoldReader& with, std::shared_ptr<IncidentGroup>& group)
{
    group = std::make_shared<IncidentGroup>();
    archive(with, *group);
}

inline void put(FoldWriter& with, const std::shared_ptr<const AlertEvent>& act)
{
    with.stream() << (act != nullptr);
    if (act) {
        archive(with, *act);
    }
}

inline void put(FoldReader& with, std::shared_ptr<const AlertEvent>& act)
{
    bool isThere = false;
    with.stream() >> isThere;
    if (isThere) {
        AlertEvent event;
        archive(with, event);
        act = std::make_shared<const AlertEvent>(std::move(event));
    }
}

} // namespace fields
} // namespace stowage
