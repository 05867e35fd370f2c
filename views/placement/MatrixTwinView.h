// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/TwinTable.h"

namespace stowage {

class MatrixTwinModel;

/// The matrix in words as a table on the screen.
class MatrixTwinView : public TwinTable
{
    Q_OBJECT

public:
    /// The model outlives it.
    explicit MatrixTwinView(MatrixTwinModel& model, QWidget* parent = nullptr);
};

} // namespace stowage
