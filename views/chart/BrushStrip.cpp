// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/BrushStrip.h"

#include "views/chart/ChartLines.h"
#include "views/chart/LineRaster.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stowage {

namespace {

constexpr int Height = 38;
constexpr int Below = 6;

/// Each line fills the strip from its least to its greatest value: it tells shapes, no sizes.
ValueScale ownScale(std::span<const DecimatedColumn> columns)
{
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const DecimatedColumn& column : columns) {
        least = std::min(least, column.min);
        most = std::max(most, column.max);
    }
    const double margin = std::max((most - least) * 0.12, std::abs(most) * 1e-6 + 1e-12);
    return {MetricUnit::Number, least - margin, most + margin};
}

} // namespace

BrushStrip::BrushStrip(const ChartContent& content, const ChartWindow& window, const ChartLines& shown,
                       const Theme& theme, QWidget* parent)
    : WindowStrip(window, theme, parent), m_content(content), m_shown(shown)
{
    setAccessibleName(tr("The whole history"));
    setAccessibleDescription(tr("The marked part is what the chart shows; its keys move it."));
}

QSize BrushStrip::sizeHint() const
{
    return {300, Height + Below};
}

void BrushStrip::setInsets(double left, double right)
{
    if (left != m_left || right != m_right) {
        m_left = left;
        m_right = right;
        takeContent();
    }
}

void BrushStrip::takeContent()
{
    m_lines.clear();
    m_picture = {};
    update();
}

void BrushStrip::goOn()
{
    const TimeRange bounds = chartWindow().bounds();
    const Millis pixel = (bounds.to - bounds.from) / std::max(1, static_cast<int>(area().width()));
    if (bounds.to - m_drawn.to > pixel || bounds.from != m_drawn.from) {
        m_picture = {};
    }
    update();
}

QRectF BrushStrip::area() const
{
    return {m_left, 0, std::max(1.0, width() - m_left - m_right), Height};
}

std::span<const DecimatedColumn> BrushStrip::columns(size_t which, Millis step)
{
    const ChartSeries& series = m_content.series[which];
    const std::vector<SeriesPoint>& points = series.data.points;
    const TimeRange& shown = chartWindow().shown();
    if (series.overview.empty() && !points.empty() && shown.from <= middleOf(points.front()) &&
        shown.to >= middleOf(points.back())) {
        return m_shown.columns(which);
    }
    m_lines[which].prepare(series.overview.empty() ? points : series.overview, series.data.gaps,
                           chartWindow().bounds(), step);
    return m_lines[which].columns();
}

void BrushStrip::drawLines()
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (area().size() * ratio).toSize().expandedTo({1, 1});
    m_picture = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_picture.fill(Qt::transparent);
    const PlotScale where{chartWindow().bounds(), pixels};
    const Millis step = (where.range.to - where.range.from) / (pixels.width() * LineRaster::Fineness);
    LineRaster raster(m_picture);
    QColor color = theme().color(Token::Unknown);
    color.setAlphaF(m_content.series.size() > 1 ? 0.5F : 0.8F);
    m_lines.resize(m_content.series.size());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const std::span<const DecimatedColumn> line = columns(i, step);
        if (!line.empty()) {
            raster.draw(line, where, ownScale(line), {color, ratio});
        }
    }
    m_drawn = where.range;
    m_picture.setDevicePixelRatio(ratio);
}

void BrushStrip::paintGround(QPainter& painter)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        drawLines();
    }
    painter.drawImage(area().topLeft(), m_picture);
    writeNote(painter);
}

void BrushStrip::writeNote(QPainter& painter) const
{
    const QFontMetricsF metrics(fonts::label());
    const QRectF room = area().adjusted(6, 2, -6, 0);
    const QString text = metrics.elidedText(m_content.wholeNote, Qt::ElideRight, room.width());
    QColor ground = theme().color(Token::Window);
    ground.setAlphaF(0.75F); // the lines below would make it hard to read
    painter.fillRect(QRectF(room.topLeft(), QSizeF(metrics.horizontalAdvance(text), metrics.height()))
                         .adjusted(-3, 0, 3, 0),
                     text.isEmpty() ? QColor(Qt::transparent) : ground);
    painter.setFont(fonts::label());
    painter.setPen(theme().color(Token::Text3));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, text);
}

void BrushStrip::resizeEvent(QResizeEvent* event)
{
    WindowStrip::resizeEvent(event);
    takeContent();
}

} // namespace stowage
