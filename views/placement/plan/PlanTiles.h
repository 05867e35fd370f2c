// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placement/PrewarmPlan.h"
#include "views/widgets/Tile.h"

#include <array>

namespace stowage {

/// What a plan comes to: steps, bytes, from peers, from upstream, time, what cannot be met.
std::array<TileText, 6> planTiles(const PrewarmPlan& plan);

/// The row of tiles above a plan.
class PlanTiles : public QWidget
{
    Q_OBJECT

public:
    explicit PlanTiles(const Theme& theme, QWidget* parent = nullptr);

    void setPlan(const PrewarmPlan& plan);

private:
    std::array<Tile*, 6> m_tiles{};
};

} // namespace stowage
