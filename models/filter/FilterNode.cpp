// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/FilterNode.h"

#include "models/core/NaturalOrder.h"

#include <algorithm>

namespace stowage {
namespace {

template <class T>
bool holds(FilterNode::Relation relation, T left, T right)
{
    switch (relation) {
    case FilterNode::Relation::Equal:
        return left == right;
    case FilterNode::Relation::NotEqual:
        return left != right;
    case FilterNode::Relation::Less:
        return left < right;
    case FilterNode::Relation::LessOrEqual:
        return left <= right;
    case FilterNode::Relation::Greater:
        return left > right;
    case FilterNode::Relation::GreaterOrEqual:
        break;
    }
    return left >= right;
}

bool textHolds(FilterNode::Relation relation, const QString& left, const QString& right)
{
    const bool same = left.compare(right, Qt::CaseInsensitive) == 0;
    return holds(relation, same ? 0 : compareNatural(left, right), 0);
}

} // namespace

bool FilterNode::matches(const FilterRow& row, std::span<const int> textColumns) const
{
    const auto childMatches = [&](const FilterNode& child) {
        return child.matches(row, textColumns);
    };
    switch (kind) {
    case Kind::All:
        return std::ranges::all_of(children, childMatches);
    case Kind::Any:
        return std::ranges::any_of(children, childMatches);
    case Kind::Not:
        return std::ranges::none_of(children, childMatches);
    case Kind::Word:
        return std::ranges::any_of(
            textColumns, [&](int each) { return row.text(each).contains(text, Qt::CaseInsensitive); });
    case Kind::Contains:
        return row.text(column).contains(text, Qt::CaseInsensitive);
    case Kind::Text:
        return textHolds(relation, row.text(column), text);
    case Kind::Number:
        break;
    }
    const auto known = row.number(column);
    return known ? holds(relation, static_cast<double>(*known), number) : relation == Relation::NotEqual;
}

bool FilterNode::mentions(int wanted) const
{
    return column == wanted || std::ranges::any_of(children, [wanted](const FilterNode& child) {
               return child.mentions(wanted);
           });
}

} // namespace stowage
