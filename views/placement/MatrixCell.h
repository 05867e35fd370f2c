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

/// One cell of the painted matrix in a byte: its look, and whether it is old.
struct MatrixCell
{
    static constexpr quint8 StaleBit = 8;
    static constexpr int Count = 16; ///< every value is below this

    quint8 value = static_cast<quint8>(CellLook::Unknown);

    static constexpr MatrixCell of(CellLook look, bool stale)
    {
        return {static_cast<quint8>(static_cast<quint8>(look) | (stale ? StaleBit : 0))};
    }

    constexpr CellLook look() const { return static_cast<CellLook>(value & 7); }
    constexpr bool isStale() const { return (value & StaleBit) != 0; }
    constexpr bool isHeld() const { return look() == CellLook::Held || look() == CellLook::Sole; }
    constexpr bool operator==(const MatrixCell&) const = default;
};

/// Whether the node's whole column is in doubt.
inline bool isDown(NodeState state)
{
    return state == NodeState::Gone || state == NodeState::Unable;
}

/// The cell of the fleet as the matrix shows it; `only` says that no other node is known to hold the layer.
inline MatrixCell toMatrixCell(const Cell& cell, bool nodeIsDown, bool only)
{
    const bool stale = cell.freshness == Freshness::Stale || cell.freshness == Freshness::Offline;
    switch (cell.presence) {
    case Presence::Held:
        return MatrixCell::of(only ? CellLook::Sole : CellLook::Held, stale);
    case Presence::Absent:
        return MatrixCell::of(CellLook::Absent, stale);
    case Presence::Unknown:
        break;
    }
    return MatrixCell::of(nodeIsDown ? CellLook::Down : CellLook::Unknown, false);
}

} // namespace stowage
