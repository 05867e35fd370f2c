// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/Fleet.h"

namespace stowage {

/// How a cell looks. Sole and Down say more than Presence does: they are what somebody should see.
enum class CellLook : quint8
{
    Absent,
    Held,
    Sole,    ///< held here and nowhere else that is known
    Unknown, ///< not asked, or the answer says neither
    Down,    ///< unknown because the whole node is gone or unable
};

inline constexpr int CellLookCount = 5;

/// What is said of a cell beside how it is: what if its node dies, and what has changed since.
enum class CellMark : quint8
{
    None,
    Going,     ///< its node is imagined lost, and nothing hangs on this cell
    MayBeLost, ///< with its node the layer may go: other copies are only possible
    Lost,      ///< with its node the layer goes
    Gained,    ///< held now and not at the chosen time
    Dropped,   ///< held at the chosen time and not now
};

inline constexpr int CellMarkCount = 6;

/// One cell of the painted matrix in a byte: its look, whether it is old, and its mark.
struct MatrixCell
{
    static constexpr quint8 StaleBit = 8;
    static constexpr int MarkShift = 4;
    static constexpr int Count = 128; ///< every value is below this

    quint8 value = static_cast<quint8>(CellLook::Unknown);

    static constexpr MatrixCell of(CellLook look, bool stale, CellMark mark = CellMark::None)
    {
        return {static_cast<quint8>(static_cast<quint8>(look) | (stale ? StaleBit : 0) |
                                    (static_cast<quint8>(mark) << MarkShift))};
    }

    constexpr CellLook look() const { return static_cast<CellLook>(value & 7); }
    constexpr bool isStale() const { return (value & StaleBit) != 0; }
    constexpr CellMark mark() const { return static_cast<CellMark>(value >> MarkShift); }
    constexpr bool isHeld() const { return look() == CellLook::Held || look() == CellLook::Sole; }
    constexpr MatrixCell marked(CellMark mark) const { return of(look(), isStale(), mark); }
    constexpr bool operator==(const MatrixCell&) const = default;
};

/// Whether the node's whole column is in doubt.
inline bool isDown(NodeState state)
{
    return state == NodeState::Gone || state == NodeState::Unable;
}

/// The cell of the fleet as the matrix shows it; `only` says that no other node is known to hold the layer.
inline MatrixCell toMatrixCell(CellGlance cell, bool nodeIsDown, bool only)
{
    switch (cell.presence) {
    case Presence::Held:
        return MatrixCell::of(only ? CellLook::Sole : CellLook::Held, cell.isStale);
    case Presence::Absent:
        return MatrixCell::of(CellLook::Absent, cell.isStale);
    case Presence::Unknown:
        break;
    }
    return MatrixCell::of(nodeIsDown ? CellLook::Down : CellLook::Unknown, false);
}

} // namespace stowage
