// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/FilterExpression.h"
#include "models/table/TableKeys.h"

namespace stowage {

struct FilterNode;

/// Asks a filter of many rows at once, a column after the other. The same answers as
/// FilterExpression::matches() row by row.
class FilterScan
{
public:
    FilterScan(const FilterExpression& filter, TableKeys& keys) : m_filter(filter), m_keys(keys) {}

    /// Those that match.
    SlotSet among(const SlotSet& rows) const;

private:
    SlotSet select(const FilterNode& node, const SlotSet& rows) const;
    SlotSet anyOf(const FilterNode& node, SlotSet rows) const;
    SlotSet word(const FilterNode& node, SlotSet rows) const;
    SlotSet within(const FilterNode& node, int column, const SlotSet& rows) const;
    template <class Question>
    SlotSet texts(int column, const SlotSet& rows, Question question) const;

    const FilterExpression& m_filter;
    TableKeys& m_keys;
};

} // namespace stowage
