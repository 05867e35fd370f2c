// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/series/GorillaSize.h"

#include <algorithm>
#include <bit>

namespace stowage::bench {
namespace {

constexpr size_t ChunkSamples = 120;
constexpr qint64 HeadBits = 8 * (2 + 9 + 8 + 3); ///< count, first stamp and value, first delta
constexpr qint64 AroundBytes = 1 + 2 + 4 + 8;    ///< encoding, length, checksum; its place in the index

qint64 chunkBits(std::span<const double> values)
{
    qint64 bits = HeadBits;
    int leading = 65; // none yet
    int trailing = 0;
    for (size_t i = 1; i < values.size(); ++i) {
        bits += i > 1 ? 1 : 0; // the time: as far on as the last time
        const quint64 change = std::bit_cast<quint64>(values[i]) ^ std::bit_cast<quint64>(values[i - 1]);
        if (change == 0) {
            bits += 1;
            continue;
        }
        const int before = std::min(std::countl_zero(change), 31);
        const int behind = std::countr_zero(change);
        if (leading <= 64 && before >= leading && behind >= trailing) {
            bits += 2 + 64 - leading - trailing;
        } else {
            leading = before;
            trailing = behind;
            bits += 2 + 5 + 6 + 64 - leading - trailing;
        }
    }
    return bits;
}

} // namespace

qint64 gorillaSize(std::span<const double> values)
{
    qint64 bytes = 0;
    for (; !values.empty(); values = values.subspan(std::min(ChunkSamples, values.size()))) {
        bytes += (chunkBits(values.first(std::min(ChunkSamples, values.size()))) + 7) / 8 + AroundBytes;
    }
    return bytes;
}

} // namespace stowage::bench
