// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixWindow.h"

#include <algorithm>

namespace stowage {

namespace {

MatrixRange common(MatrixRange a, MatrixRange b)
{
    const MatrixRange both{std::max(a.first, b.first), std::min(a.end, b.end)};
    return both.isEmpty() ? MatrixRange() : both;
}

} // namespace

void MatrixWindow::show(MatrixRange rows, MatrixRange columns)
{
    if (rows == m_rows && columns == m_columns) {
        return;
    }
    const MatrixRange keptRows = common(rows, m_rows);
    const MatrixRange keptColumns = common(columns, m_columns);
    const bool keeps = !keptRows.isEmpty() && !keptColumns.isEmpty();
    const MatrixRange oldRows = m_rows;
    const MatrixRange oldColumns = m_columns;
    const std::vector<MatrixCell> old = std::exchange(m_cells, {});
    m_rows = rows;
    m_columns = columns;
    m_cells.assign(static_cast<size_t>(rows.count()) * width(), {});
    if (!keeps) {
        readBlock(rows, columns);
        return;
    }
    for (int row = keptRows.first; row < keptRows.end; ++row) {
        const size_t from =
            static_cast<size_t>(row - oldRows.first) * static_cast<size_t>(oldColumns.count()) +
            static_cast<size_t>(keptColumns.first - oldColumns.first);
        std::copy_n(old.begin() + static_cast<std::ptrdiff_t>(from), keptColumns.count(),
                    at(row, keptColumns.first));
    }
    readBlock({rows.first, keptRows.first}, columns);
    readBlock({keptRows.end, rows.end}, columns);
    readBlock(keptRows, {columns.first, keptColumns.first});
    readBlock(keptRows, {keptColumns.end, columns.end});
}

void MatrixWindow::reread()
{
    // The shape may have shrunk below what showed; who shows says what shows now.
    m_rows.end = std::min(m_rows.end, m_model.rowCount());
    m_columns.end = std::min(m_columns.end, m_model.columnCount());
    m_cells.assign(static_cast<size_t>(m_rows.count()) * width(), {});
    readBlock(m_rows, m_columns);
}

void MatrixWindow::reread(std::span<const int> columns)
{
    auto next = std::ranges::lower_bound(columns, m_columns.first);
    for (; next != columns.end() && *next < m_columns.end; ++next) {
        readBlock(m_rows, {*next, *next + 1});
    }
}

std::span<const MatrixCell> MatrixWindow::cells(int row) const
{
    if (row < m_rows.first || row >= m_rows.end || !m_model.layerOf(row)) {
        return {};
    }
    return std::span(m_cells).subspan(static_cast<size_t>(row - m_rows.first) * width(), width());
}

void MatrixWindow::setOverlay(MatrixOverlay overlay)
{
    m_overlay = std::move(overlay);
    reread();
}

void MatrixWindow::readBlock(MatrixRange rows, MatrixRange columns)
{
    // By layer, each once, as the fleet wants them asked for; a layer stands in a row for each of its images.
    std::vector<std::pair<LayerId, int>> places;
    for (int row = rows.first; row < rows.end; ++row) {
        if (const MatrixLayer* layer = m_model.layerOf(row)) {
            places.emplace_back(layer->id, row);
        }
    }
    std::ranges::sort(places);
    std::vector<LayerId> layers;
    for (const auto& [layer, row] : places) {
        if (layers.empty() || layers.back() != layer) {
            layers.push_back(layer);
        }
    }
    std::vector<CellGlance> seen(layers.size());
    for (int column = columns.first; column < columns.end && !layers.empty(); ++column) {
        const MatrixColumn& node = m_model.column(column);
        const bool down = isDown(node.state);
        m_model.fleet().glance(node.node, layers, seen);
        const MatrixOverlay::Column marks = m_overlay.column(node.node);
        size_t index = 0;
        for (const auto& [layer, row] : places) {
            index += layers[index] != layer ? 1 : 0;
            const MatrixCell cell = toMatrixCell(seen[index], down, m_model.layerOf(row)->held == 1);
            *at(row, column) = marks.isPlain() ? cell : cell.marked(marks.markOf(cell, layer));
        }
    }
}

} // namespace stowage
