// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Error.h"
#include "models/filter/FilterColumn.h"
#include "models/filter/FilterRow.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace stowage {

struct FilterNode;

/// The small language of `--filter` and `/`, parsed once, asked for many rows.
///
/// A bare word is sought in all text columns, whatever its case. `column:text` seeks in one column; `=`,
/// `!=`, `<`,
/// `<=`, `>`, `>=` compare: sizes (`bytes>1GiB`), times (`age>5min`), numbers and texts. `and`, `or`, `not`
/// and parentheses as usual, `and` may be left out; quotes make anything a word. A cheap value to copy.
class FilterExpression
{
public:
    /// Matches every row.
    FilterExpression() = default;

    /// Usage errors say where, what is wrong, and the nearest known column.
    static Result<FilterExpression> parse(QStringView text, std::span<const FilterColumn> columns);

    bool isEmpty() const { return m_root == nullptr; }
    bool matches(const FilterRow& row) const;

    /// Whether its answer may change with time alone.
    bool dependsOnAge() const { return m_dependsOnAge; }

    /// What was parsed, for whoever asks many rows at once; null matches every row.
    const FilterNode* root() const { return m_root.get(); }
    /// Where a bare word is sought.
    std::span<const int> textColumns() const { return m_textColumns; }

    /// As it was written.
    const QString& text() const { return m_text; }

    /// The terms of its outermost `and`, which all must match; itself when it has none; nothing when empty.
    std::vector<FilterExpression> terms() const;

    /// Whether it asks for this column by name.
    bool mentions(int column) const;
    /// Whether it asks for these columns by name and for nothing else.
    bool asksOnly(std::span<const int> columns) const;
    /// The word, folded, when it is nothing but one.
    std::optional<QString> word() const;

private:
    FilterExpression part(const FilterNode& node) const;

    std::shared_ptr<const FilterNode> m_root;
    std::vector<int> m_textColumns;
    QString m_text;
    bool m_dependsOnAge = false;
};

} // namespace stowage
