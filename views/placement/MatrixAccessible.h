// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace stowage {

class MatrixModel;
class MatrixView;

/// The matrix as a table for assistive technology: a row a line of the matrix, a column a node. The heads of
/// images and platforms are cells that span their line. Cells come to be when they are asked for.
class MatrixAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    /// Makes Qt know of this class. As often as one likes.
    static void install();

    /// The place of a cell among the table's children.
    static int childIndex(const MatrixModel& model, int row, int column);

    explicit MatrixAccessible(MatrixView* view);
    ~MatrixAccessible() override;
    Q_DISABLE_COPY_MOVE(MatrixAccessible)

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    QAccessibleInterface* cellAt(int row, int column) const override;
    int rowCount() const override;
    int columnCount() const override;
    QString rowDescription(int row) const override;
    QString columnDescription(int column) const override;
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }

    // One block of cells is selected; to take rows or columns out of it is not possible.
    int selectedCellCount() const override;
    QList<QAccessibleInterface*> selectedCells() const override;
    int selectedRowCount() const override { return 0; }
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedRows() const override { return {}; }
    QList<int> selectedColumns() const override { return {}; }
    bool isRowSelected(int row) const override;
    bool isColumnSelected(int column) const override;
    bool selectRow(int row) override;
    bool selectColumn(int column) override;
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { forget(); }

private:
    MatrixView* view() const;
    const MatrixModel& model() const;
    void forget();

    QMetaObject::Connection m_rebuilt;
    mutable QHash<int, QAccessible::Id> m_cells; ///< by child index
};

} // namespace stowage
