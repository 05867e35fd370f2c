// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stowage {

/// What a column's values are, which decides how they are printed, aligned and compared.
enum class Unit : quint8
{
    Text,
    Digest, ///< a text, shown short
    Count,
    Bytes,
    Age, ///< milliseconds since
};

/// Whether values of this unit are numbers.
constexpr bool isNumeric(Unit unit)
{
    return unit != Unit::Text && unit != Unit::Digest;
}

} // namespace stowage
