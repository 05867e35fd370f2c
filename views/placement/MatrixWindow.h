// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixModel.h"
#include "views/placement/MatrixOverlay.h"

namespace stowage {

/// The cells that show, read from the fleet before they are painted, so that painting asks it nothing: a byte
/// a cell of the visible part, however large the fleet is.
class MatrixWindow
{
public:
    /// The model outlives it.
    explicit MatrixWindow(const MatrixModel& model) : m_model(model) {}

    /// Looks at this part. What was read already is kept; only the rest is asked for.
    void show(MatrixRange rows, MatrixRange columns);

    /// Reads all of it anew: rows, columns or marks are others.
    void reread();
    /// Reads these columns anew, as far as they show; sorted.
    void reread(std::span<const int> columns);

    MatrixRange rows() const { return m_rows; }
    MatrixRange columns() const { return m_columns; }

    /// The visible cells of a row that shows, the first is that of columns().first; nothing for heads.
    std::span<const MatrixCell> cells(int row) const;

    const MatrixOverlay& overlay() const { return m_overlay; }
    void setOverlay(MatrixOverlay overlay);

private:
    void readBlock(MatrixRange rows, MatrixRange columns);
    MatrixCell* at(int row, int column)
    {
        return m_cells.data() + static_cast<size_t>(row - m_rows.first) * width() +
               static_cast<size_t>(column - m_columns.first);
    }
    size_t width() const { return static_cast<size_t>(m_columns.count()); }

    const MatrixModel& m_model;
    MatrixOverlay m_overlay;
    MatrixRange m_rows;
    MatrixRange m_columns;
    std::vector<MatrixCell> m_cells; ///< by row, then by column
};

} // namespace stowage
