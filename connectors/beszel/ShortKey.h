// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <QtGlobal>

#include <string_view>

namespace stowage::stats {

/// A key of at most eight characters as a number, so that fields are told apart by one comparison each: of
/// the time for a page, two thirds went into comparing their names. 0: longer, or written with escapes.
using ShortKey = quint64;

inline constexpr ShortKey shortKey(std::string_view name)
{
    ShortKey key = 0;
    for (const char each : name) {
        key = (key << 8) | static_cast<unsigned char>(each);
    }
    return key;
}

/// The key of a member as it is written; the text is padded, so that it can be read on to its quote.
inline ShortKey shortKey(simdjson::ondemand::raw_json_string written)
{
    ShortKey key = 0;
    const char* at = written.raw();
    for (size_t length = 0; length <= sizeof key; ++length) {
        if (at[length] == '"') {
            return key;
        }
        if (at[length] == '\\') {
            return 0;
        }
        key = (key << 8) | static_cast<unsigned char>(at[length]);
    }
    return 0;
}

/// Calls `take(key, value)` for each member, the key as a ShortKey; ends at the first error.
template <class Take>
simdjson::error_code eachField(simdjson::ondemand::object object, Take take)
{
    for (auto field : object) {
        simdjson::ondemand::raw_json_string key;
        simdjson::ondemand::value member;
        if (const auto error = field.key().get(key)) {
            return error;
        }
        if (const auto error = field.value().get(member)) {
            return error;
        }
        if (const auto error = take(shortKey(key), member)) {
            return error;
        }
    }
    return simdjson::SUCCESS;
}

/// The same of a value that should be an object.
template <class Take>
simdjson::error_code eachField(simdjson::ondemand::value value, Take take)
{
    simdjson::ondemand::object object;
    if (const auto error = value.get_object().get(object)) {
        return error;
    }
    return eachField(object, take);
}

} // namespace stowage::stats
