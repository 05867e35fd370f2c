// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/placement/RiskDelegate.h"

#include "models/fleet/LayerStanding.h"
#include "models/table/EntityTableModel.h"

namespace stowage {

void RiskDelegate::paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const QString state = index.data(EntityTableModel::StateRole).toString();
    const bool isNone = state == layerStandingName(LayerStanding::None);
    drawText(painter, room, Qt::AlignRight, isNone ? QStringLiteral("0") : QStringLiteral("1"),
             isNone ? Token::Critical : Token::Warning);
}

} // namespace stowage
