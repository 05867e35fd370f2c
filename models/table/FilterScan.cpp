// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterScan.h"

#include "models/filter/FilterNode.h"

#include <limits>

namespace stowage {

SlotSet FilterScan::among(const SlotSet& rows) const
{
    return m_filter.isEmpty() ? rows : select(*m_filter.root(), rows);
}

SlotSet FilterScan::select(const FilterNode& node, const SlotSet& rows) const
{
    using Kind = FilterNode::Kind;
    switch (node.kind) {
    case Kind::All: {
        SlotSet left = rows;
        for (const FilterNode& child : node.children) {
            left = select(child, left);
        }
        return left;
    }
    case Kind::Any:
        return anyOf(node, rows);
    case Kind::Not: {
        SlotSet left = rows;
        left -= anyOf(node, rows);
        return left;
    }
    case Kind::Word:
        return word(node, rows);
    case Kind::Contains:
        return within(node, node.column, rows);
    case Kind::Text:
        return texts(node.column, rows, [&node](std::string_view text) { return node.textHolds(text); });
    case Kind::Number:
        break;
    }
    const Column& column = m_keys.column(node.column);
    return rows.where([&](Slot slot) { return node.numberHolds(column.number(m_keys.rows().at(slot))); });
}

SlotSet FilterScan::anyOf(const FilterNode& node, SlotSet rows) const
{
    SlotSet found;
    for (const FilterNode& child : node.children) {
        const SlotSet more = select(child, rows);
        rows -= more;
        found |= more;
    }
    return found;
}

SlotSet FilterScan::word(const FilterNode& node, SlotSet rows) const
{
    SlotSet found;
    for (const int column : m_filter.textColumns()) {
        const SlotSet more = within(node, column, rows);
        rows -= more;
        found |= more;
    }
    return found;
}

SlotSet FilterScan::within(const FilterNode& node, int index, const SlotSet& rows) const
{
    const Column& column = m_keys.column(index);
    const RowSlots& slots = m_keys.rows();
    if (column.seek) {
        const Column::Question has = column.seek(node.text);
        return rows.where([&](Slot slot) { return has(slots.at(slot)); });
    }
    if (!isNumeric(column.unit) && !m_keys.texts(index).mayContain(node.text)) {
        return {};
    }
    if (!isNumeric(column.unit)) {
        return texts(index, rows, [&node](std::string_view text) { return node.isWithin(text); });
    }
    // A number's own text is short and changes often: it is not worth keeping.
    std::string text;
    return rows.where([&](Slot slot) {
        text.clear();
        column.appendKey(slots.at(slot), text);
        return node.isWithin(text);
    });
}

template <class Question>
SlotSet FilterScan::texts(int column, const SlotSet& rows, Question question) const
{
    const TextArena& arena = m_keys.texts(column);
    // Neighbours often share their text, and so the answer.
    constexpr Slot None = std::numeric_limits<Slot>::max();
    Slot before = None;
    bool answer = false;
    return rows.where([&](Slot slot) {
        if (before == None || !arena.isShared(before, slot)) {
            answer = question(arena.at(slot));
        }
        before = slot;
        return answer;
    });
}

} // namespace stowage
