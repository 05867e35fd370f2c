// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/FilterParser.h"

#include "models/core/FoldedText.h"
#include "models/core/Listed.h"
#include "models/core/NearestName.h"
#include "models/filter/Quantity.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace stowage {
namespace {

constexpr QLatin1String And{"and"};
constexpr QLatin1String Or{"or"};
constexpr QLatin1String Not{"not"};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

FilterNode::Relation relationOf(const QString& sign)
{
    using R = FilterNode::Relation;
    if (sign == QLatin1String("!=")) {
        return R::NotEqual;
    }
    const bool orEqual = sign.size() == 2;
    if (sign.front() == QLatin1Char('<')) {
        return orEqual ? R::LessOrEqual : R::Less;
    }
    if (sign.front() == QLatin1Char('>')) {
        return orEqual ? R::GreaterOrEqual : R::Greater;
    }
    return R::Equal;
}

} // namespace

FilterParser::FilterParser(QStringView text, std::span<const FilterColumn> columns)
    : m_lexer(text, columns), m_columns(columns)
{
}

Result<FilterNode> FilterParser::parse()
{
    if (const auto first = advance(); !first) {
        return fail(first.error());
    }
    if (m_token.kind == FilterToken::Kind::End) {
        return FilterNode{};
    }
    auto node = anyOf(0);
    if (node && m_token.kind != FilterToken::Kind::End) {
        return fail(filterError(Words::tr("this parenthesis closes nothing"), m_token.position,
                                Words::tr("Take it away, or quote it to search for it.")));
    }
    return node;
}

Result<void> FilterParser::advance()
{
    auto token = m_lexer.next();
    if (!token) {
        return fail(std::move(token.error()));
    }
    m_token = std::move(*token);
    return {};
}

Result<FilterNode> FilterParser::anyOf(int depth)
{
    FilterNode any{.kind = FilterNode::Kind::Any, .text = {}, .children = {}};
    for (;;) {
        auto part = allOf(depth);
        if (!part) {
            return part;
        }
        any.children.push_back(std::move(*part));
        if (!m_token.isKeyword(Or)) {
            break;
        }
        if (const auto next = advance(); !next) {
            return fail(next.error());
        }
    }
    return any.children.size() == 1 ? std::move(any.children.front()) : std::move(any);
}

Result<FilterNode> FilterParser::allOf(int depth)
{
    FilterNode all;
    for (;;) {
        auto part = negation(depth);
        if (!part) {
            return part;
        }
        all.children.push_back(std::move(*part));
        if (m_token.isKeyword(And)) {
            if (const auto next = advance(); !next) {
                return fail(next.error());
            }
        } else if (atEndOfAll()) {
            break;
        }
    }
    return all.children.size() == 1 ? std::move(all.children.front()) : std::move(all);
}

Result<FilterNode> FilterParser::negation(int depth)
{
    bool isNegated = false;
    while (m_token.isKeyword(Not)) {
        isNegated = !isNegated;
        if (const auto next = advance(); !next) {
            return fail(next.error());
        }
    }
    auto part = primary(depth);
    if (!part || !isNegated) {
        return part;
    }
    FilterNode node{.kind = FilterNode::Kind::Not, .text = {}, .children = {}};
    node.children.push_back(std::move(*part));
    return node;
}

Result<FilterNode> FilterParser::primary(int depth)
{
    if (m_token.kind == FilterToken::Kind::Open) {
        return group(depth);
    }
    if (!m_token.isWord() || m_token.isKeyword(And) || m_token.isKeyword(Or)) {
        return fail(filterError(Words::tr("a word or a question is missing here"), m_token.position,
                                Words::tr("Write a word, or a column, an operator and a value: "
                                          "bytes>1GiB.")));
    }
    const FilterToken word = m_token;
    if (const auto next = advance(); !next) {
        return fail(next.error());
    }
    if (m_token.kind == FilterToken::Kind::Operator) {
        return question(word);
    }
    return FilterNode{.kind = FilterNode::Kind::Word, .text = folded(word.text), .children = {}};
}

Result<FilterNode> FilterParser::group(int depth)
{
    const qsizetype opened = m_token.position;
    if (depth == MaxDepth) {
        return fail(filterError(Words::tr("parentheses are nested too deep"), opened,
                                Words::tr("Write it with fewer of them.")));
    }
    if (const auto next = advance(); !next) {
        return fail(next.error());
    }
    auto inner = anyOf(depth + 1);
    if (!inner) {
        return inner;
    }
    if (m_token.kind != FilterToken::Kind::Close) {
        return fail(filterError(Words::tr("this parenthesis is never closed"), opened,
                                Words::tr("Add a closing parenthesis.")));
    }
    if (const auto next = advance(); !next) {
        return fail(next.error());
    }
    return inner;
}

Result<FilterNode> FilterParser::question(const FilterToken& name)
{
    const auto column = columnOf(name);
    if (!column) {
        return fail(column.error());
    }
    const QString sign = m_token.text;
    if (const auto next = advance(); !next) {
        return fail(next.error());
    }
    const FilterToken value = m_token;
    if (!value.isWord()) {
        return fail(filterError(Words::tr("%1%2 has no value").arg(name.text, sign), value.position,
                                Words::tr("Write one after the operator; quote it when it "
                                          "has spaces.")));
    }
    if (const auto next = advance(); !next) {
        return fail(next.error());
    }
    FilterNode node{.column = *column, .text = folded(value.text), .children = {}};
    const Unit unit = m_columns[static_cast<size_t>(*column)].unit;
    if (sign == QLatin1String(":")) {
        node.kind = FilterNode::Kind::Contains;
        return node;
    }
    node.relation = relationOf(sign);
    node.kind = FilterNode::Kind::Text;
    if (isNumeric(unit)) {
        const auto number = readQuantity(value.text, unit);
        if (!number) {
            return fail(filterError(
                Words::tr("%1 is compared with %2").arg(name.text, quantityExample(unit)), value.position,
                Words::tr("To search in it as text, write %1:%2.").arg(name.text, value.text)));
        }
        node.kind = FilterNode::Kind::Number;
        node.number = *number;
    }
    return ranked(std::move(node), name, value);
}

/// "severity>=warning" asks for one of those values that stand so high; by the alphabet it would hide the
/// critical ones.
Result<FilterNode> FilterParser::ranked(FilterNode node, const FilterToken& name,
                                        const FilterToken& value) const
{
    using R = FilterNode::Relation;
    const QStringList& ranks = m_columns[static_cast<size_t>(node.column)].ranks;
    if (ranks.isEmpty() || node.relation == R::Equal || node.relation == R::NotEqual) {
        return node;
    }
    const auto found = std::ranges::find_if(
        ranks, [&value](const QString& each) { return each.compare(value.text, Qt::CaseInsensitive) == 0; });
    const qsizetype rank = found - ranks.begin();
    if (rank == ranks.size()) {
        return fail(filterError(Words::tr("%1 is compared with one of its values").arg(name.text),
                                value.position,
                                Words::tr("They are, from the least on: %1.").arg(listed(ranks))));
    }
    FilterNode any{.kind = FilterNode::Kind::Any, .column = node.column, .text = {}, .children = {}};
    for (qsizetype i = 0; i < ranks.size(); ++i) {
        const bool isAbove = node.relation == R::Greater || node.relation == R::GreaterOrEqual;
        const bool isEqual = node.relation == R::LessOrEqual || node.relation == R::GreaterOrEqual;
        if (i == rank ? isEqual : (i > rank) == isAbove) {
            any.children.push_back({.kind = FilterNode::Kind::Text,
                                    .column = node.column,
                                    .text = folded(ranks[i]),
                                    .children = {}});
        }
    }
    return any;
}

Result<int> FilterParser::columnOf(const FilterToken& name) const
{
    QStringList known;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].id.compare(name.text, Qt::CaseInsensitive) == 0) {
            return static_cast<int>(i);
        }
        known.push_back(m_columns[i].id);
    }
    const QString nearest = nearestName(name.text, known);
    return fail(filterError(Words::tr("there is no column %1").arg(name.text), name.position,
                            nearest.isEmpty() ? Words::tr("The columns are %1.").arg(listed(known))
                                              : Words::tr("Did you mean %1?").arg(nearest)));
}

bool FilterParser::atEndOfAll() const
{
    return m_token.kind == FilterToken::Kind::End || m_token.kind == FilterToken::Kind::Close ||
           m_token.isKeyword(Or);
}

} // namespace stowage
