// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/PlacementGoal.h"
#include "views/placement/PlacementSummary.h"
#include "views/widgets/Tile.h"

#include <array>

namespace stowage {

/// How much of the goal is met; nothing before it was computed.
struct GoalShare
{
    PlacementGoal goal;
    std::optional<double> share; ///< 0 … 1 of the bytes of layers that were answered for
};

/// The words of the six tiles: layers, copies, one copy left, no copy, unknown cells, sweep.
std::array<TileText, 6> placementTiles(const Fleet& fleet, const PlacementSummary& summary,
                                       const GoalShare& goal, Timestamp now);

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
