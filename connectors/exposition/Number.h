// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace stowage::exposition {

/// Reads any number of the text forms: decimals, exponents, Inf, NaN, with or without a sign. Null when it is
/// none, or larger than a double; what is too small for one is zero.
const char* readAnyNumber(const char* at, const char* end, double& value);

/// The same, with a short way for what nearly all samples are: up to 15 digits with or without a point. Both
/// the digits and the power of ten are exact then, so that one division rounds correctly.
inline const char* readNumber(const char* at, const char* end, double& value)
{
    constexpr int MostDigits = 15;
    constexpr std::array<double, MostDigits + 1> Powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char* const first = at;
    uint64_t digits = 0;
    int count = 0;
    int decimals = 0;
    const auto isDigit = [end](const char* c) {
        return c != end && *c >= '0' && *c <= '9';
    };
    for (; isDigit(at) && count < MostDigits; ++at, ++count) {
        digits = digits * 10 + static_cast<uint64_t>(*at - '0');
    }
    if (count > 0 && at != end && *at == '.') {
        for (++at; isDigit(at) && count < MostDigits; ++at, ++count, ++decimals) {
            digits = digits * 10 + static_cast<uint64_t>(*at - '0');
        }
    }
    const bool isWhole = count > 0 && at != end && (*at == '\n' || *at == ' ');
    if (!isWhole) {
        return readAnyNumber(first, end, value);
    }
    value = static_cast<double>(digits);
    if (decimals > 0) {
        value /= Powers[static_cast<size_t>(decimals)];
    }
    return at;
}

} // namespace stowage::exposition
