// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/ChartTwinView.h"

#include "views/chart/ChartTwinModel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace stowage {

ChartTwinView::ChartTwinView(ChartTwinModel& model, QWidget* parent) : TwinTable(model, 190, parent)
{
    setAccessibleName(tr("The chart's values, as a table"));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void ChartTwinView::rowsInserted(const QModelIndex& parent, int start, int end)
{
    const int before = verticalScrollBar()->value();
    TwinTable::rowsInserted(parent, start, end);
    if (before > 0) { // what is read stays where it is; at the top the newest is read
        executeDelayedItemsLayout();
        updateGeometries();
        verticalScrollBar()->setValue(before + end - start + 1);
    }
}

void ChartTwinView::keyPressEvent(QKeyEvent* event)
{
    const bool isText = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                        (event->modifiers() & Qt::ControlModifier) == Qt::NoModifier;
    if (isText) {
        event->ignore(); // else the view would search by what is typed, and swallow the shell's keys
        return;
    }
    TwinTable::keyPressEvent(event);
}

} // namespace stowage
