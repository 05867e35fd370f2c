// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixTwinView.h"

#include "views/placement/MatrixTwinModel.h"
#include "views/placement/PaddedDelegate.h"
#include "views/theme/Metrics.h"

#include <QHeaderView>

namespace stowage {

MatrixTwinView::MatrixTwinView(MatrixTwinModel& model, QWidget* parent) : QTableView(parent)
{
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Layers by nodes, as a table"));
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setItemDelegate(new PaddedDelegate(this));
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(metrics::DenseRow);
    verticalHeader()->setDefaultSectionSize(metrics::DenseRow);
    horizontalHeader()->setDefaultSectionSize(96);
    horizontalHeader()->setHighlightSections(false);
    setColumnWidth(MatrixTwinModel::ImageColumn, 190);
    setColumnWidth(MatrixTwinModel::LayerColumn, 110);
    setColumnWidth(MatrixTwinModel::SizeColumn, 80);
    setColumnWidth(MatrixTwinModel::CopiesColumn, 64);
}

} // namespace stowage
