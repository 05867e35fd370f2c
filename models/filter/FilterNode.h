// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/FilterColumn.h"
#include "models/filter/FilterRow.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stowage {

/// A part of a parsed filter. Its depth is limited by the parser.
struct FilterNode
{
    enum class Kind : quint8
    {
        All,      ///< every child; true without any
        Any,      ///< at least one child; false without any
        Not,      ///< not its one child
        Word,     ///< a text column contains `text`
        Contains, ///< `column` contains `text`
        Text,     ///< `column` compared with `text`
        Number,   ///< `column` compared with `number`
    };
    enum class Relation : quint8
    {
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
    };

    Kind kind = Kind::All;
    Relation relation = Relation::Equal;
    int column = -1;
    std::string text; ///< folded
    double number = 0;
    std::vector<FilterNode> children;

    /// Of one row. A number that is not known fulfils `!=` and nothing else.
    bool matches(const FilterRow& row, std::span<const int> textColumns) const;

    // The questions themselves, by kind: Word and Contains, Text, Number.
    bool isWithin(std::string_view folded) const { return folded.find(text) != std::string_view::npos; }
    bool textHolds(std::string_view folded) const;
    bool numberHolds(std::optional<qint64> value) const;

    /// Whether it asks for this column by name.
    bool mentions(int wanted) const;
    /// Whether every question in it names one of these columns, and no word stands alone.
    bool asksOnly(std::span<const int> columns) const;
};

} // namespace stowage
