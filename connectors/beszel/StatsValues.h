// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/beszel/ShortKey.h"
#include "connectors/beszel/StatsReader.h"

#include <cmath>

/// What the parts of StatsReader share; nobody else includes it.
namespace stowage::stats {

using simdjson::SUCCESS;

inline constexpr double Mebi = 1024.0 * 1024;
inline constexpr double Gibi = 1024.0 * Mebi;
inline constexpr double None = std::numeric_limits<double>::quiet_NaN();

/// Names come from outside: no longer, and no more of them, than any machine has.
inline constexpr size_t LongestName = 128;
inline constexpr size_t MostDevices = 4'096;
inline constexpr int MostOfAKind = 64; ///< network devices, sensors, file systems of one record

/// The device of what cannot have a name of its own: not told.
inline constexpr quint16 LeftOut = HubValue::NoDevice - 1;

using Pair = std::array<double, 2>;
inline constexpr Pair NoPair{None, None};

inline bool isTold(double value)
{
    return !std::isnan(value);
}

inline bool isTold(const Pair& pair)
{
    return isTold(pair[0]) || isTold(pair[1]);
}

inline constexpr quint8 bit(HubRate rate)
{
    return static_cast<quint8>(rate);
}

/// Calls `take(key, value)` for each member; ends at the first error.
template <class Take>
simdjson::error_code eachMember(StatsReader::Value value, Take take)
{
    StatsReader::Object object;
    if (const auto error = value.get_object().get(object)) {
        return error;
    }
    for (auto field : object) {
        std::string_view key;
        StatsReader::Value member;
        if (const auto error = field.unescaped_key().get(key)) {
            return error;
        }
        if (const auto error = field.value().get(member)) {
            return error;
        }
        if (const auto error = take(key, member)) {
            return error;
        }
    }
    return SUCCESS;
}

} // namespace stowage::stats

namespace stowage {

template <size_t N>
simdjson::error_code StatsReader::numbers(Value value, std::array<double, N>& into)
{
    simdjson::ondemand::array array;
    if (const auto error = value.get_array().get(array)) {
        return passed(error);
    }
    size_t index = 0;
    for (auto item : array) {
        Value member;
        if (const auto error = item.get(member)) {
            return error;
        }
        if (index < N) {
            into[index++] = number(member);
        }
    }
    return simdjson::SUCCESS;
}

template <size_t N>
simdjson::error_code StatsReader::addAll(Value value, const std::array<HubMetric, N>& metrics)
{
    std::array<double, N> found;
    found.fill(stats::None);
    const auto error = numbers(value, found);
    for (size_t i = 0; i < N; ++i) {
        add(metrics[i], found[i], stats::None);
    }
    return error;
}

} // namespace stowage
