// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/FilterLexer.h"
#include "models/filter/FilterNode.h"

namespace stowage {

/// Reads a filter by recursive descent:
///
///     or      = and { "or" and }
///     and     = not { [ "and" ] not }
///     not     = { "not" } primary
///     primary = "(" or ")" | column operator value | word
class FilterParser
{
public:
    /// Parentheses deeper than this are an error, so that no text can exhaust the stack.
    static constexpr int MaxDepth = 50;

    FilterParser(QStringView text, std::span<const FilterColumn> columns);

    Result<FilterNode> parse();

private:
    Result<void> advance();
    Result<FilterNode> anyOf(int depth);
    Result<FilterNode> allOf(int depth);
    Result<FilterNode> negation(int depth);
    Result<FilterNode> primary(int depth);
    Result<FilterNode> group(int depth);
    Result<FilterNode> question(const FilterToken& name);
    Result<FilterNode> ranked(FilterNode node, const FilterToken& name, const FilterToken& value) const;
    Result<int> columnOf(const FilterToken& name) const;
    bool atEndOfAll() const;

    FilterLexer m_lexer;
    std::span<const FilterColumn> m_columns;
    FilterToken m_token;
};

} // namespace stowage
