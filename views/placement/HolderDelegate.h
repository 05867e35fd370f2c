// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/RiskModel.h"
#include "views/widgets/CellDelegate.h"

#include <QHash>

namespace stowage {

/// On which node alone a layer lies; where on none, on which it was seen last, if that node is silent now.
class HolderDelegate : public CellDelegate
{
    Q_OBJECT

public:
    HolderDelegate(const Theme& theme, Table& table, const RiskModel& model);

protected:
    void paintContent(QPainter& painter, const QRect& room, const QModelIndex& index) const override;
    QString wholeText(const QRect& room, const QModelIndex& index) const override;

private:
    QString textOf(const QModelIndex& index) const;

    const RiskModel& m_model;
    mutable QHash<RowId, QString> m_last; ///< of layers without a holder; until the model changes
};

} // namespace stowage
