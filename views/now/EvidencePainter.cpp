// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/EvidencePainter.h"

#include "models/metrics/Decimation.h"
#include "views/chart/ChartPalette.h"
#include "views/chart/GrowingLine.h"
#include "views/chart/LineRaster.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"
#include "views/widgets/Words.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace stowage {

namespace {

constexpr double LineWidth = 1.5;
constexpr float FillOpacity = 0.16F;
constexpr int ScaleSteps = 2;
constexpr int MarkSize = 9;
constexpr int TickGap = 10;

double crisp(double x)
{
    return std::floor(x) + 0.5;
}

ValueScale scaleOf(const EvidenceLane& lane, std::span<const DecimatedColumn> columns)
{
    if (columns.empty()) {
        return valueScale(lane.unit, 0, 1, ScaleSteps);
    }
    const double least = std::ranges::min(columns, {}, &DecimatedColumn::low).low;
    const double most = std::ranges::max(columns, {}, &DecimatedColumn::high).high;
    return valueScale(lane.unit, least, most, ScaleSteps);
}

/// The ground below the line, as one piece for each stretch without a gap.
QPainterPath ground(std::span<const DecimatedColumn> columns, const PlotScale& where, const ValueScale& scale)
{
    QPainterPath path;
    const double bottom = where.size.height();
    double last = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        const DecimatedColumn& column = columns[i];
        if (i == 0 || !column.isJoined) {
            if (i > 0) {
                path.lineTo(last, bottom);
                path.closeSubpath();
            }
            path.moveTo(where.x(column.firstAt), bottom);
        }
        path.lineTo(where.x(column.firstAt), where.y(column.first, scale));
        path.lineTo(where.x(column.lastAt), where.y(column.last, scale));
        last = where.x(column.lastAt);
    }
    if (!columns.empty()) {
        path.lineTo(last, bottom);
        path.closeSubpath();
    }
    return path;
}

void write(QPainter& painter, const QRect& room, Qt::Alignment alignment, const QString& text)
{
    painter.drawText(room, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words::visible(text), Qt::ElideRight, room.width()));
}

} // namespace

QImage EvidencePainter::picture(std::span<const QRect> lanes, const QRect& area, qreal ratio) const
{
    QImage image((QSizeF(area.size()) * ratio).toSize().expandedTo({1, 1}),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (size_t i = 0; i < lanes.size(); ++i) {
        const QRectF place(0, (lanes[i].top() - area.top()) * ratio, area.width() * ratio,
                           lanes[i].height() * ratio);
        QImage lane(place.size().toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
        lane.fill(Qt::transparent);
        drawLine(lane, i, ratio);
        QPainter(&image).drawImage(place.topLeft(), lane);
    }
    image.setDevicePixelRatio(ratio);
    return image;
}

void EvidencePainter::drawLine(QImage& image, size_t index, qreal ratio) const
{
    const EvidenceLane& lane = m_content.lanes[index];
    const Millis length = m_content.range.to - m_content.range.from;
    const int columns = std::max(1, image.width() * LineRaster::Fineness);
    GrowingLine line;
    line.prepare(lane.data.points, lane.data.gaps, m_content.range, std::max(length / columns, Millis{1}));
    if (line.columns().empty()) {
        return;
    }
    const ValueScale scale = scaleOf(lane, line.columns());
    const PlotScale where{m_content.range, QSizeF(image.size())};
    const QColor color = ChartPalette(m_theme).look(static_cast<int>(index)).color;
    QColor fill = color;
    fill.setAlphaF(FillOpacity);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(ground(line.columns(), where, scale), fill);
    }
    LineRaster(image).draw(line.columns(), where, scale, {color, LineWidth * ratio, 0});
}

void EvidencePainter::paintGaps(QPainter& painter, std::span<const QRect> lanes) const
{
    for (size_t i = 0; i < lanes.size(); ++i) {
        const PlotScale scale{m_content.range, QSizeF(lanes[i].size())};
        for (const TimeRange& gap : m_content.lanes[i].data.gaps) {
            const double left = std::max(0.0, scale.x(gap.from));
            const double right = std::min<double>(lanes[i].width(), scale.x(gap.to));
            if (left < right) {
                painter.fillRect(
                    QRectF(lanes[i].left() + left, lanes[i].top(), right - left, lanes[i].height()),
                    m_theme.color(Token::Raised));
            }
        }
        painter.fillRect(QRect(lanes[i].left(), lanes[i].bottom(), lanes[i].width(), 1),
                         m_theme.color(Token::Line));
    }
}

void EvidencePainter::paintLabels(QPainter& painter, std::span<const QRect> lanes, const QRect& column) const
{
    for (size_t i = 0; i < lanes.size(); ++i) {
        const EvidenceLane& lane = m_content.lanes[i];
        const QRect upper(column.left(), lanes[i].top(), column.width(), lanes[i].height() / 2);
        painter.setFont(fonts::secondary());
        painter.setPen(m_theme.color(Token::Text2));
        write(painter, upper, Qt::AlignLeft, lane.label);
        const bool isKnown = !lane.data.points.empty();
        painter.setFont(isKnown ? fonts::body() : fonts::secondary());
        painter.setPen(m_theme.color(isKnown ? Token::Text : Token::Text2));
        write(painter, upper.translated(0, lanes[i].height() / 2), Qt::AlignLeft,
              isKnown               ? formatMetric(lane.unit, lane.data.points.back().mean)
              : m_content.isLoading ? EvidenceView::tr("reading…")
                                    : EvidenceView::tr("nothing is known"));
    }
}

void EvidencePainter::paintAxis(QPainter& painter, const QRect& area, int height) const
{
    const PlotScale scale{m_content.range, QSizeF(area.size())};
    const QFontMetrics measure(fonts::label());
    const QRect axis(area.left(), area.bottom() + 1, area.width(), height);
    QRect opening;
    painter.setFont(fonts::label());
    if (isShown(m_content.openedAt)) {
        const double x = area.left() + scale.x(m_content.openedAt);
        const QColor& ink = m_theme.color(statusToken(m_content.status));
        painter.setPen(QPen(ink, 1));
        painter.drawLine(QPointF(crisp(x), area.top()), QPointF(crisp(x), axis.top() + 1));
        const QString text = words::utcTime(m_content.openedAt, m_content.openedAt).left(5);
        const int wide = measure.horizontalAdvance(text) + MarkSize + 4;
        const int left = std::clamp(static_cast<int>(x) - wide / 2, axis.left(), axis.right() - wide);
        opening = QRect(left, axis.top(), wide, height);
        painter.drawText(opening, Qt::AlignLeft | Qt::AlignVCenter, text);
        drawStatusMark(
            painter,
            QRectF(opening.right() - MarkSize, opening.center().y() - MarkSize / 2.0, MarkSize, MarkSize),
            m_content.status, m_theme);
    }
    painter.setPen(m_theme.color(Token::Text2));
    int free = axis.left();
    for (const ChartTick& tick : timeTicks(m_content.range, std::max(2, axis.width() / 90))) {
        const double x = area.left() + scale.x(Timestamp{Millis{std::llround(tick.at)}});
        const int wide = measure.horizontalAdvance(tick.text);
        const QRect place(std::clamp(static_cast<int>(x) - wide / 2, axis.left(), axis.right() - wide),
                          axis.top(), wide, height);
        if (place.left() >= free && !place.adjusted(-TickGap, 0, TickGap, 0).intersects(opening)) {
            painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, tick.text);
            free = place.right() + TickGap;
        }
    }
}

void EvidencePainter::paintCross(QPainter& painter, std::span<const QRect> lanes, Timestamp at) const
{
    const QFontMetrics measure(fonts::label());
    painter.setFont(fonts::label());
    QColor paper = m_theme.color(Token::Panel);
    paper.setAlphaF(0.85F);
    for (size_t i = 0; i < lanes.size(); ++i) {
        const EvidenceLane& lane = m_content.lanes[i];
        const PlotScale scale{m_content.range, QSizeF(lanes[i].size())};
        const double x = lanes[i].left() + scale.x(at);
        painter.setPen(QPen(m_theme.color(Token::Text3), 1));
        painter.drawLine(QPointF(crisp(x), lanes[i].top()), QPointF(crisp(x), lanes[i].bottom()));
        const auto value = valueAt(lane.data, at);
        const QString what = value ? formatMetric(lane.unit, *value) : EvidenceView::tr("nothing is known");
        const QString text = i == 0 ? QStringLiteral("%1  %2").arg(words::utcTime(at, at), what) : what;
        const int wide = measure.horizontalAdvance(text) + 6;
        const bool isLeft = x + wide + 4 > lanes[i].right();
        const QRect place(static_cast<int>(isLeft ? x - wide - 4 : x + 4), lanes[i].top(), wide,
                          measure.height() + 2);
        painter.fillRect(place, paper);
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
    }
}

} // namespace stowage
