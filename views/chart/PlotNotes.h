// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartPlot.h"
#include "views/chart/PlotLabels.h"

class QPainter;

namespace stowage {

/// Draws what stands behind and upon the lines of a plot: gaps, pinned ranges, what was going on, limits,
/// marks, quarantined samples, and the words for all of it.
class PlotNotes
{
public:
    PlotNotes(QPainter& painter, const ChartPlot& plot);

    /// What the lines are drawn upon.
    void paintBehind();
    /// What is drawn upon the lines.
    void paintUpon();

    /// Where the words of pinned ranges are: a press there unpins. In the order of the ranges; empty for
    /// those that have no room.
    static std::vector<QRectF> pinLabels(const ChartPlot& plot);

private:
    static std::vector<QRectF> placePins(const ChartPlot& plot, PlotLabels& labels);
    void paintGaps();
    void paintOwnGaps();
    void paintAlerts();
    void paintPins();
    std::optional<double> yOf(const ChartLimit& limit) const;
    bool isShown(const ChartMark& mark) const;
    void paintLimitLines();
    void labelLimits();
    void paintMarkLines();
    void labelMarks(ChartMark::Kind kind);
    void labelMark(const ChartMark& mark);
    void labelGaps();
    void labelPins(const std::vector<QRectF>& places);
    void paintQuarantined();
    void paintQuarantinedOf(const ChartSeries& series, const ValueScale& scale);
    void write(const QRectF& place, const QString& text, const QColor& color);

    QPainter& m_painter;
    const ChartPlot& m_plot;
    std::vector<TimeRange> m_gaps; ///< when nothing at all was known
    PlotLabels m_labels;
};

} // namespace stowage
