// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/CellTiles.h"
#include "views/placement/MatrixLayout.h"
#include "views/placement/TextCache.h"

#include <QImage>

class QPainter;

namespace stowage {

class MatrixModel;

/// What is marked beside the cells' own state.
struct MatrixMarks
{
    int hoverRow = -1;
    int hoverColumn = -1;
    int currentRow = -1;
    int currentColumn = -1;
    bool focused = false; ///< the keyboard is on the matrix
};

/// Paints the visible part of the matrix: cells by copying tiles line by line into an image, the frozen
/// column and the head as text. Everything it needs is in the model's snapshot.
class MatrixPainter
{
public:
    explicit MatrixPainter(const Theme& theme) : m_theme(theme) {}

    /// To be called when the theme, the layout's cell size or the scale is another.
    void prepare(const MatrixLayout& layout, qreal scale);

    /// `painter` works in device-independent pixels of a device of the prepared scale.
    void paint(QPainter& painter, const MatrixLayout& layout, const MatrixModel& model,
               const MatrixMarks& marks);

    /// Only the cells; apart for the benchmark and for tests.
    void paintCells(QPainter& painter, const MatrixLayout& layout, const MatrixModel& model);

    const CellTiles& tiles() const { return m_tiles; }

private:
    void paintLineByLine(QPainter& painter, const MatrixLayout& layout, const MatrixModel& model);
    void paintTileByTile(QPainter& painter, const MatrixLayout& layout, const MatrixModel& model) const;
    void paintMarks(QPainter& painter, const MatrixLayout& layout, const MatrixMarks& marks) const;
    void outline(QPainter& painter, const MatrixLayout& layout, QRect cell, const QColor& color,
                 int width) const;

    const Theme& m_theme;
    CellTiles m_tiles;
    TextCache m_texts;
    qreal m_scale = 1;
    QImage m_frame; ///< the visible cells, with room for one cut off at each side
};

} // namespace stowage
