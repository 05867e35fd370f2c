// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixPainter.h"

#include "views/placement/MatrixHeads.h"
#include "views/placement/MatrixLabels.h"
#include "views/placement/MatrixModel.h"
#include "views/placement/MatrixWindow.h"
#include "views/theme/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cstring>

namespace stowage {

namespace {

QRectF toLogical(const QRect& device, qreal scale)
{
    return {device.x() / scale, device.y() / scale, device.width() / scale, device.height() / scale};
}

/// Where each run of neighbouring visible columns (a zone) begins, ends and lies in the frame.
struct Run
{
    int first;
    int end;
    int x;
};

std::vector<Run> runsOf(const MatrixLayout& layout, int frameLeft)
{
    std::vector<Run> runs;
    const MatrixRange columns = layout.visibleColumns();
    const int width = layout.metrics().cellWidth;
    for (int column = columns.first; column < columns.end; ++column) {
        const int x = layout.columnLeft(column) - frameLeft;
        if (runs.empty() || x != runs.back().x + (column - runs.back().first) * width) {
            runs.push_back({column, column + 1, x});
        } else {
            runs.back().end = column + 1;
        }
    }
    return runs;
}

/// Writes one line of the frame: the background and, upon it, line `y` of every cell's tile.
void writeLine(std::span<QRgb> line, QRgb background, std::span<const Run> runs,
               std::span<const MatrixCell> cells, int firstColumn, const CellTiles& tiles, int y)
{
    const auto width = static_cast<size_t>(tiles.size().width());
    QRgb* out = line.data();
    for (const Run& run : runs) {
        QRgb* const begin = line.data() + run.x;
        std::fill(out, begin, background);
        out = begin;
        const auto shown = cells.subspan(static_cast<size_t>(run.first - firstColumn),
                                         static_cast<size_t>(run.end - run.first));
        if (width == 1) {
            const auto& colors = tiles.colors();
            out = std::transform(shown.begin(), shown.end(), out,
                                 [&colors](MatrixCell cell) { return colors[cell.value]; });
            continue;
        }
        for (const MatrixCell cell : shown) {
            std::memcpy(out, tiles.line(cell, y), width * sizeof(QRgb));
            out += width;
        }
    }
    std::fill(out, line.data() + line.size(), background);
}

} // namespace

void MatrixPainter::prepare(const MatrixLayout& layout, qreal scale, bool withMarks)
{
    m_scale = scale;
    m_texts.clear();
    m_tiles.paint(m_theme, {layout.metrics().cellWidth, layout.metrics().cellHeight}, scale, withMarks);
}

void MatrixPainter::paint(QPainter& painter, const MatrixLayout& layout, const MatrixModel& model,
                          const MatrixWindow& window, const MatrixMarks& marks)
{
    const QRect area = layout.cellsArea();
    const QColor panel = m_theme.color(Token::Panel);
    painter.fillRect(toLogical({0, 0, layout.viewport().width(), area.top()}, m_scale), panel);
    painter.fillRect(toLogical({0, area.top(), area.left(), area.height()}, m_scale), panel);
    paintCells(painter, layout, window);
    paintMarks(painter, layout, marks);
    MatrixLabels(m_theme, layout, model, m_scale, m_texts).paint(painter, marks);
    MatrixHeads(m_theme, layout, model, window.overlay(), m_scale, m_widestLabel).paint(painter, marks);
}

void MatrixPainter::paintCells(QPainter& painter, const MatrixLayout& layout, const MatrixWindow& window)
{
    // A call for each cell costs some 300 ns, a second pass over the memory some 150 ns for this many pixels.
    constexpr int LargeTile = 512;
    if (layout.cellsArea().isEmpty()) {
        return;
    }
    if (m_tiles.size().width() * m_tiles.size().height() >= LargeTile) {
        paintTileByTile(painter, layout, window);
    } else {
        paintLineByLine(painter, layout, window);
    }
}

void MatrixPainter::paintTileByTile(QPainter& painter, const MatrixLayout& layout,
                                    const MatrixWindow& window) const
{
    const QRect area = layout.cellsArea();
    const QColor panel = m_theme.color(Token::Panel);
    const std::vector<Run> runs = runsOf(layout, 0);
    const MatrixRange rows = layout.visibleRows();
    const QSize size = m_tiles.size();
    const int firstColumn = window.columns().first;
    painter.save();
    painter.setClipRect(toLogical(area, m_scale));
    int bottom = area.top();
    for (int row = rows.first; row < rows.end; ++row) {
        const int top = layout.rowTop(row);
        const int height = layout.rowHeight(row);
        const std::span<const MatrixCell> cells = window.cells(row);
        int x = area.left();
        for (const Run& run : runs) {
            if (cells.empty()) {
                break;
            }
            painter.fillRect(toLogical({x, top, run.x - x, height}, m_scale), panel);
            x = run.x;
            for (int column = run.first; column < run.end; ++column, x += size.width()) {
                const QImage& tile = m_tiles.image(cells[static_cast<size_t>(column - firstColumn)]);
                if (m_scale == 1) {
                    painter.drawImage(QPoint(x, top), tile); // the shorter way through the raster engine
                } else {
                    painter.drawImage(toLogical({{x, top}, size}, m_scale), tile, QRectF({0, 0}, size));
                }
            }
        }
        painter.fillRect(toLogical({x, top, area.right() + 1 - x, height}, m_scale), panel);
        bottom = top + height;
    }
    painter.fillRect(toLogical({area.left(), bottom, area.width(), area.bottom() + 1 - bottom}, m_scale),
                     panel);
    painter.restore();
}

void MatrixPainter::paintLineByLine(QPainter& painter, const MatrixLayout& layout, const MatrixWindow& window)
{
    const QRect area = layout.cellsArea();
    const int margin = layout.metrics().cellWidth;
    const QSize size(area.width() + 2 * margin, area.height());
    if (m_frame.size() != size) {
        m_frame = QImage(size, QImage::Format_RGB32);
    }
    const QRgb background = m_theme.color(Token::Panel).rgb();
    const std::vector<Run> runs = runsOf(layout, area.left() - margin);
    const MatrixRange rows = layout.visibleRows();
    const auto lineAt = [&](int y) {
        QRgb* const line = reinterpret_cast<QRgb*>(m_frame.scanLine(y));
        return std::span(line, static_cast<size_t>(size.width()));
    };
    int filledTo = 0;
    for (int row = rows.first; row < rows.end; ++row) {
        const int top = layout.rowTop(row) - area.top();
        const int end = std::min(area.height(), top + layout.rowHeight(row));
        const std::span<const MatrixCell> cells = window.cells(row);
        const std::span<const Run> filled =
            cells.empty() ? std::span<const Run>() : std::span<const Run>(runs);
        for (int y = std::max(0, top); y < end; ++y) {
            writeLine(lineAt(y), background, filled, cells, window.columns().first, m_tiles, y - top);
        }
        filledTo = std::max(filledTo, end);
    }
    for (int y = filledTo; y < area.height(); ++y) {
        std::ranges::fill(lineAt(y), background);
    }
    painter.drawImage(toLogical(area, m_scale), m_frame, QRectF(margin, 0, area.width(), area.height()));
}

void MatrixPainter::paintMarks(QPainter& painter, const MatrixLayout& layout, const MatrixMarks& marks) const
{
    painter.save();
    // An outline may reach a little over the edge: it lies around its cell.
    painter.setClipRect(toLogical(layout.cellsArea(), m_scale).adjusted(-2, -2, 0, 0));
    if (!marks.selection.isEmpty() && !marks.selection.isOneCell()) {
        paintSelection(painter, layout, marks.selection);
    }
    if (marks.hoverRow >= 0 && marks.hoverColumn >= 0) {
        outline(painter, layout, layout.cellRect(marks.hoverRow, marks.hoverColumn),
                m_theme.color(Token::Text), 1);
    }
    if (marks.currentRow >= 0 && marks.currentColumn >= 0) {
        const Token token = marks.focused ? Token::Accent : Token::Text2;
        outline(painter, layout, layout.cellRect(marks.currentRow, marks.currentColumn), m_theme.color(token),
                marks.focused ? 2 : 1);
    }
    painter.restore();
}

void MatrixPainter::paintSelection(QPainter& painter, const MatrixLayout& layout,
                                   const MatrixBlock& block) const
{
    const QRect first = layout.cellRect(block.rows.first, block.columns.first);
    const QRect last = layout.cellRect(block.rows.end - 1, block.columns.end - 1);
    // What lies far outside would overflow the painter's coordinates.
    const QRect seen = first.united(last).intersected(layout.cellsArea().adjusted(-8, -8, 8, 8));
    const QRectF area = toLogical(seen, m_scale).adjusted(-1.5, -1.5, 0, 0);
    QColor tint = m_theme.color(Token::Accent);
    tint.setAlphaF(0.16F);
    painter.fillRect(area, tint);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1));
    painter.drawRect(area);
}

void MatrixPainter::outline(QPainter& painter, const MatrixLayout& layout, QRect cell, const QColor& color,
                            int width) const
{
    // Around the cell, in the gaps that the tiles leave at their right and lower edge; the smallest have
    // none.
    const int size = layout.metrics().cellWidth;
    const int gap = size >= qRound(8 * m_scale) ? qRound(2 * m_scale) : size >= 4 ? 1 : 0;
    const QRectF inner = toLogical(cell.adjusted(0, 0, -gap, -gap), m_scale);
    const qreal out = width / 2.0 + 0.5;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(inner.adjusted(-out, -out, out, out));
}

} // namespace stowage
