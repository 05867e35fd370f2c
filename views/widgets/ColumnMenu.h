// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace stowage {

class Table;
class ViewMemory;

/// Which columns of a table are shown, as a list to tick: from its heads with the other button, or from a
/// key. What is chosen is remembered.
class ColumnMenu : public QMenu
{
    Q_OBJECT

public:
    /// To be made after the table's columns. `name` is what the choice is remembered by. The memory may be
    /// null: then it lasts as long as the table.
    ColumnMenu(Table& table, ViewMemory* memory, const QString& name);

    /// Opens below the heads, with the keyboard on the first column.
    void openAtHeads();

    /// The columns as they would be without anybody's choice.
    void reset();

Q_SIGNALS:
    void chosen();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void toggle(int column, bool wanted);
    void recall();
    void remember();

    Table& m_table;
    ViewMemory* m_memory;
    QString m_name;
};

} // namespace stowage
