// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/BrushStrip.h"

#include "views/chart/ChartLines.h"
#include "views/chart/LineRaster.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stowage {

namespace {

constexpr int Height = 38;
constexpr int Below = 6;
constexpr double Reach = 5; ///< pixels about an end where it is taken hold of

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
    : QWidget(parent), m_content(content), m_window(window), m_shown(shown), m_theme(theme)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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
    const TimeRange bounds = m_window.bounds();
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

double BrushStrip::xOf(Timestamp at) const
{
    return area().left() + PlotScale{m_window.bounds(), area().size()}.x(at);
}

Timestamp BrushStrip::timeAt(double x) const
{
    return PlotScale{m_window.bounds(), area().size()}.timeAt(x - area().left());
}

QRectF BrushStrip::windowRect() const
{
    const double left = std::max(xOf(m_window.shown().from), area().left());
    const double right = std::min(xOf(m_window.shown().to), area().right());
    // However short, it can be seen and taken hold of.
    const double wide = std::max(right - left, 3.0);
    return {std::min(left, area().right() - wide), area().top(), wide, area().height()};
}

std::span<const DecimatedColumn> BrushStrip::columns(size_t which, Millis step)
{
    const ChartSeries& series = m_content.series[which];
    const std::vector<SeriesPoint>& points = series.data.points;
    const TimeRange& shown = m_window.shown();
    if (series.overview.empty() && !points.empty() && shown.from <= middleOf(points.front()) &&
        shown.to >= middleOf(points.back())) {
        return m_shown.columns(which);
    }
    m_lines[which].prepare(series.overview.empty() ? points : series.overview, series.data.gaps,
                           m_window.bounds(), step);
    return m_lines[which].columns();
}

void BrushStrip::drawLines()
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (area().size() * ratio).toSize().expandedTo({1, 1});
    m_picture = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_picture.fill(Qt::transparent);
    const PlotScale where{m_window.bounds(), pixels};
    const Millis step = (where.range.to - where.range.from) / (pixels.width() * LineRaster::Fineness);
    LineRaster raster(m_picture);
    QColor color = m_theme.color(Token::Unknown);
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

void BrushStrip::paintEvent(QPaintEvent* /*event*/)
{
    if (m_window.isEmpty()) {
        return;
    }
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        drawLines();
    }
    QPainter painter(this);
    const QRectF strip = area();
    painter.fillRect(strip, m_theme.color(Token::Window));
    painter.drawImage(strip.topLeft(), m_picture);
    writeNote(painter);
    const QRectF window = windowRect();
    QColor color = m_theme.color(Token::Accent);
    color.setAlphaF(0.25F);
    painter.fillRect(window, color);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1));
    painter.drawRect(window.adjusted(0.5, 0.5, -0.5, -0.5));
}

void BrushStrip::writeNote(QPainter& painter) const
{
    const QFontMetricsF metrics(fonts::label());
    const QRectF room = area().adjusted(6, 2, -6, 0);
    const QString text = metrics.elidedText(m_content.wholeNote, Qt::ElideRight, room.width());
    QColor ground = m_theme.color(Token::Window);
    ground.setAlphaF(0.75F); // the lines below would make it hard to read
    painter.fillRect(QRectF(room.topLeft(), QSizeF(metrics.horizontalAdvance(text), metrics.height()))
                         .adjusted(-3, 0, 3, 0),
                     text.isEmpty() ? QColor(Qt::transparent) : ground);
    painter.setFont(fonts::label());
    painter.setPen(m_theme.color(Token::Text3));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, text);
}

void BrushStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeContent();
}

BrushStrip::Grip BrushStrip::gripAt(double x) const
{
    const QRectF window = windowRect();
    // Of a short one the middle is what is meant; its ends are taken hold of from outside.
    const double inner = std::min(Reach, window.width() / 4);
    if (x >= window.left() - Reach && x <= window.left() + inner) {
        return Grip::Begin;
    }
    if (x >= window.right() - inner && x <= window.right() + Reach) {
        return Grip::End;
    }
    return x > window.left() && x < window.right() ? Grip::Middle : Grip::New;
}

void BrushStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_window.isEmpty()) {
        event->ignore();
        return;
    }
    m_grip = gripAt(event->position().x());
    m_pressed = timeAt(event->position().x());
    m_before = m_window.shown();
    if (m_grip == Grip::New) {
        // A press beside it brings it there; a drag from there makes a new one.
        const Millis half = (m_before.to - m_before.from) / 2;
        Q_EMIT moved({m_pressed - half, m_pressed + half});
    }
}

void BrushStrip::mouseMoveEvent(QMouseEvent* event)
{
    const Timestamp at = timeAt(event->position().x());
    switch (m_grip) {
    case Grip::None: {
        const Grip grip = gripAt(event->position().x());
        setCursor(grip == Grip::Begin || grip == Grip::End ? Qt::SizeHorCursor
                  : grip == Grip::Middle                   ? Qt::OpenHandCursor
                                                           : Qt::ArrowCursor);
        break;
    }
    case Grip::Begin:
        Q_EMIT moved({std::min(at, m_before.to - ChartWindow::Least), m_before.to});
        break;
    case Grip::End:
        Q_EMIT moved({m_before.from, std::max(at, m_before.from + ChartWindow::Least)});
        break;
    case Grip::Middle:
        Q_EMIT moved({m_before.from + (at - m_pressed), m_before.to + (at - m_pressed)});
        break;
    case Grip::New:
        if (std::abs(xOf(at) - xOf(m_pressed)) > Reach) {
            Q_EMIT moved({std::min(at, m_pressed), std::max(at, m_pressed)});
        }
        break;
    }
}

void BrushStrip::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_grip = Grip::None;
}

} // namespace stowage
