// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartWindow.h"

#include <QWidget>

namespace stowage {

class Theme;

/// All that can be shown on a strip, and upon it the part that is shown, to be dragged: in its middle to move
/// it, at its ends to make it longer or shorter, and beside it to begin another one. What lies on the strip
/// below that part is the affair of whoever derives from it.
class WindowStrip : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the strip.
    WindowStrip(const ChartWindow& window, const Theme& theme, QWidget* parent = nullptr);

    /// Where all of the time lies.
    virtual QRectF area() const = 0;

    QRectF windowRect() const;
    Timestamp timeAt(double x) const;
    double xOf(Timestamp at) const;

    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void moved(const stowage::TimeRange& range);

protected:
    const ChartWindow& chartWindow() const { return m_window; }
    const Theme& theme() const { return m_theme; }

    /// Within area(), whose ground is painted.
    virtual void paintGround(QPainter& painter) = 0;

    void paintEvent(QPaintEvent* event) override;
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

    const ChartWindow& m_window;
    const Theme& m_theme;
    Grip m_grip = Grip::None;
    Timestamp m_pressed;
    TimeRange m_before; ///< what was shown when the drag began
};

} // namespace stowage
