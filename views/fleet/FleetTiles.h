// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace stowage {

struct FleetSummary;
struct PeerMetricsSum;
class Theme;
class Tile;

/// The row of numbers that answers how the fleet stands.
class FleetTiles : public QWidget
{
    Q_OBJECT

public:
    explicit FleetTiles(const Theme& theme, QWidget* parent = nullptr);

    void setSummary(const FleetSummary& summary);
    void setMetrics(const PeerMetricsSum& sum);

private:
    void showInventory(const FleetSummary& fleet);

    std::vector<Tile*> m_tiles;
};

} // namespace stowage
