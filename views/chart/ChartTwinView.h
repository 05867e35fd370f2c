// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/TwinTable.h"

namespace stowage {

class ChartTwinModel;

/// The same as the chart, as a table: for those who read better than they see, and for copying figures.
class ChartTwinView : public TwinTable
{
    Q_OBJECT

public:
    explicit ChartTwinView(ChartTwinModel& model, QWidget* parent = nullptr);

protected:
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace stowage
