// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/filter/FilterColumn.h"

#include <span>

namespace stowage {

/// A word, operator or parenthesis of a filter.
struct FilterToken
{
    enum class Kind : quint8
    {
        Word,
        Quoted,
        Operator, ///< : = != < <= > >=
        Open,
        Close,
        End,
    };

    Kind kind = Kind::End;
    QString text;
    qsizetype position = 0; ///< of its first character, from 0

    bool isWord() const { return kind == Kind::Word || kind == Kind::Quoted; }
    bool isKeyword(QLatin1String keyword) const
    {
        return kind == Kind::Word && text.compare(keyword, Qt::CaseInsensitive) == 0;
    }
};

/// Cuts a filter into tokens. Columns are known to it because `sha256:…` and `team/api:1.0` are words, not
/// questions of a column.
class FilterLexer
{
public:
    FilterLexer(QStringView text, std::span<const FilterColumn> columns) : m_text(text), m_columns(columns) {}

    /// The next token; End for ever after the last. An unclosed quote is an error.
    Result<FilterToken> next();

private:
    QStringView operatorAt(qsizetype position) const;
    bool endsWord(qsizetype begin, qsizetype at) const;
    Result<FilterToken> quoted();
    FilterToken word();
    FilterToken take(FilterToken::Kind kind, qsizetype length);

    QStringView m_text;
    std::span<const FilterColumn> m_columns;
    qsizetype m_at = 0;
    bool m_isAfterOperator = false;
};

/// An error of a filter at a position from 0; the reader counts from 1.
Error filterError(const QString& message, qsizetype position, const QString& todo);

} // namespace stowage
