// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectors/store/series/DecimalColumn.h"

#include "connectors/store/series/IntegerColumn.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stowage {
namespace {

constexpr std::array<double, MostDecimals + 1> Powers{1e0, 1e1, 1e2, 1e3,  1e4,  1e5, 1e6,
                                                      1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
constexpr double MostScaled = 9007199254740992.0; // 2^53: whole numbers up to it are exact

constexpr quint8 HasExceptions = 0x40;
constexpr quint8 BitByBit = 0x80;
constexpr quint8 DecimalsMask = 0x3f;

struct Exception
{
    size_t index = 0;
    double value = 0;
};

/// The doubles as whole numbers, as far as they are.
struct Whole
{
    int decimals = 0;
    std::vector<qint64> numbers;
    std::vector<Exception> exceptions;
};

int commonDecimals(std::span<const double> values)
{
    int decimals = 0;
    for (const double value : values) {
        decimals = decimalsOf(value, decimals).value_or(decimals);
    }
    return decimals;
}

Whole wholeOf(std::span<const double> values)
{
    Whole whole{commonDecimals(values), {}, {}};
    whole.numbers.reserve(values.size());
    qint64 last = 0;
    for (const double value : values) {
        if (const auto number = scaled(value, whole.decimals)) {
            last = *number;
        } else {
            whole.exceptions.push_back({whole.numbers.size(), value});
        }
        whole.numbers.push_back(last);
    }
    return whole;
}

/// Each xored with the one before it, all first bytes, then all second ones: what is alike lies together.
void putBitByBit(ByteWriter& writer, std::span<const double> values)
{
    std::vector<quint64> changes;
    changes.reserve(values.size());
    quint64 before = 0;
    for (const double value : values) {
        const auto bits = std::bit_cast<quint64>(value);
        changes.push_back(bits ^ before);
        before = bits;
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
        for (const quint64 change : changes) {
            writer.put(static_cast<quint8>(change >> shift));
        }
    }
}

bool takeBitByBit(ByteReader& reader, std::span<double> values)
{
    const auto count = static_cast<qsizetype>(values.size());
    const QByteArrayView bytes = reader.take(8 * count);
    if (!reader.ok()) {
        return false;
    }
    quint64 bits = 0;
    for (qsizetype i = 0; i < count; ++i) {
        quint64 change = 0;
        for (qsizetype plane = 0; plane < 8; ++plane) {
            change = change << 8 | static_cast<quint8>(bytes[plane * count + i]);
        }
        bits ^= change;
        values[static_cast<size_t>(i)] = std::bit_cast<double>(bits);
    }
    return true;
}

bool takeExceptions(ByteReader& reader, std::span<double> values)
{
    const quint64 count = reader.takeVarint();
    quint64 index = 0;
    for (quint64 i = 0; i < count && reader.ok(); ++i) {
        index += reader.takeVarint();
        const double value = reader.takeDouble();
        if (index >= values.size()) {
            reader.refuse();
            return false;
        }
        values[index] = value;
    }
    return reader.ok();
}

} // namespace

std::optional<qint64> scaled(double value, int decimals)
{
    const double power = Powers[static_cast<size_t>(decimals)];
    const double number = std::rint(value * power);
    if (!(std::fabs(number) < MostScaled) ||
        std::bit_cast<quint64>(number / power) != std::bit_cast<quint64>(value)) {
        return std::nullopt;
    }
    // Minus nought is no whole number.
    const auto whole = static_cast<qint64>(number);
    return whole != 0 || !std::signbit(value) ? std::optional(whole) : std::nullopt;
}

double unscaled(qint64 number, int decimals)
{
    return static_cast<double>(number) / Powers[static_cast<size_t>(decimals)];
}

std::optional<int> decimalsOf(double value, int least)
{
    for (int decimals = least; decimals <= MostDecimals; ++decimals) {
        if (scaled(value, decimals)) {
            return decimals;
        }
    }
    return std::nullopt;
}

void putDecimals(ByteWriter& writer, std::span<const double> values)
{
    const Whole whole = wholeOf(values);
    if (whole.exceptions.size() > values.size() / 8) {
        writer.put(BitByBit);
        putBitByBit(writer, values);
        return;
    }
    writer.put(static_cast<quint8>(whole.decimals | (whole.exceptions.empty() ? 0 : HasExceptions)));
    putIntegers(writer, whole.numbers);
    if (whole.exceptions.empty()) {
        return;
    }
    writer.putVarint(whole.exceptions.size());
    size_t before = 0;
    for (const Exception& exception : whole.exceptions) {
        writer.putVarint(exception.index - before);
        writer.putDouble(exception.value);
        before = exception.index;
    }
}

bool takeDecimals(ByteReader& reader, std::span<double> values)
{
    const quint8 mode = reader.take();
    if (mode == BitByBit) {
        return takeBitByBit(reader, values);
    }
    const int decimals = mode & DecimalsMask;
    if (!reader.ok() || (mode & BitByBit) != 0 || decimals > MostDecimals) {
        reader.refuse();
        return false;
    }
    std::vector<qint64> numbers(values.size());
    if (!takeIntegers(reader, numbers)) {
        return false;
    }
    const double power = Powers[static_cast<size_t>(decimals)];
    std::ranges::transform(numbers, values.begin(),
                           [power](qint64 number) { return static_cast<double>(number) / power; });
    return (mode & HasExceptions) == 0 || takeExceptions(reader, values);
}

} // namespace stowage
