// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixModel.h"
#include "views/placement/MatrixOverlay.h"

#include <QAbstractTableModel>

namespace stowage {

class Clock;

/// The matrix in words, for those who cannot see it or want to read: a row a layer row, a column a node,
/// behind the columns that say which layer it is.
class MatrixTwinModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        ImageColumn,
        PlatformColumn,
        LayerColumn,
        SizeColumn,
        CopiesColumn,
        FirstNode
    };

    MatrixTwinModel(const MatrixModel& matrix, const Clock& clock, QObject* parent = nullptr);

    /// The row of the matrix that this row stands for, and back; -1 for heads.
    int matrixRow(int row) const { return m_rows[static_cast<size_t>(row)]; }
    int rowOf(int matrixRow) const;

    /// What is marked in the cells is said in them.
    void setOverlay(MatrixOverlay overlay);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reread();
    void readRows();
    void tell(const MatrixChange& change);
    QString text(int matrixRow, int column) const;
    QString cellText(MatrixCell cell) const;

    const MatrixModel& m_matrix;
    const Clock& m_clock;
    MatrixOverlay m_overlay;
    std::vector<int> m_rows; ///< rows of the matrix that are layers
    int m_nodes = 0;
};

} // namespace stowage
