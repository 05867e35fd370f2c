// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter/FilterExpression.h"

#include "models/filter/FilterParser.h"

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

} // namespace stowage
