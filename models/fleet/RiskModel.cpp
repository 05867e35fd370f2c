// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/RiskModel.h"

#include "models/fleet/LayerStanding.h"
#include "models/fleet/Words.h"

namespace stowage {

RiskModel::RiskModel(const Fleet& fleet, QObject* parent) : FleetTableModel(fleet, parent)
{
    const auto layer = [&fleet](RowId id) -> const Layer& {
        return fleet.layers()[id];
    };

    begin({
        Column::ofDigest(QStringLiteral("digest"), tr("Layer"),
                         [layer](RowId id) { return layer(id).descriptor.digest.toString(); }),
        Column::ofText(QStringLiteral("risk"), tr("Copies"),
                       [layer](RowId id) { return layerStandingName(standingOf(layer(id))); })
            .shownAs([layer](RowId id) { return layerStandingText(standingOf(layer(id))); }),
        Column::ofText(QStringLiteral("node"), tr("Only on"),
                       [layer, &fleet](RowId id) { return singleHolder(fleet, layer(id)); }),
        Column::ofNumber(QStringLiteral("unknown"), tr("May be more on"), Unit::Count,
                         [layer](RowId id) { return static_cast<qint64>(layer(id).unknown); })
            .searchedAs([layer, &fleet](RowId id) {
                return namesOf(fleet, fleet.nodesWhere(layer(id).id, Presence::Unknown));
            }),
        Column::ofNumber(QStringLiteral("bytes"), tr("Size"), Unit::Bytes,
                         [layer](RowId id) { return layer(id).descriptor.bytes; }),
        Column::ofNumber(QStringLiteral("images"), tr("Images"), Unit::Count,
                         [layer](RowId id) { return static_cast<qint64>(layer(id).images.size()); })
            .searchedAs([layer, &fleet](RowId id) { return referencesOf(fleet, layer(id).images); }),
        Column::ofNumber(QStringLiteral("weight"), tr("Size × images"), Unit::Bytes,
                         [layer](RowId id) { return riskWeight(layer(id)); }),
        ageColumn([layer](RowId id) { return layer(id).seenAt; }, tr("never asked")),
    });
    FleetTableModel::sort(columnOf(QStringLiteral("weight")), Qt::DescendingOrder);
}

std::vector<RowId> RiskModel::allRows() const
{
    return aliveIn(fleet().layers());
}

bool RiskModel::isMember(RowId id) const
{
    return isAtRisk(fleet().layers()[id]);
}

Changes<RowId> RiskModel::rowChanges(const ChangeSet& changes)
{
    return asRows(changes.layers);
}

QString RiskModel::state(RowId id) const
{
    return layerStandingName(standingOf(fleet().layers()[id]));
}

std::optional<Millis> RiskModel::age(RowId id) const
{
    return ageSince(fleet().layers()[id].seenAt);
}

} // namespace stowage
