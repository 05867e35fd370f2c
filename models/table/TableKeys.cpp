// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/TableKeys.h"

namespace stowage {
namespace {

/// Texts from which the length of the others is guessed.
constexpr Slot Sample = 1'024;

} // namespace

void TableKeys::setColumns(std::span<const Column> columns)
{
    m_columns = columns;
    m_texts.assign(columns.size(), {});
}

bool TableKeys::writeSome(int index, Slot most)
{
    Texts& texts = m_texts[static_cast<size_t>(index)];
    const Slot bound = m_rows.bound();
    const Slot end = bound - texts.written > most ? texts.written + most : bound;
    for (; texts.written < end; ++texts.written) {
        if (texts.written == Sample) {
            texts.arena.expect(bound);
        }
        if (m_rows.used().contains(texts.written)) {
            write(index, texts.written);
        }
    }
    return texts.written < bound;
}

/// A row that comes right behind one of its group shares that one's text.
void TableKeys::write(int index, Slot slot)
{
    const Column& column = m_columns[static_cast<size_t>(index)];
    TextArena& arena = m_texts[static_cast<size_t>(index)].arena;
    const RowId row = m_rows.at(slot);
    if (column.group && slot > 0 && m_rows.used().contains(slot - 1) &&
        column.group(row) == column.group(m_rows.at(slot - 1))) {
        arena.share(slot, slot - 1);
    } else {
        arena.set(slot, [&](std::string& to) { column.appendKey(row, to); });
    }
}

bool TableKeys::refresh(Slot slot, bool isWhole, int watched)
{
    bool differs = false;
    for (size_t i = 0; i < m_texts.size(); ++i) {
        if (slot < m_texts[i].written && (isWhole || !m_columns[i].isFixed)) {
            const RowId row = m_rows.at(slot);
            const bool isOther =
                m_texts[i].arena.set(slot, [&](std::string& to) { m_columns[i].appendKey(row, to); });
            differs = differs || (isOther && static_cast<int>(i) == watched);
        }
    }
    return differs;
}

} // namespace stowage
