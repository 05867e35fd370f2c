// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/CellDelegate.h"

namespace stowage {

/// How many copies are left, as a figure in the colour of how bad that is.
class RiskDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
};

} // namespace stowage
