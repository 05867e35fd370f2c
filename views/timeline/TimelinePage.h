// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineModel.h"
#include "views/shell/Page.h"
#include "views/timeline/TimelineOverview.h"
#include "views/timeline/TimelinePorts.h"
#include "views/timeline/TimelineState.h"

class QStackedWidget;

namespace stowage {

class Chip;
class Clock;
class FilterLine;
class Panel;
class RangeChip;
class StatefulView;
class Table;
class TextLabel;
class TimelineDetails;
class TimelineExportChip;
class TimelineStrip;
class TimelineView;
class ToolRow;

/// What happened: alerts, incidents, changes, outages of sources and actions in lanes on one axis of time,
/// from minutes to all history; the chosen entry in full beside them. Ports, clock and theme outlive it.
///
/// The range chip says how far back the strip reaches; the lanes show a part of it. A search looks through
/// all history instead. The log is asked for what is shown and a little around it.
class TimelinePage : public Page
{
    Q_OBJECT

public:
    TimelinePage(const TimelinePorts& ports, const Clock& clock, const Theme& theme,
                 QWidget* parent = nullptr);
    ~TimelinePage() override;

    static Identity identity();
    static QString name(); ///< title(), of a page that is not built yet

    QString title() const override { return name(); }
    std::vector<KeyHelp> keysHelp() const override;
    void focusFilter() override;
    bool back() override;
    QString item() const override;           ///< TimelineEntry::key
    bool open(const QString& item) override; ///< likewise, or an incident's id
    void tick() override;

    void search(const QString& text);
    void setLaneShown(TimelineLane lane, bool isShown);
    void toggleTwin();
    bool isTwinShown() const;
    /// Chooses a storm that is shown, and unfolds it in place.
    void openStorm(const QString& incident);

    const TimelineState& state() const { return m_state; }
    const TimelineBook& book() const { return m_book; }
    const TimelineModel& model() const { return m_model; }
    const TimelineOverview& overview() const { return m_overview; }
    TimelineView& view() { return *m_view; }
    TimelineStrip& strip() { return *m_strip; }
    TimelineDetails& details() { return *m_details; }
    RangeChip& range() { return *m_range; }
    TimelineExportChip* exporter() { return m_export; } ///< null without a port for it
    QString note() const;                               ///< how much is shown, found, loaded
    QString said() const;                               ///< what became of what was asked for last

protected:
    void activeChanged() override;
    void frozenChanged() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void setUpLanes();
    void setUpTable();
    void follow();
    Timestamp moment() const;
    void holdStill();
    bool isSearching() const { return !m_query.text.isEmpty(); }
    void ask();
    void takeOverview();
    void askForShown();
    void askSoon();
    void takeIncidents();
    void takeIncidentsSoon();
    void takeContent();
    void takeContentSoon();
    void takeChosen();
    void showDetails(const TimelineEntry* entry);
    void say(const Result<QString>& result);
    void applyFilter(const QString& text);
    void startSearch(const QString& text);
    void toggleStorm(const QString& incident);
    void showState();
    void doTheOneThing();
    void chooseWanted();
    std::vector<TimelineEntry> shownEntries() const;

    TimelinePorts m_ports;
    const Clock& m_clock;
    const Theme& m_theme;
    TimelineBook m_book;
    TimelineModel m_model;
    TimelineOverview m_overview;
    TimelineQuery m_query; ///< words and lanes; its range is the whole one
    TimelineState m_state;
    std::optional<Error> m_error;
    Timestamp m_frozenAt{};
    QString m_wanted;             ///< an item to be chosen once it is there
    bool m_isBesideWanted = true; ///< details
    bool m_isAsked = false;       ///< the log, at least once
    bool m_isFitting = false;     ///< the range is new: all of it is to be shown
    bool m_isContentDue = false;
    bool m_areIncidentsDue = false;
    bool m_isAskDue = false;
    quint64 m_searches = 0; ///< typed so far
    Panel* m_panel;
    FilterLine* m_filter;
    FilterLine* m_search;
    RangeChip* m_range;
    TimelineExportChip* m_export = nullptr;
    ToolRow* m_tools;
    std::vector<Chip*> m_laneChips;
    Chip* m_older;
    TextLabel* m_said;
    int m_sayings = 0; ///< so far
    TimelineView* m_view;
    TimelineStrip* m_strip;
    Table* m_table;
    QStackedWidget* m_pages;
    StatefulView* m_stateful;
    TimelineDetails* m_details;
};

} // namespace stowage
