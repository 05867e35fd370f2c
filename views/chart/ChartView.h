// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"
#include "views/chart/ChartWindow.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <span>

class QStackedWidget;

namespace stowage {

class BrushStrip;
class ChartCanvas;
class ChartTwinModel;
class ChartTwinView;
class Clock;
class SeriesExporter;
class StatefulView;
struct Notice;
class Theme;

/// Series over time: several metrics of several hosts on one axis of time, at most two units. Knows nothing
/// but the values it is given.
///
/// Keys: Left and Right pan, + and - (Up and Down) zoom, Home and End go to where history begins and to now,
/// 0 shows the first range again, Shift with Left and Right moves the cross hair from sample to sample, p
/// pins what is shown or unpins it. A drag zooms, with Shift it pins, with Ctrl or the middle button it pans;
/// the wheel zooms about the pointer, with Shift it pans. `v` and `o` are the page's: toggleTwin(), save().
///
/// What the reader looks at never moves by itself: new content keeps the range, unless the range ends now and
/// all is live; then it goes on with time.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    enum class FileKind : quint8
    {
        Csv,  ///< a row a time, a column a series, over what is shown
        Json, ///< stowage/series/1, one document a series, as the exporter says
        Png   ///< as it looks now
    };

    /// What is given by reference or pointer outlives the view; without an exporter there is no JSON.
    ChartView(const Clock& clock, const Theme& theme, const SeriesExporter* exporter = nullptr,
              QWidget* parent = nullptr);

    const ChartContent& content() const { return m_content; }
    /// Shows this from now on. The first content, and the first after one without series, decides the range.
    void setContent(ChartContent content);

    /// Adds what came since, at the end of one series; points that are not newer are ignored. A silence of
    /// more than three steps is a gap. `now` becomes the end of the whole.
    void append(size_t series, std::span<const SeriesPoint> points,
                std::span<const QuarantinedSample> quarantined, Timestamp now);

    /// Frozen or not; the same as ChartContent::isLive.
    void setLive(bool live);

    TimeRange range() const { return m_window.shown(); }
    void setRange(const TimeRange& range);
    /// The range ends now, and goes on with time while live.
    bool isFollowing() const { return m_window.isFollowing(); }

    const std::vector<PinnedRange>& pins() const { return m_pins; }
    void setPins(std::vector<PinnedRange> pins);

    bool isTwinShown() const;
    void toggleTwin();
    ChartTwinModel& twin() { return *m_twinModel; }

    ChartCanvas& canvas() { return *m_canvas; }
    BrushStrip& strip() { return *m_strip; }

    /// Asks for a path with a dialog, then save()s.
    void chooseFile(FileKind kind);
    /// Writes what is shown; the end is told by saved().
    void save(FileKind kind, const QString& path);
    bool canSave(FileKind kind) const { return kind != FileKind::Json || m_exporter != nullptr; }

    /// How many points a series can be of use at this width.
    int usefulPoints() const;

Q_SIGNALS:
    void rangeChanged(const stowage::TimeRange& range);
    /// The reader looks at what the data does not cover, or not as finely as there is room for: about so many
    /// points a series over this range would be better. A short while after the last move.
    void rangeWanted(const stowage::TimeRange& range, int points);
    void pinsChanged();
    /// The reader asked for another try, from a notice.
    void retryRequested();
    /// "Saved /home/ops/chart.csv", or what went wrong.
    void saved(const stowage::Result<QString>& result);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeChart();
    void connectAll();
    bool zoomByKey(const QKeyEvent& event);
    bool moveByKey(const QKeyEvent& event);
    void move(const std::function<void(ChartWindow&)>& how);
    void showRange();
    void goOn();
    bool trim();
    void judge();
    std::optional<Notice> noticeInstead() const;
    std::optional<Notice> noticeAbove() const;
    void describe();
    void wantSoon();
    void want();
    void togglePin();
    void pin(const TimeRange& range);
    void unpin(size_t which);
    void stepCross(bool forward);
    bool savePicture(const QString& path, QString& problem) const;
    void endSave(const std::optional<Error>& error, const QString& path);

    const Clock& m_clock;
    const SeriesExporter* m_exporter;
    ChartContent m_content;
    ChartWindow m_window;
    std::vector<PinnedRange> m_pins;
    ChartCanvas* m_canvas;
    BrushStrip* m_strip;
    ChartTwinModel* m_twinModel;
    ChartTwinView* m_twin;
    QStackedWidget* m_pages;
    StatefulView* m_states;
    quint64 m_wanting = 0; ///< grows with each move, so that only the last one asks
    TimeRange m_wanted;    ///< what was asked for last
    int m_wantedPoints = 0;
};

} // namespace stowage
