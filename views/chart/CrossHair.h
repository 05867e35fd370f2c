// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartPlot.h"
#include "views/chart/ChartReading.h"

#include <QCoreApplication>

class QPainter;

namespace stowage {

/// Draws the line at the moment that the reader points to, and the box with what every series says of it.
class CrossHair
{
    Q_DECLARE_TR_FUNCTIONS(CrossHair)

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

    struct Texts
    {
        QString label;
        QString value;
        QString detail;
    };

    /// The box laid out: as many rows as there is room for.
    struct Box
    {
        QStringList head;
        std::vector<Texts> texts;
        QString foot; ///< how many more there are
        QRectF rect;
        double valuesLeft = 0;
        double detailsLeft = 0;
    };

    Box measure(const std::vector<Row>& rows, Timestamp at, double x) const;
    std::vector<Row> read(Timestamp at) const;
    void paintDots(const std::vector<Row>& rows);
    void paintBox(const std::vector<Row>& rows, Timestamp at, double x);

    QPainter& m_painter;
    const ChartPlot& m_plot;
};

} // namespace stowage
