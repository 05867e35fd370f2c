// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/NodeModel.h"
#include "views/fleet/FleetState.h"
#include "views/shell/TablePage.h"

namespace stowage {

class Clock;
class FleetTiles;
class NodePanel;

/// Which nodes there are and how they stand: one row a node, the worst first, and the chosen one in full
/// beside it. Fleet, clock and theme outlive it.
class FleetPage : public TablePage
{
    Q_OBJECT

public:
    FleetPage(Fleet& fleet, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    static Identity identity();
    static QString name(); ///< title(), of a page that is not built yet

    QString title() const override { return name(); }
    std::vector<KeyHelp> keysHelp() const override;
    void tick() override;

    /// How the page stands as a whole.
    const FleetState& state() const { return m_state; }

protected:
    void activeChanged() override;
    QString nameOf(RowId row) const override;
    std::optional<RowId> find(const QString& name) const override;
    void choose(std::optional<RowId> row) override;
    void doTheOneThing() override;

private:
    void setUpTable();
    void setUpDelegates();
    void take(const ChangeSet& changes);
    void showFleet();
    const Node& nodeAt(const QModelIndex& index) const;

    Fleet& m_fleet;
    const Clock& m_clock;
    const Theme& m_theme;
    const Timestamp m_openedAt;
    NodeModel m_model;
    FleetState m_state;
    FleetTiles* m_tiles;
    NodePanel* m_node;
    qint64 m_mostBytes = 1;  ///< that a node holds: what a full bar means
    bool m_isBehind = false; ///< changes came while nobody looked
};

} // namespace stowage
