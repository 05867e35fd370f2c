// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowOrder.h"

#include "models/core/FoldedText.h"

#include <algorithm>

namespace stowage {
namespace {

int compareTexts(const TextArena& texts, Slot a, Slot b)
{
    return texts.isShared(a, b) ? 0 : compareFolded(texts.at(a), texts.at(b));
}

} // namespace

/// A row with as much of its key as fits into a number, so that most comparisons look at nothing else.
struct RowOrder::Entry
{
    quint64 key = 0; ///< the lower comes first, whatever the direction
    RowId row = 0;
    Slot slot = 0;
    bool isUnknown = false;
};

bool RowOrder::isByText() const
{
    return m_column >= 0 && !isNumeric(m_keys.column(m_column).unit);
}

RowOrder::Number RowOrder::numberOf(Slot slot) const
{
    const Column& column = m_keys.column(m_column);
    const RowId row = m_keys.rows().at(slot);
    const auto value = column.sortKey ? column.sortKey(row) : column.number(row);
    return {value.value_or(0), value.has_value()};
}

void RowOrder::set(int column, Qt::SortOrder direction)
{
    m_column = column;
    m_direction = direction;
    m_numbers.clear();
    if (isByText()) {
        m_keys.texts(column);
    } else if (column >= 0) {
        m_numbers.resize(m_keys.rows().bound());
        m_keys.rows().used().forEach([this](Slot slot) { m_numbers[slot] = numberOf(slot); });
    }
}

bool RowOrder::refresh(Slot slot, bool isWhole)
{
    const bool textDiffers = m_keys.refresh(slot, isWhole, m_column);
    if (m_column < 0) {
        return false;
    }
    if (isByText()) {
        m_keys.texts(m_column); // a slot that is new has none yet
        return textDiffers;
    }
    if (slot >= m_numbers.size()) {
        m_numbers.resize(slot + 1);
    }
    const Number fresh = numberOf(slot);
    return std::exchange(m_numbers[slot], fresh) != fresh;
}

bool RowOrder::isBefore(Slot a, Slot b) const
{
    int order = 0;
    if (isByText()) {
        order = compareTexts(m_keys.texts(m_column), a, b);
    } else if (m_column >= 0) {
        const Number& left = m_numbers[a];
        const Number& right = m_numbers[b];
        if (left.isKnown != right.isKnown) {
            return left.isKnown;
        }
        order = left.value < right.value ? -1 : static_cast<int>(left.value > right.value);
    }
    if (order != 0) {
        return (order < 0) == (m_direction == Qt::AscendingOrder);
    }
    return m_keys.rows().at(a) < m_keys.rows().at(b);
}

/// How many bytes all texts begin with in common, up to where a number may begin.
size_t RowOrder::sharedPrefix(const std::vector<Slot>& slots) const
{
    const TextArena& texts = m_keys.texts(m_column);
    const std::string_view first = texts.at(slots.front());
    size_t shared = first.size();
    for (const Slot slot : slots) {
        const std::string_view text = texts.at(slot);
        shared = std::min(shared, text.size());
        if (text.substr(0, shared) != first.substr(0, shared)) {
            shared = static_cast<size_t>(std::ranges::mismatch(text, first).in1 - text.begin());
        }
    }
    const auto isDigit = [](char c) {
        return c >= '0' && c <= '9';
    };
    while (shared > 0 && isDigit(first[shared - 1])) {
        --shared;
    }
    return shared;
}

std::vector<RowOrder::Entry> RowOrder::entries(const std::vector<Slot>& slots) const
{
    constexpr quint64 Sign = quint64{1} << 63U;
    const quint64 flip = m_direction == Qt::AscendingOrder ? 0 : ~quint64{0};
    const RowSlots& rows = m_keys.rows();
    const size_t shared = isByText() ? sharedPrefix(slots) : 0;
    std::vector<Entry> entries;
    entries.reserve(slots.size());
    for (const Slot slot : slots) {
        Entry entry{0, rows.at(slot), slot, false};
        if (isByText()) {
            entry.key = foldedPrefix(m_keys.texts(m_column).at(slot), shared) ^ flip;
        } else if (m_column >= 0) {
            entry.isUnknown = !m_numbers[slot].isKnown;
            entry.key = (static_cast<quint64>(m_numbers[slot].value) ^ Sign) ^ flip;
        }
        entries.push_back(entry);
    }
    return entries;
}

void RowOrder::sort(std::vector<Slot>& slots) const
{
    if (slots.empty()) {
        return;
    }
    std::vector<Entry> sorted = entries(slots);
    const TextArena* texts = isByText() ? &m_keys.texts(m_column) : nullptr;
    const bool isAscending = m_direction == Qt::AscendingOrder;
    std::ranges::sort(sorted, [texts, isAscending](const Entry& a, const Entry& b) {
        if (a.isUnknown != b.isUnknown) {
            return b.isUnknown;
        }
        if (a.key != b.key) {
            return a.key < b.key;
        }
        const int order = texts == nullptr ? 0 : compareTexts(*texts, a.slot, b.slot);
        return order == 0 ? a.row < b.row : (order < 0) == isAscending;
    });
    std::ranges::transform(sorted, slots.begin(), &Entry::slot);
}

void RowOrder::merge(std::vector<Slot>& sorted, std::vector<Slot> more) const
{
    sort(more);
    std::vector<Slot> all;
    all.reserve(sorted.size() + more.size());
    auto from = sorted.cbegin();
    for (const Slot slot : more) {
        const auto to =
            std::upper_bound(from, sorted.cend(), slot, [this](Slot a, Slot b) { return isBefore(a, b); });
        all.insert(all.end(), from, to);
        all.push_back(slot);
        from = to;
    }
    all.insert(all.end(), from, sorted.cend());
    sorted = std::move(all);
}

} // namespace stowage
