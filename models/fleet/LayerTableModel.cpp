// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/LayerTableModel.h"

#include "models/fleet/FleetQuestions.h"
#include "models/fleet/LayerStanding.h"
#include "models/fleet/Words.h"

namespace stowage {

Column LayerTableModel::digestColumn() const
{
    return Column::ofDigest(QStringLiteral("digest"), tr("Layer"),
                            [this](RowId id) { return layer(id).descriptor.digest; })
        .fixed();
}

Column LayerTableModel::bytesColumn() const
{
    return Column::ofNumber(QStringLiteral("bytes"), tr("Size"), Unit::Bytes,
                            [this](RowId id) { return layer(id).descriptor.bytes; });
}

Column LayerTableModel::imagesColumn() const
{
    return Column::ofNumber(QStringLiteral("images"), tr("Images"), Unit::Count,
                            [this](RowId id) { return static_cast<qint64>(layer(id).images.size()); })
        .searchedAs([this](RowId id) { return referencesOf(fleet(), layer(id).images); })
        .soughtBy([this](std::string_view needle) {
            const ImageQuestion question(fleet(), needle);
            return [this, question](RowId id) {
                return question.isAnyOf(layer(id).images);
            };
        });
}

Column LayerTableModel::seenColumn() const
{
    return ageColumn([this](RowId id) { return layer(id).seenAt; }, tr("never asked"));
}

std::vector<RowId> LayerTableModel::allRows() const
{
    return aliveIn(fleet().layers());
}

Changes<RowId> LayerTableModel::rowChanges(const ChangeSet& changes)
{
    return asRows(changes.layers);
}

QString LayerTableModel::state(RowId id) const
{
    return layerStandingName(standingOf(layer(id)));
}

std::optional<Millis> LayerTableModel::age(RowId id) const
{
    return ageSince(layer(id).seenAt);
}

} // namespace stowage
