// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectors/store/series/ByteStream.h"

#include <span>
#include <vector>

namespace stowage {

/// Whole numbers in few bytes: distances to a middle, or differences, or differences of differences, whatever
/// is the least; their greatest common divisor told once; each with as many bits as it needs (Rice's code).
/// Any numbers come back as they were, and regular ones cost no bit at all.
void putIntegers(ByteWriter& writer, std::span<const qint64> values);

/// Fills `values` with as many as it has places; false when the bytes make no sense.
bool takeIntegers(ByteReader& reader, std::span<qint64> values);

} // namespace stowage
