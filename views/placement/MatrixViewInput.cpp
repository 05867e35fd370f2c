// SPDX-License-Identifier: GPL-3.0-or-later
// What MatrixView does on keys, wheel and mouse.
#include "views/placement/MatrixView.h"

#include <QKeyEvent>
#include <QWheelEvent>

#include <limits>

namespace stowage {

int MatrixView::rowsPerPage() const
{
    return qMax(1, m_layout.cellsArea().height() / m_layout.metrics().cellHeight - 2);
}

bool MatrixView::moveCurrent(const QKeyEvent& event)
{
    constexpr int All = std::numeric_limits<int>::max();
    const bool ctrl = event.modifiers().testFlag(Qt::ControlModifier);
    const auto cell = currentCell();
    int row = cell ? cell->first : -1;
    int column = cell ? cell->second : 0;
    const int lastColumn = qMax(0, m_model.columnCount() - 1);
    switch (event.key()) {
    case Qt::Key_Left:
        column = ctrl ? 0 : column - 1;
        break;
    case Qt::Key_Right:
        column = ctrl ? lastColumn : column + 1;
        break;
    case Qt::Key_Up:
        row = m_layout.stepLayerRow(row, ctrl ? -All : -1);
        break;
    case Qt::Key_Down:
        row = m_layout.stepLayerRow(row, ctrl ? All : 1);
        break;
    case Qt::Key_PageUp:
        row = m_layout.stepLayerRow(row, -rowsPerPage());
        break;
    case Qt::Key_PageDown:
        row = m_layout.stepLayerRow(row, rowsPerPage());
        break;
    case Qt::Key_Home:
        column = 0;
        row = ctrl ? m_layout.stepLayerRow(row, -All) : row;
        break;
    case Qt::Key_End:
        column = lastColumn;
        row = ctrl ? m_layout.stepLayerRow(row, All) : row;
        break;
    default:
        return false;
    }
    if (row < 0) {
        row = m_layout.stepLayerRow(-1, 1);
    }
    setCurrentCell(row, qBound(0, column, lastColumn));
    return true;
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    if (moveCurrent(*event)) {
        event->accept();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT activated();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom + 1);
        return;
    case Qt::Key_Minus:
        setZoom(m_zoom - 1);
        return;
    default:
        event->ignore(); // the page and the shell have keys as well
    }
}

void MatrixView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const int turn = event->angleDelta().y();
    if (turn != 0) {
        setZoom(m_zoom + (turn > 0 ? 1 : -1));
    }
    event->accept();
}

void MatrixView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(m_layout.hit(toDevice(event->position().toPoint())));
}

void MatrixView::mousePressEvent(QMouseEvent* event)
{
    const MatrixHit hit = m_layout.hit(toDevice(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && hit.isCell()) {
        setCurrentCell(hit.row, hit.column);
    }
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_layout.hit(toDevice(event->position().toPoint())).isCell()) {
        Q_EMIT activated();
    }
}

} // namespace stowage
