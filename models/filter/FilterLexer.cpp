// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/FilterLexer.h"

#include <QCoreApplication>

#include <algorithm>

namespace stowage {
namespace {

bool isColumnName(QStringView text, std::span<const FilterColumn> columns)
{
    return std::ranges::any_of(columns, [text](const FilterColumn& column) {
        return column.id.compare(text, Qt::CaseInsensitive) == 0;
    });
}

/// "repo" before a colon is more likely a mistyped column than a text to search for; "sha256" and "team/api"
/// are not.
bool looksLikeColumn(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.isLetter(); });
}

} // namespace

Error filterError(const QString& message, qsizetype position, const QString& todo)
{
    return {ErrorKind::Usage,
            message,
            QCoreApplication::translate("Filter", "filter, character %1").arg(position + 1),
            todo,
            {}};
}

Result<FilterToken> FilterLexer::next()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace()) {
        ++m_at;
    }
    if (m_at == m_text.size()) {
        return take(FilterToken::Kind::End, 0);
    }
    const QChar c = m_text[m_at];
    if (c == QLatin1Char('(') || c == QLatin1Char(')')) {
        return take(c == QLatin1Char('(') ? FilterToken::Kind::Open : FilterToken::Kind::Close, 1);
    }
    if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
        return quoted();
    }
    const QStringView found = m_isAfterOperator ? QStringView() : operatorAt(m_at);
    if (!found.isEmpty()) {
        FilterToken token = take(FilterToken::Kind::Operator, found.size());
        m_isAfterOperator = true;
        return token;
    }
    return word();
}

QStringView FilterLexer::operatorAt(qsizetype position) const
{
    static constexpr std::array operators{QStringView(u"!="), QStringView(u"<="), QStringView(u">="),
                                          QStringView(u":"),  QStringView(u"="),  QStringView(u"<"),
                                          QStringView(u">")};
    const QStringView rest = m_text.sliced(position);
    const auto found =
        std::ranges::find_if(operators, [rest](QStringView op) { return rest.startsWith(op); });
    return found == operators.end() ? QStringView() : *found;
}

bool FilterLexer::endsWord(qsizetype begin, qsizetype at) const
{
    const QChar c = m_text[at];
    if (c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')')) {
        return true;
    }
    // The value of a question goes on to the next space: name:a=b
    if (m_isAfterOperator) {
        return false;
    }
    const QStringView before = m_text.sliced(begin, at - begin);
    if (c == QLatin1Char(':')) {
        return isColumnName(before, m_columns) || looksLikeColumn(before);
    }
    return !operatorAt(at).isEmpty();
}

Result<FilterToken> FilterLexer::quoted()
{
    const qsizetype end = m_text.indexOf(m_text[m_at], m_at + 1);
    if (end < 0) {
        return fail(filterError(QCoreApplication::translate("Filter", "this quote is never closed"), m_at,
                                QCoreApplication::translate("Filter", "Close it with the same sign.")));
    }
    FilterToken token{FilterToken::Kind::Quoted, m_text.sliced(m_at + 1, end - m_at - 1).toString(), m_at};
    m_at = end + 1;
    m_isAfterOperator = false;
    return token;
}

FilterToken FilterLexer::word()
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && !endsWord(m_at, end)) {
        ++end;
    }
    return take(FilterToken::Kind::Word, end - m_at);
}

FilterToken FilterLexer::take(FilterToken::Kind kind, qsizetype length)
{
    FilterToken token{kind, m_text.sliced(m_at, length).toString(), m_at};
    m_at += length;
    m_isAfterOperator = false;
    return token;
}

} // namespace stowage
