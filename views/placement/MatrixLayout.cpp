// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixLayout.h"

#include <algorithm>

namespace stowage {

namespace {

int heightOf(MatrixRowKind kind, const MatrixMetrics& metrics)
{
    switch (kind) {
    case MatrixRowKind::Image:
        return metrics.imageHead;
    case MatrixRowKind::Platform:
        return metrics.platformHead;
    case MatrixRowKind::Layer:
        break;
    }
    return metrics.cellHeight;
}

/// The offset that moves [at, at + length) into [0, room), moving as little as possible.
int shiftInto(int at, int length, int room)
{
    if (at < 0) {
        return at;
    }
    return std::min(at, std::max(0, at + length - room));
}

} // namespace

void MatrixLayout::setMetrics(const MatrixMetrics& metrics)
{
    m_metrics = metrics;
    m_metrics.cellWidth = std::max(1, metrics.cellWidth);
    m_metrics.cellHeight = std::max(1, metrics.cellHeight);
    placeRows();
    placeColumns();
}

void MatrixLayout::setRows(std::vector<MatrixRowKind> kinds)
{
    m_kinds = std::move(kinds);
    placeRows();
}

void MatrixLayout::setZones(std::span<const int> columnsPerZone)
{
    m_zones.assign(columnsPerZone.begin(), columnsPerZone.end());
    placeColumns();
}

void MatrixLayout::placeRows()
{
    m_rowY.clear();
    m_rowY.reserve(m_kinds.size() + 1);
    int y = 0;
    for (const MatrixRowKind kind : m_kinds) {
        m_rowY.push_back(y);
        y += heightOf(kind, m_metrics);
    }
    m_rowY.push_back(y);
}

void MatrixLayout::placeColumns()
{
    m_columnX.clear();
    int x = 0;
    int end = 0;
    for (const int columns : m_zones) {
        for (int i = 0; i < columns; ++i) {
            m_columnX.push_back(x);
            x += m_metrics.cellWidth;
        }
        if (columns > 0) {
            end = x;
            x += m_metrics.zoneGap;
        }
    }
    m_width = end;
}

void MatrixLayout::setScroll(QPoint scroll)
{
    const QPoint most = maxScroll();
    m_scroll = {std::clamp(scroll.x(), 0, most.x()), std::clamp(scroll.y(), 0, most.y())};
}

QRect MatrixLayout::cellsArea() const
{
    return {m_metrics.frozenWidth, m_metrics.headHeight,
            std::max(0, m_viewport.width() - m_metrics.frozenWidth),
            std::max(0, m_viewport.height() - m_metrics.headHeight)};
}

QPoint MatrixLayout::maxScroll() const
{
    const QSize content = contentSize();
    const QRect area = cellsArea();
    return {std::max(0, content.width() - area.width()), std::max(0, content.height() - area.height())};
}

int MatrixLayout::rowTop(int row) const
{
    return m_metrics.headHeight + m_rowY[static_cast<size_t>(row)] - m_scroll.y();
}

int MatrixLayout::rowHeight(int row) const
{
    return heightOf(kind(row), m_metrics);
}

int MatrixLayout::columnLeft(int column) const
{
    return m_metrics.frozenWidth + m_columnX[static_cast<size_t>(column)] - m_scroll.x();
}

QRect MatrixLayout::cellRect(int row, int column) const
{
    return {columnLeft(column), rowTop(row), m_metrics.cellWidth, rowHeight(row)};
}

QRect MatrixLayout::rowRect(int row) const
{
    return {0, rowTop(row), m_viewport.width(), rowHeight(row)};
}

int MatrixLayout::rowAt(int contentY) const
{
    if (contentY < 0 || contentY >= contentSize().height()) {
        return -1;
    }
    return static_cast<int>(std::upper_bound(m_rowY.begin(), m_rowY.end(), contentY) - m_rowY.begin()) - 1;
}

int MatrixLayout::columnAt(int contentX) const
{
    if (contentX < 0 || contentX >= m_width) {
        return -1;
    }
    const auto after = std::upper_bound(m_columnX.begin(), m_columnX.end(), contentX);
    const int column = static_cast<int>(after - m_columnX.begin()) - 1;
    // Past the cell but before the next column is the gap between two zones.
    return contentX < *std::prev(after) + m_metrics.cellWidth ? column : -1;
}

MatrixHit MatrixLayout::hit(QPoint at) const
{
    if (!QRect({0, 0}, m_viewport).contains(at)) {
        return {};
    }
    const bool frozen = at.x() < m_metrics.frozenWidth;
    const bool head = at.y() < m_metrics.headHeight;
    const int row = head ? -1 : rowAt(at.y() - m_metrics.headHeight + m_scroll.y());
    const int column = frozen ? -1 : columnAt(at.x() - m_metrics.frozenWidth + m_scroll.x());
    if (head) {
        return {frozen ? MatrixArea::Corner : MatrixArea::Head, -1, column};
    }
    if (frozen) {
        return {MatrixArea::Frozen, row, -1};
    }
    const bool hasCells = row >= 0 && kind(row) == MatrixRowKind::Layer;
    return {MatrixArea::Cells, row, hasCells ? column : -1};
}

MatrixRange MatrixLayout::visibleRows() const
{
    const int bottom = m_scroll.y() + cellsArea().height();
    const auto first = std::upper_bound(m_rowY.begin(), m_rowY.end(), m_scroll.y());
    const auto end = std::lower_bound(m_rowY.begin(), m_rowY.end(), bottom);
    const int begin = std::max(0, static_cast<int>(first - m_rowY.begin()) - 1);
    return {begin, std::clamp(static_cast<int>(end - m_rowY.begin()), begin, rowCount())};
}

MatrixRange MatrixLayout::visibleColumns() const
{
    const int right = m_scroll.x() + cellsArea().width();
    // A column shows when its right edge is past the scroll and its left edge before the end of the area.
    const auto first =
        std::upper_bound(m_columnX.begin(), m_columnX.end(), m_scroll.x() - m_metrics.cellWidth);
    const auto end = std::lower_bound(first, m_columnX.end(), right);
    return {static_cast<int>(first - m_columnX.begin()), static_cast<int>(end - m_columnX.begin())};
}

QPoint MatrixLayout::scrollToShow(int row, int column) const
{
    const QRect area = cellsArea();
    const QRect cell = cellRect(row, column).translated(-area.topLeft());
    return m_scroll + QPoint(shiftInto(cell.x(), cell.width(), area.width()),
                             shiftInto(cell.y(), cell.height(), area.height()));
}

double MatrixLayout::share(const std::vector<int>& edges, double at)
{
    if (edges.size() < 2) {
        return 0;
    }
    const auto after =
        std::clamp(std::ranges::upper_bound(edges, static_cast<int>(at)), edges.begin() + 1, edges.end() - 1);
    const double begin = *std::prev(after);
    const double length = std::max(1.0, *after - begin);
    return static_cast<double>(after - edges.begin() - 1) + (at - begin) / length;
}

double MatrixLayout::placeOf(const std::vector<int>& edges, double share)
{
    if (edges.size() < 2) {
        return 0;
    }
    const auto whole = std::min(static_cast<size_t>(std::max(0.0, share)), edges.size() - 2);
    return edges[whole] + (share - static_cast<double>(whole)) * (edges[whole + 1] - edges[whole]);
}

QPoint MatrixLayout::scrollToKeep(const MatrixLayout& before, QPoint point) const
{
    const QPoint origin = before.cellsArea().topLeft();
    const QPoint at = before.m_scroll + point - origin;
    const double x = placeOf(m_columnX, share(before.m_columnX, at.x()));
    const double y = placeOf(m_rowY, share(before.m_rowY, at.y()));
    const QPoint now = point - cellsArea().topLeft();
    const QPoint most = maxScroll();
    return {std::clamp(qRound(x) - now.x(), 0, most.x()), std::clamp(qRound(y) - now.y(), 0, most.y())};
}

int MatrixLayout::stepLayerRow(int row, int steps) const
{
    const int direction = steps < 0 ? -1 : 1;
    int left = std::abs(steps);
    int reached = row >= 0 && row < rowCount() && kind(row) == MatrixRowKind::Layer ? row : -1;
    for (int next = row + direction; left > 0 && next >= 0 && next < rowCount(); next += direction) {
        if (kind(next) == MatrixRowKind::Layer) {
            reached = next;
            --left;
        }
    }
    return reached;
}

} // namespace stowage
