// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string_view>

namespace stowage::exposition {

inline std::string_view view(const char* begin, const char* end)
{
    return {begin, static_cast<size_t>(end - begin)};
}

inline bool isUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

/// Of a token of name bytes: it must not begin with a digit.
inline bool isMetricName(std::string_view name)
{
    return !name.empty() && !(name[0] >= '0' && name[0] <= '9');
}

} // namespace stowage::exposition
