// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/LayerModel.h"

#include "models/fleet/LayerStanding.h"
#include "models/fleet/Words.h"

namespace stowage {

LayerModel::LayerModel(const Fleet& fleet, QObject* parent) : FleetTableModel(fleet, parent)
{
    const auto layer = [&fleet](RowId id) -> const Layer& {
        return fleet.layers()[id];
    };
    const auto namesWhere = [layer, &fleet](Presence presence) {
        return [layer, &fleet, presence](RowId id) {
            return namesOf(fleet, fleet.nodesWhere(layer(id).id, presence));
        };
    };
    const auto count = [layer](auto member) {
        return [layer, member](RowId id) {
            return static_cast<qint64>(layer(id).*member);
        };
    };

    begin({
        Column::ofDigest(QStringLiteral("digest"), tr("Layer"),
                         [layer](RowId id) { return layer(id).descriptor.digest.toString(); }),
        Column::ofNumber(QStringLiteral("bytes"), tr("Size"), Unit::Bytes,
                         [layer](RowId id) { return layer(id).descriptor.bytes; }),
        Column::ofNumber(QStringLiteral("images"), tr("Images"), Unit::Count,
                         [layer](RowId id) { return static_cast<qint64>(layer(id).images.size()); })
            .searchedAs([layer, &fleet](RowId id) { return referencesOf(fleet, layer(id).images); }),
        Column::ofNumber(QStringLiteral("held"), tr("Held"), Unit::Count, count(&Layer::held))
            .searchedAs(namesWhere(Presence::Held)),
        Column::ofNumber(QStringLiteral("absent"), tr("Absent"), Unit::Count, count(&Layer::absent))
            .searchedAs(namesWhere(Presence::Absent)),
        Column::ofNumber(QStringLiteral("unknown"), tr("Unknown"), Unit::Count, count(&Layer::unknown))
            .searchedAs(namesWhere(Presence::Unknown)),
        Column::ofText(QStringLiteral("single"), tr("Only on"),
                       [layer, &fleet](RowId id) { return singleHolder(fleet, layer(id)); })
            .shownAs([layer, &fleet](RowId id) { return singleHolderText(fleet, layer(id)); })
            .wide(),
        ageColumn([layer](RowId id) { return layer(id).seenAt; }, tr("never asked")),
    });
}

std::vector<RowId> LayerModel::allRows() const
{
    return aliveIn(fleet().layers());
}

bool LayerModel::isMember(RowId id) const
{
    return fleet().layers()[id].kind == ContentKind::Layer;
}

Changes<RowId> LayerModel::rowChanges(const ChangeSet& changes)
{
    return asRows(changes.layers);
}

QString LayerModel::state(RowId id) const
{
    return layerStandingName(standingOf(fleet().layers()[id]));
}

std::optional<Millis> LayerModel::age(RowId id) const
{
    return ageSince(fleet().layers()[id].seenAt);
}

} // namespace stowage
