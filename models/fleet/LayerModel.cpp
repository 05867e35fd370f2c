// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/LayerModel.h"

#include "models/fleet/Words.h"

namespace stowage {

LayerModel::LayerModel(const Fleet& fleet, QObject* parent) : LayerTableModel(fleet, parent), m_sole(fleet)
{
    const auto layerOf = [this](RowId id) -> const Layer& {
        return layer(id);
    };
    begin({
        digestColumn(),
        bytesColumn(),
        imagesColumn(),
        cellsColumn("held", tr("Held"), &Layer::held, Presence::Held, layerOf),
        cellsColumn("absent", tr("Absent"), &Layer::absent, Presence::Absent, layerOf),
        cellsColumn("unknown", tr("Unknown"), &Layer::unknown, Presence::Unknown, layerOf),
        onlyOnColumn("single", m_sole, layerOf).wide(),
        seenColumn(),
    });
}

bool LayerModel::isMember(RowId id) const
{
    return layer(id).kind == ContentKind::Layer;
}

} // namespace stowage
