// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hosts/HostModel.h"
#include "views/hosts/HostsPorts.h"
#include "views/hosts/HostsState.h"
#include "views/hosts/Sparklines.h"
#include "views/shell/TablePage.h"

namespace stowage {

class Chip;
class Clock;
class ColumnMenu;
class HostChart;
class HostPanel;

/// What each machine does: a row a host, the worst first; below it the chosen ones over time; beside it, when
/// it is wanted, all that is known of the one under the cursor. Ports, clock and theme outlive it.
class HostsPage : public TablePage
{
    Q_OBJECT

public:
    HostsPage(const HostsPorts& ports, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    static Identity identity();
    static QString name(); ///< title(), of a page that is not built yet

    QString title() const override { return name(); }
    std::vector<KeyHelp> keysHelp() const override;
    void tick() override;
    bool back() override;
    std::vector<Destination> destinations() const override;

    /// Chooses the first rows: so many of the worst hosts, as the table is at first.
    void chooseTop(int rows);

    /// Opens or closes what stands beside the table.
    void showDetails(bool wanted);

    const HostsState& state() const { return m_state; }
    HostChart& chart() { return *m_chart; }
    bool isReading() const; ///< the chart waits for what it is to show
    HostPanel& panel() { return *m_panel; }
    ColumnMenu& columns() { return *m_columns; }

protected:
    void activeChanged() override;
    void frozenChanged() override;
    void keyPressEvent(QKeyEvent* event) override;
    QString nameOf(RowId row) const override;
    std::optional<RowId> find(const QString& name) const override;
    void choose(std::optional<RowId> row) override;
    void doTheOneThing() override;

private:
    void setUpTable();
    void connectBook();
    void take(const HostChanges& changes);
    void catchUp();
    void showHosts();
    void showChosen();
    void chooseFirst();

    HostsPorts m_ports;
    const Clock& m_clock;
    const Theme& m_theme;
    const Timestamp m_openedAt;
    HostModel m_model;
    Sparklines m_sparklines;
    HostsState m_state;
    HostChart* m_chart;
    HostPanel* m_panel;
    Chip* m_details;
    ColumnMenu* m_columns = nullptr;
    bool m_hasChosen = false;
    bool m_isBehind = false; ///< changes came while nobody looked
};

} // namespace stowage
