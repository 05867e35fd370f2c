// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowOrder.h"

#include "models/core/NaturalOrder.h"

#include <algorithm>

namespace stowage {

SortedRow RowOrder::key(RowId id) const
{
    if (!m_column) {
        return {id, {}, {}};
    }
    if (isNumeric(m_column->unit)) {
        return {id, m_column->sortKey ? m_column->sortKey(id) : m_column->number(id), {}};
    }
    return {id, {}, m_column->text(id)};
}

bool RowOrder::operator()(const SortedRow& a, const SortedRow& b) const
{
    if (m_column) {
        int order = 0;
        if (!isNumeric(m_column->unit)) {
            order = compareNatural(a.text, b.text);
        } else if (a.number.has_value() != b.number.has_value()) {
            return a.number.has_value();
        } else if (a.number != b.number) {
            order = *a.number < *b.number ? -1 : 1;
        }
        if (order != 0) {
            return m_direction == Qt::AscendingOrder ? order < 0 : order > 0;
        }
    }
    return a.id < b.id;
}

void RowOrder::sort(std::vector<SortedRow>& rows) const
{
    std::ranges::sort(rows, *this);
}

void RowOrder::mergeTail(std::vector<SortedRow>& rows, size_t middle) const
{
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(middle);
    std::sort(from, rows.end(), *this);
    std::inplace_merge(rows.begin(), from, rows.end(), *this);
}

} // namespace stowage
