// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/MatrixTwinView.h"

#include "views/placement/MatrixTwinModel.h"

namespace stowage {

MatrixTwinView::MatrixTwinView(MatrixTwinModel& model, QWidget* parent) : TwinTable(model, 96, parent)
{
    setAccessibleName(tr("Layers by nodes, as a table"));
    setColumnWidth(MatrixTwinModel::ImageColumn, 190);
    setColumnWidth(MatrixTwinModel::LayerColumn, 110);
    setColumnWidth(MatrixTwinModel::SizeColumn, 80);
    setColumnWidth(MatrixTwinModel::CopiesColumn, 64);
}

} // namespace stowage
