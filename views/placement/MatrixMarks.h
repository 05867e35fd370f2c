// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/placement/MatrixLayout.h"

namespace stowage {

/// Rows and columns that belong together.
struct MatrixBlock
{
    MatrixRange rows;
    MatrixRange columns;

    bool isEmpty() const { return rows.isEmpty() || columns.isEmpty(); }
    bool isOneCell() const { return rows.count() == 1 && columns.count() == 1; }
    bool operator==(const MatrixBlock&) const = default;
};

/// What is marked beside the cells' own state.
struct MatrixMarks
{
    int hoverRow = -1;
    int hoverColumn = -1;
    int currentRow = -1;
    int currentColumn = -1;
    bool focused = false; ///< the keyboard is on the matrix
    MatrixBlock selection;

    bool isMarkedRow(int row) const { return row == hoverRow || row == currentRow; }
    bool isMarkedColumn(int column) const { return column == hoverColumn || column == currentColumn; }
};

} // namespace stowage
