// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowOrder.h"

#include "models/core/FoldedText.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <numeric>

namespace stowage {
namespace {

/// The first bytes from `from` on, as a number that is ordered as they are.
quint64 bytesPrefix(std::string_view text, size_t from)
{
    std::array<char, sizeof(quint64)> bytes{};
    text.substr(from).copy(bytes.data(), bytes.size());
    return qFromBigEndian<quint64>(bytes.data());
}

} // namespace

/// A row with as much of its key as fits into a number, so that most comparisons look at nothing else.
struct RowOrder::Entry
{
    quint64 key = 0; ///< the lower comes first, whatever the direction; the row id where nothing is sorted by
    Slot slot = 0;
    bool isUnknown = false;
};

/// Digests as bytes: nobody counts in them.
int RowOrder::compareTexts(const TextArena& texts, Slot a, Slot b) const
{
    if (texts.isShared(a, b)) {
        return 0;
    }
    return m_keys.column(m_column).unit == Unit::Digest ? texts.at(a).compare(texts.at(b))
                                                        : compareFolded(texts.at(a), texts.at(b));
}

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
    const TextArena* texts = isByText() ? &m_keys.texts(m_column) : nullptr;
    const size_t shared = texts != nullptr ? sharedPrefix(slots) : 0;
    const auto prefix =
        texts != nullptr && m_keys.column(m_column).unit == Unit::Digest ? &bytesPrefix : &foldedPrefix;
    std::vector<Entry> entries;
    entries.reserve(slots.size());
    for (const Slot slot : slots) {
        Entry entry{rows.at(slot), slot, false};
        if (texts != nullptr) {
            entry.key = prefix(texts->at(slot), shared) ^ flip;
        } else if (m_column >= 0) {
            entry.isUnknown = !m_numbers[slot].isKnown;
            entry.key = (static_cast<quint64>(m_numbers[slot].value) ^ Sign) ^ flip;
        }
        entries.push_back(entry);
    }
    return entries;
}

/// A byte of the key at a time, the lowest first: a quarter of the time that comparisons take.
void RowOrder::sortByKey(std::vector<Entry>& entries)
{
    constexpr size_t Values = 256;
    std::vector<Entry> other(entries.size());
    for (unsigned shift = 0; shift < 64; shift += 8) {
        const auto valueOf = [shift](const Entry& entry) {
            return static_cast<size_t>(entry.key >> shift) % Values;
        };
        std::array<size_t, Values> places{};
        for (const Entry& entry : entries) {
            ++places[valueOf(entry)];
        }
        if (std::ranges::find(places, entries.size()) != places.end()) {
            continue; // the same in all of them
        }
        std::exclusive_scan(places.begin(), places.end(), places.begin(), size_t{0});
        for (const Entry& entry : entries) {
            other[places[valueOf(entry)]++] = entry;
        }
        entries.swap(other);
    }
}

void RowOrder::sort(std::vector<Slot>& slots) const
{
    if (slots.empty()) {
        return;
    }
    std::vector<Entry> sorted = entries(slots);
    const auto unknown = std::stable_partition(sorted.begin(), sorted.end(),
                                               [](const Entry& entry) { return !entry.isUnknown; });
    std::vector<Entry> last(unknown, sorted.end());
    sorted.erase(unknown, sorted.end());
    sortByKey(sorted);
    const TextArena* texts = isByText() ? &m_keys.texts(m_column) : nullptr;
    const bool isAscending = m_direction == Qt::AscendingOrder;
    const auto isBeforeBySlot = [this, texts, isAscending](const Entry& a, const Entry& b) {
        const int order = texts == nullptr ? 0 : compareTexts(*texts, a.slot, b.slot);
        return order == 0 ? m_keys.rows().at(a.slot) < m_keys.rows().at(b.slot) : (order < 0) == isAscending;
    };
    for (auto from = sorted.begin(); from != sorted.end();) {
        const auto to =
            std::find_if(from, sorted.end(), [from](const Entry& entry) { return entry.key != from->key; });
        if (to - from > 1) {
            std::sort(from, to, isBeforeBySlot);
        }
        from = to;
    }
    std::sort(last.begin(), last.end(), isBeforeBySlot);
    sorted.insert(sorted.end(), last.begin(), last.end());
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
