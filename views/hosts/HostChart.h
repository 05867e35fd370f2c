// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/SeriesFeed.h"
#include "views/hosts/HostChartContent.h"
#include "views/hosts/HostsPorts.h"
#include "views/widgets/Panel.h"

class QMenu;

namespace stowage {

class ChartView;
class Chip;
class Clock;
class MetricChips;
class RangeChip;
class StatefulView;
class TextLabel;

/// The chosen hosts over time: asks the history for about as many points as there are pixels, keeps what
/// there is until the answer comes, and then goes on with what arrives.
class HostChart : public Panel
{
    Q_OBJECT

public:
    HostChart(const HostsPorts& ports, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// The first ChartPlan::MostHosts of these are shown.
    void setHosts(const std::vector<HostId>& hosts);

    /// What the hosts told has changed.
    void take(const HostChanges& changes);

    /// Time has gone on.
    void tick();

    /// While frozen nothing moves, and what is asked is asked up to the moment at which the screen stands.
    void setFrozen(bool frozen);

    // What the keys of the page do.
    void openRange();
    void openExport();
    void toggleTwin();
    void stepMetric(int by);

    ChartView& view() { return *m_view; }
    MetricChips& chips() { return *m_chips; }
    RangeChip& range() { return *m_range; }
    /// What is shown now; another may be on its way.
    const ChartPlan& plan() const { return m_shown; }
    bool isLoading() const { return m_feed.isLoading(); }

private:
    void addControls();
    void addExports();
    void connectControls();
    void connectData();
    void recall();
    void remember(const QString& name, const QString& value);

    // What is wanted: HostChart.cpp.
    std::vector<const Host*> chosenHosts() const;
    void replan();
    void ask(const TimeRange& range, int points);
    void askAnew();
    bool isAsked(const TimeRange& range, int points) const;
    void askOverview();
    Timestamp moment() const;
    TimeRange followed() const;
    TimeRange whole() const;

    // What is shown: HostChartShown.cpp.
    void showAnswer(const std::vector<SeriesData>& answer);
    void showOverview(const std::vector<SeriesData>& answer);
    void showFailure(const Error& error);
    void showLoading();
    void showNothing();
    void showForecast();
    void showTitle();
    void takeOverview(ChartContent& content) const;
    void grow(size_t index, const Host& host, bool mayAsk);
    void say(const QString& words);

    HostsPorts m_ports;
    const Clock& m_clock;
    MetricChips* m_chips;
    RangeChip* m_range;
    Chip* m_twin;
    Chip* m_export;
    QMenu* m_exportMenu;
    TextLabel* m_forecast;
    ChartView* m_view;
    StatefulView* m_states;
    SeriesFeed m_feed;
    SeriesFeed m_overviewFeed;
    std::vector<HostId> m_hosts;
    ChartPlan m_wanted;
    ChartPlan m_shown;
    ChartPlan m_overviewOf;              ///< what m_overview is of
    std::vector<ChartSeries> m_overview; ///< coarse, for the strip
    ChartColours m_colours;
    std::vector<Timestamp> m_newest;      ///< by series of m_shown: of the newest sample shown
    std::vector<Timestamp> m_quarantined; ///< the same of what is in quarantine
    std::optional<Timestamp> m_frozenAt;
    Timestamp m_movedAt{};
    bool m_isRangeChosen = true; ///< the chip's range is to be shown with the next answer
    int m_said = 0;
};

} // namespace stowage
