// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/FilterNode.h"

#include "models/core/FoldedText.h"

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
        return std::ranges::any_of(textColumns, [&](int each) { return isWithin(folded(row.text(each))); });
    case Kind::Contains:
        return isWithin(folded(row.text(column)));
    case Kind::Text:
        return textHolds(folded(row.text(column)));
    case Kind::Number:
        break;
    }
    return numberHolds(row.number(column));
}

bool FilterNode::textHolds(std::string_view folded) const
{
    return holds(relation, compareFolded(folded, text), 0);
}

bool FilterNode::numberHolds(std::optional<qint64> value) const
{
    return value ? holds(relation, static_cast<double>(*value), number) : relation == Relation::NotEqual;
}

bool FilterNode::mentions(int wanted) const
{
    return column == wanted || std::ranges::any_of(children, [wanted](const FilterNode& child) {
               return child.mentions(wanted);
           });
}

bool FilterNode::asksOnly(std::span<const int> columns) const
{
    if (children.empty()) {
        return std::ranges::find(columns, column) != columns.end();
    }
    return std::ranges::all_of(children,
                               [columns](const FilterNode& child) { return child.asksOnly(columns); });
}

} // namespace stowage
