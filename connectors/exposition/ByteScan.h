// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace stowage::exposition {

// Sixteen bytes at a time where the processor can (SSE2: every x86-64), byte by byte elsewhere and within the
// last sixteen of a page: nothing beyond `end` is read.

inline bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
}

/// The first byte from `at` on that no name has: neither letter, digit, '_' nor ':'.
inline const char* nameEnd(const char* at, const char* end)
{
#if defined(__SSE2__)
    const auto isWithin = [](__m128i bytes, char first, char span) {
        const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
        return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(span)), offset);
    };
    while (end - at >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i letters = isWithin(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 25);
        const __m128i digits = isWithin(bytes, '0', 10); // ':' follows '9'
        const __m128i fits =
            _mm_or_si128(_mm_or_si128(letters, digits), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
        const auto others = static_cast<uint32_t>(_mm_movemask_epi8(fits)) ^ 0xFFFFU;
        if (others != 0) {
            return at + std::countr_zero(others);
        }
        at += 16;
    }
#endif
    while (at != end && isNameByte(*at)) {
        ++at;
    }
    return at;
}

/// The first '"', '\\', line feed or NUL from `at` on; `hasHigh` is set when a byte before it is not ASCII.
inline const char* quotedEnd(const char* at, const char* end, bool& hasHigh)
{
#if defined(__SSE2__)
    while (end - at >= 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i quotes = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                            _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                          _mm_cmpeq_epi8(bytes, _mm_setzero_si128()));
        const auto stops = static_cast<uint32_t>(_mm_movemask_epi8(_mm_or_si128(quotes, ends)));
        const auto high = static_cast<uint32_t>(_mm_movemask_epi8(bytes));
        if (stops != 0) {
            hasHigh = hasHigh || (high & (stops - 1) & ~stops) != 0;
            return at + std::countr_zero(stops);
        }
        hasHigh = hasHigh || high != 0;
        at += 16;
    }
#endif
    for (; at != end && *at != '"' && *at != '\\' && *at != '\n' && *at != '\0'; ++at) {
        hasHigh = hasHigh || static_cast<signed char>(*at) < 0;
    }
    return at;
}

/// How many of the first `length` bytes are the same.
inline size_t commonPrefix(const char* a, const char* b, size_t length)
{
    size_t at = 0;
#if defined(__SSE2__)
    for (; length - at >= 16; at += 16) {
        const __m128i same = _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a + at)),
                                            _mm_loadu_si128(reinterpret_cast<const __m128i*>(b + at)));
        const auto others = static_cast<uint32_t>(_mm_movemask_epi8(same)) ^ 0xFFFFU;
        if (others != 0) {
            return at + static_cast<size_t>(std::countr_zero(others));
        }
    }
#endif
    while (at != length && a[at] == b[at]) {
        ++at;
    }
    return at;
}

inline const char* blanksEnd(const char* at, const char* end)
{
    while (at != end && (*at == ' ' || *at == '\t')) {
        ++at;
    }
    return at;
}

} // namespace stowage::exposition
