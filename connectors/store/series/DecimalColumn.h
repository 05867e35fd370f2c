// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ByteStream.h"

#include <optional>
#include <span>

namespace stowage {

/// The most decimals that are looked for. Powers of ten up to 22 are exact as doubles, so that a whole number
/// divided by one is the double nearest to the decimal, which is how it was read from its text.
constexpr int MostDecimals = 12;

/// `value` as a whole number of so many decimals, when that gives back its every bit.
std::optional<qint64> scaled(double value, int decimals);

/// The double of a whole number with so many decimals.
double unscaled(qint64 number, int decimals);

/// How many decimals the value has, no less than `least`; nothing when it is no short decimal.
std::optional<int> decimalsOf(double value, int least = 0);

/// Doubles as whole numbers with a common number of decimals; the few that are no short decimals beside them,
/// bit by bit; and where they are many, all of them bit by bit. Every bit comes back.
void putDecimals(ByteWriter& writer, std::span<const double> values);

/// Fills `values` with as many as it has places; false when the bytes make no sense.
bool takeDecimals(ByteReader& reader, std::span<double> values);

} // namespace stowage
