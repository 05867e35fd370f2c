// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/TableKeys.h"

#include <qnamespace.h>

#include <vector>

namespace stowage {

/// How a table is sorted: by a column, what is not known last in both directions, equals by row id; without
/// a column by row id alone. A total order, so that the same rows always stand the same way.
///
/// It knows the keys as of when they were fetched, so that rows stand right by it until their change is told.
class RowOrder
{
public:
    /// The keys must outlive the order.
    explicit RowOrder(TableKeys& keys) : m_keys(keys) {}

    /// Fetches the key of every row.
    void set(int column, Qt::SortOrder direction);
    int column() const { return m_column; } ///< -1: none
    Qt::SortOrder direction() const { return m_direction; }

    /// A row is new or has changed, see TableKeys::refresh(). Whether its key differs.
    bool refresh(Slot slot, bool isWhole);

    bool isBefore(Slot a, Slot b) const;
    void sort(std::vector<Slot>& slots) const;

    /// Puts more rows, in any order, into sorted ones. Quick for few.
    void merge(std::vector<Slot>& sorted, std::vector<Slot> more) const;

private:
    struct Number
    {
        qint64 value = 0;
        bool isKnown = false;
        bool operator==(const Number&) const = default;
    };
    struct Entry;

    bool isByText() const;
    int compareTexts(const TextArena& texts, Slot a, Slot b) const;
    Number numberOf(Slot slot) const;
    static void sortByKey(std::vector<Entry>& entries);
    std::vector<Entry> entries(const std::vector<Slot>& slots) const;
    size_t sharedPrefix(const std::vector<Slot>& slots) const;

    TableKeys& m_keys;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    std::vector<Number> m_numbers; ///< by slot, when sorted by a number
};

} // namespace stowage
