// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace stowage {

/// A row as a filter sees it.
class FilterRow
{
public:
    FilterRow() = default;
    FilterRow(const FilterRow&) = delete;
    FilterRow& operator=(const FilterRow&) = delete;
    virtual ~FilterRow() = default;

    /// The whole text of a column, also of a numeric one.
    virtual QString text(int column) const = 0;

    /// The number of a numeric column: bytes, milliseconds, a count; nothing when it is not known.
    virtual std::optional<qint64> number(int column) const = 0;
};

} // namespace stowage
