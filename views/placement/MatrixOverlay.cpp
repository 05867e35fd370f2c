// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixOverlay.h"

namespace stowage {

MatrixOverlay::Column MatrixOverlay::column(NodeId node) const
{
    Column column(*this);
    column.m_isGoing = going.contains(node);
    if (since) {
        column.m_held = &since->held(node);
        column.m_known = &since->known(node);
    }
    return column;
}

CellMark MatrixOverlay::Column::markOf(MatrixCell cell, LayerId layer) const
{
    if (m_isGoing) {
        if (cell.isHeld() && m_overlay.lost.contains(layer.value)) {
            return CellMark::Lost;
        }
        return cell.isHeld() && m_overlay.mayBeLost.contains(layer.value) ? CellMark::MayBeLost
                                                                          : CellMark::Going;
    }
    // Only what was known then and is known now has changed; the rest is a matter of who was asked.
    if (m_known == nullptr || !m_known->contains(layer.value)) {
        return CellMark::None;
    }
    const bool held = m_held->contains(layer.value);
    if (cell.isHeld() && !held) {
        return CellMark::Gained;
    }
    return cell.look() == CellLook::Absent && held ? CellMark::Dropped : CellMark::None;
}

} // namespace stowage
