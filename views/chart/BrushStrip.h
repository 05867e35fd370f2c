// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartContent.h"
#include "views/chart/ChartPalette.h"
#include "views/chart/ChartWindow.h"

#include <QPixmap>
#include <QWidget>

namespace stowage {

class Theme;

/// The whole history on a strip, and upon it the part that the chart shows, to be dragged: in its middle to
/// move it, at its ends to make it longer or shorter, and beside it to begin another one.
class BrushStrip : public QWidget
{
    Q_OBJECT

public:
    /// What is referred to outlives the strip.
    BrushStrip(const ChartContent& content, const ChartWindow& window, const Theme& theme,
               QWidget* parent = nullptr);

    /// The series are others, or longer.
    void takeContent();

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
    void drawLines();
    void writeNote(QPainter& painter) const;

    const ChartContent& m_content;
    const ChartWindow& m_window;
    const Theme& m_theme;
    QImage m_picture;
    double m_left = 0;
    double m_right = 0;
    Grip m_grip = Grip::None;
    Timestamp m_pressed;
    TimeRange m_before; ///< what was shown when the drag began
};

} // namespace stowage
