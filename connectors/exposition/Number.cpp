// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/exposition/Number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace stowage::exposition {
namespace {

/// A double needs at most 17 digits; what is longer than this is no number that anybody wrote.
constexpr std::ptrdiff_t LongestNumber = 512;

const char* tokenEnd(const char* at, const char* end)
{
    return std::find_if(at, end, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

bool isWord(std::string_view text, std::string_view lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

/// What from_chars calls out of range is either much too large or as good as zero; a wider type knows which.
bool isVanishing(const char* at, const char* end)
{
    long double wide = 0;
    const auto read = std::from_chars(at, end, wide);
    return read.ec == std::errc() && std::fabs(wide) < 1;
}

} // namespace

const char* readAnyNumber(const char* at, const char* end, double& value)
{
    end = tokenEnd(at, at + std::min(end - at, LongestNumber));
    const bool isNegative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+')) {
        ++at;
    }
    const std::string_view text(at, static_cast<size_t>(end - at));
    if (isWord(text, "inf") || isWord(text, "infinity")) {
        value = std::numeric_limits<double>::infinity();
    } else if (isWord(text, "nan")) {
        value = std::numeric_limits<double>::quiet_NaN();
    } else if (text.empty() || !((text[0] >= '0' && text[0] <= '9') || text[0] == '.')) {
        return nullptr; // from_chars would take a second sign and "nan(…)"
    } else {
        const auto read = std::from_chars(at, end, value);
        if (read.ptr != end || read.ec == std::errc::invalid_argument) {
            return nullptr;
        }
        if (read.ec == std::errc::result_out_of_range) {
            if (!isVanishing(at, end)) {
                return nullptr;
            }
            value = 0;
        }
    }
    value = isNegative ? -value : value;
    return end;
}

} // namespace stowage::exposition
