// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/ChartPlot.h"

#include <QGraphicsItem>
#include <QImage>

namespace stowage {

/// What lies within the frame of a chart: the lines and all that stands behind and upon them. The lines are
/// kept as a picture until they, the range or the size change, so that a cross hair costs little.
class PlotItem final : public QGraphicsItem
{
public:
    /// What the plot refers to outlives the item.
    PlotItem(ChartPlot plot, QGraphicsItem* parent);

    const ChartPlot& plot() const { return m_plot; }

    /// Where it lies, in the parent's coordinates, and what it shows.
    void setScale(const QRectF& area, const TimeRange& range);
    void setCross(std::optional<Timestamp> at);
    void setSelection(std::optional<TimeRange> selection);

    /// The lines are others.
    void dropPicture();

    QRectF boundingRect() const override { return {QPointF(), m_plot.scale.size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void drawLines(qreal devicePixelRatio);
    void drawMarks(QPainter& painter, size_t series) const;

    ChartPlot m_plot;
    QImage m_picture;
};

} // namespace stowage
