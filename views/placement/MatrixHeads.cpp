// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixHeads.h"

#include "views/placement/MatrixModel.h"
#include "views/placement/MatrixOverlay.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace stowage {

namespace {

constexpr qreal UprightHeight = 18;
constexpr qreal NarrowestTilted = 10; // narrower columns have upright labels, a few
constexpr qreal Tilt = 60;            // degrees
constexpr qreal TallestLabel = 96;
constexpr qreal NarrowestZoneName = 14;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MatrixHeads)
};

QFont smallFont()
{
    QFont font = fonts::label();
    font.setPixelSize(10);
    return font;
}

bool isUpright(qreal widest, qreal cellWidth)
{
    return cellWidth < NarrowestTilted || widest <= cellWidth - 2;
}

qreal tiltedHeight(qreal width)
{
    return qMax(UprightHeight, width * std::sin(Tilt * std::numbers::pi / 180) + 10);
}

} // namespace

MatrixHeads::MatrixHeads(const Theme& theme, const MatrixLayout& layout, const MatrixModel& model,
                         const MatrixOverlay& overlay, qreal scale, qreal widestLabel)
    : m_theme(theme), m_layout(layout), m_model(model), m_overlay(overlay), m_scale(scale),
      m_widest(widestLabel), m_cellWidth(layout.metrics().cellWidth / scale)
{
}

qreal MatrixHeads::widestLabel(const MatrixModel& model)
{
    // Measuring thousands takes long: the widest is among those with the most letters, or next to it.
    constexpr int Most = 64;
    qsizetype longest = 0;
    for (const MatrixColumn& column : model.shape().columns) {
        longest = qMax(longest, column.label.size());
    }
    const QFontMetricsF metrics(smallFont());
    qreal widest = 0;
    int measured = 0;
    for (const MatrixColumn& column : model.shape().columns) {
        if (column.label.size() == longest && measured++ < Most) {
            widest = qMax(widest, metrics.horizontalAdvance(column.label));
        }
    }
    return widest;
}

int MatrixHeads::height(qreal widestLabel, qreal cellWidth)
{
    const qreal labels =
        isUpright(widestLabel, cellWidth) ? UprightHeight : qMin(TallestLabel, tiltedHeight(widestLabel)) + 4;
    return static_cast<int>(std::ceil(ZoneHeight + labels));
}

int MatrixHeads::stride(qreal widestLabel, qreal cellWidth)
{
    if (cellWidth >= NarrowestTilted) {
        return 1;
    }
    // In steps that people count in.
    const qreal needed = (widestLabel + 6) / cellWidth;
    for (int tens = 1;; tens *= 10) {
        for (const int step : {1, 2, 5}) {
            if (step * tens >= needed) {
                return step * tens;
            }
        }
    }
}

qreal MatrixHeads::left(int column) const
{
    return m_layout.columnLeft(column) / m_scale;
}

bool MatrixHeads::isGoing(int column) const
{
    return m_overlay.going.contains(m_model.column(column).node);
}

Token MatrixHeads::inkOf(int column, bool marked) const
{
    if (isGoing(column)) {
        return Token::Critical;
    }
    const Token calm = marked ? Token::Text : Token::Text3;
    return isDown(m_model.column(column).state) ? Token::Warning : calm;
}

void MatrixHeads::paint(QPainter& painter, const MatrixMarks& marks) const
{
    const QRect cells = m_layout.cellsArea();
    painter.save();
    painter.setClipRect(QRectF(cells.left() / m_scale, 0, cells.width() / m_scale, cells.top() / m_scale));
    paintZones(painter);
    painter.setFont(smallFont());
    const int every = stride(m_widest, m_cellWidth);
    const MatrixRange columns = m_layout.visibleColumns();
    // The first label of a zone that begins further left may reach into sight.
    for (int column = qMax(0, columns.first - every); column < columns.end; ++column) {
        const MatrixZone& zone = m_model.shape().zones[static_cast<size_t>(m_model.column(column).zone)];
        if ((column - zone.first) % every == 0) {
            paintNode(painter, column, every == 1 && marks.isMarkedColumn(column));
        }
        if (every > 1 || isGoing(column)) {
            paintTick(painter, column);
        }
    }
    if (every > 1) {
        paintMarked(painter, marks.hoverColumn >= 0 ? marks.hoverColumn : marks.currentColumn);
    }
    painter.restore();
}

void MatrixHeads::paintZones(QPainter& painter) const
{
    const QFont font = fonts::label();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const qreal frozen = m_layout.cellsArea().left() / m_scale;
    const qreal end = m_layout.viewport().width() / m_scale;
    for (const MatrixZone& zone : m_model.shape().zones) {
        const qreal right = left(zone.first + zone.count - 1) + m_cellWidth;
        if (right < frozen || left(zone.first) > end) {
            continue;
        }
        // The name stays in sight while any of its zone does.
        const qreal begin = qMax(left(zone.first), frozen);
        painter.fillRect(QRectF(begin, ZoneHeight - 1, right - begin, 1 / m_scale),
                         m_theme.color(Token::Line));
        const qreal room = right - begin;
        if (room < NarrowestZoneName) {
            continue;
        }
        bool isAllGoing = true;
        for (int column = zone.first; isAllGoing && column < zone.first + zone.count; ++column) {
            isAllGoing = isGoing(column);
        }
        painter.setPen(m_theme.color(isAllGoing ? Token::Critical : Token::Text2));
        const QString name = zone.name.isEmpty() ? Words::tr("no zone") : zone.name;
        painter.drawText(QRectF(begin, 3, room, ZoneHeight - 5), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(name, Qt::ElideRight, room));
    }
}

void MatrixHeads::paintNode(QPainter& painter, int column, bool marked) const
{
    const QString& label = m_model.column(column).label;
    const qreal bottom = m_layout.metrics().headHeight / m_scale;
    if (marked) {
        painter.fillRect(QRectF(left(column) - 1, ZoneHeight, m_cellWidth, bottom - ZoneHeight),
                         m_theme.color(Token::Hover));
    }
    painter.setPen(m_theme.color(inkOf(column, marked)));
    if (isUpright(m_widest, m_cellWidth)) {
        const bool isThinned = m_cellWidth < NarrowestTilted;
        const qreal width = isThinned ? m_widest + 2 : m_cellWidth;
        painter.drawText(QRectF(left(column) - (isThinned ? 0 : 1), bottom - 17, width, 13),
                         Qt::AlignVCenter | (isThinned ? Qt::AlignLeft : Qt::AlignHCenter), label);
        return;
    }
    const qreal length =
        (qMin(TallestLabel, bottom - ZoneHeight) - 10) / std::sin(Tilt * std::numbers::pi / 180);
    painter.save();
    painter.translate(left(column) + m_cellWidth * 0.7, bottom - 4);
    painter.rotate(-Tilt);
    painter.drawText(QPointF(0, 0), painter.fontMetrics().elidedText(label, Qt::ElideMiddle, qRound(length)));
    painter.restore();
}

void MatrixHeads::paintTick(QPainter& painter, int column) const
{
    if (isGoing(column) || isDown(m_model.column(column).state)) {
        const qreal bottom = m_layout.metrics().headHeight / m_scale;
        painter.fillRect(QRectF(left(column), bottom - 3, qMax(1 / m_scale, m_cellWidth - 1), 2),
                         m_theme.color(inkOf(column, false)));
    }
}

void MatrixHeads::paintMarked(QPainter& painter, int column) const
{
    if (column < 0 || column >= m_layout.columnCount()) {
        return;
    }
    const QString& label = m_model.column(column).label;
    const qreal bottom = m_layout.metrics().headHeight / m_scale;
    const qreal width = painter.fontMetrics().horizontalAdvance(label) + 8;
    const QRectF area = QRectF(m_layout.cellsArea());
    QRectF box(left(column) + m_cellWidth / 2 - width / 2, bottom - 18, width, 14);
    box.moveLeft(qBound(area.left() / m_scale, box.left(), area.right() / m_scale - width));
    painter.fillRect(box, m_theme.color(Token::Hover));
    painter.setPen(m_theme.color(inkOf(column, true)));
    painter.drawText(box, Qt::AlignCenter, label);
    painter.fillRect(QRectF(left(column), bottom - 3, qMax(1 / m_scale, m_cellWidth), 2),
                     m_theme.color(Token::Text));
}

} // namespace stowage
