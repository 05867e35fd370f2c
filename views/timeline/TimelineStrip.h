// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/timeline/TimelineCounts.h"
#include "views/chart/ChartWindow.h"

#include <QWidget>

namespace stowage {

class Theme;

/// How much happened over the whole range, on a strip, and upon it the part that the lanes show, to be
/// dragged: in its middle to move it, at its ends to make it longer or shorter, beside it to begin another.
class TimelineStrip : public QWidget
{
    Q_OBJECT

public:
    /// The window outlives the strip.
    TimelineStrip(const ChartWindow& window, const Theme& theme, QWidget* parent = nullptr);

    void setCounts(const TimelineCounts& counts);

    QRectF area() const;
    QRectF windowRect() const;
    double xOf(Timestamp at) const;
    Timestamp timeAt(double x) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void moved(const stowage::TimeRange& range);

protected:
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
    void paintCounts(QPainter& painter) const;

    const ChartWindow& m_window;
    const Theme& m_theme;
    TimelineCounts m_counts;
    Grip m_grip = Grip::None;
    Timestamp m_pressed;
    TimeRange m_before; ///< what was shown when the drag began
};

} // namespace stowage
