// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixLabels.h"

#include "views/placement/MatrixModel.h"
#include "views/placement/TextCache.h"
#include "views/theme/Fonts.h"
#include "views/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <utility>

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
constexpr qreal LowestRowWithText = 11;
constexpr qreal NameHeight = 15;

/// Fonts by their number in the text cache.
enum Slot
{
    LabelSlot,
    StrongSlot,
    MonoSlot
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MatrixLabels)
};

QString wholeText(std::optional<int> nodes)
{
    if (!nodes) {
        return {};
    }
    //: At the right of an image's line: how many nodes hold all of it.
    return *nodes == 1 ? Words::tr("1 node whole") : Words::tr("%n nodes whole", nullptr, *nodes);
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

QRectF MatrixLabels::rectOf(int row) const
{
    return {0, m_layout.rowTop(row) / m_scale, m_layout.cellsArea().left() / m_scale,
            m_layout.rowHeight(row) / m_scale};
}

void MatrixLabels::paint(QPainter& painter, const MatrixMarks& marks)
{
    const QRect cells = m_layout.cellsArea();
    painter.save();
    painter.setClipRect(QRectF(0, cells.top() / m_scale, cells.left() / m_scale, cells.height() / m_scale));
    m_freeBelow = cells.top() / m_scale;
    const MatrixRange rows = m_layout.visibleRows();
    for (int row = rows.first; row < rows.end; ++row) {
        paintRow(painter, row, marks);
    }
    if (m_layout.metrics().cellHeight / m_scale < LowestRowWithText) {
        paintMarkedRow(painter, marks.hoverRow >= 0 ? marks.hoverRow : marks.currentRow);
    }
    painter.restore();
}

void MatrixLabels::paintRow(QPainter& painter, int row, const MatrixMarks& marks)
{
    const QRectF rect = rectOf(row);
    switch (m_layout.kind(row)) {
    case MatrixRowKind::Image:
        if (rect.height() >= LowestRowWithText) {
            paintImageHead(painter, row, rect);
        }
        break;
    case MatrixRowKind::Platform:
        if (rect.height() >= LowestRowWithText) {
            paintPlatformHead(painter, row, rect);
        }
        break;
    case MatrixRowKind::Layer:
        paintLayer(painter, row, rect, marks.isMarkedRow(row));
        break;
    }
    const bool headsAreLow = m_layout.metrics().imageHead / m_scale < LowestRowWithText;
    const bool rowsAreLow = m_layout.metrics().cellHeight / m_scale < LowestRowWithText;
    if (headsAreLow || (rowsAreLow && m_model.query().grouping == MatrixGrouping::None)) {
        paintThinned(painter, row, rect);
    }
}

void MatrixLabels::paintImageHead(QPainter& painter, int row, const QRectF& rect) const
{
    const QString whole = wholeText(m_model.wholeNodes(row));
    // Text sits low in the line, so that the space above it parts the groups.
    const QRectF line = rect.adjusted(Indent, 5, 0, 0);
    painter.setPen(m_theme.color(Token::Text3));
    const QRectF right(line.left(), line.top(), WholeEnd - line.left(), line.height());
    m_texts.draw(painter, LabelSlot, m_label, right, Qt::AlignRight, whole);
    const qreal taken = QFontMetricsF(m_label).horizontalAdvance(whole) + 8;

    const QString reference = m_model.groupOf(row).reference;
    painter.setPen(m_theme.color(Token::Text));
    const QRectF left(line.left(), line.top(), right.width() - taken, line.height());
    m_texts.draw(painter, StrongSlot, m_strong, left, Qt::AlignLeft,
                 QFontMetricsF(m_strong).elidedText(reference, Qt::ElideMiddle, left.width()));
}

void MatrixLabels::paintPlatformHead(QPainter& painter, int row, const QRectF& rect) const
{
    const QString platform = m_model.groupOf(row).platforms.value(m_model.row(row).platform);
    const QString text = platform.isEmpty() ? Words::tr("platform not told") : platform;
    painter.setFont(m_label);
    painter.setPen(m_theme.color(Token::Text2));
    const QRectF line = rect.adjusted(LayerIndent - 6, 2, Indent - rect.width() + WholeEnd - Indent, 0);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(m_label).elidedText(text, Qt::ElideRight, line.width()));
}

void MatrixLabels::paintLayer(QPainter& painter, int row, const QRectF& rect, bool marked) const
{
    const MatrixLayer& layer = *m_model.layerOf(row);
    const bool hasText = rect.height() >= LowestRowWithText;
    if (marked && hasText) {
        painter.fillRect(rect.adjusted(LayerIndent - 6, 0, -2, 0), m_theme.color(Token::Hover));
    }
    if (hasText) {
        painter.setPen(m_theme.color(marked ? Token::Text : Token::Text2));
        m_texts.draw(painter, MonoSlot, m_mono, rect.adjusted(LayerIndent, 0, 0, 0), Qt::AlignLeft,
                     layer.digest.shortHex(8));
        m_texts.draw(painter, LabelSlot, m_label, QRectF(0, rect.top(), SizeEnd, rect.height()),
                     Qt::AlignRight, formatBytes(layer.bytes));
    }
    paintBar(painter, layer.bytes, rect);
}

void MatrixLabels::paintBar(QPainter& painter, qint64 bytes, const QRectF& rect) const
{
    const qreal least = 1 / m_scale;
    const qreal height = qMin(BarHeight, rect.height() > 3 ? rect.height() - 2 : qMax(least, rect.height()));
    const QRectF bar(BarBegin, rect.center().y() - height / 2, BarWidth, height);
    if (rect.height() > 3) {
        painter.fillRect(bar, m_theme.color(Token::Hover));
    }
    const qint64 largest = qMax<qint64>(1, m_model.shape().largest);
    const qreal share = static_cast<qreal>(bytes) / static_cast<qreal>(largest);
    painter.fillRect(QRectF(bar.topLeft(), QSizeF(qMax(1.0, bar.width() * share), bar.height())),
                     m_theme.color(Token::Unknown));
}

QString MatrixLabels::nameOf(int row) const
{
    const MatrixLayer* layer = m_model.layerOf(row);
    return m_model.query().grouping == MatrixGrouping::None && layer ? layer->digest.shortHex(8)
                                                                     : m_model.groupOf(row).reference;
}

void MatrixLabels::paintThinned(QPainter& painter, int row, const QRectF& rect)
{
    // A name for each image, for each layer where they are not grouped, wherever the last one leaves room.
    const bool isGrouped = m_model.query().grouping == MatrixGrouping::Image;
    const int group = isGrouped ? m_model.row(row).group : row;
    if (std::exchange(m_lastGroup, group) == group || rect.top() < m_freeBelow) {
        return;
    }
    m_freeBelow = rect.top() + NameHeight;
    const QRectF line(Indent, rect.top(), BarBegin - Indent - 8, NameHeight - 1);
    painter.fillRect(QRectF(BarBegin - 6, rect.top(), 4, 1 / m_scale), m_theme.color(Token::Text3));
    painter.setPen(m_theme.color(Token::Text2));
    m_texts.draw(painter, LabelSlot, m_label, line, Qt::AlignLeft,
                 QFontMetricsF(m_label).elidedText(nameOf(row), Qt::ElideMiddle, line.width()));
}

void MatrixLabels::paintMarkedRow(QPainter& painter, int row) const
{
    if (row < 0 || row >= m_layout.rowCount()) {
        return;
    }
    // Where rows have no text of their own, the one that is looked at has it all the same.
    const QRectF rect = rectOf(row);
    const MatrixLayer* layer = m_model.layerOf(row);
    QRectF line(Indent - 4, rect.center().y() - NameHeight / 2, BarBegin - Indent, NameHeight);
    line.moveTop(qMax(line.top(), m_layout.cellsArea().top() / m_scale));
    painter.fillRect(line, m_theme.color(Token::Hover));
    painter.setPen(m_theme.color(Token::Text));
    const QRectF text = line.adjusted(4, 0, -4, 0);
    if (layer == nullptr) {
        m_texts.draw(painter, LabelSlot, m_label, text, Qt::AlignLeft,
                     QFontMetricsF(m_label).elidedText(nameOf(row), Qt::ElideMiddle, text.width()));
        return;
    }
    m_texts.draw(painter, MonoSlot, m_mono, text, Qt::AlignLeft, layer->digest.shortHex(8));
    m_texts.draw(painter, LabelSlot, m_label, text, Qt::AlignRight, formatBytes(layer->bytes));
}

} // namespace stowage
