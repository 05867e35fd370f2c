// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixAccessible.h"

#include "views/placement/MatrixCellAccessible.h"
#include "views/placement/MatrixView.h"

namespace stowage {

namespace {

QAccessibleInterface* make(const QString& className, QObject* object)
{
    auto* view =
        className == QLatin1String("stowage::MatrixView") ? qobject_cast<MatrixView*>(object) : nullptr;
    return view ? new MatrixAccessible(view) : nullptr;
}

} // namespace

void MatrixAccessible::install()
{
    QAccessible::installFactory(make); // ignores what it has already
}

int MatrixAccessible::childIndex(const MatrixModel& model, int row, int column)
{
    return row * model.columnCount() + column;
}

MatrixAccessible::MatrixAccessible(MatrixView* view) : QAccessibleWidget(view, QAccessible::Table)
{
    m_rebuilt = QObject::connect(&view->model(), &MatrixModel::rebuilt, view, [this] { forget(); });
}

MatrixAccessible::~MatrixAccessible()
{
    QObject::disconnect(m_rebuilt);
    forget();
}

void MatrixAccessible::forget()
{
    for (const QAccessible::Id id : std::as_const(m_cells)) {
        QAccessible::deleteAccessibleInterface(id);
    }
    m_cells.clear();
}

MatrixView* MatrixAccessible::view() const
{
    return static_cast<MatrixView*>(widget());
}

const MatrixModel& MatrixAccessible::model() const
{
    return view()->model();
}

int MatrixAccessible::rowCount() const
{
    return model().rowCount();
}

int MatrixAccessible::columnCount() const
{
    return model().columnCount();
}

int MatrixAccessible::childCount() const
{
    return rowCount() * columnCount();
}

QAccessibleInterface* MatrixAccessible::child(int index) const
{
    if (index < 0 || index >= childCount()) {
        return nullptr;
    }
    const auto known = m_cells.constFind(index);
    if (known != m_cells.cend()) {
        return QAccessible::accessibleInterface(*known);
    }
    auto* cell = new MatrixCellAccessible(view(), index / columnCount(), index % columnCount());
    m_cells.insert(index, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

QAccessibleInterface* MatrixAccessible::cellAt(int row, int column) const
{
    const bool inside = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return inside ? child(childIndex(model(), row, column)) : nullptr;
}

QAccessibleInterface* MatrixAccessible::childAt(int x, int y) const
{
    const QPoint at = view()->viewport()->mapFromGlobal(QPoint(x, y));
    const MatrixHit hit = view()->matrixLayout().hit((QPointF(at) * view()->devicePixelRatioF()).toPoint());
    return hit.isCell() ? cellAt(hit.row, hit.column) : nullptr;
}

QAccessibleInterface* MatrixAccessible::focusChild() const
{
    const auto cell = view()->currentCell();
    return cell && view()->hasFocus() ? cellAt(cell->first, cell->second) : nullptr;
}

int MatrixAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    for (auto it = m_cells.cbegin(); it != m_cells.cend(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == child) {
            return it.key();
        }
    }
    return -1;
}

QString MatrixAccessible::rowDescription(int row) const
{
    const MatrixLayer* layer = model().layerOf(row);
    const QString reference = model().groupOf(row).reference;
    return layer ? MatrixView::tr("%1 in %2").arg(layer->digest.shortHex(8), reference) : reference;
}

QString MatrixAccessible::columnDescription(int column) const
{
    return model().column(column).name;
}

int MatrixAccessible::selectedCellCount() const
{
    const MatrixBlock block = view()->selection();
    const MatrixModel& rows = model();
    int layers = 0;
    for (int row = block.rows.first; row < block.rows.end; ++row) {
        layers += rows.layerOf(row) != nullptr ? 1 : 0;
    }
    return layers * block.columns.count();
}

QList<QAccessibleInterface*> MatrixAccessible::selectedCells() const
{
    // A selection can be as large as the matrix; nobody reads all of that aloud.
    constexpr qsizetype Most = 1'000;
    const MatrixBlock block = view()->selection();
    QList<QAccessibleInterface*> cells;
    for (int row = block.rows.first; row < block.rows.end; ++row) {
        for (int column = block.columns.first; column < block.columns.end && cells.size() < Most; ++column) {
            if (model().layerOf(row) != nullptr) {
                cells << cellAt(row, column);
            }
        }
    }
    return cells;
}

bool MatrixAccessible::isRowSelected(int row) const
{
    const MatrixBlock block = view()->selection();
    return row >= block.rows.first && row < block.rows.end && block.columns.count() == columnCount();
}

bool MatrixAccessible::isColumnSelected(int column) const
{
    const MatrixBlock block = view()->selection();
    return column >= block.columns.first && column < block.columns.end && block.rows.count() == rowCount();
}

bool MatrixAccessible::selectRow(int row)
{
    if (row < 0 || row >= rowCount() || model().layerOf(row) == nullptr) {
        return false;
    }
    view()->selectRows(row, row);
    return true;
}

bool MatrixAccessible::selectColumn(int column)
{
    if (column < 0 || column >= columnCount()) {
        return false;
    }
    view()->selectColumns(column, column);
    return true;
}

void* MatrixAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

} // namespace stowage
