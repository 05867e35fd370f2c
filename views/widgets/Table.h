// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QTableView>

#include <span>
#include <vector>

namespace stowage {

class Theme;

/// A table as every page shows it: whole rows, no grid but a line below each, sortable heads, quiet. Letters
/// and digits are left to the shell's keys; arrows, Home, End, Page Up and Down move; Enter opens.
class Table : public QTableView
{
    Q_OBJECT

public:
    explicit Table(const Theme& theme, QWidget* parent = nullptr);

    /// The row under the pointer, or -1; delegates tint it.
    int hoveredRow() const { return m_hoveredRow; }

    /// The selected row, or -1.
    int currentRow() const;

    /// Selects this row and no other, whatever keys are held down.
    void chooseAlone(int row);

    /// One column as it is shown.
    struct Shown
    {
        int column = 0;  ///< of the model
        int width = 100; ///< px; the least when it stretches
        bool stretches = false;
        int dropFirst = 0;   ///< when there is no room, the highest goes first; 0 stays
        int sortColumn = -1; ///< sorted by this column of the model instead; -1: by itself
        Qt::SortOrder firstOrder = Qt::AscendingOrder; ///< when its head is pressed first
        bool isOptional = false;                       ///< a person may hide it, see setWanted()
        bool isExtra = false;                          ///< hidden until a person wants it
    };

    /// Shows these columns in this order and hides the others, and those too that have no room. To be called
    /// once, after setModel().
    void setShown(const std::vector<Shown>& columns);

    std::span<const Shown> shownColumns() const { return m_shown; }

    /// Whether a column is to be shown where there is room; without effect on those that are not optional.
    void setWanted(int column, bool wanted);
    bool isWanted(int column) const;

    /// Sorts as if the head of this column had been pressed.
    void sortBy(int column, Qt::SortOrder order);

Q_SIGNALS:
    void currentRowChanged(int row);
    void opened(int row);                      ///< Enter or a double click
    void headsMenuRequested(const QPoint& at); ///< the heads were pressed with the other button; global

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    const Shown* shown(int column) const;
    void pressHead(int column);
    void dropColumns();
    void setHoveredRow(int row);
    void updateRow(int row);

    int m_hoveredRow = -1;
    std::vector<Shown> m_shown;
    QSet<int> m_hidden; ///< of m_shown, by column: not wanted
    int m_sortedColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace stowage
