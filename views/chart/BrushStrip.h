// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"
#include "views/chart/ChartPalette.h"
#include "views/chart/ChartWindow.h"
#include "views/chart/GrowingLine.h"

#include <QPixmap>
#include <QWidget>

namespace stowage {

class ChartLines;
class Theme;

/// The whole history on a strip, and upon it the part that the chart shows, to be dragged: in its middle to
/// move it, at its ends to make it longer or shorter, and beside it to begin another one.
class BrushStrip : public QWidget
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

    /// Where the history lies, and the part that is shown.
    QRectF area() const;
    QRectF windowRect() const;
    Timestamp timeAt(double x) const;
    double xOf(Timestamp at) const;

    /// So far the left edge keeps from the widget's, so that it stands below the chart's.
    void setInsets(double left, double right);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void moved(const stowage::TimeRange& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Grip : quint8
    {
        None,
        Begin,
        End,
        Middle,
        New
    };

    Grip gripAt(double x) const;
    std::span<const DecimatedColumn> columns(size_t series, Millis step);
    void drawLines();
    void writeNote(QPainter& painter) const;

    const ChartContent& m_content;
    const ChartWindow& m_window;
    const ChartLines& m_shown;
    const Theme& m_theme;
    std::vector<GrowingLine> m_lines;
    QImage m_picture;
    TimeRange m_drawn; ///< what the picture shows
    double m_left = 0;
    double m_right = 0;
    Grip m_grip = Grip::None;
    Timestamp m_pressed;
    TimeRange m_before; ///< what was shown when the drag began
};

} // namespace stowage
