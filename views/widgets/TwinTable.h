// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace stowage {

/// A picture's values as a plain table: what a reader of the screen, and whoever wants numbers, is given in
/// its place. Dense rows, no grid, nothing to edit.
class TwinTable : public QTableView
{
    Q_OBJECT

public:
    /// The model outlives it.
    TwinTable(QAbstractItemModel& model, int columnWidth, QWidget* parent = nullptr);
};

} // namespace stowage
