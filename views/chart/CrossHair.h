// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartPlot.h"
#include "views/chart/ChartReading.h"

class QPainter;

namespace stowage {

/// Draws the line at the moment that the reader points to, and the box with what every series says of it.
class CrossHair
{
public:
    CrossHair(QPainter& painter, const ChartPlot& plot) : m_painter(painter), m_plot(plot) {}

    void paint(Timestamp at);

    /// All that the box says, line by line.
    static QStringList lines(const ChartPlot& plot, Timestamp at);

private:
    struct Row
    {
        const ChartSeries* series;
        ChartReading reading;
    };

    std::vector<Row> read(Timestamp at) const;
    void paintDots(const std::vector<Row>& rows);
    void paintBox(const std::vector<Row>& rows, Timestamp at, double x);

    QPainter& m_painter;
    const ChartPlot& m_plot;
};

} // namespace stowage
