// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"
#include "views/chart/ChartPalette.h"
#include "views/chart/GrowingLine.h"
#include "views/chart/WindowStrip.h"

#include <QPixmap>

namespace stowage {

class ChartLines;
class Theme;

/// The lines of the whole history on a strip, and upon it the part that the chart shows.
class BrushStrip : public WindowStrip
{
    Q_OBJECT

public:
    /// What is referred to outlives the strip. `shown` are the lines of the chart above: where they are of
    /// the whole, they serve here as well.
    BrushStrip(const ChartContent& content, const ChartWindow& window, const ChartLines& shown,
               const Theme& theme, QWidget* parent = nullptr);

    /// The series are others.
    void takeContent();
    /// The series grew at their ends. The lines are drawn anew when that makes a pixel.
    void goOn();

    QRectF area() const override;

    /// So far the left edge keeps from the widget's, so that it stands below the chart's.
    void setInsets(double left, double right);

    QSize sizeHint() const override;

protected:
    void paintGround(QPainter& painter) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::span<const DecimatedColumn> columns(size_t series, Millis step);
    void drawLines();
    void writeNote(QPainter& painter) const;

    const ChartContent& m_content;
    const ChartLines& m_shown;
    std::vector<GrowingLine> m_lines;
    QImage m_picture;
    TimeRange m_drawn; ///< what the picture shows
    double m_left = 0;
    double m_right = 0;
};

} // namespace stowage
