// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/Table.h"

#include "views/theme/Fonts.h"
#include "views/theme/Metrics.h"
#include "views/widgets/CellDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace stowage {

namespace {

/// Heads of one fixed height. Qt's own measure every head's words each time that something is laid out.
class Heads final : public QHeaderView
{
public:
    explicit Heads(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) { setFixedHeight(Height); }

    QSize sizeHint() const override { return {defaultSectionSize(), Height}; }

private:
    static constexpr int Height = metrics::DenseRow + 2;
};

} // namespace

Table::Table(const Theme& theme, QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new CellDelegate(theme, *this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFont(fonts::body());
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::Row);
    verticalHeader()->setMinimumSectionSize(metrics::DenseRow);
    auto* heads = new Heads(this);
    setHorizontalHeader(heads);
    heads->setFont(fonts::label());
    heads->setHighlightSections(false);
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    heads->setMinimumSectionSize(24);
    heads->setStretchLastSection(false);
    heads->setFocusPolicy(Qt::NoFocus);
    heads->setSectionsClickable(true);
    heads->setSortIndicatorShown(true);
    heads->setSortIndicator(-1, Qt::AscendingOrder);
    heads->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(heads, &QHeaderView::sectionClicked, this, &Table::pressHead);
    connect(heads, &QWidget::customContextMenuRequested, this,
            [this, heads](const QPoint& at) { Q_EMIT headsMenuRequested(heads->mapToGlobal(at)); });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.row()); });
}

void Table::setShown(const std::vector<Shown>& columns)
{
    m_shown = columns;
    m_hidden.clear();
    QHeaderView* heads = horizontalHeader();
    for (int column = 0; column < model()->columnCount(); ++column) {
        setColumnHidden(column, shown(column) == nullptr);
    }
    int place = 0;
    for (const Shown& wanted : columns) {
        heads->moveSection(heads->visualIndex(wanted.column), place++);
        heads->setSectionResizeMode(wanted.column,
                                    wanted.stretches ? QHeaderView::Stretch : QHeaderView::Interactive);
        heads->resizeSection(wanted.column, wanted.width);
        if (wanted.isExtra) {
            m_hidden.insert(wanted.column);
        }
    }
    dropColumns();
}

void Table::setWanted(int column, bool wanted)
{
    const Shown* known = shown(column);
    if (known == nullptr || !known->isOptional || wanted == isWanted(column)) {
        return;
    }
    if (wanted) {
        m_hidden.remove(column);
    } else {
        m_hidden.insert(column);
    }
    dropColumns();
}

bool Table::isWanted(int column) const
{
    return shown(column) != nullptr && !m_hidden.contains(column);
}

void Table::dropColumns()
{
    int missing = -viewport()->width();
    std::vector<const Shown*> droppable;
    for (const Shown& wanted : m_shown) {
        const bool isHidden = m_hidden.contains(wanted.column);
        if (isHidden || wanted.dropFirst == 0) {
            setColumnHidden(wanted.column, isHidden);
        }
        missing += isHidden ? 0 : wanted.width;
        if (wanted.dropFirst > 0 && !isHidden) {
            droppable.push_back(&wanted);
        }
    }
    std::sort(droppable.begin(), droppable.end(),
              [](const Shown* a, const Shown* b) { return a->dropFirst > b->dropFirst; });
    for (const Shown* wanted : droppable) {
        const bool dropped = missing > 0;
        setColumnHidden(wanted->column, dropped);
        missing -= dropped ? wanted->width : 0;
    }
}

const Table::Shown* Table::shown(int column) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [column](const Shown& wanted) { return wanted.column == column; });
    return found == m_shown.end() ? nullptr : &*found;
}

void Table::sortBy(int column, Qt::SortOrder order)
{
    const Shown* wanted = shown(column);
    if (wanted == nullptr) {
        return;
    }
    m_sortedColumn = column;
    m_order = order;
    horizontalHeader()->setSortIndicator(column, order);
    model()->sort(wanted->sortColumn >= 0 ? wanted->sortColumn : column, order);
}

void Table::pressHead(int column)
{
    const Shown* wanted = shown(column);
    const Qt::SortOrder first = wanted != nullptr ? wanted->firstOrder : Qt::AscendingOrder;
    const Qt::SortOrder other = m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    sortBy(column, column == m_sortedColumn ? other : first);
}

int Table::currentRow() const
{
    return currentIndex().isValid() ? currentIndex().row() : -1;
}

void Table::chooseAlone(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void Table::keyPressEvent(QKeyEvent* event)
{
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                        (event->modifiers() & Qt::ControlModifier) == Qt::NoModifier;
    if (isText) {
        // Else the view would search by what is typed, and swallow the shell's keys.
        event->ignore();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex().row());
        return;
    }
    const int rows = model() != nullptr ? model()->rowCount() : 0;
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && rows > 0) {
        // A table of whole rows has no use for the first and last column.
        setCurrentIndex(model()->index(event->key() == Qt::Key_Home ? 0 : rows - 1, 0));
        return;
    }
    QTableView::keyPressEvent(event);
}

void Table::mouseMoveEvent(QMouseEvent* event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void Table::leaveEvent(QEvent* event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void Table::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    dropColumns();
}

void Table::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() != nullptr && model()->rowCount() > 0) {
        setCurrentIndex(model()->index(0, 0));
    }
}

void Table::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void Table::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update();
}

void Table::setHoveredRow(int row)
{
    if (row != m_hoveredRow) {
        const int before = std::exchange(m_hoveredRow, row);
        updateRow(before);
        updateRow(row);
    }
}

void Table::updateRow(int row)
{
    if (row >= 0) {
        viewport()->update(QRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row)));
    }
}

} // namespace stowage
