// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetTableModel.h"

namespace stowage {

/// A table with a row a layer. RowId is LayerId::value; StateRole is layerStandingName().
class LayerTableModel : public FleetTableModel
{
    Q_OBJECT

public:
    LayerId layerAt(int row) const { return {static_cast<uint32_t>(rowId(row))}; }

protected:
    using FleetTableModel::FleetTableModel;

    const Layer& layer(RowId id) const { return fleet().layers()[id]; }

    // The columns that every such table has: digest, bytes, images, age.
    Column digestColumn() const;
    Column bytesColumn() const;
    Column imagesColumn() const;
    Column seenColumn() const;

    std::vector<RowId> allRows() const override;
    Changes<RowId> rowChanges(const ChangeSet& changes) override;
    QString state(RowId id) const override;
    std::optional<Millis> age(RowId id) const override;
};

} // namespace stowage
