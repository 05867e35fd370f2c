// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/FilterExpression.h"

#include "models/filter/FilterParser.h"

#include <algorithm>
#include <iterator>

namespace stowage {

Result<FilterExpression> FilterExpression::parse(QStringView text, std::span<const FilterColumn> columns)
{
    auto root = FilterParser(text, columns).parse();
    if (!root) {
        return fail(std::move(root.error()));
    }
    FilterExpression expression;
    expression.m_text = text.toString();
    if (text.trimmed().isEmpty()) {
        return expression;
    }
    for (size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (!isNumeric(columns[i].unit)) {
            expression.m_textColumns.push_back(column);
        }
        expression.m_dependsOnAge |= columns[i].unit == Unit::Age && root->mentions(column);
    }
    expression.m_root = std::make_shared<const FilterNode>(std::move(*root));
    return expression;
}

bool FilterExpression::matches(const FilterRow& row) const
{
    return !m_root || m_root->matches(row, m_textColumns);
}

FilterExpression FilterExpression::part(const FilterNode& node) const
{
    FilterExpression part = *this;
    part.m_root = std::shared_ptr<const FilterNode>(m_root, &node); // keeps the whole alive
    return part;
}

std::vector<FilterExpression> FilterExpression::terms() const
{
    std::vector<FilterExpression> terms;
    if (m_root && m_root->kind == FilterNode::Kind::All) {
        std::ranges::transform(m_root->children, std::back_inserter(terms),
                               [this](const FilterNode& child) { return part(child); });
    } else if (m_root) {
        terms.push_back(*this);
    }
    return terms;
}

bool FilterExpression::mentions(int column) const
{
    return m_root && m_root->mentions(column);
}

bool FilterExpression::asksOnly(std::span<const int> columns) const
{
    return m_root && m_root->asksOnly(columns);
}

std::optional<QString> FilterExpression::word() const
{
    const bool isWord = m_root && m_root->kind == FilterNode::Kind::Word;
    return isWord ? std::optional(QString::fromStdString(m_root->text)) : std::nullopt;
}

} // namespace stowage
