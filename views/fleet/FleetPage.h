// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/Id.h"
#include "models/fleet/NodeModel.h"
#include "views/fleet/FleetState.h"
#include "views/shell/Page.h"

namespace stowage {

class Clock;
class FilterLine;
class FleetTiles;
class NodePanel;
class Panel;
class StatefulView;
class Table;
class Theme;

/// Which nodes there are and how they stand: one row a node, the worst first, and the chosen one in full
/// beside it. Fleet, clock and theme outlive it.
class FleetPage : public Page
{
    Q_OBJECT

public:
    FleetPage(Fleet& fleet, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    QString title() const override;
    std::vector<KeyHelp> keysHelp() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;
    void tick() override;

    /// How the page stands as a whole.
    const FleetState& state() const { return m_state; }

protected:
    void activeChanged() override;

private:
    void layOut();
    void setUpTable();
    void take(const ChangeSet& changes);
    void showFleet();
    void showNote();
    void applyFilter(const QString& text);
    void select(int row);
    void doTheOneThing();

    Fleet& m_fleet;
    const Clock& m_clock;
    const Theme& m_theme;
    NodeModel m_model;
    FleetState m_state;
    FleetTiles* m_tiles;
    Panel* m_panel;
    FilterLine* m_filter;
    Table* m_table;
    StatefulView* m_view;
    NodePanel* m_node;
    qint64 m_mostBytes = 1;  ///< that a node holds: what a full bar means
    bool m_isBehind = false; ///< changes came while nobody looked
};

} // namespace stowage
