// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RowSlots.h"
#include "models/table/TextArena.h"

#include <limits>
#include <span>
#include <vector>

namespace stowage {

/// What a table's rows are searched and sorted by. The texts of a column are written when they are first
/// asked for, and from then on those of changed rows alone. Numbers are asked of their column each time.
class TableKeys
{
public:
    void setColumns(std::span<const Column> columns);
    const Column& column(int index) const { return m_columns[static_cast<size_t>(index)]; }

    RowSlots& rows() { return m_rows; }
    const RowSlots& rows() const { return m_rows; }

    /// The texts of a column, whole.
    TextArena& texts(int column)
    {
        writeSome(column, std::numeric_limits<Slot>::max());
        return m_texts[static_cast<size_t>(column)].arena;
    }

    /// Writes that many more texts of a column; whether some are missing still.
    bool writeSome(int column, Slot most);

    /// A row is new or has changed: writes again what was written of it; what is fixed only when `isWhole`.
    /// Whether the text of the watched column (-1: none) differs.
    bool refresh(Slot slot, bool isWhole, int watched);

private:
    struct Texts
    {
        TextArena arena;
        Slot written = 0; ///< slots below have their text
    };

    void write(int column, Slot slot);

    std::span<const Column> m_columns;
    RowSlots m_rows;
    std::vector<Texts> m_texts; ///< by column
};

} // namespace stowage
