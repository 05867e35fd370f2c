// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/Incident.h"
#include "models/fleet/FleetSummary.h"
#include "models/metrics/PeerMetricsSummary.h"
#include "models/metrics/SeriesKey.h"
#include "views/shell/Link.h"
#include "views/widgets/TileButton.h"

#include <array>
#include <optional>
#include <span>

namespace stowage {

class HostBook;
class PlacementWatch;

/// How many incidents there are, and what they come to.
struct IncidentCounts
{
    int critical = 0; ///< open
    int warning = 0;
    int other = 0;   ///< open, of little weight
    int unknown = 0; ///< of these: nobody knows whether they stand
    int alerts = 0;  ///< folded into the open ones
    int resolved = 0;
    int unseen = 0; ///< critical or warning, and acknowledged by nobody

    int open() const { return critical + warning + other; }
    bool operator==(const IncidentCounts&) const = default;
};

IncidentCounts countIncidents(std::span<const Incident> incidents);

/// The slowest registry that tells of itself.
struct RegistryLatency
{
    QString host;
    double p95Seconds = 0;
    SeriesKey key;
    std::optional<double> usualSeconds{}; ///< nothing while nobody knows

    bool operator==(const RegistryLatency&) const = default;
};

/// Of `hosts`, of what is fresh; nothing when none tells it.
std::optional<RegistryLatency> slowestRegistry(const HostBook& hosts, Timestamp now);

/// What the tiles are made of.
struct NowFigures
{
    const Fleet& fleet;
    const HostBook* hosts = nullptr;
    const PlacementWatch* placement = nullptr;
    FleetSummary summary{}; ///< of the fleet, as of its last change: to make it goes over all tables
    PeerMetricsSum served{};
    IncidentCounts incidents{};
    std::optional<RegistryLatency> registry{};
    Timestamp now{};
};

constexpr size_t NowTileCount = 6;

/// Incidents, hosts, layers with one copy, pulls served by peers, registry p95, sources.
std::array<TileText, NowTileCount> nowTiles(const NowFigures& figures);

/// The row of tiles above the incidents, each of which leads to its page.
class NowTiles : public QWidget
{
    Q_OBJECT

public:
    explicit NowTiles(const Theme& theme, QWidget* parent = nullptr);

    void setTexts(const std::array<TileText, NowTileCount>& texts);

    /// The host that the tile of the registry leads to; empty: the page.
    void setRegistry(const QString& host) { m_registry = host; }

    TileButton& tile(size_t index) { return *m_tiles[index]; }

Q_SIGNALS:
    void linkActivated(const stowage::Link& link);
    void incidentsChosen(); ///< the first tile: they are on this page

private:
    void press(size_t index);

    std::array<TileButton*, NowTileCount> m_tiles{};
    QString m_registry;
};

} // namespace stowage
