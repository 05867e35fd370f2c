// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/PlacementSummary.h"
#include "views/widgets/Tile.h"

#include <array>

namespace stowage {

/// The words of the six tiles: layers, copies, one copy left, no copy, unknown cells, last sweep. `oldest` is
/// the oldest live cell.
std::array<TileText, 6> placementTiles(const Fleet& fleet, const PlacementSummary& summary,
                                       PlacementGoal goal, std::optional<Timestamp> oldest, Timestamp now);

/// The row of tiles above the matrix.
class PlacementTiles : public QWidget
{
    Q_OBJECT

public:
    explicit PlacementTiles(const Theme& theme, QWidget* parent = nullptr);

    void setTexts(const std::array<TileText, 6>& texts);

private:
    std::array<Tile*, 6> m_tiles{};
};

} // namespace stowage
