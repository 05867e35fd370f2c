// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixCell.h"

#include <QImage>
#include <QSize>

#include <array>

namespace stowage {

class Theme;

/// Every look of a cell painted once, so that a frame is copying: the matrix has no time for a fillRect a
/// cell.
class CellTiles
{
public:
    /// From this many device-independent pixels of width a cell carries a word.
    static constexpr int WordWidth = 34;

    /// Paints the tiles, those with marks only where they are wanted. `size` is from one cell to the next in
    /// device pixels; the gap is inside.
    void paint(const Theme& theme, QSize size, qreal scale, bool withMarks);

    QSize size() const { return m_size; }

    /// A tile's pixels of one line, size().width() of them.
    const QRgb* line(MatrixCell cell, int y) const
    {
        return reinterpret_cast<const QRgb*>(m_tiles[cell.value].constScanLine(y));
    }

    /// One colour a look, for cells of a single pixel.
    const std::array<QRgb, MatrixCell::Count>& colors() const { return m_colors; }

    /// The tile as a picture, for the legend.
    const QImage& image(MatrixCell cell) const { return m_tiles[cell.value]; }

private:
    void paintTile(MatrixCell cell, const Theme& theme, qreal scale);

    QSize m_size;
    std::array<QImage, MatrixCell::Count> m_tiles;
    std::array<QRgb, MatrixCell::Count> m_colors{};
};

} // namespace stowage
