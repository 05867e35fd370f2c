// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixLabels.h"

#include "views/placement/MatrixModel.h"
#include "views/placement/MatrixPainter.h"
#include "views/placement/TextCache.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace stowage {

namespace {

// Device-independent pixels within the frozen column, from its left edge.
constexpr qreal Indent = 12;
constexpr qreal LayerIndent = 24;
constexpr qreal SizeEnd = 160;
constexpr qreal BarBegin = 168;
constexpr qreal BarWidth = 54;
constexpr qreal BarHeight = 7;
constexpr qreal WholeEnd = BarBegin + BarWidth;

constexpr qreal ZoneHeight = 22;
constexpr qreal UprightHeight = 18;
constexpr qreal LowestRowWithText = 11;
constexpr qreal NarrowestColumnWithLabel = 10;
constexpr qreal Tilt = 60; // degrees
constexpr qreal TallestLabel = 96;

/// Fonts by their number in the text cache.
enum Slot
{
    LabelSlot,
    StrongSlot,
    MonoSlot
};

QFont smallFont()
{
    QFont font = fonts::label();
    font.setPixelSize(10);
    return font;
}

qreal widestLabel(const MatrixModel& model)
{
    const QFontMetricsF metrics(smallFont());
    qreal widest = 0;
    for (const MatrixColumn& column : model.shape().columns) {
        widest = qMax(widest, metrics.horizontalAdvance(column.label));
    }
    return widest;
}

bool fitsUpright(qreal widest, qreal cellWidth)
{
    return widest <= cellWidth - 2;
}

qreal tiltedHeight(qreal width)
{
    return qMax(UprightHeight, width * std::sin(Tilt * std::numbers::pi / 180) + 10);
}

} // namespace

MatrixLabels::MatrixLabels(const Theme& theme, const MatrixLayout& layout, const MatrixModel& model,
                           qreal scale, TextCache& texts)
    : m_theme(theme), m_layout(layout), m_model(model), m_scale(scale), m_texts(texts),
      m_label(fonts::label()), m_strong(fonts::secondary()), m_mono(fonts::mono())
{
    m_strong.setWeight(QFont::DemiBold);
    m_mono.setPixelSize(11);
}

int MatrixLabels::headHeight(const MatrixModel& model, qreal cellWidth)
{
    if (cellWidth < NarrowestColumnWithLabel) {
        return static_cast<int>(ZoneHeight) + 4;
    }
    const qreal widest = widestLabel(model);
    const qreal labels =
        fitsUpright(widest, cellWidth) ? UprightHeight : qMin(TallestLabel, tiltedHeight(widest)) + 4;
    return static_cast<int>(std::ceil(ZoneHeight + labels));
}

QRectF MatrixLabels::logical(const QRect& device) const
{
    return {device.x() / m_scale, device.y() / m_scale, device.width() / m_scale, device.height() / m_scale};
}

void MatrixLabels::paintFrozen(QPainter& painter, const MatrixMarks& marks) const
{
    const QRect cells = m_layout.cellsArea();
    painter.save();
    painter.setClipRect(logical({0, cells.top(), cells.left(), cells.height()}));
    const MatrixRange rows = m_layout.visibleRows();
    for (int row = rows.first; row < rows.end; ++row) {
        const QRectF rect = logical({0, m_layout.rowTop(row), cells.left(), m_layout.rowHeight(row)});
        switch (m_layout.kind(row)) {
        case MatrixRowKind::Image:
            paintImageHead(painter, row, rect);
            break;
        case MatrixRowKind::Platform:
            paintPlatformHead(painter, row, rect);
            break;
        case MatrixRowKind::Layer:
            paintLayer(painter, row, rect, row == marks.hoverRow || row == marks.currentRow);
            break;
        }
    }
    painter.restore();
}

void MatrixLabels::paintImageHead(QPainter& painter, int row, const QRectF& rect) const
{
    if (rect.height() < LowestRowWithText) {
        return;
    }
    const int whole = m_model.wholeNodes(row);
    //: At the right of an image's line: how many nodes hold all of it.
    const QString wholeText =
        whole == 1 ? QCoreApplication::translate("MatrixLabels", "1 node whole")
                   : QCoreApplication::translate("MatrixLabels", "%n nodes whole", nullptr, whole);
    // Text sits low in the line, so that the space above it parts the groups.
    const QRectF line = rect.adjusted(Indent, 5, 0, 0);
    painter.setPen(m_theme.color(Token::Text3));
    const QRectF right(line.left(), line.top(), WholeEnd - line.left(), line.height());
    m_texts.draw(painter, LabelSlot, m_label, right, Qt::AlignRight, wholeText);
    const qreal taken = QFontMetricsF(m_label).horizontalAdvance(wholeText) + 8;

    const QFontMetricsF metrics(m_strong);
    const QString reference = m_model.groupOf(row).reference;
    painter.setPen(m_theme.color(Token::Text));
    const QRectF left(line.left(), line.top(), right.width() - taken, line.height());
    m_texts.draw(painter, StrongSlot, m_strong, left, Qt::AlignLeft,
                 metrics.elidedText(reference, Qt::ElideMiddle, left.width()));
}

void MatrixLabels::paintPlatformHead(QPainter& painter, int row, const QRectF& rect) const
{
    if (rect.height() < LowestRowWithText) {
        return;
    }
    const QString platform = m_model.groupOf(row).platforms.value(m_model.row(row).platform);
    const QString text =
        platform.isEmpty() ? QCoreApplication::translate("MatrixLabels", "platform not told") : platform;
    painter.setFont(m_label);
    painter.setPen(m_theme.color(Token::Text2));
    const QRectF line = rect.adjusted(LayerIndent - 6, 2, Indent - rect.width() + WholeEnd - Indent, 0);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(m_label).elidedText(text, Qt::ElideRight, line.width()));
}

void MatrixLabels::paintLayer(QPainter& painter, int row, const QRectF& rect, bool marked) const
{
    const MatrixLayer& layer = *m_model.layerOf(row);
    if (marked) {
        painter.fillRect(rect.adjusted(LayerIndent - 6, 0, -2, 0), m_theme.color(Token::Hover));
    }
    if (rect.height() >= LowestRowWithText) {
        painter.setPen(m_theme.color(marked ? Token::Text : Token::Text2));
        m_texts.draw(painter, MonoSlot, m_mono, rect.adjusted(LayerIndent, 0, 0, 0), Qt::AlignLeft,
                     layer.digest.shortHex(8));
        m_texts.draw(painter, LabelSlot, m_label, QRectF(0, rect.top(), SizeEnd, rect.height()),
                     Qt::AlignRight, formatBytes(layer.bytes));
    }
    const qreal height = qMin(BarHeight, qMax(1.0, rect.height() - 2));
    const QRectF bar(BarBegin, rect.center().y() - height / 2, BarWidth, height);
    painter.fillRect(bar, m_theme.color(Token::Hover));
    const qint64 largest = qMax<qint64>(1, m_model.shape().largest);
    const qreal share = static_cast<qreal>(layer.bytes) / static_cast<qreal>(largest);
    painter.fillRect(QRectF(bar.topLeft(), QSizeF(qMax(1.0, bar.width() * share), bar.height())),
                     m_theme.color(Token::Unknown));
}

void MatrixLabels::paintHead(QPainter& painter, const MatrixMarks& marks) const
{
    const QRect cells = m_layout.cellsArea();
    painter.save();
    painter.setClipRect(logical({cells.left(), 0, cells.width(), cells.top()}));
    paintZones(painter);
    const qreal cellWidth = m_layout.metrics().cellWidth / m_scale;
    if (cellWidth >= NarrowestColumnWithLabel) {
        // The head is this low only when headHeight() found every label to fit.
        const bool upright = m_layout.metrics().headHeight / m_scale < ZoneHeight + UprightHeight + 2;
        painter.setFont(smallFont());
        const MatrixRange columns = m_layout.visibleColumns();
        for (int column = columns.first; column < columns.end; ++column) {
            paintNode(painter, column, column == marks.hoverColumn || column == marks.currentColumn, upright);
        }
    }
    painter.restore();
}

void MatrixLabels::paintZones(QPainter& painter) const
{
    const QFontMetricsF metrics(m_label);
    painter.setFont(m_label);
    painter.setPen(m_theme.color(Token::Text2));
    const qreal frozen = m_layout.metrics().frozenWidth / m_scale;
    for (const MatrixZone& zone : m_model.shape().zones) {
        const QRect first = {m_layout.columnLeft(zone.first), 0, m_layout.metrics().cellWidth, 1};
        const QRect last = {m_layout.columnLeft(zone.first + zone.count - 1), 0, m_layout.metrics().cellWidth,
                            1};
        const QRectF span = logical(first.united(last));
        // The name stays in sight while any of its zone does.
        const qreal left = qMax(span.left(), frozen);
        const qreal room = span.right() - left;
        const QString name =
            zone.name.isEmpty() ? QCoreApplication::translate("MatrixLabels", "no zone") : zone.name;
        if (room > 4) {
            painter.drawText(QRectF(left, 4, room, ZoneHeight - 4), Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(name, Qt::ElideRight, room));
        }
    }
}

void MatrixLabels::paintNode(QPainter& painter, int column, bool marked, bool upright) const
{
    const MatrixColumn& node = m_model.column(column);
    const qreal left = m_layout.columnLeft(column) / m_scale;
    const qreal width = m_layout.metrics().cellWidth / m_scale;
    const qreal bottom = m_layout.metrics().headHeight / m_scale;
    if (marked) {
        painter.fillRect(QRectF(left - 1, ZoneHeight, width, bottom - ZoneHeight),
                         m_theme.color(Token::Hover));
    }
    const Token calm = marked ? Token::Text : Token::Text3;
    painter.setPen(m_theme.color(isDown(node.state) ? Token::Warning : calm));
    if (upright) {
        painter.drawText(QRectF(left - 1, bottom - 17, width, 15), Qt::AlignCenter, node.label);
        return;
    }
    const qreal length =
        (qMin(TallestLabel, bottom - ZoneHeight) - 10) / std::sin(Tilt * std::numbers::pi / 180);
    painter.save();
    painter.translate(left + width * 0.7, bottom - 4);
    painter.rotate(-Tilt);
    painter.drawText(QPointF(0, 0),
                     painter.fontMetrics().elidedText(node.label, Qt::ElideMiddle, qRound(length)));
    painter.restore();
}

} // namespace stowage
