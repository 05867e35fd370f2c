// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixCellAccessible.h"

#include "views/placement/MatrixView.h"

namespace stowage {

MatrixCellAccessible::MatrixCellAccessible(MatrixView* view, int row, int column)
    : m_view(view), m_row(row), m_column(column)
{
}

bool MatrixCellAccessible::isValid() const
{
    return m_view && m_row < m_view->model().rowCount() && m_column < m_view->model().columnCount();
}

QAccessibleInterface* MatrixCellAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

bool MatrixCellAccessible::isHead() const
{
    return m_view->model().row(m_row).kind != MatrixRowKind::Layer;
}

int MatrixCellAccessible::columnExtent() const
{
    return isValid() && isHead() ? m_view->model().columnCount() : 1;
}

QString MatrixCellAccessible::text(QAccessible::Text text) const
{
    if (!isValid() || text != QAccessible::Name) {
        return {};
    }
    if (!isHead()) {
        return m_view->cellName(m_row, m_column);
    }
    const MatrixModel& model = m_view->model();
    const MatrixGroup& group = model.groupOf(m_row);
    return model.row(m_row).kind == MatrixRowKind::Platform
               ? MatrixView::tr("%1 for %2")
                     .arg(group.reference, group.platforms.value(model.row(m_row).platform))
               : MatrixView::tr("image %1").arg(group.reference);
}

QRect MatrixCellAccessible::rect() const
{
    if (!isValid()) {
        return {};
    }
    const MatrixLayout& layout = m_view->matrixLayout();
    const QRect device = isHead() ? layout.rowRect(m_row) : layout.cellRect(m_row, m_column);
    const qreal scale = m_view->devicePixelRatioF();
    const QRect logical =
        QRectF(device.x() / scale, device.y() / scale, device.width() / scale, device.height() / scale)
            .toAlignedRect();
    return logical.translated(m_view->viewport()->mapToGlobal(QPoint()));
}

QAccessible::Role MatrixCellAccessible::role() const
{
    return isValid() && isHead() ? QAccessible::RowHeader : QAccessible::Cell;
}

bool MatrixCellAccessible::isSelected() const
{
    if (!m_view) {
        return false;
    }
    const MatrixBlock block = m_view->selection();
    return !isHead() && m_row >= block.rows.first && m_row < block.rows.end &&
           m_column >= block.columns.first && m_column < block.columns.end;
}

QAccessible::State MatrixCellAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.readOnly = true;
    state.focusable = !isHead();
    state.selectable = !isHead();
    state.selected = isSelected();
    state.focused = m_view->hasFocus() && m_view->currentCell() == std::pair(m_row, m_column);
    const QRect visible = m_view->viewport()->rect().translated(m_view->viewport()->mapToGlobal(QPoint()));
    state.offscreen = !rect().intersects(visible);
    return state;
}

void* MatrixCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface*>(this)
                                                   : nullptr;
}

} // namespace stowage
