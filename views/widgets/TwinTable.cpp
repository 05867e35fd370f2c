// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/TwinTable.h"

#include "views/theme/Metrics.h"
#include "views/widgets/PaddedDelegate.h"

#include <QHeaderView>

namespace stowage {

TwinTable::TwinTable(QAbstractItemModel& model, int columnWidth, QWidget* parent) : QTableView(parent)
{
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setItemDelegate(new PaddedDelegate(this));
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(metrics::DenseRow);
    verticalHeader()->setDefaultSectionSize(metrics::DenseRow);
    horizontalHeader()->setDefaultSectionSize(columnWidth);
    horizontalHeader()->setHighlightSections(false);
}

} // namespace stowage
