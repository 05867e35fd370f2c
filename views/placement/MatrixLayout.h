// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <span>
#include <vector>

namespace stowage {

/// What a line of the matrix is.
enum class MatrixRowKind : quint8
{
    Image,    ///< head of a group: one image
    Platform, ///< head within a group, for images with several platforms
    Layer,    ///< a line of cells
};

/// The lengths that the matrix is laid out by, in device pixels, so that edges are sharp at any scale and one
/// pixel a cell is possible.
struct MatrixMetrics
{
    int cellWidth = 15; ///< from one cell to the next, the gap between them included; at least 1
    int cellHeight = 15;
    int zoneGap = 10; ///< between the last column of a zone and the first of the next
    int imageHead = 24;
    int platformHead = 18;
    int frozenWidth = 232; ///< the column at the left that does not scroll sideways
    int headHeight = 56;   ///< the band at the top that does not scroll down

    bool operator==(const MatrixMetrics&) const = default;
};

enum class MatrixArea : quint8
{
    Nowhere,
    Corner,
    Head,
    Frozen,
    Cells
};

/// What lies at a point; -1 where there is no row or column, or a head or gap.
struct MatrixHit
{
    MatrixArea area = MatrixArea::Nowhere;
    int row = -1;
    int column = -1;

    bool isCell() const { return area == MatrixArea::Cells && row >= 0 && column >= 0; }
    bool operator==(const MatrixHit&) const = default;
};

/// A half-open range of rows or columns.
struct MatrixRange
{
    int first = 0;
    int end = 0;

    bool isEmpty() const { return first >= end; }
    int count() const { return isEmpty() ? 0 : end - first; }
    bool operator==(const MatrixRange&) const = default;
};

/// Where everything in the matrix lies, apart from painting it. All lengths are device pixels of the
/// viewport, whose top left corner is the origin.
class MatrixLayout
{
public:
    void setMetrics(const MatrixMetrics& metrics);
    void setRows(std::vector<MatrixRowKind> kinds);
    void setZones(std::span<const int> columnsPerZone);
    void setViewport(QSize size) { m_viewport = size; }
    /// How far the cells are scrolled; kept within 0 … maxScroll().
    void setScroll(QPoint scroll);

    const MatrixMetrics& metrics() const { return m_metrics; }
    QPoint scroll() const { return m_scroll; }
    QSize viewport() const { return m_viewport; }
    int rowCount() const { return static_cast<int>(m_kinds.size()); }
    int columnCount() const { return static_cast<int>(m_columnX.size()); }
    MatrixRowKind kind(int row) const { return m_kinds[static_cast<size_t>(row)]; }

    /// The extent of all rows and columns, without the frozen parts.
    QSize contentSize() const { return {m_width, m_rowY.empty() ? 0 : m_rowY.back()}; }
    /// The part of the viewport in which cells show.
    QRect cellsArea() const;
    QPoint maxScroll() const;

    int rowTop(int row) const; ///< in the viewport, scrolled
    int rowHeight(int row) const;
    int columnLeft(int column) const; ///< in the viewport, scrolled
    QRect cellRect(int row, int column) const;
    /// The whole width of a row, frozen column included.
    QRect rowRect(int row) const;

    MatrixHit hit(QPoint at) const;
    MatrixRange visibleRows() const;
    MatrixRange visibleColumns() const;

    /// The scroll, nearest to the present one, with which the cell shows whole.
    QPoint scrollToShow(int row, int column) const;

    /// The scroll with which what lay at `point` in `before`, the same rows and columns with other lengths,
    /// lies there again, as far as the ends allow.
    QPoint scrollToKeep(const MatrixLayout& before, QPoint point) const;

    /// The layer row reached by going `steps` layer rows from `row`, stopping at the ends; -1 when there is
    /// none.
    int stepLayerRow(int row, int steps) const;

private:
    void placeRows();
    void placeColumns();
    int rowAt(int contentY) const;
    int columnAt(int contentX) const;
    static double share(const std::vector<int>& edges, double at);
    static double placeOf(const std::vector<int>& edges, double share);

    MatrixMetrics m_metrics;
    std::vector<MatrixRowKind> m_kinds;
    std::vector<int> m_zones;
    std::vector<int> m_rowY;    ///< top of each row and, last, the end of all
    std::vector<int> m_columnX; ///< left of each column
    int m_width = 0;
    QSize m_viewport;
    QPoint m_scroll;
};

} // namespace stowage
