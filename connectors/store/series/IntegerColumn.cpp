// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/IntegerColumn.h"

#include "connectors/store/series/BitStream.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace stowage {
namespace {

// All arithmetic is modulo 2^64, so that any numbers come back.
constexpr quint64 unsignedOf(qint64 value)
{
    return static_cast<quint64>(value);
}
constexpr qint64 signedOf(quint64 value)
{
    return static_cast<qint64>(value);
}

constexpr quint8 OrderMask = 0x03;
constexpr quint8 HasDivisor = 0x04;
constexpr quint8 IsRegular = 0x08; ///< all that remains is nought: no bits follow
constexpr quint8 KnownFlags = OrderMask | HasDivisor | IsRegular;

constexpr int LongestRun = 24; ///< so many ones: the whole number follows
constexpr int EscapeBits = LongestRun + 64;

/// Numbers as bits: a quotient in ones and a nought, then `low` bits of the rest.
struct RiceCost
{
    int low = 0;
    quint64 bits = std::numeric_limits<quint64>::max();
};

/// What the code costs at best, about: numbers are counted by their widths.
RiceCost cheapest(std::span<const quint64> numbers)
{
    std::array<quint64, 65> widths{};
    for (const quint64 number : numbers) {
        ++widths[static_cast<size_t>(std::bit_width(number))];
    }
    RiceCost best;
    for (int low = 0; low < 64; ++low) {
        quint64 bits = numbers.size() * (1 + static_cast<quint64>(low));
        bool isWide = false; // something does not fit into the low bits
        for (int width = low + 1; width <= 64; ++width) {
            const int above = width - 1 - low;
            const quint64 run = above > 4 ? EscapeBits - 1 - low : (quint64{3} << above) / 2;
            bits += widths[static_cast<size_t>(width)] * run;
            isWide = isWide || widths[static_cast<size_t>(width)] > 0;
        }
        if (bits < best.bits) {
            best = {low, bits};
        }
        if (!isWide) {
            break;
        }
    }
    return best;
}

void putRice(BitWriter& writer, quint64 number, int low)
{
    const quint64 run = number >> low;
    if (run >= LongestRun) {
        writer.put((quint64{1} << LongestRun) - 1, LongestRun);
        writer.put(number & 0xffffffff, 32);
        writer.put(number >> 32, 32);
        return;
    }
    writer.put((quint64{1} << run) - 1, static_cast<int>(run) + 1);
    const quint64 rest = number & ((quint64{1} << low) - 1);
    writer.put(rest & 0xffffffff, std::min(low, 32));
    if (low > 32) {
        writer.put(rest >> 32, low - 32);
    }
}

quint64 takeRice(BitReader& reader, int low)
{
    const quint64 bits = reader.peek();
    const int run = std::countr_one(bits);
    if (run >= LongestRun) {
        reader.skip(LongestRun);
        const quint64 half = reader.take(32);
        return half | reader.take(32) << 32;
    }
    reader.skip(run + 1);
    if (low <= 56 - LongestRun) {
        const quint64 rest = (bits >> (run + 1)) & ((quint64{1} << low) - 1);
        reader.skip(low);
        return static_cast<quint64>(run) << low | rest;
    }
    const quint64 rest = reader.take(32 < low ? 32 : low);
    const quint64 high = low > 32 ? reader.take(low - 32) : 0;
    return static_cast<quint64>(run) << low | high << 32 | rest;
}

/// One way to foretell each number; what remains is told.
struct Prediction
{
    int order = 0;
    qint64 middle = 0; ///< taken from each distance or difference
    std::vector<quint64> remains;
    RiceCost cost;
};

Prediction predict(int order, std::vector<qint64> steps)
{
    Prediction prediction{order, 0, {}, {}};
    if (order < 2 && !steps.empty()) {
        std::vector<qint64> sorted = steps;
        const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
        std::ranges::nth_element(sorted, middle);
        prediction.middle = *middle;
    }
    prediction.remains.reserve(steps.size());
    for (const qint64 step : steps) {
        prediction.remains.push_back(zigzag(signedOf(unsignedOf(step) - unsignedOf(prediction.middle))));
    }
    prediction.cost = cheapest(prediction.remains);
    return prediction;
}

std::vector<qint64> differences(const std::vector<qint64>& values, qint64 before)
{
    std::vector<qint64> steps;
    steps.reserve(values.size());
    for (const qint64 value : values) {
        steps.push_back(signedOf(unsignedOf(value) - unsignedOf(before)));
        before = value;
    }
    return steps;
}

quint64 magnitude(qint64 value)
{
    return value < 0 ? 0 - unsignedOf(value) : unsignedOf(value);
}

/// The distances from the first number, all but its own, divided by what divides them all.
std::pair<std::vector<qint64>, qint64> distances(std::span<const qint64> values)
{
    std::vector<qint64> result;
    result.reserve(values.size() - 1);
    quint64 divisor = 0;
    for (const qint64 value : values.subspan(1)) {
        result.push_back(signedOf(unsignedOf(value) - unsignedOf(values[0])));
        if (divisor != 1) {
            divisor = std::gcd(divisor, magnitude(result.back()));
        }
    }
    if (divisor < 2 || divisor > unsignedOf(std::numeric_limits<qint64>::max())) {
        return {std::move(result), 1};
    }
    for (qint64& distance : result) {
        distance /= signedOf(divisor);
    }
    return {std::move(result), signedOf(divisor)};
}

} // namespace

void putIntegers(ByteWriter& writer, std::span<const qint64> values)
{
    if (values.empty()) {
        return;
    }
    const auto [far, divisor] = distances(values);
    const std::vector<qint64> steps = differences(far, 0);
    Prediction best = predict(1, steps);
    if (best.cost.bits > values.size()) {
        for (Prediction other : {predict(0, far), predict(2, differences(steps, 0))}) {
            if (other.cost.bits < best.cost.bits) {
                best = std::move(other);
            }
        }
    }
    const bool isRegular = std::ranges::all_of(best.remains, [](quint64 rest) { return rest == 0; });
    writer.putSigned(values[0]);
    writer.put(
        static_cast<quint8>(best.order | (divisor > 1 ? HasDivisor : 0) | (isRegular ? IsRegular : 0)));
    if (divisor > 1) {
        writer.putVarint(unsignedOf(divisor));
    }
    writer.putSigned(best.middle);
    if (isRegular) {
        return;
    }
    writer.put(static_cast<quint8>(best.cost.low));
    BitWriter bits(writer.buffer());
    for (const quint64 rest : best.remains) {
        putRice(bits, rest, best.cost.low);
    }
    bits.finish();
}

bool takeIntegers(ByteReader& reader, std::span<qint64> values)
{
    if (values.empty()) {
        return reader.ok();
    }
    const quint64 first = unsignedOf(reader.takeSigned());
    const quint8 flags = reader.take();
    const int order = flags & OrderMask;
    const quint64 divisor = (flags & HasDivisor) != 0 ? reader.takeVarint() : 1;
    const quint64 middle = unsignedOf(reader.takeSigned());
    const bool isRegular = (flags & IsRegular) != 0;
    const int low = isRegular ? 0 : reader.take();
    if (!reader.ok() || order > 2 || (flags & ~KnownFlags) != 0 || low > 63) {
        reader.refuse();
        return false;
    }
    BitReader bits(reader.rest());
    quint64 value = 0; // the distance from the first, divided
    quint64 step = 0;
    values[0] = signedOf(first);
    const auto read = [&](auto advance) {
        for (qint64& place : values.subspan(1)) {
            const quint64 rest = isRegular ? 0 : unsignedOf(unzigzag(takeRice(bits, low)));
            advance(rest + middle);
            place = signedOf(first + value * divisor);
        }
    };
    switch (order) {
    case 0:
        read([&](quint64 told) { value = told; });
        break;
    case 1:
        read([&](quint64 told) { value += told; });
        break;
    default:
        read([&](quint64 told) { value += step += told; });
        break;
    }
    if (isRegular) {
        return true;
    }
    if (!bits.ok()) {
        reader.refuse();
        return false;
    }
    reader.take(bits.end() - reader.rest().data());
    return reader.ok();
}

} // namespace stowage
