// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/RiskModel.h"

#include "models/fleet/LayerStanding.h"

namespace stowage {

RiskModel::RiskModel(const Fleet& fleet, QObject* parent) : LayerTableModel(fleet, parent), m_sole(fleet)
{
    const auto layerOf = [this](RowId id) -> const Layer& {
        return layer(id);
    };
    begin({
        digestColumn(),
        bytesColumn(),
        Column::ofNumber(QStringLiteral("copies"), tr("Copies"), Unit::Count,
                         [this](RowId id) { return static_cast<qint64>(layer(id).held); }),
        onlyOnColumn("node", m_sole, layerOf),
        cellsColumn("unknown", tr("May be more on"), &Layer::unknown, Presence::Unknown, layerOf),
        imagesColumn(),
        Column::ofNumber(QStringLiteral("weight"), tr("Size × images"), Unit::Bytes,
                         [this](RowId id) { return riskWeight(layer(id)); }),
        Column::ofText(QStringLiteral("risk"), tr("Risk"), [this](RowId id) { return state(id); })
            .shownAs([this](RowId id) { return layerStandingText(standingOf(layer(id))); }),
        seenColumn(),
    });
    FleetTableModel::sort(columnOf(QStringLiteral("weight")), Qt::DescendingOrder);
}

bool RiskModel::isMember(RowId id) const
{
    return isAtRisk(layer(id));
}

} // namespace stowage
