// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/CellTiles.h"
#include "views/placement/MatrixMarks.h"
#include "views/placement/TextCache.h"

#include <QImage>

class QPainter;

namespace stowage {

class MatrixModel;
class MatrixWindow;

/// Paints the visible part of the matrix: cells by copying tiles line by line into an image, the frozen
/// column and the head as text. Cells come from the window, so that painting asks the fleet nothing.
class MatrixPainter
{
public:
    explicit MatrixPainter(const Theme& theme) : m_theme(theme) {}

    /// To be called when the theme, the layout's cell size or the scale is another, or marks come or go.
    void prepare(const MatrixLayout& layout, qreal scale, bool withMarks = false);

    /// To be called when the columns are others: see MatrixHeads::widestLabel().
    void setWidestLabel(qreal width) { m_widestLabel = width; }

    /// `painter` works in device-independent pixels of a device of the prepared scale.
    void paint(QPainter& painter, const MatrixLayout& layout, const MatrixModel& model,
               const MatrixWindow& window, const MatrixMarks& marks);

    /// Only the cells; apart for the benchmark and for tests.
    void paintCells(QPainter& painter, const MatrixLayout& layout, const MatrixWindow& window);

    const CellTiles& tiles() const { return m_tiles; }

private:
    void paintLineByLine(QPainter& painter, const MatrixLayout& layout, const MatrixWindow& window);
    void paintTileByTile(QPainter& painter, const MatrixLayout& layout, const MatrixWindow& window) const;
    void paintSelection(QPainter& painter, const MatrixLayout& layout, const MatrixBlock& block) const;
    void paintMarks(QPainter& painter, const MatrixLayout& layout, const MatrixMarks& marks) const;
    void outline(QPainter& painter, const MatrixLayout& layout, QRect cell, const QColor& color,
                 int width) const;

    const Theme& m_theme;
    CellTiles m_tiles;
    TextCache m_texts;
    qreal m_scale = 1;
    qreal m_widestLabel = 0;
    QImage m_frame; ///< the visible cells, with room for one cut off at each side
};

} // namespace stowage
