// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/PlotItem.h"

#include "views/chart/ChartPalette.h"
#include "views/chart/CrossHair.h"
#include "views/chart/LineRaster.h"
#include "views/chart/PlotNotes.h"
#include "views/theme/Theme.h"

#include <QPainter>

#include <algorithm>

namespace stowage {

namespace {

constexpr double LineWidth = 1.5;
constexpr double Dash = 24;
constexpr double MarkSize = 7;
constexpr double MarkEvery = 150; ///< pixels between the marks of a line

} // namespace

PlotItem::PlotItem(ChartPlot plot, QGraphicsItem* parent) : QGraphicsItem(parent), m_plot(plot)
{
    setFlag(ItemClipsToShape);
}

void PlotItem::setScale(const QRectF& area, const TimeRange& range)
{
    if (area.size() != m_plot.scale.size || range != m_plot.scale.range) {
        prepareGeometryChange();
        m_plot.scale = {range, area.size()};
        dropPicture();
    }
    setPos(area.topLeft());
}

void PlotItem::setCross(std::optional<Timestamp> at)
{
    if (m_plot.cross != at) {
        m_plot.cross = at;
        update();
    }
}

void PlotItem::setSelection(std::optional<TimeRange> selection)
{
    m_plot.selection = selection;
    update();
}

void PlotItem::dropPicture()
{
    m_picture = {};
    update();
}

void PlotItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    if (m_plot.scale.size.isEmpty() || m_plot.scale.range.from >= m_plot.scale.range.to) {
        return;
    }
    const qreal ratio = painter->device()->devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != ratio) {
        drawLines(ratio);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    PlotNotes notes(*painter, m_plot);
    notes.paintBehind();
    painter->drawImage(QPointF(0, 0), m_picture);
    notes.paintUpon();
    if (m_plot.selection) {
        QColor color = m_plot.theme.color(Token::Accent);
        color.setAlphaF(0.18F);
        painter->fillRect(m_plot.band(*m_plot.selection), color);
    } else if (m_plot.cross) {
        CrossHair(*painter, m_plot).paint(*m_plot.cross);
    }
    painter->restore();
}

void PlotItem::drawLines(qreal devicePixelRatio)
{
    const QSize pixels = (m_plot.scale.size * devicePixelRatio).toSize().expandedTo({1, 1});
    m_picture = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_picture.fill(Qt::transparent);
    LineRaster raster(m_picture);
    const PlotScale where{m_plot.scale.range, pixels};
    // The first series lies on top, as it is the first that is read.
    for (size_t i = m_plot.content.series.size(); i-- > 0;) {
        const ChartSeries& series = m_plot.content.series[i];
        const auto which = m_plot.lines.scaleOf(series.unit);
        if (which) {
            const LineLook& look = m_plot.palette.look(series.colour);
            raster.draw(
                m_plot.lines.columns(i), where, m_plot.lines.scales()[*which],
                {look.color, LineWidth * devicePixelRatio, look.isDashed ? Dash * devicePixelRatio : 0});
        }
    }
    m_picture.setDevicePixelRatio(devicePixelRatio);
    if (m_plot.content.series.size() > 1) {
        QPainter painter(&m_picture);
        painter.setRenderHint(QPainter::Antialiasing);
        for (size_t i = m_plot.content.series.size(); i-- > 0;) {
            drawMarks(painter, i);
        }
    }
}

void PlotItem::drawMarks(QPainter& painter, size_t index) const
{
    const ChartSeries& series = m_plot.content.series[index];
    const auto which = m_plot.lines.scaleOf(series.unit);
    const std::span<const DecimatedColumn> columns = m_plot.lines.columns(index);
    if (!which || columns.empty()) {
        return;
    }
    const LineLook& look = m_plot.palette.look(series.colour);
    painter.setPen(QPen(m_plot.theme.color(Token::Panel), 1));
    painter.setBrush(look.color);
    // Marks of several lines stand apart from each other, and move with the time that they stand at.
    const double perMs = m_plot.scale.pixelsPerMs();
    const double every = MarkEvery / perMs;
    const double shift =
        every * static_cast<double>(index) / static_cast<double>(m_plot.content.series.size());
    const auto begin = static_cast<double>(m_plot.scale.range.from.time_since_epoch().count());
    const double first = std::ceil((begin - shift) / every) * every + shift;
    for (double at = first;
         at < begin + static_cast<double>((m_plot.scale.range.to - m_plot.scale.range.from).count());
         at += every) {
        const Timestamp wanted{Millis{std::llround(at)}};
        const auto found = std::ranges::lower_bound(columns, wanted, {}, &DecimatedColumn::firstAt);
        if (found == columns.end() || (found->firstAt - wanted).count() * perMs > MarkEvery / 3) {
            continue; // nothing near: a gap
        }
        const QPointF point(m_plot.scale.x(found->firstAt),
                            m_plot.scale.y(found->first, m_plot.lines.scales()[*which]));
        painter.drawPath(lineMark(look.mark, point, MarkSize));
    }
}

} // namespace stowage
