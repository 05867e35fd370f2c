// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/incidents/IncidentModel.h"
#include "views/now/IncidentFilter.h"
#include "views/now/IncidentPanel.h"
#include "views/now/NowPorts.h"
#include "views/now/NowState.h"
#include "views/shell/Page.h"

class QMenu;

namespace stowage {

class Clock;
class FilterLine;
class IncidentDelegate;
class IncidentExportChip;
class StatefulView;
class Table;
class TextLabel;
class UsualLatency;

/// What is wrong now: tiles, the incidents by impact, and the chosen one in full beside them. Ports, clock
/// and theme outlive it.
///
/// While the screen is frozen all of it stands still, ages too; what a person does to an incident is done all
/// the same, and shows when the screen is live again.
class NowPage : public Page
{
    Q_OBJECT

public:
    NowPage(const NowPorts& ports, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);
    ~NowPage() override;

    QString title() const override;
    std::vector<KeyHelp> keysHelp() const override;
    std::vector<Destination> destinations() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;
    bool open(const QString& item) override;
    void tick() override;

    const NowState& state() const { return m_state; }
    int waiting() const { return static_cast<int>(m_waiting.size()); } ///< new incidents while frozen
    NowTiles& tiles() { return *m_tiles; }
    Table& table() { return *m_table; }
    QString said() const; ///< what became of what was asked for last, for a while
    IncidentPanel& panel() { return *m_detail; }
    const IncidentPanel& panel() const { return *m_detail; }
    const IncidentFilter& incidents() const { return m_filter; }
    IncidentExportChip* exporter() { return m_export; } ///< null without a port for it

protected:
    void activeChanged() override;
    void frozenChanged() override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void setUpTable();
    void setUpMenus();
    void follow();
    void followFleet();
    void take(const IncidentChanges& changes);
    void refresh();
    void showNow();
    void showTiles();
    void showCount();
    void fitRows();
    void applyFilter(const QString& text);
    void select(int row);
    void showChosen();
    void chooseFirst();
    void doTheOneThing();

    // What a person does.
    bool act(char16_t key);
    void acknowledge(const QString& note);
    void toggleOwner();
    void mute(Timestamp until);
    void unmute();
    void askMerge();
    void merge(const QString& into);
    void split();
    void settle(const Result<void>& result, const QString& done);
    void say(const Result<QString>& result);
    void openListMenu(const QPoint& at);
    void openMembersMenu(const QPoint& at);

    NowPorts m_ports;
    const Clock& m_clock;
    const Theme& m_theme;
    const Timestamp m_openedAt;
    IncidentModel m_model;
    IncidentFilter m_filter{m_model};
    NowFigures m_figures;
    NowState m_state;
    QString m_chosen; ///< Incident::id
    QStringList m_waiting;
    int m_sayings = 0;       ///< so far
    bool m_isBehind = false; ///< changes came while nobody looked
    bool m_isLed = true;     ///< nobody has chosen yet: the worst is shown
    bool m_isMoving = false; ///< the selection moves by itself, which is nobody's choice
    NowTiles* m_tiles;
    Panel* m_panel;
    FilterLine* m_line;
    Table* m_table;
    IncidentDelegate* m_delegate;
    StatefulView* m_view;
    TextLabel* m_said;
    IncidentPanel* m_detail;
    IncidentExportChip* m_export = nullptr;
    UsualLatency* m_usual = nullptr;
};

} // namespace stowage
